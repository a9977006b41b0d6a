// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The composition root: preferences, store, window and gateway, put together and taken apart again.

#include "app/gateway_supervisor.h"
#include "app/options.h"
#include "app/store_entry.h"
#include "ui/settings/preferences.h"
#include "ui/settings/shortcut_map.h"

#include <QObject>

#include <memory>

namespace gatehouse::console {

class MainWindow;
class StoreSession;
class Tray;

class Console : public QObject {
    Q_OBJECT

public:
    // `preferences` outlives the console.
    Console(Options options, Preferences &preferences);
    ~Console() override;

    // Opens the store and shows the window. False when there is no store and the user chose none.
    [[nodiscard]] bool start();
    [[nodiscard]] MainWindow *window() { return m_window.get(); }

private:
    [[nodiscard]] QString firstStore() const;
    [[nodiscard]] bool openStore(QString choice);
    [[nodiscard]] bool openForPicture(const QString &choice);
    void build(const StoreEntry::Entered &store);
    void tearDown();
    void connectGateway();
    void showGateway();
    void toggleGateway();
    void offerOtherAddress(const QString &taken);
    void chooseStore();
    void offerWelcome();
    void takePicture();
    void close();
    void applyAppearance();

    const Options m_options;
    Preferences &m_preferences;
    StoreEntry m_entry;
    std::unique_ptr<ShortcutMap> m_shortcuts;
    std::unique_ptr<StoreSession> m_session;
    std::unique_ptr<GatewaySupervisor> m_gateway;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tray> m_tray;
};

} // namespace gatehouse::console
