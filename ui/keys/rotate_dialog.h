// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Gives a key a new secret: how long the one before stays good, and why; then the key, once.

#include "ui/keys/secret_dialog.h"

class QComboBox;
class QLineEdit;

namespace gatehouse::console {

class FormFields;
class KeyDesk;

class RotateDialog : public SecretDialog {
    Q_OBJECT

public:
    // `desk` outlives the dialog.
    RotateDialog(KeyDesk &desk, const KeyEntry &entry, QWidget *parent = nullptr);

protected:
    void ask() override;

private:
    RotateDialog(KeyDesk &desk, const KeyEntry &entry, QWidget *questions, QWidget *parent);
    void buildQuestions(QWidget *questions);
    KeyDesk &m_desk;
    const KeyEntry m_entry;
    FormFields *m_fields;
    QComboBox *m_overlap;
    QLineEdit *m_reason;
};

} // namespace gatehouse::console
