// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Copies a text, says so, and for a secret takes it off the clipboard again after a while.

#include <QPushButton>

namespace gatehouse::console {

// Only if it is still there then; also after whoever copied it is gone.
void takeOffClipboardLater(const QString &content, int milliseconds);

class CopyButton : public QPushButton {
    Q_OBJECT

public:
    // What a secret may stay on the clipboard for.
    static constexpr int secretSeconds = 45;

    // `what` names the thing: "key", "curl command".
    explicit CopyButton(const QString &what, QWidget *parent = nullptr);
    void setText(const QString &) = delete; // the caption is this class's
    void setContent(const QString &text, bool secret = false);
    void setSecretLifetime(int milliseconds) { m_lifetime = milliseconds; }

Q_SIGNALS:
    void copied();

private:
    void copy();
    void say(const QString &caption);
    const QString m_what;
    QString m_content;
    bool m_secret = false;
    int m_lifetime = secretSeconds * 1000;
};

} // namespace gatehouse::console
