// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alert_watch.h"
#include "tests/models/queue_fixture.h"

#include "store/reviews.h"

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;
using namespace std::chrono_literals;

namespace {

Alert alert(const char *id, Severity severity = Severity::Critical)
{
    return {QString::fromLatin1(id), severity, QStringLiteral("injection"), QStringLiteral("k1"),
        QStringLiteral("payments")};
}

} // namespace

class TestAlerts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstIsToldAtOnceAndTheRestTogether();
    void whatWasDecidedMeanwhileIsNotTold();
    void whatWasToldOrSeenIsNotToldAgain();
    void aClockThatIsSetBackHoldsNothingUp();
    void aNoticeSaysNothingOfTheCall();
    void newCriticalCallsAreNoticedWhileNobodyLooks();
    void whatWaitedBeforeIsOnlyCounted();
    void theLevelSaysWhatIsNoticed_data();
    void theLevelSaysWhatIsNoticed();

private:
    store::test::FixedClock m_clock;
};

void TestAlerts::theFirstIsToldAtOnceAndTheRestTogether()
{
    AlertPace pace;
    QVERIFY(!pace.take(m_clock.now()));
    QVERIFY(!pace.wait(m_clock.now()));
    pace.add({alert("1")});
    QCOMPARE(pace.take(m_clock.now())->oldest, QStringLiteral("1"));
    m_clock.advance(20s);
    pace.add({alert("3"), alert("2")});
    pace.add({alert("4")});
    QVERIFY(!pace.take(m_clock.now()));
    QCOMPARE(pace.wait(m_clock.now())->count(), Micros(40s).count());
    m_clock.advance(40s);
    const auto notice = pace.take(m_clock.now());
    QVERIFY(notice);
    QCOMPARE(notice->oldest, QStringLiteral("2"));
    QVERIFY2(notice->title.startsWith(QLatin1Char('3')), qPrintable(notice->title));
    QVERIFY(!pace.wait(m_clock.now()));
}

void TestAlerts::whatWasDecidedMeanwhileIsNotTold()
{
    AlertPace pace;
    pace.add({alert("1")});
    (void)pace.take(m_clock.now());
    pace.add({alert("2"), alert("3")});
    pace.drop({QStringLiteral("2")});
    m_clock.advance(1min);
    QCOMPARE(pace.take(m_clock.now())->oldest, QStringLiteral("3"));
    pace.add({alert("4")});
    pace.drop({QStringLiteral("4")});
    m_clock.advance(1min);
    QVERIFY(!pace.take(m_clock.now()));
}

void TestAlerts::whatWasToldOrSeenIsNotToldAgain()
{
    AlertPace pace;
    pace.add({alert("1")});
    (void)pace.take(m_clock.now());
    pace.add({alert("2")});
    pace.clear();
    m_clock.advance(1min);
    pace.add({alert("1"), alert("2")});
    QVERIFY(!pace.take(m_clock.now()));
}

void TestAlerts::aClockThatIsSetBackHoldsNothingUp()
{
    AlertPace pace;
    pace.add({alert("1")});
    (void)pace.take(m_clock.now());
    m_clock.advance(-1h);
    pace.add({alert("2")});
    QVERIFY(pace.take(m_clock.now()));
}

void TestAlerts::aNoticeSaysNothingOfTheCall()
{
    AlertPace pace;
    pace.add({alert("1", Severity::High), alert("2")});
    const auto notice = pace.take(m_clock.now());
    QCOMPARE(notice->title, QStringLiteral("2 serious calls wait"));
    QCOMPARE(notice->text, QStringLiteral("The oldest: high, rule injection, key k1 of payments"));
}

void TestAlerts::newCriticalCallsAreNoticedWhileNobodyLooks()
{
    QueuePlace place;
    StoreSession session(place.location());
    AlertWatch watch(session, m_clock);
    QSignalSpy noticed(&watch, &AlertWatch::noticed), counted(&watch, &AlertWatch::openCriticalChanged);
    place.addCalls(1, 0, "payments", Severity::Critical);
    QTRY_COMPARE_WITH_TIMEOUT(watch.openCritical(), 1, patienceMs);
    QCOMPARE(noticed.size(), 0); // somebody looks
    watch.setWatched(false);
    const QString second = place.addCalls(1, 1, "payments", Severity::Critical).first();
    QTRY_COMPARE_WITH_TIMEOUT(noticed.size(), 1, patienceMs);
    QCOMPARE(noticed.first().first().value<AlertNotice>().oldest, second);
    // Within the same minute: collected, and told when it is over.
    const QString third = place.addCalls(2, 2, "payments", Severity::Critical).first();
    QTRY_COMPARE_WITH_TIMEOUT(watch.openCritical(), 4, patienceMs);
    QCOMPARE(noticed.size(), 1);
    m_clock.advance(1min);
    watch.sayWhatIsDue();
    QCOMPARE(noticed.size(), 2);
    QCOMPARE(noticed.last().first().value<AlertNotice>().oldest, third);
}

void TestAlerts::whatWaitedBeforeIsOnlyCounted()
{
    QueuePlace place;
    const QStringList before = place.addCalls(3, 0, "payments", Severity::Critical);
    StoreSession session(place.location());
    AlertWatch watch(session, m_clock);
    watch.setWatched(false);
    QSignalSpy noticed(&watch, &AlertWatch::noticed);
    QTRY_COMPARE_WITH_TIMEOUT(watch.openCritical(), 3, patienceMs);
    const auto store = place.place.open();
    const auto seen = store::seeCalls(*store, {{before.first().toStdString()}});
    QVERIFY(store::resolve(*store, *seen, store::Disposition::Benign, {}));
    QTRY_COMPARE_WITH_TIMEOUT(watch.openCritical(), 2, patienceMs);
    QCOMPARE(noticed.size(), 0);
}

void TestAlerts::theLevelSaysWhatIsNoticed_data()
{
    QTest::addColumn<AlertLevel>("level");
    QTest::addColumn<int>("notices");
    QTest::newRow("off") << AlertLevel::Off << 0;
    QTest::newRow("critical") << AlertLevel::Critical << 0;
    QTest::newRow("high") << AlertLevel::High << 1;
}

// A high call, then a critical one that shows that the watch has seen both.
void TestAlerts::theLevelSaysWhatIsNoticed()
{
    QFETCH(AlertLevel, level);
    QFETCH(int, notices);
    QueuePlace place;
    StoreSession session(place.location());
    AlertWatch watch(session, m_clock);
    watch.setLevel(level);
    QSignalSpy noticed(&watch, &AlertWatch::noticed);
    place.addCalls(1, 0, "payments", Severity::Critical);
    QTRY_COMPARE_WITH_TIMEOUT(watch.openCritical(), 1, patienceMs);
    watch.setWatched(false);
    const QString high = place.addCalls(1, 1, "payments", Severity::High).first();
    if (notices > 0)
        QTRY_COMPARE_WITH_TIMEOUT(noticed.size(), notices, patienceMs);
    place.addCalls(1, 2, "payments", Severity::Critical);
    QTRY_COMPARE_WITH_TIMEOUT(watch.openCritical(), 2, patienceMs);
    bool toldOfHigh = false;
    for (const auto &each : noticed)
        toldOfHigh = toldOfHigh || each.first().value<AlertNotice>().oldest == high;
    QCOMPARE(toldOfHigh, notices > 0);
    QCOMPARE(noticed.isEmpty(), level == AlertLevel::Off);
}

QTEST_MAIN(TestAlerts)
#include "tst_alerts.moc"
