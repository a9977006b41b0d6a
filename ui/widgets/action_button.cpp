// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/action_button.h"

#include <QAction>

namespace gatehouse::console {

ActionButton::ActionButton(QAction *action, const QString &look, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    setProperty("look", look);
    setObjectName(action->objectName());
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &ActionButton::follow);
    follow();
}

void ActionButton::follow()
{
    setText(m_action->text());
    setToolTip(m_action->toolTip());
    setEnabled(m_action->isEnabled());
}

} // namespace gatehouse::console
