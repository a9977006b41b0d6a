// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Asks for a connection's password when the keyring has none, or has one the server refuses.

#include "core/base/secret_string.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace gatehouse::console {

class PasswordDialog : public QDialog {
    Q_OBJECT

public:
    // `why` is what the server or the keyring said.
    PasswordDialog(const QString &connection, const QString &why, bool keeps, QWidget *parent = nullptr);
    [[nodiscard]] SecretString password() const;
    [[nodiscard]] bool keeps() const; // in the keyring

private:
    QLineEdit *m_password;
    QCheckBox *m_keep;
};

} // namespace gatehouse::console
