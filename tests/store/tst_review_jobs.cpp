// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/audit.h"
#include "store/interactions.h"
#include "store/review_jobs.h"
#include "store/reviews.h"
#include "store_fixture.h"

#include <atomic>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

// More than a job decides in its first slices.
constexpr int many = 600;

Onward onward(const ReviewJob &)
{
    return Onward::Continue;
}

JobOrder order(const char *filter, JobAction action = JobAction::Resolve)
{
    JobOrder order;
    order.action = action;
    order.disposition = action == JobAction::Resolve ? Disposition::Benign : Disposition::None;
    order.filter = *parseFilter(filter);
    return order;
}

// Calls with a verdict that opens a review, `first` ids after the clock's.
std::vector<InteractionId> addCalls(
    const Place &place, int count, int first = 0, const std::string &team = "payments")
{
    std::vector<InteractionId> ids;
    std::vector<RequestRecord> requests;
    std::vector<VerdictRecord> verdicts;
    for (int i = first; i < first + count; ++i) {
        ids.push_back(idAt(place.clock.now() + std::chrono::milliseconds(i), i));
        requests.push_back(requestRecord(
            ids.back(), place.clock.now() + std::chrono::milliseconds(i), VerdictKind::Flagged));
        requests.back().row.team = team;
        verdicts.push_back(verdictRecord(ids.back(), VerdictKind::Flagged));
    }
    record(place, std::move(requests), std::move(verdicts));
    return ids;
}

std::int64_t count(Store &store, const char *filter)
{
    const auto counted = countInteractions(store, *parseFilter(filter));
    return counted ? *counted : -1;
}

std::int64_t jobEntries(Store &store)
{
    const auto entries = listAudit(store, 1000);
    return std::count_if(entries->begin(), entries->end(),
        [](const AuditEntry &entry) { return entry.object.starts_with("job:"); });
}

// Nobody has heard of whoever works at a job for a long time.
void letClaimsRunOut(const Place &place)
{
    Intruder(place.store()).run("UPDATE review_job SET heard_at = 0 WHERE state = 0");
}

// Does the job in another process that dies after its first slice.
void workUntilKilled(const Place &place, std::int64_t number)
{
    const pid_t child = fork();
    if (child == 0) {
        const auto store = place.open(OpenMode::Existing);
        const auto ended = runReviewJob(*store, number, [](const ReviewJob &) -> Onward { _exit(7); });
        _exit(ended ? 0 : 1);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(WEXITSTATUS(status), 7);
}

} // namespace

// Decisions about all that a filter matches.
class TestReviewJobs : public QObject {
    Q_OBJECT

private slots:
    void changesWhatMatchesAndNothingElse_data();
    void changesWhatMatchesAndNothingElse();
    void leavesAloneWhatComesMeanwhile();
    void leavesAloneWhatSomebodyDecidesMeanwhile();
    void agesAreCountedFromTheStart();
    void oneEntryTellsIt();
    void cancelledItSaysHowFarItCame();
    void leftItIsGoneOnWith();
    void killedItIsGoneOnWith();
    void oneWorksAtATime();
    void takenBackAllIsAsBefore();
    void takingBackKeepsWhatOthersChanged();
    void takingBackIsTakenBack();
    void takingBackIsGoneOnWith();
    void assignsAndGivesBack();
    void notesAreWrittenAndTakenAway();
    void badOrdersAreRefused();
    void followersMissNothing();
    void gatewaysWriteMeanwhile();
    void abandonedOnesAreEnded();
};

void TestReviewJobs::changesWhatMatchesAndNothingElse_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<QString>("after");
    QTest::newRow("resolve") << int(JobAction::Resolve) << "state:resolved disposition:benign";
    QTest::newRow("escalate") << int(JobAction::Escalate) << "state:escalated disposition:none";
    QTest::newRow("assign") << int(JobAction::Assign) << "state:in_review assignee:analyst-1";
}

void TestReviewJobs::changesWhatMatchesAndNothingElse()
{
    QFETCH(int, action);
    QFETCH(QString, after);
    const Place place;
    const auto store = place.open();
    const auto ids = addCalls(place, many);
    addCalls(place, 50, 5000, "support");
    QVERIFY_DONE(resolve(*store, seen(*store, {ids[3]}), Disposition::TruePositive, ""));
    JobOrder wanted = order("state:open team:payments", JobAction(action));
    wanted.detail = JobAction(action) == JobAction::Assign ? "analyst-1" : "";
    wanted.ceiling = ids[many - 11];
    wanted.expected = many - 11;
    const auto started = startReviewJob(*store, wanted);
    QVERIFY_DONE(started);
    QCOMPARE(count(*store, "state:open"), many + 49);
    std::int64_t before = 0;
    int asked = 0;
    const auto job = runReviewJob(*store, started->number, [&](const ReviewJob &now) {
        if (now.matched < before)
            qFatal("a job went backwards");
        before = now.matched;
        ++asked;
        return Onward::Continue;
    });
    QVERIFY_DONE(job);
    QVERIFY(asked > 1);
    QCOMPARE(job->state, JobState::Done);
    QCOMPARE(job->changed, many - 11);
    QCOMPARE(job->matched, many - 11);
    QCOMPARE(job->order.expected, many - 11);
    QCOMPARE(count(*store, (after + " team:payments").toUtf8()), many - 11);
    QCOMPARE(count(*store, "state:open team:payments"), 10);
    QCOMPARE(count(*store, "state:open team:support"), 50);
    QCOMPARE(showInteraction(*store, ids[3])->row.disposition, Disposition::TruePositive);
    QCOMPARE(showInteraction(*store, ids[many - 11])->row.state == ReviewState::Open, false);
    QCOMPARE(showInteraction(*store, ids[many - 10])->row.state, ReviewState::Open);
    QCOMPARE(showInteraction(*store, ids[0])->decidedBy, store->actor());
    QVERIFY(showInteraction(*store, ids[0])->decidedAt);
    QCOMPARE(showInteraction(*store, ids[many - 10])->decidedBy, std::string());
}

void TestReviewJobs::leavesAloneWhatComesMeanwhile()
{
    const Place place;
    const auto store = place.open();
    const auto ids = addCalls(place, many);
    const auto started = startReviewJob(*store, order("state:open"));
    QVERIFY_DONE(started);
    std::vector<InteractionId> late;
    const auto job = runReviewJob(*store, started->number, [&](const ReviewJob &now) {
        if (late.empty() && now.changed > 0)
            late = addCalls(place, 20, 9000);
        return Onward::Continue;
    });
    QVERIFY_DONE(job);
    QCOMPARE(late.size(), std::size_t{20});
    QCOMPARE(job->changed, many);
    QCOMPARE(count(*store, "state:open"), 20);
    for (const InteractionId &id : late)
        QCOMPARE(showInteraction(*store, id)->row.state, ReviewState::Open);
}

void TestReviewJobs::leavesAloneWhatSomebodyDecidesMeanwhile()
{
    const Place place;
    const auto store = place.open();
    const auto colleague = place.open();
    const auto ids = addCalls(place, many);
    const auto started = startReviewJob(*store, order("state:open"));
    QVERIFY_DONE(started);
    bool decided = false;
    const auto job = runReviewJob(*store, started->number, [&](const ReviewJob &) {
        if (!decided
            && !resolve(*colleague, seen(*colleague, {ids[0], ids[1]}), Disposition::TruePositive, ""))
            qFatal("a colleague could not decide");
        decided = true;
        return Onward::Continue;
    });
    QVERIFY_DONE(job);
    QCOMPARE(job->changed, many - 2);
    QCOMPARE(count(*store, "disposition:true_positive"), 2);
    QCOMPARE(count(*store, "disposition:benign"), many - 2);
}

void TestReviewJobs::agesAreCountedFromTheStart()
{
    Place place;
    const auto store = place.open();
    addCalls(place, 10);
    place.clock.advance(std::chrono::hours(2));
    const auto started = startReviewJob(*store, order("state:open since:3h"));
    QVERIFY_DONE(started);
    QCOMPARE(started->order.filter.toText().find("3h"), std::string::npos);
    place.clock.advance(std::chrono::hours(2));
    const auto job = runReviewJob(*store, started->number, onward);
    QVERIFY_DONE(job);
    QCOMPARE(job->changed, 10);
}

void TestReviewJobs::oneEntryTellsIt()
{
    const Place place;
    const auto store = place.open();
    const auto ids = addCalls(place, many);
    const auto before = listAudit(*store, 1000)->size();
    const auto started = startReviewJob(*store, order("state:open team:payments"));
    QVERIFY_DONE(started);
    QCOMPARE(jobEntries(*store), 0);
    QVERIFY_DONE(runReviewJob(*store, started->number, onward));
    const auto entries = listAudit(*store, 1000);
    QCOMPARE(entries->size(), before + 1);
    const AuditEntry &entry = entries->front();
    QCOMPARE(entry.action, std::string("review.resolve"));
    QCOMPARE(entry.object, "job:" + std::to_string(started->number));
    for (const std::string &told :
        {std::string("\"changed\":600"), std::string("\"filter\":\"state:open team:payments\""),
            "\"ceiling\":\"" + ids.back().value + "\"", std::string("\"disposition\":\"benign\""),
            std::string("\"outcome\":\"done\""), "\"started_by\":\"" + store->actor() + "\""})
        QVERIFY2(entry.after.find(told) != std::string::npos, (told + " in " + entry.after).c_str());
    QVERIFY(verifyAudit(*store)->ok);
    QCOMPARE(runReviewJob(*store, started->number, onward).error().kind, ErrorKind::Conflict);
    QCOMPARE(jobEntries(*store), 1);
}

void TestReviewJobs::cancelledItSaysHowFarItCame()
{
    const Place place;
    const auto store = place.open();
    addCalls(place, many);
    const auto started = startReviewJob(*store, order("state:open"));
    QVERIFY_DONE(started);
    const auto job = runReviewJob(*store, started->number, [](const ReviewJob &) { return Onward::Cancel; });
    QVERIFY_DONE(job);
    QCOMPARE(job->state, JobState::Cancelled);
    QVERIFY(job->changed > 0 && job->changed < many);
    QVERIFY(job->endedAt.has_value());
    QCOMPARE(count(*store, "state:open"), many - job->changed);
    const AuditEntry entry = listAudit(*store, 1)->front();
    QVERIFY(entry.after.find("\"changed\":" + std::to_string(job->changed)) != std::string::npos);
    QVERIFY(entry.after.find("\"outcome\":\"cancelled\"") != std::string::npos);
    QVERIFY(unfinishedReviewJobs(*store)->empty());
    const auto back = startTakingBack(*store, job->number);
    QVERIFY_DONE(back);
    QVERIFY_DONE(runReviewJob(*store, back->number, onward));
    QCOMPARE(count(*store, "state:open"), many);
    // One that nobody runs is ended where it is.
    const auto second = startReviewJob(*store, order("state:open"));
    QVERIFY_DONE(second);
    const auto ended = cancelReviewJob(*store, second->number);
    QVERIFY_DONE(ended);
    QCOMPARE(ended->state, JobState::Cancelled);
    QCOMPARE(count(*store, "state:open"), many);
    QCOMPARE(cancelReviewJob(*store, second->number).error().kind, ErrorKind::Conflict);
}

void TestReviewJobs::leftItIsGoneOnWith()
{
    const Place place;
    const auto store = place.open();
    addCalls(place, many);
    const auto started = startReviewJob(*store, order("state:open"));
    QVERIFY_DONE(started);
    const auto left = runReviewJob(*store, started->number, [](const ReviewJob &) { return Onward::Leave; });
    QVERIFY_DONE(left);
    QCOMPARE(left->state, JobState::Running);
    QCOMPARE(jobEntries(*store), 0);
    QCOMPARE(startTakingBack(*store, started->number).error().kind, ErrorKind::Conflict);
    const auto again = place.open();
    const auto unfinished = unfinishedReviewJobs(*again);
    QVERIFY_DONE(unfinished);
    QCOMPARE(unfinished->size(), std::size_t{1});
    QCOMPARE(unfinished->front().changed, left->changed);
    const auto job = runReviewJob(*again, unfinished->front().number, onward);
    QVERIFY_DONE(job);
    QCOMPARE(job->changed, many);
    QCOMPARE(jobEntries(*store), 1);
}

void TestReviewJobs::killedItIsGoneOnWith()
{
    const Place place;
    const auto store = place.open();
    const auto ids = addCalls(place, many);
    // Matches again after it was decided: what was done must not be done twice.
    const auto started = startReviewJob(*store, order("team:payments", JobAction::Note));
    QVERIFY(!started);
    JobOrder note = order("team:payments", JobAction::Note);
    note.detail = "seen by all";
    const auto noting = startReviewJob(*store, note);
    QVERIFY_DONE(noting);
    workUntilKilled(place, noting->number);
    QVERIFY(unfinishedReviewJobs(*store)->empty());
    QCOMPARE(runReviewJob(*store, noting->number, onward).error().kind, ErrorKind::Conflict);
    letClaimsRunOut(place);
    QCOMPARE(unfinishedReviewJobs(*store)->size(), std::size_t{1});
    QVERIFY(unfinishedReviewJobs(*store)->front().changed > 0);
    const auto job = runReviewJob(*store, noting->number, onward);
    QVERIFY_DONE(job);
    QCOMPARE(job->changed, many);
    QCOMPARE(Intruder(place.store()).value("SELECT count(*) FROM review_note"), std::to_string(many));
    QCOMPARE(
        Intruder(place.store()).value("SELECT count(DISTINCT n) FROM review_note"), std::to_string(many));
    QCOMPARE(jobEntries(*store), 1);
    QVERIFY(verifyAudit(*store)->ok);
}

void TestReviewJobs::oneWorksAtATime()
{
    const Place place;
    const auto store = place.open();
    const auto other = place.open();
    addCalls(place, many);
    const auto started = startReviewJob(*store, order("state:open"));
    QVERIFY_DONE(started);
    int refused = 0;
    bool taken = false;
    const auto job = runReviewJob(*store, started->number, [&](const ReviewJob &) {
        const auto second = runReviewJob(*other, started->number, onward);
        refused += !second && second.error().kind == ErrorKind::Conflict ? 1 : 0;
        if (refused == 2) {
            // Taken for dead, it must not go on beside whoever took over.
            letClaimsRunOut(place);
            taken = runReviewJob(*other, started->number, onward).has_value();
        }
        return Onward::Continue;
    });
    QVERIFY(taken);
    QVERIFY(!job);
    QCOMPARE(job.error().kind, ErrorKind::Conflict);
    QCOMPARE(reviewJob(*store, started->number)->changed, many);
    QCOMPARE(jobEntries(*store), 1);
    QCOMPARE(reviewJob(*store, 999).error().kind, ErrorKind::NotFound);
    QCOMPARE(runReviewJob(*store, 999, onward).error().kind, ErrorKind::NotFound);
    QCOMPARE(startTakingBack(*store, 999).error().kind, ErrorKind::NotFound);
}

void TestReviewJobs::takenBackAllIsAsBefore()
{
    const Place place;
    const auto store = place.open();
    const auto ids = addCalls(place, many);
    QVERIFY_DONE(escalate(*store, seen(*store, {ids[0], ids[1]})));
    QVERIFY_DONE(assign(*store, seen(*store, {ids[2]}), "analyst-1"));
    QVERIFY_DONE(resolve(*store, seen(*store, {ids[4]}), Disposition::Duplicate, ""));
    QVERIFY_DONE(resolve(*store, seen(*store, {ids[5]}), Disposition::Benign, ""));
    const auto before = listInteractions(*store, {}, 2 * many);
    const auto started = startReviewJob(*store, order("team:payments"));
    QVERIFY_DONE(started);
    const auto done = runReviewJob(*store, started->number, onward);
    QVERIFY_DONE(done);
    QCOMPARE(done->changed, many - 1); // one was so already
    QCOMPARE(count(*store, "disposition:benign"), many);
    const auto back = startTakingBack(*store, started->number);
    QVERIFY_DONE(back);
    QCOMPARE(back->takesBack, std::optional(started->number));
    QCOMPARE(back->order.expected, many - 1);
    QCOMPARE(runReviewJob(*store, back->number, onward)->changed, many - 1);
    const auto after = listInteractions(*store, {}, 2 * many);
    QCOMPARE(after->size(), before->size());
    for (std::size_t i = 0; i < before->size(); ++i) {
        QCOMPARE((*after)[i].id.value, (*before)[i].id.value);
        QCOMPARE((*after)[i].state, (*before)[i].state);
        QCOMPARE((*after)[i].disposition, (*before)[i].disposition);
        QCOMPARE((*after)[i].assignee, (*before)[i].assignee);
    }
    const AuditEntry entry = listAudit(*store, 1)->front();
    QCOMPARE(entry.action, std::string("review.undo"));
    QVERIFY(entry.after.find("\"takes_back\":" + std::to_string(started->number)) != std::string::npos);
    QCOMPARE(jobEntries(*store), 2);
    QVERIFY(verifyAudit(*store)->ok);
}

void TestReviewJobs::takingBackKeepsWhatOthersChanged()
{
    const Place place;
    const auto store = place.open();
    const auto ids = addCalls(place, many);
    const auto started = startReviewJob(*store, order("state:open"));
    QVERIFY_DONE(started);
    QVERIFY_DONE(runReviewJob(*store, started->number, onward));
    const auto colleague = place.open();
    QVERIFY_DONE(resolve(*colleague, seen(*colleague, {ids[7]}), Disposition::TruePositive, ""));
    QVERIFY_DONE(assign(*colleague, seen(*colleague, {ids[8]}), "analyst-1"));
    const auto back = startTakingBack(*store, started->number);
    QVERIFY_DONE(back);
    QCOMPARE(runReviewJob(*store, back->number, onward)->changed, many - 2);
    QCOMPARE(count(*store, "state:open"), many - 2);
    QCOMPARE(showInteraction(*store, ids[7])->row.disposition, Disposition::TruePositive);
    QCOMPARE(showInteraction(*store, ids[8])->row.assignee, std::string("analyst-1"));
    QCOMPARE(showInteraction(*store, ids[8])->row.disposition, Disposition::Benign);
}

void TestReviewJobs::takingBackIsTakenBack()
{
    const Place place;
    const auto store = place.open();
    addCalls(place, many);
    const auto started = startReviewJob(*store, order("state:open", JobAction::Escalate));
    QVERIFY_DONE(started);
    QVERIFY_DONE(runReviewJob(*store, started->number, onward));
    std::int64_t last = started->number;
    for (const char *now : {"state:open", "state:escalated", "state:open"}) {
        const auto back = startTakingBack(*store, last);
        QVERIFY_DONE(back);
        QCOMPARE(runReviewJob(*store, back->number, onward)->changed, many);
        QCOMPARE(count(*store, now), many);
        last = back->number;
    }
    QCOMPARE(jobEntries(*store), 4);
}

void TestReviewJobs::takingBackIsGoneOnWith()
{
    const Place place;
    const auto store = place.open();
    addCalls(place, many);
    const auto started = startReviewJob(*store, order("state:open"));
    QVERIFY_DONE(started);
    QVERIFY_DONE(runReviewJob(*store, started->number, onward));
    const auto back = startTakingBack(*store, started->number);
    QVERIFY_DONE(back);
    workUntilKilled(place, back->number);
    const std::int64_t undone = count(*store, "state:open");
    QVERIFY(undone > 0 && undone < many);
    letClaimsRunOut(place);
    QCOMPARE(runReviewJob(*store, back->number, onward)->changed, many);
    QCOMPARE(count(*store, "state:open"), many);
    QCOMPARE(jobEntries(*store), 2);
}

void TestReviewJobs::assignsAndGivesBack()
{
    const Place place;
    const auto store = place.open();
    const auto ids = addCalls(place, 3);
    QVERIFY_DONE(escalate(*store, seen(*store, {ids[0]})));
    JobOrder mine = order("", JobAction::Assign);
    mine.detail = "analyst-1";
    QVERIFY_DONE(runReviewJob(*store, startReviewJob(*store, mine)->number, onward));
    QCOMPARE(showInteraction(*store, ids[0])->row.state, ReviewState::Escalated);
    QCOMPARE(showInteraction(*store, ids[1])->row.state, ReviewState::InReview);
    QCOMPARE(count(*store, "assignee:analyst-1"), 3);
    mine.detail.clear();
    const auto nobodys = runReviewJob(*store, startReviewJob(*store, mine)->number, onward);
    QVERIFY_DONE(nobodys);
    QCOMPARE(nobodys->changed, 3);
    QCOMPARE(showInteraction(*store, ids[0])->row.state, ReviewState::Escalated);
    QCOMPARE(showInteraction(*store, ids[1])->row.state, ReviewState::Open);
    QCOMPARE(showInteraction(*store, ids[1])->row.assignee, std::string());
}

void TestReviewJobs::notesAreWrittenAndTakenAway()
{
    const Place place;
    const auto store = place.open();
    const auto ids = addCalls(place, 400);
    QVERIFY_DONE(addNote(*store, {ids[1]}, "mine"));
    JobOrder note = order("state:open", JobAction::Note);
    note.detail = "part of the drill";
    const auto started = startReviewJob(*store, note);
    QVERIFY_DONE(started);
    QCOMPARE(runReviewJob(*store, started->number, onward)->changed, 400);
    QCOMPARE(showInteraction(*store, ids[1])->notes.size(), std::size_t{2});
    QCOMPARE(showInteraction(*store, ids[1])->notes.back().text, note.detail);
    QCOMPARE(showInteraction(*store, ids[1])->notes.back().author, store->actor());
    // Decided since, it loses the note all the same.
    QVERIFY_DONE(escalate(*store, seen(*store, {ids[1]})));
    const auto back = startTakingBack(*store, started->number);
    QVERIFY_DONE(back);
    QCOMPARE(runReviewJob(*store, back->number, onward)->changed, 400);
    QCOMPARE(showInteraction(*store, ids[1])->notes.size(), std::size_t{1});
    QCOMPARE(showInteraction(*store, ids[1])->notes.front().text, std::string("mine"));
    QCOMPARE(showInteraction(*store, ids[0])->notes.size(), std::size_t{0});
    QVERIFY(listAudit(*store, 1)->front().after.find("part of the drill") != std::string::npos);
}

void TestReviewJobs::badOrdersAreRefused()
{
    const Place place;
    const auto store = place.open();
    JobOrder bad = order("state:open");
    bad.disposition = Disposition::None;
    QCOMPARE(startReviewJob(*store, bad).error().where, std::string("disposition"));
    bad = order("state:open", JobAction::Note);
    QCOMPARE(startReviewJob(*store, bad).error().where, std::string("note"));
    bad = order("state:open", JobAction::Assign);
    bad.detail = " analyst";
    QCOMPARE(startReviewJob(*store, bad).error().kind, ErrorKind::InvalidInput);
    bad = order("state:open");
    bad.ceiling = {"no id"};
    QCOMPARE(startReviewJob(*store, bad).error().kind, ErrorKind::InvalidInput);
    bad = order("state:open");
    bad.filter.terms.push_back({"nonsense", {}, {"x"}});
    QCOMPARE(startReviewJob(*store, bad).error().kind, ErrorKind::InvalidInput);
    // An empty store: nothing to do, and told.
    const auto started = startReviewJob(*store, order("state:open"));
    QVERIFY_DONE(started);
    QCOMPARE(runReviewJob(*store, started->number, onward)->changed, 0);
    QCOMPARE(jobEntries(*store), 1);
}

void TestReviewJobs::followersMissNothing()
{
    const Place place;
    const auto store = place.open();
    const auto ids = addCalls(place, 2200);
    const auto from = latestChange(*store);
    JobOrder few = order("state:open");
    few.ceiling = ids[99];
    QVERIFY_DONE(runReviewJob(*store, startReviewJob(*store, few)->number, onward));
    const auto changes = changesSince(*store, {}, *from, 10000);
    QVERIFY_DONE(changes);
    QCOMPARE(changes->overrun, false);
    std::set<std::string> told;
    for (const InteractionId &id : changes->ids)
        told.insert(id.value);
    QCOMPARE(told.size(), std::size_t{100});
    QVERIFY_DONE(runReviewJob(*store, startReviewJob(*store, order("state:open"))->number, onward));
    QCOMPARE(count(*store, "state:open"), 0);
    for (const std::int64_t after : {*from, changes->upTo}) {
        const auto all = changesSince(*store, {}, after, 10000);
        QVERIFY_DONE(all);
        QVERIFY(all->overrun);
    }
    const auto now = latestChange(*store);
    QVERIFY(*now > changes->upTo);
    addCalls(place, 1, 7000);
    const auto next = changesSince(*store, {}, *now, 10000);
    QVERIFY_DONE(next);
    QCOMPARE(next->overrun, false);
    QCOMPARE(next->ids.size(), std::size_t{1});
}

void TestReviewJobs::gatewaysWriteMeanwhile()
{
    const Place place;
    const auto store = place.open();
    addCalls(place, many);
    auto journal = Journal::open(place.store(), "gateway", place.clock);
    QVERIFY_DONE(journal);
    std::atomic<int> durable = 0, failed = 0;
    std::atomic<bool> working = true;
    std::thread gateway([&] {
        for (int i = 0; i < 200 || working; ++i) {
            (*journal)->write(
                requestRecord(idAt(place.clock.now() + std::chrono::hours(1), i), place.clock.now()),
                [&](const Status &written) { written ? ++durable : ++failed; });
            while (durable + failed <= i)
                std::this_thread::yield();
        }
    });
    const auto started = startReviewJob(*store, order("state:open"));
    const auto job = started ? runReviewJob(*store, started->number, onward) : started;
    working = false;
    gateway.join();
    QVERIFY_DONE(job);
    QCOMPARE(job->changed, many);
    QCOMPARE(failed.load(), 0);
    QCOMPARE(count(*store, "verdict:allowed"), durable.load());
}

void TestReviewJobs::abandonedOnesAreEnded()
{
    Place place;
    const auto store = place.open();
    addCalls(place, many);
    const auto started = startReviewJob(*store, order("state:open"));
    QVERIFY_DONE(started);
    QVERIFY_DONE(runReviewJob(*store, started->number, [](const ReviewJob &) { return Onward::Leave; }));
    QVERIFY_DONE(tidyReviewJobs(*store));
    QCOMPARE(reviewJob(*store, started->number)->state, JobState::Running);
    letClaimsRunOut(place);
    QVERIFY_DONE(tidyReviewJobs(*store));
    QCOMPARE(reviewJob(*store, started->number)->state, JobState::Cancelled);
    QCOMPARE(jobEntries(*store), 1);
    QVERIFY(Intruder(place.store()).value("SELECT count(*) FROM review_job_row") != "0");
    Intruder(place.store()).run("UPDATE review_job SET ended_at = 0");
    QVERIFY_DONE(tidyReviewJobs(*store));
    QCOMPARE(Intruder(place.store()).value("SELECT count(*) FROM review_job_row"), std::string("0"));
    QVERIFY(verifyAudit(*store)->ok);
}

QTEST_GUILESS_MAIN(TestReviewJobs)
#include "tst_review_jobs.moc"
