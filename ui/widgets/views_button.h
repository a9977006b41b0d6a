// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// "Views ▾" beside a filter: the saved views with their counts, Ctrl+1 to 9, and what can be done with them.

#include "models/saved_views.h"

#include <QPointer>
#include <QToolButton>

class QInputDialog;
class QMenu;

namespace gatehouse::console {

class ShortcutMap;

class ViewsButton : public QToolButton {
    Q_OBJECT

public:
    // `desk` begins the names of its commands ("review"), `group` is their heading. The commands are in force
    // while the focus is in `owner`. All outlive the button.
    ViewsButton(
        SavedViews &views, ShortcutMap &shortcuts, const QString &desk, const QString &group, QWidget *owner);

    // What is on screen, and what saving keeps.
    void setShown(const QString &filter, bool live);
    [[nodiscard]] SavedViews &views() const { return m_views; }
    void choose(int view);
    // Which of them is on screen: the one last chosen, if its filter is, else the first with that filter; -1:
    // none.
    [[nodiscard]] int shown() const;
    // "Ctrl+1", or nothing for one that has no key.
    [[nodiscard]] QString keyOf(int view) const;
    [[nodiscard]] QMenu &entries() { return *m_menu; } // made anew whenever something changes

Q_SIGNALS:
    void viewWanted(const QString &filter, bool live);
    void troubleSaid(const QString &problem);
    void changed(); // which there are, or which is on screen

private:
    void addKeys(ShortcutMap &shortcuts, const QString &desk, const QString &group, QWidget *owner);
    void rebuild();
    void addViews();
    void addChanges();
    void askName(const QString &title, const QString &name, const std::function<void(const QString &)> &then);
    void save();
    [[nodiscard]] const ViewEntry *current() const;

    SavedViews &m_views;
    QMenu *m_menu;
    QPointer<QObject> m_items; // owns what is in the menu
    QList<QAction *> m_keys; // Ctrl+1 to 9
    QString m_filter;
    bool m_live = true;
    ViewEntry m_chosen;
};

} // namespace gatehouse::console
