// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/bulk_decisions.h"

#include "models/filter_text.h"
#include "models/review/decisions.h"
#include "store/interactions.h"
#include "store/review_jobs.h"
#include "tests/models/queue_fixture.h"

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

// More than a job decides in its first slice.
constexpr int many = 600;

struct Desk {
    explicit Desk(QueuePlace &place)
        : session(place.location())
        , decisions(session)
        , committed(&decisions, &Decisions::committed)
        , takenBack(&decisions, &Decisions::takenBack)
        , failed(&decisions, &Decisions::failed)
        , undoText(&decisions, &Decisions::undoTextChanged)
        , ended(&decisions.bulk(), &BulkDecisions::ended)
        , unfinished(&decisions.bulk(), &BulkDecisions::unfinishedFound)
    {
    }
    void decideAll(DecisionKind kind, const QString &newest, const QString &detail = {})
    {
        decisions.decide({kind, {}, QStringLiteral("team:payments"), newest, detail, many});
    }
    [[nodiscard]] BulkJob lastEnded() const { return ended.last().first().value<BulkJob>(); }
    [[nodiscard]] QString undoWords() const
    {
        return undoText.isEmpty() ? QString() : undoText.last().first().toString();
    }
    StoreSession session;
    Decisions decisions;
    QSignalSpy committed, takenBack, failed, undoText, ended, unfinished;
};

qint64 count(QueuePlace &place, const char *filter)
{
    const auto reader = place.place.open();
    return *store::countInteractions(*reader, *store::parseFilter(filter));
}

// What another console began and left.
std::int64_t leaveUnfinished(QueuePlace &place)
{
    const auto store = place.place.open();
    store::JobOrder order;
    order.disposition = store::Disposition::Benign;
    order.filter = *store::parseFilter("state:open");
    const auto job = store::startReviewJob(*store, order);
    const auto left = store::runReviewJob(
        *store, job->number, [](const store::ReviewJob &) { return store::Onward::Leave; });
    return left ? left->changed : -1;
}

} // namespace

class TestBulkDecisions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsOneStepOfUndo();
    void itStandsInLineWithOtherSteps();
    void cancelledItIsUndoneAsFarAsItCame();
    void oneRunsAtATime();
    void whatWasLeftIsGoneOnWith();
    void whatWasLeftIsEnded();
    void whatRunsIsLeftByAConsoleThatGoes();
    void nothingIsBegunOutOfReach();
    void notesAreUndoneToo();
    void filtersAreSaidInWords_data();
    void filtersAreSaidInWords();
};

void TestBulkDecisions::itIsOneStepOfUndo()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(many);
    place.addCalls(5, 2000);
    Desk desk(place);
    desk.decideAll(DecisionKind::Dismiss, ids.last());
    QTRY_COMPARE_WITH_TIMEOUT(desk.committed.size(), 1, patienceMs);
    QCOMPARE(count(place, "disposition:false_positive"), many);
    QCOMPARE(count(place, "state:open"), 5);
    QCOMPARE(desk.lastEnded().changed, many);
    QCOMPARE(desk.lastEnded().expected, many);
    QVERIFY(desk.undoWords().contains(QString::number(many)));
    for (int round = 0; round < 2; ++round) {
        desk.decisions.undo();
        QTRY_COMPARE_WITH_TIMEOUT(desk.takenBack.size(), 2 * round + 1, patienceMs);
        QCOMPARE(count(place, "state:open"), many + 5);
        QVERIFY(!desk.decisions.canUndo());
        desk.decisions.redo();
        QTRY_COMPARE_WITH_TIMEOUT(desk.takenBack.size(), 2 * round + 2, patienceMs);
        QCOMPARE(count(place, "disposition:false_positive"), many);
        QVERIFY(!desk.decisions.canRedo());
    }
    QVERIFY(desk.failed.isEmpty());
}

void TestBulkDecisions::itStandsInLineWithOtherSteps()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(10);
    const QStringList others = place.addCalls(2, 100, QStringLiteral("support").toStdString());
    Desk desk(place);
    desk.decisions.decide({DecisionKind::Escalate, seenOpen({others[0]}), {}, {}, {}});
    desk.decideAll(DecisionKind::Benign, ids.last());
    QTRY_COMPARE_WITH_TIMEOUT(desk.committed.size(), 2, patienceMs);
    desk.decisions.decide({DecisionKind::Confirm, seenOpen({others[1]}), {}, {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(desk.committed.size(), 3, patienceMs);
    const auto states = [&] {
        return QList<qint64>{count(place, "state:escalated"), count(place, "disposition:benign"),
            count(place, "disposition:true_positive")};
    };
    QCOMPARE(states(), (QList<qint64>{1, 10, 1}));
    const QList<QList<qint64>> back{{1, 10, 0}, {1, 0, 0}, {0, 0, 0}};
    int steps = 0;
    for (const QList<qint64> &expected : back) {
        desk.decisions.undo();
        ++steps;
        QTRY_COMPARE_WITH_TIMEOUT(desk.takenBack.size(), steps, patienceMs);
        QCOMPARE(states(), expected);
    }
    for (const QList<qint64> &expected : QList<QList<qint64>>{{1, 0, 0}, {1, 10, 0}, {1, 10, 1}}) {
        desk.decisions.redo();
        ++steps;
        QTRY_COMPARE_WITH_TIMEOUT(desk.takenBack.size(), steps, patienceMs);
        QCOMPARE(states(), expected);
    }
}

void TestBulkDecisions::cancelledItIsUndoneAsFarAsItCame()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(many);
    Desk desk(place);
    desk.decideAll(DecisionKind::Escalate, ids.last());
    desk.decisions.bulk().cancel();
    QTRY_COMPARE_WITH_TIMEOUT(desk.committed.size(), 1, patienceMs);
    QVERIFY(desk.lastEnded().cancelled);
    const qint64 changed = desk.lastEnded().changed;
    QVERIFY(changed > 0 && changed < many);
    QCOMPARE(count(place, "state:escalated"), changed);
    QVERIFY(desk.undoWords().contains(QString::number(changed)));
    desk.decisions.undo();
    QTRY_COMPARE_WITH_TIMEOUT(desk.takenBack.size(), 1, patienceMs);
    QCOMPARE(count(place, "state:open"), many);
}

void TestBulkDecisions::oneRunsAtATime()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(many);
    Desk desk(place);
    desk.decisions.decide({DecisionKind::Confirm, seenOpen({ids[0]}), {}, {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(desk.committed.size(), 1, patienceMs);
    desk.decideAll(DecisionKind::Dismiss, ids.last());
    QVERIFY(desk.decisions.isBusy());
    desk.decideAll(DecisionKind::Benign, ids.last());
    QCOMPARE(desk.failed.size(), 1);
    desk.decisions.undo();
    QCOMPARE(desk.failed.size(), 2);
    QVERIFY(!desk.failed.last().at(1).toString().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(desk.committed.size(), 2, patienceMs);
    QVERIFY(!desk.decisions.isBusy());
    QCOMPARE(count(place, "disposition:benign"), 0);
    QCOMPARE(count(place, "disposition:false_positive"), many);
}

void TestBulkDecisions::whatWasLeftIsGoneOnWith()
{
    QueuePlace place;
    place.addCalls(many);
    const qint64 done = leaveUnfinished(place);
    QVERIFY(done > 0 && done < many);
    Desk desk(place);
    desk.decisions.bulk().look();
    QTRY_COMPARE_WITH_TIMEOUT(desk.unfinished.size(), 1, patienceMs);
    const auto job = desk.unfinished.first().first().value<BulkJob>();
    QCOMPARE(job.changed, done);
    QCOMPARE(job.filter, QStringLiteral("state:open"));
    QVERIFY(desk.decisions.bulk().goOn(job.number));
    QTRY_COMPARE_WITH_TIMEOUT(desk.committed.size(), 1, patienceMs);
    QCOMPARE(count(place, "disposition:benign"), many);
    desk.decisions.undo();
    QTRY_COMPARE_WITH_TIMEOUT(desk.takenBack.size(), 1, patienceMs);
    QCOMPARE(count(place, "state:open"), many);
}

void TestBulkDecisions::whatWasLeftIsEnded()
{
    QueuePlace place;
    place.addCalls(many);
    const qint64 done = leaveUnfinished(place);
    QVERIFY(done > 0);
    Desk desk(place);
    desk.decisions.bulk().look();
    QTRY_COMPARE_WITH_TIMEOUT(desk.unfinished.size(), 1, patienceMs);
    const auto job = desk.unfinished.first().first().value<BulkJob>();
    QVERIFY(desk.decisions.bulk().endUnfinished(job.number));
    QTRY_COMPARE_WITH_TIMEOUT(desk.ended.size(), 1, patienceMs);
    QVERIFY(desk.lastEnded().cancelled);
    QCOMPARE(count(place, "state:open"), many - done);
    const auto reader = place.place.open();
    QVERIFY(store::unfinishedReviewJobs(*reader)->empty());
}

void TestBulkDecisions::whatRunsIsLeftByAConsoleThatGoes()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(many);
    {
        Desk desk(place);
        desk.decideAll(DecisionKind::Dismiss, ids.last());
    }
    const auto store = place.place.open();
    const auto unfinished = store::unfinishedReviewJobs(*store);
    QVERIFY(unfinished.has_value());
    QCOMPARE(unfinished->size(), std::size_t{1});
    Desk desk(place);
    desk.decisions.bulk().goOn(unfinished->front().number);
    QTRY_COMPARE_WITH_TIMEOUT(desk.committed.size(), 1, patienceMs);
    QCOMPARE(count(place, "disposition:false_positive"), many);
}

void TestBulkDecisions::nothingIsBegunOutOfReach()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(3);
    Desk desk(place);
    desk.session.writer().refuse(Error{ErrorKind::Unreachable, "the store is away", "", ""});
    desk.decideAll(DecisionKind::Dismiss, ids.last());
    QTRY_COMPARE_WITH_TIMEOUT(desk.failed.size(), 1, patienceMs);
    QVERIFY(!desk.decisions.isBusy());
    QVERIFY(!desk.decisions.canUndo());
    QCOMPARE(count(place, "state:open"), 3);
}

void TestBulkDecisions::notesAreUndoneToo()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(20);
    Desk desk(place);
    desk.decideAll(DecisionKind::Note, ids.last(), QStringLiteral("Part of the drill."));
    QTRY_COMPARE_WITH_TIMEOUT(desk.committed.size(), 1, patienceMs);
    const auto notes = [&] {
        const auto reader = place.place.open();
        return store::showInteraction(*reader, {ids[7].toStdString()})->notes.size();
    };
    QCOMPARE(notes(), std::size_t{1});
    desk.decisions.undo();
    QTRY_COMPARE_WITH_TIMEOUT(desk.takenBack.size(), 1, patienceMs);
    QCOMPARE(notes(), std::size_t{0});
}

void TestBulkDecisions::filtersAreSaidInWords_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("words");
    QTest::newRow("all") << ""
                         << "";
    QTest::newRow("values") << "state:open,escalated team:payments"
                            << "state is open or escalated and team is payments";
    QTest::newRow("comparisons") << "severity>=high score>0.8"
                                 << "severity is at least high and score is above 0.8";
    QTest::newRow("excluded") << "-verdict:flagged -severity>=high"
                              << "verdict is not flagged and severity is below high";
    QTest::newRow("times") << "since:2d -until:1h"
                           << "time is 2d or later and time is 1h or later";
    QTest::newRow("text") << "\"exact phrase\" -word"
                          << "text holds “exact phrase” and text does not hold “word”";
    QTest::newRow("unreadable") << "nonsense:1"
                                << "nonsense:1";
}

void TestBulkDecisions::filtersAreSaidInWords()
{
    QFETCH(QString, filter);
    QFETCH(QString, words);
    QCOMPARE(filterInWords(filter), words);
}

QTEST_GUILESS_MAIN(TestBulkDecisions)
#include "tst_bulk_decisions.moc"
