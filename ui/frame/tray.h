// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The console in the desktop's tray: how many open calls are critical, and notices of new ones while no
// window of the console is in front. A desktop without a tray shows neither.

#include "models/alerts/alert_pace.h"

#include <QIcon>
#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace gatehouse::console {

class AlertWatch;
class MainWindow;
class Preferences;
class StoreSession;

class Tray : public QObject {
    Q_OBJECT

public:
    // All of it outlives the tray.
    Tray(MainWindow &window, StoreSession &session, Preferences &preferences);
    [[nodiscard]] AlertWatch &watch() { return *m_watch; }

private:
    void buildMenu();
    void showCount();
    void tell(const AlertNotice &notice);
    void raise();
    void showWaiting(const QString &call);
    void readLevel();

    MainWindow &m_window;
    StoreSession &m_session;
    Preferences &m_preferences;
    AlertWatch *m_watch;
    QMenu m_menu;
    QSystemTrayIcon *m_icon;
    QString m_told; // the call the last notice leads to
};

// A gate on a plate of its own colours, so that it reads on a light panel and a dark one; with a count, a
// disc that says it.
[[nodiscard]] QIcon trayIcon(qint64 count);

} // namespace gatehouse::console
