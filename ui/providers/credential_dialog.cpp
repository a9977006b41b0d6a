// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/credential_dialog.h"

#include "models/system/provider_desk.h"
#include "ui/providers/sealing_label.h"

#include <QFormLayout>
#include <QLineEdit>

namespace gatehouse::console {

namespace {
constexpr int wide = 520;
}

CredentialDialog::CredentialDialog(ProviderDesk &desk, const ProviderEntry &entry, QWidget *parent)
    : EditDialog(desk, tr("Replace credential"), parent)
    , m_provider(entry.name)
    , m_credential(new QLineEdit)
{
    setWindowTitle(tr("Credential of %1").arg(entry.name));
    setMinimumWidth(wide);
    auto *words = new QLabel(tr("Running gateways call %1 with the new credential at once; calls under way "
                                "end with the one they began with. "
                                "Withdraw that one at the provider a little later. This can't be undone.")
                                 .arg(entry.name));
    words->setWordWrap(true);
    auto *sealing = new SealingLabel;
    sealing->showRecipients(desk.recipients());
    m_credential->setEchoMode(QLineEdit::Password);
    form().addRow(words);
    fields().add(form(), QStringLiteral("credential"), tr("&Credential"), m_credential,
        tr("Sealed for the gateways when it is kept; it is never shown again"));
    form().addRow(QString(), sealing);
    m_credential->setFocus();
}

void CredentialDialog::save()
{
    if (m_credential->text().isEmpty()) {
        fields().say(QStringLiteral("credential"), tr("Credential: enter the new one."));
        return;
    }
    waitForDesk();
    desk().replaceCredential(m_provider, m_credential->text());
}

} // namespace gatehouse::console
