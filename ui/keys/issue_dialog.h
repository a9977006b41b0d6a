// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Issues a key.

#include "ui/keys/secret_dialog.h"

namespace gatehouse::console {

class IssueForm;
class KeyDesk;

class IssueDialog : public SecretDialog {
    Q_OBJECT

public:
    // `desk` outlives the dialog.
    explicit IssueDialog(KeyDesk &desk, QWidget *parent = nullptr);

Q_SIGNALS:
    void keyIssued(const QString &id);

protected:
    void ask() override;

private:
    IssueDialog(KeyDesk &desk, IssueForm *form, QWidget *parent);
    KeyDesk &m_desk;
    IssueForm *m_form;
};

} // namespace gatehouse::console
