// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/main_window.h"

#include "models/store_session.h"
#include "models/system/gateway_status.h"
#include "ui/frame/command_palette.h"
#include "ui/frame/key_sheet.h"
#include "ui/frame/offline_banner.h"
#include "ui/frame/rail_button.h"
#include "ui/frame/rail_views.h"
#include "ui/frame/top_line.h"
#include "ui/frame/welcome_dialog.h"
#include "ui/pages.h"
#include "ui/settings/preferences.h"
#include "ui/settings/right_binding.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"
#include "ui/widgets/section_title.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace gatehouse::console {

namespace {
const QString layoutKey = QStringLiteral("window");
}

MainWindow::MainWindow(PageContext context, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_status(new GatewayStatus(context.session, this))
    , m_top(new TopLine)
    , m_stack(new QStackedWidget)
    , m_state(new StateBar)
{
    context.shortcuts.setPermissions(&context.session.permissions());
    setWindowTitle(tr("%1 · Gatehouse").arg(context.session.displayName()));
    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    auto *rail = new QVBoxLayout;
    rail->setSpacing(0);
    buildRail(rail);
    auto *desk = new QVBoxLayout;
    desk->setSpacing(0);
    desk->addWidget(m_top);
    desk->addWidget(newLine());
    desk->addWidget(new OfflineBanner(context.session));
    desk->addWidget(m_stack, 1);
    middle->addLayout(rail);
    auto *edge = newLine();
    edge->setFixedSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    edge->setFixedWidth(1);
    edge->setMinimumHeight(0);
    middle->addWidget(edge);
    middle->addLayout(desk, 1);
    column->addLayout(middle, 1);
    column->addWidget(newLine());
    column->addWidget(m_state);
    setCentralWidget(central);
    addCommands();
    m_top->setStore(context.session.displayName(), context.session.shownLocation());
    connect(m_top, &TopLine::storeWanted, this, &MainWindow::storeChooserWanted);
    connect(m_top, &TopLine::paletteWanted, this, &MainWindow::openPalette);
    connect(m_top, &TopLine::settingsWanted, this, &MainWindow::openSettings);
    connect(m_state, &StateBar::gatewayToggleWanted, this, &MainWindow::gatewayToggleWanted);
    connect(&context.session.permissions(), &Permissions::refused, m_state, &StateBar::sayTrouble);
    connect(m_status, &GatewayStatus::changed, this, [this] { m_state->setStatus(*m_status); });
    m_state->setStatus(*m_status);
    restoreGeometry(context.preferences.layout(layoutKey));
}

void MainWindow::buildRail(QVBoxLayout *rail)
{
    for (const PageEntry &entry : pageEntries()) {
        const QString key = QString::fromLatin1(entry.key);
        auto *button = new RailButton(QString::fromLatin1(entry.icon), entry.title());
        connect(button, &QAbstractButton::clicked, this, [this, key] { showPage(key); });
        rail->addWidget(button);
        m_rail.insert(key, button);
    }
    m_railViews = new RailViews;
    rail->addWidget(m_railViews, 1);
}

void MainWindow::addCommands()
{
    ShortcutMap &shortcuts = m_context.shortcuts;
    const QString group = tr("Everywhere");
    const auto add
        = [&](const QString &id, const QString &text, const QKeySequence &key, bool inPalette = true) {
              return shortcuts.add({id, text, key, group, inPalette}, this, Qt::WindowShortcut);
          };
    int number = 1;
    for (const PageEntry &entry : pageEntries()) {
        const QString key = QString::fromLatin1(entry.key);
        QAction *go = add(QStringLiteral("go.") + key, tr("Go to %1").arg(entry.title()),
            QKeySequence(QStringLiteral("Alt+%1").arg(number++)));
        connect(go, &QAction::triggered, this, [this, key] { showPage(key); });
        m_rail[key]->setToolTip(go->toolTip());
    }
    QAction *palette
        = add(QStringLiteral("palette"), tr("Pages and commands"), QKeySequence(Qt::CTRL | Qt::Key_K), false);
    connect(palette, &QAction::triggered, this, &MainWindow::openPalette);
    m_top->setPaletteKey(palette->shortcut().toString(QKeySequence::NativeText));
    connect(add(QStringLiteral("pane"), tr("Next pane"), QKeySequence(Qt::Key_F6), false),
        &QAction::triggered, this, &MainWindow::cyclePane);
    connect(add(QStringLiteral("keys"), tr("Show all keys"), QKeySequence(QStringLiteral("?"))),
        &QAction::triggered, this, &MainWindow::openKeySheet);
    connect(add(QStringLiteral("settings"), tr("Settings…"), QKeySequence(QStringLiteral("Ctrl+,"))),
        &QAction::triggered, this, &MainWindow::openSettings);
    connect(add(QStringLiteral("store"), tr("Open another store…"), QKeySequence(QKeySequence::Open)),
        &QAction::triggered, this, &MainWindow::storeChooserWanted);
    connect(add(QStringLiteral("welcome"), tr("Sample data and first call…"), {}), &QAction::triggered, this,
        &MainWindow::openWelcome);
    connect(add(QStringLiteral("gateway"), tr("Start or stop the gateway"), {}), &QAction::triggered, this,
        &MainWindow::gatewayToggleWanted);
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

Page *MainWindow::pageFor(const QString &key)
{
    const PageEntry *entry = findPage(key);
    if (!entry)
        return nullptr;
    Page *&page = m_pages[key];
    if (!page) {
        page = entry->make(m_context, m_stack);
        m_stack->addWidget(page);
        connectPage(page, m_rail.value(key));
    }
    return page;
}

Page *MainWindow::showPage(const QString &key, const QVariantMap &what)
{
    if (key == QLatin1String("welcome")) {
        openWelcome();
        return currentPage();
    }
    Page *page = pageFor(key);
    if (!page)
        page = pageFor(QStringLiteral("review"));
    Page *before = currentPage();
    if (before && before != page && before->isVisible())
        before->deactivated();
    m_stack->setCurrentWidget(page);
    m_rail[page->key()]->setChecked(true);
    m_railViews->follow(page->savedViews());
    m_context.preferences.setLastPage(page->key());
    m_state->sayTrouble({});
    page->activated();
    const QWidget *focus = QApplication::focusWidget();
    if (!page->panes().isEmpty() && !(focus && page->isAncestorOf(focus)) && !(page->focusWidget()))
        page->panes().first()->setFocus();
    if (!what.isEmpty())
        page->open(what);
    refreshTop();
    return page;
}

void MainWindow::connectPage(Page *page, RailButton *button)
{
    connect(page, &Page::titleLineChanged, this, &MainWindow::refreshTop);
    connect(page, &Page::badgeChanged, button, &RailButton::setBadge);
    connect(page, &Page::goTo, this,
        [this](const QString &key, const QVariantMap &what) { showPage(key, what); });
    connect(page, &Page::troubleSaid, m_state, &StateBar::sayTrouble);
    connect(page, &Page::undoTextChanged, this, [this](const QString &text) {
        m_state->setUndoText(
            text, m_context.shortcuts.key(QStringLiteral("review.undo")).toString(QKeySequence::NativeText));
    });
}

void MainWindow::refreshTop()
{
    if (const Page *page = currentPage())
        m_top->setTitle(findPage(page->key())->title(), page->titleLine());
}

void MainWindow::cyclePane() const
{
    const Page *page = currentPage();
    const QList<QWidget *> panes = page ? page->panes() : QList<QWidget *>();
    if (panes.isEmpty())
        return;
    qsizetype here = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i]->hasFocus()
            || (QApplication::focusWidget() && panes[i]->isAncestorOf(QApplication::focusWidget())))
            here = i;
    }
    QWidget *next = panes[(here + 1) % panes.size()];
    next->setFocus(Qt::TabFocusReason);
    if (!next->hasFocus() && next->nextInFocusChain())
        next->nextInFocusChain()->setFocus(Qt::TabFocusReason);
}

void MainWindow::openPalette()
{
    QList<PaletteEntry> entries;
    for (const Command &command : m_context.shortcuts.commands()) {
        QAction *action = m_context.shortcuts.action(command.id);
        // A page's own commands make sense while it is on screen.
        const auto *owner = action ? qobject_cast<QWidget *>(action->parent()) : nullptr;
        if (!command.inPalette || !action || !owner || !owner->isVisible())
            continue;
        const ActionRight *right = ActionRight::of(action);
        if (right && !right->whyNot().isEmpty())
            entries.append({command.text, right->whyNot(), right->refusal(), false});
        else if (action->isEnabled())
            entries.append({command.text, action->shortcut().toString(QKeySequence::NativeText), action});
    }
    (new CommandPalette(entries, this))->open();
}

void MainWindow::openKeySheet()
{
    auto *sheet = new KeySheet(m_context.shortcuts, this);
    connect(sheet, &KeySheet::changeWanted, this, &MainWindow::openSettings);
    sheet->open();
}

void MainWindow::openSettings()
{
    (new SettingsDialog(m_context, this))->open();
}

void MainWindow::setGatewayAddress(const QString &address)
{
    m_gatewayAddress = address;
    m_status->setOwnAddress(address);
}

void MainWindow::openWelcome()
{
    (new WelcomeDialog(m_context.session, m_gatewayAddress, this))->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_context.preferences.setLayout(layoutKey, saveGeometry());
    if (!m_mayClose) {
        event->ignore();
        Q_EMIT closing();
        return;
    }
    event->accept();
}

} // namespace gatehouse::console
