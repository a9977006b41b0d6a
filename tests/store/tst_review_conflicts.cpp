// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Decisions that meet: one is made, and the others are told who was first.
#include "review_fixture.h"
#include "store/audit.h"
#include "store/earlier_decision.h"
#include "store/reviews.h"
#include "store/sql/connection.h"

#include <array>
#include <atomic>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

using Calls = std::vector<SeenCall>;
using Deed = std::function<Result<ReviewUndo>(Store &, const Calls &)>;

Deed resolving(Disposition disposition)
{
    return [disposition](Store &store, const Calls &calls) { return resolve(store, calls, disposition, ""); };
}

Deed assigning(const std::string &who)
{
    return [who](Store &store, const Calls &calls) { return assign(store, calls, who); };
}

} // namespace
Q_DECLARE_METATYPE(Deed)

class TestReviewConflicts : public QObject {
    Q_OBJECT

private slots:
    void theSecondIsToldWhoWasFirst_data();
    void theSecondIsToldWhoWasFirst();
    void nothingOfTheSecondIsWritten_data();
    void nothingOfTheSecondIsWritten();
    void aSelectionIsDecidedWholeOrNotAtAll();
    void whenItWasIsSaidInWords_data();
    void whenItWasIsSaidInWords();
    void ofManyAtOnceOneWins();
    void whatIsWrittenMeanwhileIsNotOverwritten();
    void heldCallsSayWhoWasFirst();
    void theFactsAreToldToWhoAsks();
};

void TestReviewConflicts::theSecondIsToldWhoWasFirst_data()
{
    QTest::addColumn<Deed>("before");
    QTest::addColumn<Deed>("first");
    QTest::addColumn<QString>("told");
    const Deed nothing;
    QTest::newRow("confirmed") << nothing << resolving(Disposition::TruePositive)
                               << "ada marked it true positive just now";
    QTest::newRow("dismissed") << nothing << resolving(Disposition::FalsePositive)
                               << "ada marked it false positive just now";
    QTest::newRow("benign") << nothing << resolving(Disposition::Benign) << "ada marked it benign just now";
    QTest::newRow("duplicate") << nothing << resolving(Disposition::Duplicate)
                               << "ada marked it duplicate just now";
    QTest::newRow("another disposition")
        << resolving(Disposition::Benign) << resolving(Disposition::TruePositive)
        << "ada marked it true positive just now";
    QTest::newRow("escalated") << nothing << Deed(escalate) << "ada escalated it just now";
    QTest::newRow("claimed") << nothing << assigning("ada") << "ada took it just now";
    QTest::newRow("given away") << nothing << assigning("eve") << "ada gave it to eve just now";
    QTest::newRow("given on") << assigning("bob") << assigning("eve") << "ada gave it to eve just now";
    QTest::newRow("taken over") << assigning("bob") << assigning("ada") << "ada took it just now";
    QTest::newRow("given back") << assigning("bob") << assigning("") << "ada gave it back just now";
    QTest::newRow("reopened") << resolving(Disposition::Benign) << Deed(reopen)
                              << "ada opened it again just now";
    QTest::newRow("assigned when closed")
        << resolving(Disposition::Benign) << assigning("eve") << "ada gave it to eve just now";
}

void TestReviewConflicts::theSecondIsToldWhoWasFirst()
{
    QFETCH(Deed, before);
    QFETCH(Deed, first);
    QFETCH(QString, told);
    const Place &place = sharedPlace();
    const auto ada = place.open();
    const auto bob = place.open();
    ada->setActor("user:ada");
    bob->setActor("user:bob");
    const auto ids = recordCalls(place, 1, VerdictKind::Blocked);
    if (before)
        QVERIFY_DONE(before(*bob, seen(*bob, ids)));
    const Calls shown = seen(*bob, ids);
    QVERIFY_DONE(first(*ada, shown));
    const auto second = resolve(*bob, shown, Disposition::Duplicate, "");
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
    QCOMPARE(QString::fromStdString(second.error().what), told);
    QCOMPARE(second.error().where, ids[0].value);
    // Whoever has seen it may go on from there.
    QVERIFY_DONE(escalate(*bob, seen(*bob, ids)));
}

void TestReviewConflicts::nothingOfTheSecondIsWritten_data()
{
    QTest::addColumn<Deed>("second");
    QTest::newRow("resolve") << Deed([](Store &store, const Calls &calls) {
        return resolve(store, calls, Disposition::TruePositive, "a note that is lost");
    });
    QTest::newRow("reopen") << Deed(reopen);
    QTest::newRow("escalate") << Deed(escalate);
    QTest::newRow("assign") << assigning("bob");
}

void TestReviewConflicts::nothingOfTheSecondIsWritten()
{
    QFETCH(Deed, second);
    const Place &place = sharedPlace();
    const auto ada = place.open();
    const auto bob = place.open();
    const auto ids = recordCalls(place, 1, VerdictKind::Blocked);
    const Calls shown = seen(*bob, ids);
    QVERIFY_DONE(resolve(*ada, shown, Disposition::Benign, ""));
    const Calls decided = seen(*ada, ids);
    const auto entries = listAudit(*ada, 100)->size();
    QCOMPARE(second(*bob, shown).error().kind, ErrorKind::Conflict);
    QVERIFY(seen(*ada, ids) == decided);
    QVERIFY(showInteraction(*ada, ids[0])->notes.empty());
    QCOMPARE(listAudit(*ada, 100)->size(), entries);
    QVERIFY(verifyAudit(*ada)->ok);
}

void TestReviewConflicts::aSelectionIsDecidedWholeOrNotAtAll()
{
    const Place &place = sharedPlace();
    const auto ada = place.open();
    const auto bob = place.open();
    const auto ids = recordCalls(place, 5, VerdictKind::Blocked);
    const Calls shown = seen(*bob, ids);
    QVERIFY_DONE(resolve(*ada, {shown[2], shown[4]}, Disposition::Benign, ""));
    const auto refused = resolve(*bob, shown, Disposition::TruePositive, "all of them");
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(refused.error().where, ids[2].value); // the first of them
    for (const int untouched : {0, 1, 3})
        QCOMPARE(row(*bob, ids[std::size_t(untouched)]).state, ReviewState::Open);
    QVERIFY_DONE(resolve(*bob, {shown[0], shown[1], shown[3]}, Disposition::TruePositive, ""));
}

void TestReviewConflicts::whenItWasIsSaidInWords_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("when");
    QTest::newRow("now") << qint64(0) << "just now";
    QTest::newRow("seconds") << qint64(59) << "just now";
    QTest::newRow("a minute") << qint64(60) << "1 minute ago";
    QTest::newRow("minutes") << qint64(179) << "2 minutes ago";
    QTest::newRow("an hour") << qint64(3600) << "1 hour ago";
    QTest::newRow("hours") << qint64(86'399) << "23 hours ago";
    QTest::newRow("a day") << qint64(86'400) << "1 day ago";
    QTest::newRow("days") << qint64(30 * 86'400) << "30 days ago";
    QTest::newRow("by a clock ahead") << qint64(-30) << "just now";
}

void TestReviewConflicts::whenItWasIsSaidInWords()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, when);
    Place &place = sharedPlace();
    const auto store = place.open();
    store->setActor("user:ada");
    const auto ids = recordCalls(place, 1, VerdictKind::Blocked);
    const Calls shown = seen(*store, ids);
    QVERIFY_DONE(resolve(*store, shown, Disposition::Benign, ""));
    place.clock.advance(std::chrono::seconds(seconds));
    QCOMPARE(QString::fromStdString(escalate(*store, shown).error().what), "ada marked it benign " + when);
}

void TestReviewConflicts::ofManyAtOnceOneWins()
{
    constexpr int people = 4, calls = 25;
    const Place &place = sharedPlace();
    const auto store = place.open();
    const auto ids = recordCalls(place, calls, VerdictKind::Blocked);
    const Calls shown = seen(*store, ids);
    const auto entries = listAudit(*store, 1000)->size();
    std::array<std::atomic<int>, calls> won{};
    std::atomic<int> told{0}, wrong{0};
    std::vector<std::thread> racers;
    for (int person = 0; person < people; ++person) {
        racers.emplace_back([&, person] {
            const auto own = place.open();
            own->setActor("user:p" + std::to_string(person));
            for (std::size_t i = 0; i < calls; ++i) {
                const auto done = person % 2 == 0 ? resolve(*own, {shown[i]}, Disposition::Benign, "mine")
                                                  : escalate(*own, {shown[i]});
                if (done)
                    ++won[i];
                else
                    ++(done.error().kind == ErrorKind::Conflict ? told : wrong);
            }
        });
    }
    for (std::thread &racer : racers)
        racer.join();
    QCOMPARE(wrong.load(), 0);
    for (const auto &each : won)
        QCOMPARE(each.load(), 1);
    QCOMPARE(told.load(), (people - 1) * calls);
    QCOMPARE(listAudit(*store, 1000)->size(), entries + calls);
    QVERIFY(verifyAudit(*store)->ok);
}

// A session by hand that holds the row; what was read before it commits is old by then.
void TestReviewConflicts::whatIsWrittenMeanwhileIsNotOverwritten()
{
    if (!testsPostgres())
        QSKIP("one writer at a time");
    const Place &place = sharedPlace();
    const auto store = place.open();
    const auto ids = recordCalls(place, 1, VerdictKind::Blocked);
    const Calls shown = seen(*store, ids);
    Intruder other(place.store()), watcher(place.store());
    other.run("BEGIN");
    other.run("UPDATE interaction SET state = 4, disposition = 3, decided_by = 'user:ada', decided_at = 1");
    Result<ReviewUndo> second = fail(ErrorKind::Internal, "not run");
    std::thread bob([&] {
        const auto own = place.open();
        own->connection().setPatience(std::chrono::minutes(2));
        second = escalate(*own, shown);
    });
    const auto waits = [&] {
        return watcher.value("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query "
                             "LIKE 'UPDATE interaction%' AND datname = current_database()")
            == "1";
    };
    const bool waited = QTest::qWaitFor(waits, 60'000);
    other.run("COMMIT");
    bob.join();
    QVERIFY(waited);
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
    QVERIFY2(second.error().what.starts_with("ada marked it benign"), second.error().what.c_str());
    QCOMPARE(row(*store, ids[0]).disposition, Disposition::Benign);
}

void TestReviewConflicts::heldCallsSayWhoWasFirst()
{
    Place &place = sharedPlace();
    const auto store = place.open();
    store->setActor("user:ada");
    const auto ids = recordCalls(place, 2, VerdictKind::Held);
    QVERIFY_DONE(release(*store, ids[0]));
    QVERIFY_DONE(deny(*store, ids[1]));
    place.clock.advance(std::chrono::minutes(2));
    QCOMPARE(deny(*store, ids[0]).error().what, std::string("ada released it 2 minutes ago"));
    QCOMPARE(release(*store, ids[1]).error().what, std::string("ada denied it 2 minutes ago"));
}

void TestReviewConflicts::theFactsAreToldToWhoAsks()
{
    Place &place = sharedPlace();
    const auto store = place.open();
    store->setActor("user:ada");
    const auto ids = recordCalls(place, 2, VerdictKind::Blocked);
    const Calls shown = seen(*store, ids);
    QCOMPARE(earlierDecision(*store, shown[0]).error().kind, ErrorKind::NotFound);
    const Timestamp at = place.clock.now();
    QVERIFY_DONE(resolve(*store, {shown[0]}, Disposition::Benign, ""));
    QVERIFY_DONE(assign(*store, {shown[1]}, "grace"));
    place.clock.advance(std::chrono::minutes(2));
    const auto closed = earlierDecision(*store, shown[0]);
    QVERIFY_DONE(closed);
    QCOMPARE(closed->who, std::string("ada"));
    QCOMPARE(closed->deed, EarlierDeed::Closed);
    QCOMPARE(closed->disposition, Disposition::Benign);
    QVERIFY(closed->at == at);
    QCOMPARE(line(*closed, place.clock.now()), escalate(*store, {shown[0]}).error().what);
    const auto given = earlierDecision(*store, shown[1]);
    QVERIFY_DONE(given);
    QCOMPARE(given->deed, EarlierDeed::Gave);
    QCOMPARE(given->to, std::string("grace"));
    const auto held = recordCalls(place, 1, VerdictKind::Held);
    const Calls waiting = seen(*store, held);
    QVERIFY_DONE(release(*store, held[0]));
    QCOMPARE(earlierDecision(*store, waiting[0])->deed, EarlierDeed::Released);
}

QTEST_GUILESS_MAIN(TestReviewConflicts)
#include "tst_review_conflicts.moc"
