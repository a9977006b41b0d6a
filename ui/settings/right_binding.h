// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ties a command or a button to a right: without it they are off, the tool tip says who could, and the
// command's key says the same in the status line. What the page itself thinks of them (a row is chosen, the
// draft is valid) goes on counting beside it.

#include "models/system/permissions.h"

#include <QPointer>

class QAbstractButton;
class QAction;
class QActionGroup;

namespace gatehouse::console {

// Owned by the action it is made for; `permissions` outlives it.
class ActionRight : public QObject {
    Q_OBJECT

public:
    ActionRight(QAction *action, Right right, Permissions &permissions);

    // Null for a command that everybody may.
    [[nodiscard]] static ActionRight *of(const QAction *action);
    // Triggers the action, or says why it may not be.
    static void trigger(QAction *action);

    [[nodiscard]] const QString &whyNot() const { return m_why; } // empty: allowed
    // Says why not; what the palette offers in the command's place.
    [[nodiscard]] QAction *refusal() const { return m_refusal; }

private:
    void refresh();
    void follow();
    QAction *m_action;
    const Right m_right;
    Permissions &m_permissions;
    QActionGroup *m_group; // of one: an action is on when both it and its group are
    QAction *m_refusal; // has the command's key while that is not allowed
    QString m_why;
    QString m_ownToolTip;
};

// Owned by the button.
class ButtonRight : public QObject {
    Q_OBJECT

public:
    ButtonRight(QAbstractButton *button, Right right, Permissions &permissions);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    QAbstractButton *m_button;
    const Right m_right;
    Permissions &m_permissions;
    bool m_wanted; // as far as the right is not concerned
    QString m_why;
    QString m_ownToolTip;
};

} // namespace gatehouse::console
