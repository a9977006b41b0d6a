// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A button that carries a command: its caption, tool tip with the key, and whether it may be pressed come
// from the action.

#include <QPushButton>

class QAction;

namespace gatehouse::console {

class ActionButton : public QPushButton {
    Q_OBJECT

public:
    // `look` is a variant of the style sheet: "primary", "danger", "link" or "".
    explicit ActionButton(QAction *action, const QString &look = {}, QWidget *parent = nullptr);

private:
    void follow();
    QAction *m_action;
};

} // namespace gatehouse::console
