// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overview/overview_reader.h"

#include "models/overview/overview_tables.h"
#include "store/filter.h"
#include "tests/models/desk_fixture.h"

#include <QAbstractItemModelTester>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

// The reader asks by the machine's clock, so the calls must be of this hour.
DeskPlace &withCallsOfToday(DeskPlace &place)
{
    place.place.clock.set(
        std::chrono::time_point_cast<Micros>(systemClock().now()) - std::chrono::minutes(5));
    place.addCalls(3);
    place.addCalls(2, 10, "support");
    return place;
}

} // namespace

class TestOverviewReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatHappened();
    void anotherPeriodHasOtherSteps();
    void tellsOnlyWhatIsNew();
    void tablesHaveTheNumbers();
    void marksNameTheirCalls();
};

void TestOverviewReader::countsWhatHappened()
{
    DeskPlace place;
    StoreSession session(withCallsOfToday(place).location());
    OverviewReader reader(session);
    QTRY_VERIFY_WITH_TIMEOUT(reader.data().has_value(), patienceMs);
    const OverviewData &data = *reader.data();
    QCOMPARE(data.figures.calls, 5);
    QCOMPARE(data.figures.blocked, 5);
    QCOMPARE(data.figures.flagged, 0);
    QCOMPARE(data.figures.openReviews, 5);
    QCOMPARE(data.steps.size(), std::size_t(24));
    qint64 blocked = 0;
    for (const VerdictStep &step : data.steps)
        blocked += step.of(VerdictKind::Blocked);
    QCOMPARE(blocked, 5);
    QCOMPARE(data.teams.size(), std::size_t(2));
    QCOMPARE(data.teams[0], (NamedCount{"payments", 3}));
    QVERIFY(!data.keys.empty() && !data.rules.empty() && !data.models.empty());
    QCOMPARE(data.keys[0].count, 5);
}

void TestOverviewReader::anotherPeriodHasOtherSteps()
{
    DeskPlace place;
    StoreSession session(withCallsOfToday(place).location());
    OverviewReader reader(session);
    reader.setPeriod(Period::Month);
    QTRY_VERIFY_WITH_TIMEOUT(reader.data() && reader.data()->period == Period::Month, patienceMs);
    QCOMPARE(reader.data()->steps.size(), std::size_t(30));
    QCOMPARE(reader.data()->figures.calls, 5);
}

void TestOverviewReader::tellsOnlyWhatIsNew()
{
    DeskPlace place;
    StoreSession session(withCallsOfToday(place).location());
    OverviewReader reader(session);
    QSignalSpy loaded(&reader, &OverviewReader::loaded);
    QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, patienceMs);
    place.addCalls(1, 20);
    QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 2, patienceMs);
    QCOMPARE(reader.data()->figures.calls, 6);
}

void TestOverviewReader::tablesHaveTheNumbers()
{
    VerdictTable verdicts;
    CountTable counts("Team");
    QAbstractItemModelTester first(&verdicts, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester second(&counts, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QDateTime start = QDateTime::fromString("2026-11-20T12:00:00Z", Qt::ISODate);
    verdicts.setRows({{start, start.addSecs(3600), {10, 1, 2, 0, 4}}});
    counts.setRows({{"payments", 3}, {"my_team", 1}});
    QCOMPARE(verdicts.index(0, 1 + int(VerdictKind::Blocked)).data().toString(), QString("4"));
    QCOMPARE(verdicts.headerData(1 + int(VerdictKind::Blocked), Qt::Horizontal).toString(),
        word(VerdictKind::Blocked));
    QCOMPARE(counts.index(1, 0).data().toString(), QString("my_team"));
    QCOMPARE(counts.index(0, 1).data().toString(), QString("3"));
}

void TestOverviewReader::marksNameTheirCalls()
{
    const QDateTime start = QDateTime::fromString("2026-11-20T12:00:00Z", Qt::ISODate);
    const QString filter = stepFilter({start, start.addSecs(3600), {}}, VerdictKind::Masked);
    QCOMPARE(filter, QString("verdict:masked since:2026-11-20T12:00:00Z until:2026-11-20T13:00:00Z"));
    QVERIFY(store::parseFilter(filter.toStdString()).has_value());
    QVERIFY(store::parseFilter(sinceFilter(start).toStdString()).has_value());
}

QTEST_GUILESS_MAIN(TestOverviewReader)
#include "tst_overview_reader.moc"
