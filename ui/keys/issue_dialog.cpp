// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/issue_dialog.h"

#include "models/keys/key_desk.h"
#include "ui/keys/issue_form.h"
#include "ui/settings/right_binding.h"

#include <QCheckBox>
#include <QPushButton>

namespace gatehouse::console {

namespace {
constexpr int dialogWidth = 680;
}

IssueDialog::IssueDialog(KeyDesk &desk, QWidget *parent)
    : IssueDialog(desk, new IssueForm(desk.choices()), parent)
{
}

IssueDialog::IssueDialog(KeyDesk &desk, IssueForm *form, QWidget *parent)
    : SecretDialog(form, tr("Issue key"), parent)
    , m_desk(desk)
    , m_form(form)
{
    setWindowTitle(tr("Issue a key"));
    setMinimumWidth(dialogWidth);
    goButton()->setObjectName(QStringLiteral("issue"));
    new ButtonRight(form->makingNames(), Right::ChangeNames, desk.permissions());
    connect(&desk, &KeyDesk::issued, this, [this](const KeyEntry &entry, const SecretString &secret) {
        if (!isWaiting())
            return;
        showKey(tr("Key issued"), entry, secret, m_desk.choices().gatewayAddress);
        Q_EMIT keyIssued(entry.id);
    });
    connect(&desk, &KeyDesk::issueFailed, this, [this](const Error &error) {
        setWaiting(false);
        m_form->showError(error);
    });
}

void IssueDialog::ask()
{
    const auto wanted = m_form->request();
    if (!wanted)
        return;
    setWaiting(true);
    m_desk.issue(*wanted);
}

} // namespace gatehouse::console
