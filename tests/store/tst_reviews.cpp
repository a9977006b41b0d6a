// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "review_fixture.h"
#include "store/audit.h"
#include "store/reviews.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

// Decisions about calls: made and taken back.
class TestReviews : public QObject {
    Q_OBJECT

private slots:
    void resolveAndUndo();
    void undoRefusesWhatChangedSince();
    void redoIsUndoOfUndo();
    void aCallNamedTwiceIsMeantOnce();
    void whoDecidedIsKept();
    void unknownIdChangesNothing();
    void assignMovesIntoReview();
    void escalateAndReopen();
    void notesAreKeptInOrder();
    void everyChangeIsAudited();
    void releaseGivesOnePermit();
    void permitExpires();
    void permitIsForOneKeyAndPayload();
    void denyCloses();
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

void TestReviews::aCallNamedTwiceIsMeantOnce()
{
    const Place &place = sharedPlace();
    const auto store = place.open();
    const auto ids = recordCalls(place, 1, VerdictKind::Blocked);
    const auto shown = seen(*store, ids);
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
