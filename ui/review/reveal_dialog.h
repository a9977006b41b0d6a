// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Asks for what it takes to see originals: the reviewer's key, its passphrase, and why. Stays until they are
// shown.

#include "core/base/secret_string.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse::console {

class RevealDialog : public QDialog {
    Q_OBJECT

public:
    RevealDialog(const QString &keyFile, QWidget *parent);

    // The answer to wanted: nothing closes the dialog, a trouble is said in it.
    void answer(const QString &trouble);
    void reject() override;

Q_SIGNALS:
    void wanted(const QString &keyFile, const gatehouse::SecretString &passphrase, const QString &reason);

private:
    QWidget *buildFields();
    void chooseFile();
    void send();
    void refresh();
    QLineEdit *m_file;
    QLineEdit *m_passphrase;
    QLineEdit *m_reason;
    QLabel *m_trouble;
    QPushButton *m_show;
    bool m_asking = false;
};

} // namespace gatehouse::console
