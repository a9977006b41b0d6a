// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The real window on a store of its own, driven by keys.

#include "tests/models/queue_fixture.h"

#include "models/store_session.h"
#include "ui/frame/main_window.h"
#include "ui/settings/preferences.h"
#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QStandardPaths>

namespace gatehouse::console::test {

class WindowFixture {
public:
    explicit WindowFixture(QueuePlace &place)
        : WindowFixture(place.location())
    {
    }
    explicit WindowFixture(const QString &location)
        : preferences(m_folder.filePath(QStringLiteral("console.ini")))
        , shortcuts(preferences)
        , session(location)
        , window({session, shortcuts, preferences})
    {
        Theme::instance().apply(ThemeName::Light);
        window.resize(1280, 800);
    }

    // Shows the page and waits for its data.
    [[nodiscard]] bool show(const QString &key)
    {
        Page *page = window.showPage(key);
        window.show();
        QSignalSpy ready(page, &Page::whenReady);
        const bool there = page->isReady() || ready.wait(patienceMs);
        window.activateWindow();
        return there && QTest::qWaitForWindowActive(&window);
    }

    template <class Widget>
    [[nodiscard]] Widget *find() const
    {
        return window.findChild<Widget *>();
    }

private:
    QTemporaryDir m_folder;

public:
    Preferences preferences;
    ShortcutMap shortcuts;
    StoreSession session;
    MainWindow window;
};

} // namespace gatehouse::console::test
