// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/audit.h"
#include "store/interactions.h"
#include "store/reviews.h"
#include "store/sql/connection.h"
#include "store_fixture.h"

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

// Decisions about calls: made, taken back, refused when somebody was faster.
class TestReviews : public QObject {
    Q_OBJECT

private slots:
    void resolveAndUndo();
    void undoRefusesWhatChangedSince();
    void redoIsUndoOfUndo();
    void theSecondIsToldWhoWasFirst_data();
    void theSecondIsToldWhoWasFirst();
    void nothingOfTheSecondIsWritten_data();
    void nothingOfTheSecondIsWritten();
    void aSelectionIsDecidedWholeOrNotAtAll();
    void whenItWasIsSaidInWords_data();
    void whenItWasIsSaidInWords();
    void ofManyAtOnceOneWins();
    void whatIsWrittenMeanwhileIsNotOverwritten();
    void aCallNamedTwiceIsMeantOnce();
    void whoDecidedIsKept();
    void heldCallsSayWhoWasFirst();
    void unknownIdChangesNothing();
    void assignMovesIntoReview();
    void escalateAndReopen();
    void notesAreKeptInOrder();
    void everyChangeIsAudited();
    void releaseGivesOnePermit();
    void permitExpires();
    void permitIsForOneKeyAndPayload();
    void denyCloses();

private:
    // Calls with this verdict, oldest first.
    static std::vector<InteractionId> recordCalls(const Place &place, int count, VerdictKind verdict)
    {
        std::vector<InteractionId> ids;
        std::vector<RequestRecord> requests;
        std::vector<VerdictRecord> verdicts;
        for (int i = 0; i < count; ++i) {
            ids.push_back(idAt(place.clock.now(), i));
            requests.push_back(requestRecord(ids.back(), place.clock.now(), verdict));
            verdicts.push_back(verdictRecord(ids.back(), verdict));
        }
        record(place, std::move(requests), std::move(verdicts));
        return ids;
    }
    // For tables of cases: a database of its own for each takes its time. The calls of each case are an hour
    // later than those of the one before.
    static Place &sharedPlace()
    {
        static Place place;
        place.clock.advance(std::chrono::hours(1));
        return place;
    }
    static InteractionRow row(Store &store, const InteractionId &id)
    {
        return showInteraction(store, id)->row;
    }
};

void TestReviews::resolveAndUndo()
{
    const Place place;
    const auto store = place.open();
    const auto ids = recordCalls(place, 3, VerdictKind::Blocked);
    QCOMPARE(*countInteractions(*store, *parseFilter("state:open")), 3);
    const auto change = resolve(*store, seen(*store, {ids[0], ids[2]}), Disposition::Benign, "a test");
    QVERIFY_DONE(change);
    QCOMPARE(change->what, std::string("dismissed 2"));
    QCOMPARE(row(*store, ids[0]).state, ReviewState::Resolved);
    QCOMPARE(row(*store, ids[2]).disposition, Disposition::Benign);
    QCOMPARE(*countInteractions(*store, *parseFilter("state:open")), 1);
    QVERIFY_DONE(undo(*store, *change));
    QCOMPARE(*countInteractions(*store, *parseFilter("state:open")), 3);
    QCOMPARE(row(*store, ids[0]).disposition, Disposition::None);
    QCOMPARE(resolve(*store, seen(*store, ids), Disposition::None, "").error().kind, ErrorKind::InvalidInput);
}

void TestReviews::undoRefusesWhatChangedSince()
{
    const Place place;
    const auto store = place.open();
    const auto ids = recordCalls(place, 2, VerdictKind::Blocked);
    const auto mine = resolve(*store, seen(*store, ids), Disposition::Benign, "");
    const auto colleague = place.open();
    QVERIFY_DONE(resolve(*colleague, seen(*colleague, {ids[1]}), Disposition::TruePositive, ""));
    const auto refused = undo(*store, *mine);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(refused.error().where, ids[1].value);
    QCOMPARE(row(*store, ids[0]).disposition, Disposition::Benign);
    QCOMPARE(row(*store, ids[1]).disposition, Disposition::TruePositive);
}

void TestReviews::redoIsUndoOfUndo()
{
    const Place place;
    const auto store = place.open();
    const auto ids = recordCalls(place, 1, VerdictKind::Flagged);
    const auto change = resolve(*store, seen(*store, ids), Disposition::FalsePositive, "");
    const auto back = undo(*store, *change);
    QVERIFY_DONE(back);
    QVERIFY_DONE(undo(*store, *back));
    QCOMPARE(row(*store, ids[0]).disposition, Disposition::FalsePositive);
}

void TestReviews::theSecondIsToldWhoWasFirst_data()
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

void TestReviews::theSecondIsToldWhoWasFirst()
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

void TestReviews::nothingOfTheSecondIsWritten_data()
{
    QTest::addColumn<Deed>("second");
    QTest::newRow("resolve") << Deed([](Store &store, const Calls &calls) {
        return resolve(store, calls, Disposition::TruePositive, "a note that is lost");
    });
    QTest::newRow("reopen") << Deed(reopen);
    QTest::newRow("escalate") << Deed(escalate);
    QTest::newRow("assign") << assigning("bob");
}

void TestReviews::nothingOfTheSecondIsWritten()
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

void TestReviews::aSelectionIsDecidedWholeOrNotAtAll()
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

void TestReviews::whenItWasIsSaidInWords_data()
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

void TestReviews::whenItWasIsSaidInWords()
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

void TestReviews::ofManyAtOnceOneWins()
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
void TestReviews::whatIsWrittenMeanwhileIsNotOverwritten()
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

void TestReviews::aCallNamedTwiceIsMeantOnce()
{
    const Place &place = sharedPlace();
    const auto store = place.open();
    const auto ids = recordCalls(place, 1, VerdictKind::Blocked);
    const Calls shown = seen(*store, ids);
    const auto done = resolve(*store, {shown[0], shown[0]}, Disposition::Benign, "once");
    QVERIFY_DONE(done);
    QCOMPARE(done->after.size(), std::size_t{1});
    QCOMPARE(showInteraction(*store, ids[0])->notes.size(), std::size_t{1});
}

void TestReviews::whoDecidedIsKept()
{
    Place &place = sharedPlace();
    const auto store = place.open();
    store->setActor("user:ada");
    const auto ids = recordCalls(place, 2, VerdictKind::Held);
    QCOMPARE(showInteraction(*store, ids[0])->decidedBy, std::string());
    QVERIFY(!showInteraction(*store, ids[0])->decidedAt);
    QVERIFY_DONE(addNote(*store, ids, "a note decides nothing"));
    QVERIFY(!showInteraction(*store, ids[0])->decidedAt);
    place.clock.advance(std::chrono::minutes(7));
    const auto change = resolve(*store, seen(*store, {ids[0]}), Disposition::Benign, "");
    QVERIFY_DONE(change);
    QCOMPARE(showInteraction(*store, ids[0])->decidedBy, std::string("user:ada"));
    QVERIFY(showInteraction(*store, ids[0])->decidedAt == place.clock.now());
    store->setActor("user:bob");
    QVERIFY_DONE(release(*store, ids[1]));
    QCOMPARE(showInteraction(*store, ids[1])->decidedBy, std::string("user:bob"));
    QVERIFY_DONE(undo(*store, *change));
    QCOMPARE(showInteraction(*store, ids[0])->decidedBy, std::string("user:bob"));
}

void TestReviews::heldCallsSayWhoWasFirst()
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

void TestReviews::unknownIdChangesNothing()
{
    const Place place;
    const auto store = place.open();
    auto ids = recordCalls(place, 1, VerdictKind::Flagged);
    ids.push_back(idAt(place.clock.now(), 99));
    const auto entries = listAudit(*store, 100)->size();
    QCOMPARE(resolve(*store, seen(*store, ids), Disposition::Benign, "").error().kind, ErrorKind::NotFound);
    QCOMPARE(addNote(*store, ids, "hm").error().kind, ErrorKind::NotFound);
    QCOMPARE(assign(*store, seen(*store, {{"not an id"}}), "analyst-1").error().kind, ErrorKind::NotFound);
    QCOMPARE(escalate(*store, seen(*store, {})).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(row(*store, ids[0]).state, ReviewState::Open);
    QCOMPARE(listAudit(*store, 100)->size(), entries);
}

void TestReviews::assignMovesIntoReview()
{
    const Place place;
    const auto store = place.open();
    const auto ids = recordCalls(place, 1, VerdictKind::Flagged);
    const auto change = assign(*store, seen(*store, ids), "analyst-1");
    QVERIFY_DONE(change);
    QCOMPARE(row(*store, ids[0]).state, ReviewState::InReview);
    QCOMPARE(*countInteractions(*store, *parseFilter("assignee:analyst-1")), 1);
    QVERIFY_DONE(assign(*store, seen(*store, ids), ""));
    QCOMPARE(row(*store, ids[0]).state, ReviewState::Open);
    QCOMPARE(undo(*store, *change).error().kind, ErrorKind::Conflict);
}

void TestReviews::escalateAndReopen()
{
    const Place place;
    const auto store = place.open();
    const auto ids = recordCalls(place, 1, VerdictKind::Flagged);
    QVERIFY_DONE(escalate(*store, seen(*store, ids)));
    QCOMPARE(row(*store, ids[0]).state, ReviewState::Escalated);
    QVERIFY_DONE(resolve(*store, seen(*store, ids), Disposition::Duplicate, ""));
    QVERIFY_DONE(reopen(*store, seen(*store, ids)));
    QCOMPARE(row(*store, ids[0]).state, ReviewState::Open);
    QCOMPARE(row(*store, ids[0]).disposition, Disposition::None);
}

void TestReviews::notesAreKeptInOrder()
{
    const Place place;
    const auto store = place.open();
    const auto ids = recordCalls(place, 2, VerdictKind::Flagged);
    store->setActor("user:analyst-1");
    QVERIFY_DONE(addNote(*store, ids, "first\nof two lines"));
    QVERIFY_DONE(resolve(*store, seen(*store, {ids[0]}), Disposition::Benign, "second"));
    const auto detail = showInteraction(*store, ids[0]);
    QVERIFY_DONE(detail);
    QCOMPARE(detail->notes.size(), std::size_t{2});
    QCOMPARE(detail->notes[0].text, std::string("first\nof two lines"));
    QCOMPARE(detail->notes[0].author, std::string("user:analyst-1"));
    QCOMPARE(detail->notes[1].text, std::string("second"));
    QCOMPARE(showInteraction(*store, ids[1])->notes.size(), std::size_t{1});
    QCOMPARE(addNote(*store, ids, "").error().kind, ErrorKind::InvalidInput);
    QCOMPARE(addNote(*store, ids, "bell\a").error().kind, ErrorKind::InvalidInput);
}

void TestReviews::everyChangeIsAudited()
{
    const Place place;
    const auto store = place.open();
    const auto ids = recordCalls(place, 2, VerdictKind::Held);
    const auto change = resolve(*store, seen(*store, ids), Disposition::Benign, "");
    QVERIFY_DONE(undo(*store, *change));
    QVERIFY_DONE(assign(*store, seen(*store, ids), "analyst-1"));
    QVERIFY_DONE(escalate(*store, seen(*store, ids)));
    QVERIFY_DONE(addNote(*store, ids, "look"));
    QVERIFY_DONE(release(*store, ids[0]));
    QVERIFY_DONE(deny(*store, ids[1]));
    const auto entries = listAudit(*store, 100);
    QVERIFY_DONE(entries);
    std::vector<std::string> actions;
    for (const AuditEntry &entry : *entries)
        actions.push_back(entry.action);
    QCOMPARE(actions,
        (std::vector<std::string>{"review.deny", "review.release", "review.note", "review.escalate",
            "review.assign", "review.undo", "review.resolve"}));
    QCOMPARE(entries->back().object, std::string("interactions:2"));
    QVERIFY(entries->back().after.find(ids[1].value) != std::string::npos);
    QVERIFY(verifyAudit(*store)->ok);
}

void TestReviews::releaseGivesOnePermit()
{
    const Place place;
    const auto store = place.open();
    const auto ids = recordCalls(place, 1, VerdictKind::Held);
    const KeyId key{"k00000000001"};
    const std::string hash = "hash-of-" + ids[0].value;
    QCOMPARE(showInteraction(*store, ids[0])->heldState, std::string("waiting"));
    QCOMPARE(*hasPermit(*store, key, hash), false);
    QVERIFY_DONE(release(*store, ids[0]));
    QCOMPARE(release(*store, ids[0]).error().kind, ErrorKind::Conflict);
    QCOMPARE(deny(*store, ids[0]).error().kind, ErrorKind::Conflict);
    QCOMPARE(*hasPermit(*store, key, hash), true);
    const InteractionId by = idAt(place.clock.now(), 50);
    QCOMPARE(*consumePermit(*store, key, hash, by), true);
    QCOMPARE(*consumePermit(*store, key, hash, idAt(place.clock.now(), 51)), false);
    QCOMPARE(*hasPermit(*store, key, hash), false);
    record(place, {requestRecord(by, place.clock.now())});
    QVERIFY(showInteraction(*store, ids[0])->permitUsedBy == by);
    QVERIFY(showInteraction(*store, by)->permitOf == ids[0]);
    QCOMPARE(showInteraction(*store, ids[0])->heldState, std::string("released"));
    QCOMPARE(row(*store, ids[0]).state, ReviewState::Resolved);
}

void TestReviews::permitExpires()
{
    Place place;
    const auto store = place.open();
    const auto ids = recordCalls(place, 1, VerdictKind::Held);
    QVERIFY_DONE(release(*store, ids[0]));
    place.clock.advance(std::chrono::hours(24));
    QCOMPARE(*hasPermit(*store, {"k00000000001"}, "hash-of-" + ids[0].value), false);
    QCOMPARE(
        *consumePermit(*store, {"k00000000001"}, "hash-of-" + ids[0].value, idAt(place.clock.now())), false);
}

void TestReviews::permitIsForOneKeyAndPayload()
{
    const Place place;
    const auto store = place.open();
    const auto ids = recordCalls(place, 1, VerdictKind::Held);
    QVERIFY_DONE(release(*store, ids[0]));
    QCOMPARE(*consumePermit(*store, {"another-key"}, "hash-of-" + ids[0].value, ids[0]), false);
    QCOMPARE(*consumePermit(*store, {"k00000000001"}, "another payload", ids[0]), false);
    QCOMPARE(release(*store, idAt(place.clock.now(), 77)).error().kind, ErrorKind::NotFound);
}

void TestReviews::denyCloses()
{
    const Place place;
    const auto store = place.open();
    const auto held = recordCalls(place, 1, VerdictKind::Held);
    QVERIFY_DONE(deny(*store, held[0]));
    QCOMPARE(showInteraction(*store, held[0])->heldState, std::string("denied"));
    QCOMPARE(*hasPermit(*store, {"k00000000001"}, "hash-of-" + held[0].value), false);
    QCOMPARE(release(*store, held[0]).error().kind, ErrorKind::Conflict);
}

QTEST_GUILESS_MAIN(TestReviews)
#include "tst_reviews.moc"
