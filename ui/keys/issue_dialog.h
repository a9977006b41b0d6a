// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Issues a key: the questions first, then the key, once.

#include "core/base/secret_string.h"
#include "models/keys/key_entry.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;

namespace gatehouse::console {

class IssueForm;
class KeyDesk;

class IssueDialog : public QDialog {
    Q_OBJECT

public:
    // `desk` outlives the dialog.
    explicit IssueDialog(KeyDesk &desk, QWidget *parent = nullptr);

    // The dialog can be left by mistake only before the key is shown.
    void reject() override;

Q_SIGNALS:
    void keyIssued(const QString &id);

private:
    void issue();
    void showKey(const KeyEntry &entry, const SecretString &secret);
    void setWaiting(bool waiting);

    KeyDesk &m_desk;
    QStackedWidget *m_steps;
    IssueForm *m_form;
    QPushButton *m_issue;
    QPushButton *m_cancel;
    bool m_waiting = false;
};

} // namespace gatehouse::console
