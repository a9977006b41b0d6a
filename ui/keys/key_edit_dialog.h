// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an issued key may use, to be changed: the questions of its issue but for those answered for good.

#include "core/base/error.h"
#include "models/keys/key_entry.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace gatehouse::console {

class EntitlementFields;
class FormFields;
class KeyDesk;

class KeyEditDialog : public QDialog {
    Q_OBJECT

public:
    // `desk` outlives the dialog.
    KeyEditDialog(KeyDesk &desk, const KeyEntry &entry, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *newQuestions();
    void save();
    void waitFor(bool waiting);
    KeyDesk &m_desk;
    const KeyEntry m_entry; // as it was shown
    FormFields *m_fields;
    EntitlementFields *m_entitlement;
    QLineEdit *m_reason;
    QWidget *m_questions;
    QPushButton *m_save;
    QPushButton *m_cancel;
    bool m_waiting = false;
};

} // namespace gatehouse::console
