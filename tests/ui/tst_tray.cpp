// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alert_watch.h"
#include "tests/ui/window_fixture.h"
#include "ui/frame/tray.h"
#include "ui/review/queue_view.h"
#include "ui/settings/settings_dialog.h"
#include "ui/widgets/filter_bar.h"

#include <QComboBox>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

class TestTray : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theToolTipSaysWhatWaits();
    void theIconReadsOnAnyPanel();
    void aClickLeadsToTheCall();
    void theSettingTakesEffectAtOnce();
};

void TestTray::theToolTipSaysWhatWaits()
{
    QueuePlace place;
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    Tray tray(fixture.window, fixture.session, fixture.preferences);
    auto *icon = tray.findChild<QSystemTrayIcon *>();
    QVERIFY(icon->toolTip().endsWith(QStringLiteral("no open critical call")));
    place.addCalls(2, 0, "payments", Severity::Critical);
    QTRY_VERIFY_WITH_TIMEOUT(icon->toolTip().endsWith(QStringLiteral("2 open critical calls")), patienceMs);
}

// Neither the plate nor the disc may vanish in a white or a black panel.
void TestTray::theIconReadsOnAnyPanel()
{
    const QImage none = trayIcon(0).pixmap(64).toImage(), some = trayIcon(7).pixmap(64).toImage();
    QVERIFY(none != some);
    for (const QPoint at : {QPoint(8, 30), QPoint(32, 4)}) {
        const int grey = qGray(some.pixel(at));
        QVERIFY2(grey > 40 && grey < 200, qPrintable(QString::number(grey)));
    }
    QCOMPARE(trayIcon(100).pixmap(64).toImage(), trayIcon(2000).pixmap(64).toImage());
}

void TestTray::aClickLeadsToTheCall()
{
    QueuePlace place;
    place.addCalls(3);
    const QStringList critical = place.addCalls(2, 10, "payments", Severity::Critical);
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("explorer")));
    Tray tray(fixture.window, fixture.session, fixture.preferences);
    fixture.window.showMinimized();
    Q_EMIT tray.watch().noticed({QStringLiteral("2 wait"), {}, critical.first()});
    Q_EMIT tray.findChild<QSystemTrayIcon *>()->messageClicked();
    QVERIFY(!fixture.window.isMinimized());
    QCOMPARE(fixture.window.currentPage()->key(), QStringLiteral("review"));
    auto *queue = fixture.window.currentPage()->findChild<QueueView *>();
    QTRY_COMPARE_WITH_TIMEOUT(queue->currentId(), critical.first(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(queue->model()->rowCount(), 2, patienceMs);
}

void TestTray::theSettingTakesEffectAtOnce()
{
    QueuePlace place;
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    Tray tray(fixture.window, fixture.session, fixture.preferences);
    QCOMPARE(tray.watch().filter(), QStringLiteral("state:open severity:critical"));
    fixture.window.openSettings();
    QComboBox *alerts = nullptr;
    for (QComboBox *box : fixture.find<SettingsDialog>()->findChildren<QComboBox *>()) {
        if (box->findData(QStringLiteral("high")) >= 0)
            alerts = box;
    }
    QVERIFY(alerts);
    alerts->setCurrentIndex(alerts->findData(QStringLiteral("high")));
    QCOMPARE(tray.watch().filter(), QStringLiteral("state:open severity>=high"));
    QCOMPARE(fixture.preferences.alerts(), QStringLiteral("high"));
}

QTEST_MAIN(TestTray)
#include "tst_tray.moc"
