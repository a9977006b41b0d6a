// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Every command with a key: its default, what the user made of it, and the actions that carry it.
//
// A page registers its commands once (`add`) and gets a QAction whose shortcut follows the user's choice.
// Bare keys are off while a text field has focus: Qt asks the field first, and a field takes printable keys.

#include "models/system/permissions.h"

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QObject>
#include <QPointer>

#include <optional>

namespace gatehouse::console {

class Preferences;

struct Command {
    QString id; // "review.confirm"; stable, kept in the preferences
    QString text; // "Confirm (true positive)", translated
    QKeySequence standard; // default key
    QString group; // heading in the `?` sheet and in settings, translated: "Review"
    bool inPalette = true;
    std::optional<Right> needs = {}; // who lacks it finds the command off
};

class ShortcutMap : public QObject {
    Q_OBJECT

public:
    explicit ShortcutMap(Preferences &preferences, QObject *parent = nullptr);
    // What commands added from now on need is asked here; nothing: all is allowed.
    void setPermissions(Permissions *permissions) { m_permissions = permissions; }

    // Makes the command's action, owned by `owner` and in force while focus is inside it
    // (WidgetWithChildren), or in the whole window. The tool tip names the key. An id may be added again by
    // another owner (a rebuilt page).
    QAction *add(
        const Command &command, QWidget *owner, Qt::ShortcutContext context = Qt::WidgetWithChildrenShortcut);

    [[nodiscard]] const QList<Command> &commands() const
    {
        return m_commands;
    } // in order of first registration
    [[nodiscard]] QKeySequence key(const QString &id) const;
    // Empty when the key is free, else the id that has it.
    [[nodiscard]] QString takenBy(const QKeySequence &key, const QString &except) const;
    void setKey(const QString &id, const QKeySequence &key);
    void resetKeys();
    // The live action of a command, for the palette; null when its page is gone.
    [[nodiscard]] QAction *action(const QString &id) const;

private:
    void refresh(const Command &command);
    Preferences &m_preferences;
    QPointer<Permissions> m_permissions;
    QList<Command> m_commands;
    QMap<QString, QPointer<QAction>> m_actions;
};

} // namespace gatehouse::console
