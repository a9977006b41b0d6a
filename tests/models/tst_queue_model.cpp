// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/queue_model.h"

#include "store/reviews.h"
#include "tests/models/queue_fixture.h"

#include <QAbstractItemModelTester>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

const QString openOnly = QStringLiteral("state:open");

QStringList idsOf(const QueueModel &model)
{
    QStringList ids;
    for (const QueueRow &row : model.rows())
        ids.append(row.id);
    return ids;
}

QStringList newestFirst(QStringList ids)
{
    std::sort(ids.begin(), ids.end(), std::greater<>());
    return ids;
}

// A model on a store, checked by Qt's own tester all the while.
struct Desk {
    explicit Desk(QueuePlace &place, const QString &filter = openOnly)
        : session(place.location())
        , model(session)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
        , loaded(&model, &QueueModel::loaded)
    {
        model.setFilter(filter);
    }
    [[nodiscard]] bool load() { return !loaded.isEmpty() || loaded.wait(patienceMs); }

    StoreSession session;
    QueueModel model;
    QAbstractItemModelTester tester;
    QSignalSpy loaded;
};

} // namespace

class TestQueueModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsWhatMatchesNewestFirst();
    void pagesByKeyWithoutGapOrRepetition();
    void insertsWhatComesInWhileLive();
    void placesACallThatWasCommittedLate();
    void countsNewsWhileNotLive();
    void aDecisionHidesItsRowAtOnceAndForGood();
    void aFailedDecisionBringsTheRowBack();
    void keepsTheRowBeingReadUntilTheReaderMoves();
    void theRowBeingReadIsKeptCurrent();
    void aRowNotLoadedIsShownWhenItIsPinned();
    void decisionsGoByWhatTheStoreSaid();
    void showsWhatSomebodyElseDecided();
    void cellsSayWhatTheyFilterBy();
};

void TestQueueModel::listsWhatMatchesNewestFirst()
{
    QueuePlace place;
    const QStringList payments = place.addCalls(3);
    place.addCalls(2, 10, "support");
    Desk desk(place, QStringLiteral("state:open team:payments"));
    QVERIFY(desk.load());
    QCOMPARE(idsOf(desk.model), newestFirst(payments));
    QCOMPARE(desk.model.row(0).check, QStringLiteral("prompt_injection"));
}

void TestQueueModel::pagesByKeyWithoutGapOrRepetition()
{
    QueuePlace place;
    const QStringList all = place.addCalls(450);
    Desk desk(place);
    QVERIFY(desk.load());
    QCOMPARE(desk.model.rowCount(), 200);
    // As a view does: asks whenever there is more. The model's tester may have asked already, and a page that
    // a refresh overtakes is dropped.
    const auto askForMore = [&desk] {
        if (desk.model.canFetchMore({}))
            desk.model.fetchMore({});
        return desk.model.rowCount();
    };
    QTRY_COMPARE_WITH_TIMEOUT(askForMore(), all.size(), patienceMs);
    QVERIFY(!desk.model.canFetchMore({}));
    QCOMPARE(idsOf(desk.model), newestFirst(all));
}

void TestQueueModel::insertsWhatComesInWhileLive()
{
    QueuePlace place;
    QStringList all = place.addCalls(5);
    Desk desk(place);
    QVERIFY(desk.load());
    const QPersistentModelIndex reading = desk.model.index(2, 0);
    const QString id = reading.data(IdRole).toString();
    all += place.addCalls(3, 100);
    QTRY_COMPARE_WITH_TIMEOUT(desk.model.rowCount(), 8, patienceMs);
    QCOMPARE(idsOf(desk.model), newestFirst(all));
    QCOMPARE(reading.row(), 5);
    QCOMPARE(reading.data(IdRole).toString(), id);
}

void TestQueueModel::placesACallThatWasCommittedLate()
{
    QueuePlace place;
    QStringList all = place.addCalls(2, 0);
    all += place.addCalls(2, 100);
    Desk desk(place);
    QVERIFY(desk.load());
    all += place.addCalls(1, 50);
    QTRY_COMPARE_WITH_TIMEOUT(desk.model.rowCount(), 5, patienceMs);
    QCOMPARE(idsOf(desk.model), newestFirst(all));
}

void TestQueueModel::countsNewsWhileNotLive()
{
    QueuePlace place;
    QStringList all = place.addCalls(4);
    Desk desk(place);
    QVERIFY(desk.load());
    desk.model.setLive(false);
    all += place.addCalls(6, 100);
    QTRY_COMPARE_WITH_TIMEOUT(desk.model.newsCount(), 6, patienceMs);
    QCOMPARE(desk.model.rowCount(), 4);
    desk.model.takeNews();
    QTRY_COMPARE_WITH_TIMEOUT(desk.model.rowCount(), 10, patienceMs);
    QCOMPARE(desk.model.newsCount(), 0);
    QCOMPARE(idsOf(desk.model), newestFirst(all));
}

void TestQueueModel::aDecisionHidesItsRowAtOnceAndForGood()
{
    QueuePlace place;
    const QStringList all = place.addCalls(3);
    Desk desk(place);
    QVERIFY(desk.load());
    desk.model.expectState(all[1], QStringLiteral("resolved"));
    QCOMPARE(desk.model.positionOf(all[1]), -1);
    // A refresh that comes before the commit must not show it again: the new call shows that one came.
    place.addCalls(1, 100);
    QTRY_COMPARE_WITH_TIMEOUT(desk.model.rowCount(), 3, patienceMs);
    QCOMPARE(desk.model.positionOf(all[1]), -1);
    const auto writer = place.place.open();
    QVERIFY(store::resolve(
        *writer, store::test::seen(*writer, {{all[1].toStdString()}}), store::Disposition::FalsePositive, {})
                .has_value());
    desk.model.settle({all[1]});
    place.addCalls(1, 200);
    QTRY_COMPARE_WITH_TIMEOUT(desk.model.rowCount(), 4, patienceMs);
    QCOMPARE(desk.model.positionOf(all[1]), -1);
}

void TestQueueModel::aFailedDecisionBringsTheRowBack()
{
    QueuePlace place;
    const QStringList all = place.addCalls(3);
    Desk desk(place);
    QVERIFY(desk.load());
    desk.model.expectState(all[1], QStringLiteral("resolved"));
    desk.model.settle({all[1]});
    QTRY_COMPARE_WITH_TIMEOUT(desk.model.rowCount(), 3, patienceMs);
    QCOMPARE(idsOf(desk.model), newestFirst(all));
}

void TestQueueModel::keepsTheRowBeingReadUntilTheReaderMoves()
{
    QueuePlace place;
    const QStringList all = place.addCalls(3);
    Desk desk(place);
    QVERIFY(desk.load());
    desk.model.setPinned(all[1]);
    const auto writer = place.place.open();
    QVERIFY(
        store::resolve(*writer, store::test::seen(*writer, {{all[1].toStdString()}, {all[2].toStdString()}}),
            store::Disposition::Benign, {})
            .has_value());
    // A refresh that began before the decision may still come first.
    QTRY_COMPARE_WITH_TIMEOUT(idsOf(desk.model), QStringList({all[1], all[0]}), patienceMs);
    desk.model.setPinned(all[0]);
    place.addCalls(1, 100);
    QTRY_COMPARE_WITH_TIMEOUT(desk.model.positionOf(all[1]), -1, patienceMs);
}

void TestQueueModel::theRowBeingReadIsKeptCurrent()
{
    QueuePlace place;
    const QStringList all = place.addCalls(3);
    Desk desk(place);
    QVERIFY(desk.load());
    desk.model.setPinned(all[1]);
    const auto writer = place.place.open();
    QVERIFY(store::escalate(*writer, store::test::seen(*writer, {{all[1].toStdString()}})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(desk.model.seen(all[1]).state, QStringLiteral("escalated"), patienceMs);
    QCOMPARE(idsOf(desk.model), newestFirst(all));
}

void TestQueueModel::aRowNotLoadedIsShownWhenItIsPinned()
{
    QueuePlace place;
    const QStringList all = place.addCalls(3);
    const auto writer = place.place.open();
    QVERIFY(store::escalate(*writer, store::test::seen(*writer, {{all[1].toStdString()}})).has_value());
    Desk desk(place);
    QVERIFY(desk.load());
    QCOMPARE(desk.model.positionOf(all[1]), -1);
    desk.model.setPinned(all[1]);
    desk.model.settle({all[1]});
    QTRY_COMPARE_WITH_TIMEOUT(idsOf(desk.model), newestFirst(all), patienceMs);
    desk.model.setPinned({});
    QCOMPARE(desk.model.positionOf(all[1]), -1);
}

void TestQueueModel::decisionsGoByWhatTheStoreSaid()
{
    QueuePlace place;
    const QStringList all = place.addCalls(2);
    Desk desk(place, QString());
    QVERIFY(desk.load());
    desk.model.expectState(all[0], QStringLiteral("resolved"));
    QCOMPARE(desk.model.row(1).state, QStringLiteral("resolved"));
    QCOMPARE(desk.model.seen(all[0]).state, QStringLiteral("open"));
    desk.model.expectState(all[0], QStringLiteral("escalated"));
    QCOMPARE(desk.model.seen(all[0]).state, QStringLiteral("open"));
    const auto writer = place.place.open();
    QVERIFY(store::assign(*writer, store::test::seen(*writer, {{all[0].toStdString()}}), "ada").has_value());
    QTRY_COMPARE_WITH_TIMEOUT(desk.model.seen(all[0]).assignee, QStringLiteral("ada"), patienceMs);
    QCOMPARE(desk.model.seen(all[0]).state, QStringLiteral("in_review"));
    QCOMPARE(desk.model.row(1).state, QStringLiteral("escalated"));
}

void TestQueueModel::showsWhatSomebodyElseDecided()
{
    QueuePlace place;
    const QStringList all = place.addCalls(2);
    Desk desk(place, QString());
    QVERIFY(desk.load());
    const auto writer = place.place.open();
    QVERIFY(store::escalate(*writer, store::test::seen(*writer, {{all[0].toStdString()}})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(desk.model.row(1).state, QStringLiteral("escalated"), patienceMs);
}

void TestQueueModel::cellsSayWhatTheyFilterBy()
{
    QueuePlace place;
    place.addCalls(1);
    Desk desk(place);
    QVERIFY(desk.load());
    const auto cell = [&](int column, int role) { return desk.model.index(0, column).data(role).toString(); };
    QCOMPARE(cell(QueueModel::TeamColumn, FilterFieldRole), QStringLiteral("team"));
    QCOMPARE(cell(QueueModel::TeamColumn, FilterValueRole), QStringLiteral("payments"));
    QCOMPARE(cell(QueueModel::CheckColumn, FilterValueRole), QStringLiteral("prompt_injection"));
    QCOMPARE(cell(QueueModel::SeverityColumn, FilterValueRole), QStringLiteral("high"));
    QVERIFY(cell(QueueModel::TimeColumn, FilterFieldRole).isEmpty());
}

QTEST_GUILESS_MAIN(TestQueueModel)
#include "tst_queue_model.moc"
