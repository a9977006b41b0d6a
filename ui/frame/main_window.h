// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The one window: rail, top line, pages, status bar. Pages are made on first visit and keep their state.

#include "ui/frame/state_bar.h"
#include "ui/page.h"

#include <QMainWindow>
#include <QMap>

class QStackedWidget;
class QVBoxLayout;

namespace gatehouse::console {

class GatewayStatus;
class RailButton;
class RailViews;
class TopLine;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    // `context` outlives the window.
    explicit MainWindow(PageContext context, QWidget *parent = nullptr);

    // An unknown key shows the review desk. Gives the page shown.
    Page *showPage(const QString &key, const QVariantMap &what = {});
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] StateBar &stateBar() { return *m_state; }
    [[nodiscard]] const GatewayStatus &gatewayStatus() const { return *m_status; }
    // The console's own gateway: for snippets, and to be asked how it is.
    void setGatewayAddress(const QString &address);

    void openSettings();
    void openWelcome(); // sample data and a first call
    void openKeySheet();
    void openPalette();

Q_SIGNALS:
    void storeChooserWanted();
    void closing(); // the window was asked to close; see allowClose
    void gatewayToggleWanted();

public:
    void allowClose() { m_mayClose = true; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildRail(QVBoxLayout *rail);
    void addCommands();
    Page *pageFor(const QString &key);
    void connectPage(Page *page, RailButton *button);
    void cyclePane() const;
    void refreshTop();

    PageContext m_context;
    GatewayStatus *m_status;
    TopLine *m_top;
    QStackedWidget *m_stack;
    StateBar *m_state;
    QMap<QString, RailButton *> m_rail;
    RailViews *m_railViews = nullptr;
    QMap<QString, Page *> m_pages;
    QString m_gatewayAddress = QStringLiteral("127.0.0.1:8787");
    bool m_mayClose = false;
};

} // namespace gatehouse::console
