// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One desk on a store of its own, without the window around it.

#include "tests/models/desk_fixture.h"

#include "models/store_session.h"
#include "ui/page.h"
#include "ui/settings/preferences.h"
#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>

namespace gatehouse::console::test {

template <class Desk>
class PageFixture {
public:
    explicit PageFixture(QueuePlace &place)
        : preferences(m_folder.filePath(QStringLiteral("console.ini")))
        , shortcuts(preferences)
        , session(place.location())
        , context{session, shortcuts, preferences}
    {
        Theme::instance().apply(ThemeName::Light);
        page = std::make_unique<Desk>(context, nullptr);
        page->resize(1280, 760);
        QObject::connect(
            page.get(), &Page::goTo, page.get(), [this](const QString &to, const QVariantMap &what) {
                wentTo = to;
                wentFor = what;
            });
        QObject::connect(page.get(), &Page::troubleSaid, page.get(),
            [this](const QString &text) { trouble.append(text); });
    }

    // Shows the page and waits for its data.
    [[nodiscard]] bool show()
    {
        page->show();
        page->activateWindow();
        return QTest::qWaitForWindowActive(page.get())
            && QTest::qWaitFor([this] { return page->isReady(); }, patienceMs);
    }

    template <class Widget>
    [[nodiscard]] Widget *find(const QString &name = {}) const
    {
        return page->template findChild<Widget *>(name);
    }
    [[nodiscard]] QAction *action(const char *id) const { return shortcuts.action(QLatin1String(id)); }
    [[nodiscard]] QAbstractButton *button(const QString &text) const
    {
        for (auto *candidate : page->template findChildren<QAbstractButton *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    // Controls a screen reader would find nameless.
    [[nodiscard]] QStringList namelessControls() const
    {
        QStringList nameless;
        for (const auto *control : page->template findChildren<QWidget *>()) {
            const auto *pressed = qobject_cast<const QAbstractButton *>(control);
            const bool named
                = !control->accessibleName().isEmpty() || (pressed && !pressed->text().isEmpty());
            const bool innards = control->objectName().startsWith(QLatin1String("qt_"))
                || control->parentWidget()->inherits("QAbstractSpinBox")
                || control->parentWidget()->inherits("QComboBox")
                || control->parentWidget()->inherits("QLineEdit")
                || control->parentWidget()->inherits("QTabBar")
                || control->parentWidget()->inherits("QTableView") || control->inherits("QTabBar")
                || control->inherits("QLabel") || control->inherits("QScrollBar");
            if ((control->focusPolicy() & Qt::TabFocus) && control->isVisible() && !named && !innards)
                nameless.append(QString::fromLatin1(control->metaObject()->className()));
        }
        return nameless;
    }

private:
    QTemporaryDir m_folder;

public:
    Preferences preferences;
    ShortcutMap shortcuts;
    StoreSession session;
    PageContext context;
    QString wentTo;
    QVariantMap wentFor;
    QStringList trouble;
    std::unique_ptr<Desk> page;
};

} // namespace gatehouse::console::test
