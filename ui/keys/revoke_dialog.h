// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Asks before a key is revoked: whose it is, what will stop, and why it is done.

#include "models/keys/key_entry.h"

#include <QDialog>

class QLabel;
class QLineEdit;

namespace gatehouse::console {

class RevokeDialog : public QDialog {
    Q_OBJECT

public:
    explicit RevokeDialog(const KeyEntry &entry, QWidget *parent = nullptr);

    void setUse(const KeyUse &use);
    [[nodiscard]] const QString &keyId() const { return m_entry.id; }
    [[nodiscard]] QString reason() const;

private:
    const KeyEntry m_entry;
    QLabel *m_effect;
    QLineEdit *m_reason;
};

} // namespace gatehouse::console
