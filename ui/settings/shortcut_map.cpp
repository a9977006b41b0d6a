// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shortcut_map.h"

#include "ui/settings/preferences.h"
#include "ui/settings/right_binding.h"

#include <QWidget>

namespace gatehouse::console {

ShortcutMap::ShortcutMap(Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
{
}

QAction *ShortcutMap::add(const Command &command, QWidget *owner, Qt::ShortcutContext context)
{
    const auto known = std::find_if(
        m_commands.cbegin(), m_commands.cend(), [&](const Command &other) { return other.id == command.id; });
    if (known == m_commands.cend())
        m_commands.append(command);
    auto *action = new QAction(command.text, owner);
    action->setObjectName(command.id);
    action->setShortcutContext(context);
    owner->addAction(action);
    m_actions.insert(command.id, action);
    refresh(command);
    if (command.needs && m_permissions)
        new ActionRight(action, *command.needs, *m_permissions);
    return action;
}

QKeySequence ShortcutMap::key(const QString &id) const
{
    const auto changed = m_preferences.keys();
    if (const auto own = changed.constFind(id); own != changed.cend())
        return *own;
    for (const Command &command : m_commands) {
        if (command.id == id)
            return command.standard;
    }
    return {};
}

QString ShortcutMap::takenBy(const QKeySequence &key, const QString &except) const
{
    if (key.isEmpty())
        return {};
    for (const Command &command : m_commands) {
        if (command.id != except && this->key(command.id) == key)
            return command.id;
    }
    return {};
}

void ShortcutMap::setKey(const QString &id, const QKeySequence &key)
{
    auto keys = m_preferences.keys();
    for (const Command &command : m_commands) {
        if (command.id != id)
            continue;
        if (command.standard == key)
            keys.remove(id);
        else
            keys.insert(id, key);
        m_preferences.setKeys(keys);
        refresh(command);
    }
}

void ShortcutMap::resetKeys()
{
    m_preferences.setKeys({});
    for (const Command &command : m_commands)
        refresh(command);
}

QAction *ShortcutMap::action(const QString &id) const
{
    return m_actions.value(id);
}

void ShortcutMap::refresh(const Command &command)
{
    QAction *action = m_actions.value(command.id);
    if (!action)
        return;
    const QKeySequence sequence = key(command.id);
    action->setShortcut(sequence);
    action->setToolTip(sequence.isEmpty()
            ? command.text
            : QStringLiteral("%1 (%2)").arg(command.text, sequence.toString(QKeySequence::NativeText)));
}

} // namespace gatehouse::console
