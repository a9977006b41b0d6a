// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "models/default_store.h"
#include "models/store_session.h"
#include "models/system/gateway_status.h"
#include "models/system/store_facts.h"
#include "models/text.h"
#include "ui/frame/main_window.h"
#include "ui/frame/store_dialog.h"
#include "ui/frame/tray.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <cstdio>

namespace gatehouse::console {

namespace {

const QString standardAddress = QStringLiteral("127.0.0.1:8787");
const QString anyAddress = QStringLiteral("127.0.0.1:0");
constexpr int settleMs = 200; // a layout pass and the first status line before a picture

OwnGateway shownAs(GatewaySupervisor::State state)
{
    switch (state) {
    case GatewaySupervisor::State::Starting:
        return OwnGateway::Starting;
    case GatewaySupervisor::State::Running:
        return OwnGateway::Running;
    case GatewaySupervisor::State::Stopping:
        return OwnGateway::Stopping;
    case GatewaySupervisor::State::Failed:
        return OwnGateway::Failed;
    case GatewaySupervisor::State::Off:
        break;
    }
    return OwnGateway::Off;
}

} // namespace

Console::Console(Options options, Preferences &preferences)
    : m_options(std::move(options))
    , m_preferences(preferences)
    , m_entry(preferences)
{
    applyAppearance();
    connect(&m_preferences, &Preferences::appearanceChanged, this, &Console::applyAppearance);
}

Console::~Console()
{
    tearDown();
}

void Console::applyAppearance()
{
    const bool fixed = !m_options.theme.isEmpty();
    Theme::instance().apply(
        themeFromWord(fixed ? m_options.theme : m_preferences.theme()), m_preferences.textSize());
}

QString Console::firstStore() const
{
    if (!m_options.store.isEmpty())
        return m_options.store;
    const QStringList recent = m_preferences.recentStores();
    return recent.isEmpty() ? defaultStore() : recent.first();
}

bool Console::start()
{
    if (!openStore(firstStore()))
        return false;
    if (m_options.screenshot.isEmpty())
        offerWelcome();
    else
        takePicture();
    return true;
}

// No questions, where nobody looks.
bool Console::openForPicture(const QString &choice)
{
    const auto connection = m_preferences.connection(connectionNameOf(choice));
    const QString location = connection ? addressOf(*connection) : choice;
    const Status ready = prepareStore(location);
    if (ready)
        build({location, connection ? connection->name : QString(), {}});
    else
        std::fprintf(stderr, "%s\n", qPrintable(errorText(ready.error())));
    return ready.has_value();
}

bool Console::openStore(QString choice)
{
    if (!m_options.screenshot.isEmpty())
        return openForPicture(choice);
    for (;;) {
        QString why;
        if (const auto store = m_entry.enter(choice, m_window.get(), why)) {
            build(*store);
            return true;
        }
        StoreDialog dialog(m_preferences, m_entry.keeper(), why, m_window.get());
        if (dialog.exec() != QDialog::Accepted)
            return false;
        choice = dialog.choice();
    }
}

void Console::build(const StoreEntry::Entered &store)
{
    tearDown();
    if (!store.choice.isEmpty())
        m_preferences.addRecentStore(store.choice);
    m_shortcuts = std::make_unique<ShortcutMap>(m_preferences);
    m_session = std::make_unique<StoreSession>(store.location);
    m_session->setDisplayName(store.name);
    m_window = std::make_unique<MainWindow>(PageContext{*m_session, *m_shortcuts, m_preferences});
    m_gateway = std::make_unique<GatewaySupervisor>(store.location);
    connectGateway();
    connect(m_window.get(), &MainWindow::storeChooserWanted, this, &Console::chooseStore);
    connect(m_window.get(), &MainWindow::closing, this, &Console::close);
    if (m_options.size.isValid())
        m_window->resize(m_options.size);
    else if (m_preferences.layout(QStringLiteral("window")).isEmpty())
        m_window->resize(1280, 800);
    m_window->showPage(m_options.page.isEmpty() ? m_preferences.lastPage() : m_options.page);
    m_window->show();
    if (m_options.screenshot.isEmpty())
        m_tray = std::make_unique<Tray>(*m_window, *m_session, m_preferences);
    // A picture is of what the store holds; it starts nothing. A store that many share has gateways of its
    // own.
    if (m_options.screenshot.isEmpty() && !store.choice.isEmpty() && store.name.isEmpty())
        QTimer::singleShot(0, m_gateway.get(), [this] { m_gateway->start(standardAddress); });
}

void Console::tearDown()
{
    m_tray.reset();
    m_window.reset();
    m_gateway.reset();
    m_session.reset();
    m_shortcuts.reset();
}

void Console::connectGateway()
{
    connect(m_gateway.get(), &GatewaySupervisor::stateChanged, this, &Console::showGateway);
    connect(m_gateway.get(), &GatewaySupervisor::addressTaken, this, &Console::offerOtherAddress);
    connect(m_window.get(), &MainWindow::gatewayToggleWanted, this, &Console::toggleGateway);
}

void Console::showGateway()
{
    const bool failed = m_gateway->state() == GatewaySupervisor::State::Failed;
    m_window->stateBar().setOwnGateway(shownAs(m_gateway->state()),
        failed ? m_gateway->trouble() : tr("Gateway %1").arg(m_gateway->address()));
    if (!m_gateway->address().isEmpty())
        m_window->setGatewayAddress(m_gateway->address());
}

void Console::toggleGateway()
{
    const bool on = m_gateway->state() == GatewaySupervisor::State::Running
        || m_gateway->state() == GatewaySupervisor::State::Starting;
    if (on)
        m_gateway->stop();
    else
        m_gateway->start(standardAddress);
}

void Console::offerOtherAddress(const QString &taken)
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Address taken"),
        tr("Something else listens on %1. Start the gateway on another free port?").arg(taken),
        QMessageBox::Cancel, m_window.get());
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto *other = question->addButton(tr("Use another port"), QMessageBox::AcceptRole);
    question->setDefaultButton(other);
    connect(other, &QPushButton::clicked, m_gateway.get(), [this] { m_gateway->start(anyAddress); });
    question->open();
}

void Console::chooseStore()
{
    StoreDialog dialog(m_preferences, m_entry.keeper(), {}, m_window.get());
    if (dialog.exec() != QDialog::Accepted)
        return;
    // After this event: the window that asked is taken down.
    QTimer::singleShot(0, this, [this, choice = dialog.choice()] {
        QString why;
        if (const auto store = m_entry.enter(choice, m_window.get(), why))
            build(*store);
        else
            m_window->stateBar().sayTrouble(why);
    });
}

void Console::offerWelcome()
{
    readStoreFacts(*m_session, m_window.get(), [this](const StoreFacts &facts, const QString &trouble) {
        if (trouble.isEmpty() && facts.interactions == 0 && facts.keys == 0)
            m_window->openWelcome();
    });
}

void Console::takePicture()
{
    Page *page = m_window->currentPage();
    const auto shoot = [this] {
        QTimer::singleShot(settleMs, this, [this] {
            // Where no pointer is, the one at (0, 0) would light up the first button.
            for (QWidget *widget : m_window->findChildren<QWidget *>())
                widget->setAttribute(Qt::WA_UnderMouse, false);
            const bool saved = m_window->grab().save(m_options.screenshot);
            if (!saved)
                std::fprintf(stderr, "cannot write %s\n", qPrintable(m_options.screenshot));
            QApplication::exit(saved ? 0 : 1);
        });
    };
    if (page->isReady())
        shoot();
    else
        connect(page, &Page::whenReady, this, shoot);
}

void Console::close()
{
    if (m_gateway->state() == GatewaySupervisor::State::Running) {
        QMessageBox question(QMessageBox::Question, tr("Close the console"),
            tr("The gateway on %1 serves calls. Should it go on without the console?")
                .arg(m_gateway->address()),
            QMessageBox::Cancel, m_window.get());
        auto *stop = question.addButton(tr("Stop gateway"), QMessageBox::DestructiveRole);
        auto *keep = question.addButton(tr("Let it go on"), QMessageBox::AcceptRole);
        question.setDefaultButton(stop);
        question.exec();
        if (question.clickedButton() != stop && question.clickedButton() != keep)
            return;
        if (question.clickedButton() == keep && !m_gateway->leaveRunning()) {
            m_window->stateBar().sayTrouble(
                tr("The gateway could not be handed over; it is stopping instead"));
            return;
        }
    }
    m_window->allowClose();
    m_window->close();
    QApplication::quit();
}

} // namespace gatehouse::console
