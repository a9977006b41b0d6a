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
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.row(row).id);
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
    void showsAnyPageOfALongList();
    void sortsByAColumn();
    void newOnesWaitInAnotherOrder();
    void aRowThatComesBackGoesWhereItWas();
    void aLongListIsMergedWhereItIsLookedAt();
    void insertsWhatComesInWhileLive();
    void placesACallThatWasCommittedLate();
    void countsNewsWhileNotLive();
    void aDecisionHidesItsRowAtOnceAndForGood();
    void aFailedDecisionBringsTheRowBack();
    void keepsTheRowBeingReadUntilTheReaderMoves();
    void whatIsUnpinnedDuringARemovalLeavesAfterIt();
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

void TestQueueModel::showsAnyPageOfALongList()
{
    QueuePlace place;
    const QStringList all = newestFirst(place.addCalls(1050));
    Desk desk(place);
    QVERIFY(desk.load());
    QTRY_VERIFY_WITH_TIMEOUT(desk.model.isComplete(), patienceMs);
    QCOMPARE(desk.model.rowCount(), 1050);
    // The end first: nothing before it has to be read.
    QVERIFY(!desk.model.isHere(1049));
    QVERIFY(desk.model.index(1049, 0).data().isNull());
    QTRY_COMPARE_WITH_TIMEOUT(desk.model.row(1049).id, all[1049], patienceMs);
    QVERIFY(!desk.model.isHere(500));
    QTRY_COMPARE_WITH_TIMEOUT(idsOf(desk.model), all, patienceMs);
}

void TestQueueModel::sortsByAColumn()
{
    QueuePlace place;
    QStringList first = place.addCalls(300, 0, "payments");
    const QStringList second = place.addCalls(300, 1000, "analytics");
    first += place.addCalls(30, 2000, "payments");
    Desk desk(place);
    QVERIFY(desk.load());
    desk.model.sort(QueueModel::TeamColumn, Qt::AscendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(idsOf(desk.model), newestFirst(second) + newestFirst(first), patienceMs);
    desk.model.sort(QueueModel::TeamColumn, Qt::DescendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(idsOf(desk.model), newestFirst(first) + newestFirst(second), patienceMs);
    // However it is sorted, what is decided about all of it goes up to the newest.
    QCOMPARE(desk.model.newest(), first.last());
    QCOMPARE(desk.model.newestTime().toMSecsSinceEpoch(),
        toMicros(place.place.clock.now() + std::chrono::seconds(2029)) / 1000);
    // What it cannot be sorted by leaves it as it is.
    desk.model.sort(QueueModel::SnippetColumn, Qt::AscendingOrder);
    QCOMPARE(desk.model.sortColumn(), int(QueueModel::TeamColumn));
    desk.model.sort(QueueModel::TimeColumn, Qt::AscendingOrder);
    QStringList oldest = newestFirst(first + second);
    std::reverse(oldest.begin(), oldest.end());
    QTRY_COMPARE_WITH_TIMEOUT(idsOf(desk.model), oldest, patienceMs);
}

void TestQueueModel::newOnesWaitInAnotherOrder()
{
    QueuePlace place;
    const QStringList first = place.addCalls(3, 0, "payments");
    Desk desk(place);
    QVERIFY(desk.load());
    desk.model.sort(QueueModel::TeamColumn, Qt::AscendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(desk.model.isComplete() && desk.model.rowCount() == 3, patienceMs);
    const QStringList second = place.addCalls(2, 100, "analytics");
    QTRY_COMPARE_WITH_TIMEOUT(desk.model.newsCount(), 2, patienceMs);
    QCOMPARE(idsOf(desk.model), newestFirst(first));
    desk.model.takeNews();
    QTRY_COMPARE_WITH_TIMEOUT(idsOf(desk.model), newestFirst(second) + newestFirst(first), patienceMs);
    QCOMPARE(desk.model.newsCount(), 0);
}

void TestQueueModel::aRowThatComesBackGoesWhereItWas()
{
    QueuePlace place;
    place.addCalls(5);
    Desk desk(place);
    QVERIFY(desk.load());
    desk.model.sort(QueueModel::TeamColumn, Qt::AscendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(desk.model.isComplete() && desk.model.rowCount() == 5, patienceMs);
    const QStringList before = idsOf(desk.model);
    desk.model.expectState(before[2], QStringLiteral("resolved"));
    QCOMPARE(desk.model.rowCount(), 4);
    desk.model.settle({before[2]}); // nothing was decided: it failed
    QTRY_COMPARE_WITH_TIMEOUT(idsOf(desk.model), before, patienceMs);
}

void TestQueueModel::aLongListIsMergedWhereItIsLookedAt()
{
    QueuePlace place;
    QStringList all = place.addCalls(900);
    Desk desk(place);
    QVERIFY(desk.load());
    QTRY_VERIFY_WITH_TIMEOUT(desk.model.isComplete(), patienceMs);
    // One page is here, the others are not: what goes from them is missed when they come.
    const auto writer = place.place.open();
    QStringList gone;
    for (const int order : {3, 250, 899}) {
        QVERIFY(store::resolve(
            *writer, store::test::seen(*writer, {{all[order].toStdString()}}), store::Disposition::Benign, {})
                    .has_value());
        gone.append(all[order]);
    }
    for (const QString &id : std::as_const(gone))
        all.removeOne(id);
    all += place.addCalls(450, 2000); // more than a page of new ones
    QTRY_COMPARE_WITH_TIMEOUT(idsOf(desk.model), newestFirst(all), patienceMs);
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

void TestQueueModel::whatIsUnpinnedDuringARemovalLeavesAfterIt()
{
    QueuePlace place;
    const QStringList all = place.addCalls(3);
    Desk desk(place);
    QVERIFY(desk.load());
    desk.model.setPinned(all[1]);
    const auto writer = place.place.open();
    QVERIFY(store::resolve(
        *writer, store::test::seen(*writer, {{all[1].toStdString()}}), store::Disposition::Benign, {})
                .has_value());
    QTRY_COMPARE_WITH_TIMEOUT(desk.model.seen(all[1]).state, QStringLiteral("resolved"), patienceMs);
    connect(&desk.model, &QAbstractItemModel::rowsAboutToBeRemoved, &desk.model,
        [&] { desk.model.setPinned(all[0]); });
    desk.model.expectState(all[2], QStringLiteral("resolved"));
    QCOMPARE(idsOf(desk.model), QStringList{all[0]});
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
