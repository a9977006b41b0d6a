// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/tray.h"

#include "models/alerts/alert_watch.h"
#include "models/store_session.h"
#include "ui/frame/main_window.h"
#include "ui/settings/preferences.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QPainter>

namespace gatehouse::console {

namespace {

constexpr int plate = 64; // px; panels scale it down
constexpr int mostShown = 99;

bool isInFront()
{
    return QGuiApplication::applicationState() == Qt::ApplicationActive;
}

void paintCount(QPainter &painter, qint64 count, const Tokens &colours)
{
    const QString text = count > mostShown ? QStringLiteral("%1+").arg(mostShown) : QString::number(count);
    QFont font = textFont();
    font.setPixelSize(text.size() > 2 ? plate * 3 / 10 : plate * 4 / 10);
    font.setWeight(QFont::Bold);
    const QRectF disc(plate * 0.38, plate * 0.38, plate * 0.62, plate * 0.62);
    painter.setPen(QPen(colours.onAccent, plate / 32.0));
    painter.setBrush(colours.of(Severity::Critical));
    painter.drawEllipse(disc.adjusted(1, 1, -1, -1));
    painter.setFont(font);
    painter.drawText(disc, Qt::AlignCenter, text);
}

} // namespace

QIcon trayIcon(qint64 count)
{
    const Tokens &colours = tokensOf(ThemeName::Light);
    QPixmap pixmap(plate, plate);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accent);
    painter.drawRoundedRect(QRect(0, 0, plate, plate), plate / 6.0, plate / 6.0);
    const int edge = plate / 6;
    themedIcon(QStringLiteral("gateway"), colours.onAccent)
        .paint(&painter, QRect(edge, edge, plate - 2 * edge, plate - 2 * edge));
    if (count > 0)
        paintCount(painter, count, colours);
    painter.end();
    return {pixmap};
}

Tray::Tray(MainWindow &window, StoreSession &session, Preferences &preferences)
    : m_window(window)
    , m_session(session)
    , m_preferences(preferences)
    , m_watch(new AlertWatch(session, systemClock(), this))
    , m_icon(new QSystemTrayIcon(this))
{
    buildMenu();
    m_icon->setContextMenu(&m_menu);
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            raise();
    });
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, [this] { showWaiting(m_told); });
    connect(m_watch, &AlertWatch::openCriticalChanged, this, &Tray::showCount);
    connect(m_watch, &AlertWatch::noticed, this, &Tray::tell);
    connect(&preferences, &Preferences::alertsChanged, this, &Tray::readLevel);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
        [this] { m_watch->setWatched(isInFront()); });
    m_watch->setWatched(isInFront());
    readLevel();
    showCount();
    m_icon->show();
}

void Tray::buildMenu()
{
    connect(m_menu.addAction(tr("Show the console")), &QAction::triggered, this, &Tray::raise);
    connect(m_menu.addAction(tr("Show critical calls that wait")), &QAction::triggered, this,
        [this] { showWaiting({}); });
}

void Tray::readLevel()
{
    const QString word = m_preferences.alerts();
    m_watch->setLevel(word == QLatin1String("off") ? AlertLevel::Off
            : word == QLatin1String("high")        ? AlertLevel::High
                                                   : AlertLevel::Critical);
}

void Tray::showCount()
{
    const qint64 count = m_watch->openCritical();
    m_icon->setIcon(trayIcon(count));
    const QString state = count > 0 ? tr("%n open critical calls", nullptr, static_cast<int>(count))
                                    : tr("no open critical call");
    m_icon->setToolTip(tr("Gatehouse, %1: %2").arg(m_session.displayName(), state));
}

void Tray::tell(const AlertNotice &notice)
{
    m_told = notice.oldest;
    m_icon->showMessage(notice.title, notice.text, m_icon->icon());
}

void Tray::raise()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Tray::showWaiting(const QString &call)
{
    raise();
    QVariantMap what{{QStringLiteral("filter"), m_watch->filter()}};
    if (!call.isEmpty())
        what.insert(QStringLiteral("interaction"), call);
    m_window.showPage(QStringLiteral("review"), what);
}

} // namespace gatehouse::console
