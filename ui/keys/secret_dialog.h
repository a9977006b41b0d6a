// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the dialogs that end in a secret share: the questions first, then the key, once.

#include "core/base/secret_string.h"
#include "models/keys/key_entry.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;

namespace gatehouse::console {

class SecretDialog : public QDialog {
    Q_OBJECT

public:
    // The dialog can be left by mistake only before the key is shown.
    void reject() override;

protected:
    // `questions` comes first; `verb` is on the button that calls ask().
    SecretDialog(QWidget *questions, const QString &verb, QWidget *parent);

    virtual void ask() = 0;
    [[nodiscard]] QPushButton *goButton() const { return m_go; }
    [[nodiscard]] bool isWaiting() const { return m_waiting; }
    void setWaiting(bool waiting);
    // `address` is "host:port" of the gateway to call.
    void showKey(
        const QString &title, const KeyEntry &entry, const SecretString &secret, const QString &address);

private:
    QStackedWidget *m_steps;
    QWidget *m_questions;
    QPushButton *m_go;
    QPushButton *m_cancel;
    bool m_waiting = false;
};

} // namespace gatehouse::console
