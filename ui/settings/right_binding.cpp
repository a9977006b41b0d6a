// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/right_binding.h"

#include <QAbstractButton>
#include <QAction>
#include <QActionGroup>
#include <QEvent>

namespace gatehouse::console {

ActionRight::ActionRight(QAction *action, Right right, Permissions &permissions)
    : QObject(action)
    , m_action(action)
    , m_right(right)
    , m_permissions(permissions)
    , m_group(new QActionGroup(this))
    , m_refusal(new QAction(this))
    , m_ownToolTip(action->toolTip())
{
    m_group->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    m_group->addAction(action);
    if (auto *owner = qobject_cast<QWidget *>(action->parent()))
        owner->addAction(m_refusal);
    connect(m_refusal, &QAction::triggered, this, [this] { m_permissions.refuse(m_right); });
    connect(action, &QAction::changed, this, &ActionRight::follow);
    connect(&permissions, &Permissions::changed, this, &ActionRight::refresh);
    refresh();
}

ActionRight *ActionRight::of(const QAction *action)
{
    return action->findChild<ActionRight *>({}, Qt::FindDirectChildrenOnly);
}

void ActionRight::trigger(QAction *action)
{
    const ActionRight *right = of(action);
    (right && !right->m_why.isEmpty() ? right->m_refusal : action)->trigger();
}

void ActionRight::refresh()
{
    const QString before = std::exchange(m_why, m_permissions.whyNot(m_right));
    // The tool tip first: whatever changes makes it be looked at again.
    if (!before.isEmpty() && m_action->toolTip() == before)
        m_action->setToolTip(m_ownToolTip);
    follow();
    m_group->setEnabled(m_why.isEmpty());
}

void ActionRight::follow()
{
    const bool denied = !m_why.isEmpty();
    m_refusal->setText(m_action->text());
    m_refusal->setEnabled(denied);
    m_refusal->setShortcutContext(m_action->shortcutContext());
    m_refusal->setShortcut(denied ? m_action->shortcut() : QKeySequence());
    if (m_action->toolTip() == m_why)
        return;
    m_ownToolTip = m_action->toolTip();
    if (denied)
        m_action->setToolTip(m_why);
}

ButtonRight::ButtonRight(QAbstractButton *button, Right right, Permissions &permissions)
    : QObject(button)
    , m_button(button)
    , m_right(right)
    , m_permissions(permissions)
    , m_wanted(button->isEnabled())
    , m_ownToolTip(button->toolTip())
{
    button->installEventFilter(this);
    connect(&permissions, &Permissions::changed, this, &ButtonRight::refresh);
    refresh();
}

void ButtonRight::refresh()
{
    const QString before = std::exchange(m_why, m_permissions.whyNot(m_right));
    if (m_why.isEmpty()) {
        if (before.isEmpty())
            return;
        if (m_button->toolTip() == before)
            m_button->setToolTip(m_ownToolTip);
        m_button->setEnabled(m_wanted);
        return;
    }
    if (m_button->toolTip() != m_why) {
        if (m_button->toolTip() != before || before.isEmpty())
            m_ownToolTip = m_button->toolTip();
        m_button->setToolTip(m_why);
    }
    if (m_button->isEnabled()) {
        m_wanted = true;
        m_button->setEnabled(false);
    }
}

bool ButtonRight::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::EnabledChange && m_why.isEmpty())
        m_wanted = m_button->isEnabled();
    else if (event->type() == QEvent::EnabledChange || event->type() == QEvent::ToolTipChange)
        refresh();
    return QObject::eventFilter(watched, event);
}

} // namespace gatehouse::console
