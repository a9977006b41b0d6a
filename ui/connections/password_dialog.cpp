// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/password_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/dialog_buttons.h"
#include "ui/widgets/form_fields.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr int wide = 440;
}

PasswordDialog::PasswordDialog(const QString &connection, const QString &why, bool keeps, QWidget *parent)
    : QDialog(parent)
    , m_password(new QLineEdit)
    , m_keep(new QCheckBox(tr("&Keep it in the desktop's keyring")))
{
    setWindowTitle(tr("Password for %1").arg(connection));
    auto *reason = newProblemLabel();
    reason->setText(why);
    reason->setVisible(!why.isEmpty());
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setAccessibleName(tr("Password"));
    m_keep->setChecked(keeps);
    auto *buttons = newDialogButtons(Leave::Cancel);
    auto *connectButton = buttons->addButton(tr("Connect"), QDialogButtonBox::AcceptRole);
    connectButton->setProperty("look", QStringLiteral("primary"));
    connectButton->setDefault(true);
    connectButton->setEnabled(false);
    auto *label = new QLabel(tr("&Password of your role in the database"));
    label->setBuddy(m_password);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::between);
    column->addWidget(reason);
    column->addWidget(label);
    column->addWidget(m_password);
    column->addWidget(m_keep);
    column->addWidget(buttons);
    setMinimumWidth(wide);
    connect(m_password, &QLineEdit::textChanged, connectButton,
        [connectButton](const QString &text) { connectButton->setEnabled(!text.isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

SecretString PasswordDialog::password() const
{
    return SecretString(m_password->text().toStdString());
}

bool PasswordDialog::keeps() const
{
    return m_keep->isChecked();
}

} // namespace gatehouse::console
