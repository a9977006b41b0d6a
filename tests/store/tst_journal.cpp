// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/access.h"
#include "store/interactions.h"
#include "store/maintenance.h"
#include "store_fixture.h"

#include <QProcess>
#include <atomic>
#include <csignal>
#include <set>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

// What is answered is on disk, in order, once.
class TestJournal : public QObject {
    Q_OBJECT

private slots:
    void requestAndVerdictOfOneCallInOneGroup();
    void verdictOfAnUnknownCallFailsAlone();
    void writingAgainDoesNotDuplicate();
    void manyThreadsLoseNothing();
    void killedInMidRunKeepsEveryReportedCall();
    void secondGatewayIsRefused();
    void pendingCallsBecomeInterrupted();
    void fullDiskIsReportedAndRetried();
    void heartbeatAndLastUse();
    void reviewSurvivesTheVerdict();
    void changesFollowCommits();
};

void TestJournal::requestAndVerdictOfOneCallInOneGroup()
{
    const Place place;
    const auto store = place.open();
    const InteractionId id = idAt(place.clock.now());
    record(place, {requestRecord(id, place.clock.now())},
        {verdictRecord(id, VerdictKind::Flagged, "Paris, probably")});
    const auto detail = showInteraction(*store, id);
    QVERIFY_DONE(detail);
    QCOMPARE(detail->row.verdict, VerdictKind::Flagged);
    QCOMPARE(detail->row.outcome, Outcome::Completed);
    QCOMPARE(detail->row.state, ReviewState::Open);
    QCOMPARE(detail->row.tokensIn, 7);
    QCOMPARE(detail->segments.size(), std::size_t{2});
    QCOMPARE(detail->segments[1].in, BodyPart::Response);
    QCOMPARE(detail->segments[1].segment.text, std::string("Paris, probably"));
    QCOMPARE(detail->sourceAddress, std::string("127.0.0.1"));
}

void TestJournal::verdictOfAnUnknownCallFailsAlone()
{
    const Place place;
    const auto store = place.open();
    auto journal = Journal::open(place.store(), "g", place.clock);
    QVERIFY_DONE(journal);
    std::promise<Status> unknown, badId, good;
    const InteractionId id = idAt(place.clock.now());
    (*journal)->write(
        verdictRecord(idAt(place.clock.now(), 7)), [&](const Status &status) { unknown.set_value(status); });
    (*journal)->write(requestRecord({"not-a-uuid"}, place.clock.now()),
        [&](const Status &status) { badId.set_value(status); });
    (*journal)->write(
        requestRecord(id, place.clock.now()), [&](const Status &status) { good.set_value(status); });
    QCOMPARE(unknown.get_future().get().error().kind, ErrorKind::NotFound);
    QCOMPARE(badId.get_future().get().error().kind, ErrorKind::InvalidInput);
    QVERIFY_DONE(good.get_future().get());
    QCOMPARE((*journal)->degraded(), std::string());
    QCOMPARE(*countInteractions(*store, {}), 1);
}

void TestJournal::writingAgainDoesNotDuplicate()
{
    const Place place;
    const auto store = place.open();
    const InteractionId id = idAt(place.clock.now());
    auto flagged = requestRecord(id, place.clock.now(), VerdictKind::Flagged, "a zebra crosses");
    flagged.checks = {failedCheck("keywords", "keywords", Action::Flag)};
    auto verdict = verdictRecord(id, VerdictKind::Flagged);
    verdict.checks = flagged.checks;
    record(place, {flagged, flagged}, {verdict, verdict});
    record(place, {flagged}, {verdict});
    QCOMPARE(*countInteractions(*store, {}), 1);
    QCOMPARE(*countInteractions(*store, *parseFilter("zebra")), 1);
    QCOMPARE(facetCounts(*store, {}, "check")->front().count, 1);
    if (!testsPostgres())
        Intruder(place.store()).run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
}

void TestJournal::manyThreadsLoseNothing()
{
    constexpr int threads = 4, each = 300, calls = threads * each;
    const Place place;
    const auto store = place.open();
    auto journal = Journal::open(place.store(), "g", place.clock);
    QVERIFY_DONE(journal);
    std::atomic<int> committed = 0;
    std::vector<std::thread> writers;
    writers.reserve(threads);
    for (int t = 0; t < threads; ++t) {
        writers.emplace_back([&, t] {
            for (int i = 0; i < each; ++i) {
                const InteractionId id = idAt(place.clock.now() + std::chrono::seconds(t), i);
                (*journal)->write(
                    requestRecord(id, place.clock.now()), [&](const Status &s) { committed += s ? 1 : 0; });
                (*journal)->write(verdictRecord(id), [&](const Status &s) { committed += s ? 1 : 0; });
            }
        });
    }
    for (std::thread &writer : writers)
        writer.join();
    journal->reset();
    QCOMPARE(committed.load(), 2 * calls);
    QCOMPARE(*countInteractions(*store, {}), std::int64_t{calls});
    QCOMPARE(*countInteractions(*store, *parseFilter("outcome:completed")), std::int64_t{calls});
}

namespace {

// This program again, as the gateway that dies: a process of its own rather than a fork, which would have no
// threads.
constexpr const char *writeUntilKilledOption = "--write-until-killed";

// Writes calls until killed; tells each id once it is durable.
[[noreturn]] void writeUntilKilled(const std::string &location, int pipe)
{
    auto journal = Journal::open(location, "child");
    if (!journal)
        ::_exit(1);
    for (int i = 0;; ++i) {
        const InteractionId id{newUuid7(systemClock().now())};
        (*journal)->write(requestRecord(id, systemClock().now()), [pipe, id](const Status &status) {
            if (status
                && ::write(pipe, id.value.data(), id.value.size()) != static_cast<ssize_t>(id.value.size()))
                ::_exit(2);
        });
        // Bounds what is queued without ever waiting for one record.
        while ((*journal)->depth() > 200)
            std::this_thread::yield();
    }
}

} // namespace

void TestJournal::killedInMidRunKeepsEveryReportedCall()
{
    const Place place;
    (void)place.open();
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
        {writeUntilKilledOption, QString::fromStdString(place.store())});
    std::string reported;
    while (reported.size() <= std::size_t{36} * 2000) {
        QVERIFY2(child.waitForReadyRead(), qPrintable(child.errorString()));
        reported += child.readAllStandardOutput().toStdString();
    }
    child.kill();
    QVERIFY(child.waitForFinished());
    reported += child.readAllStandardOutput().toStdString();
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);

    auto journal = Journal::open(place.store(), "after", place.clock);
    QVERIFY_DONE(journal);
    const auto store = place.open();
    std::vector<InteractionId> ids;
    for (std::size_t at = 0; at + 36 <= reported.size(); at += 36)
        ids.push_back({reported.substr(at, 36)});
    QVERIFY(ids.size() > 2000);
    const auto rows = interactionsById(*store, ids);
    QVERIFY_DONE(rows);
    QCOMPARE(rows->size(), ids.size());
    QCOMPARE(*countInteractions(*store, *parseFilter("outcome:pending")), 0);
}

void TestJournal::secondGatewayIsRefused()
{
    const Place place;
    (void)place.open();
    auto first = Journal::open(place.store(), "one", place.clock);
    QVERIFY_DONE(first);
    if (testsPostgres()) {
        QVERIFY_DONE(Journal::open(place.store(), "two", place.clock));
        QCOMPARE(Journal::open(place.store(), "one", place.clock).error().kind, ErrorKind::Conflict);
        return;
    }
    const auto second = Journal::open(place.store(), "two", place.clock);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
    QVERIFY(second.error().advice.find("PostgreSQL") != std::string::npos);
    first->reset();
    QVERIFY_DONE(Journal::open(place.store(), "two", place.clock));
}

void TestJournal::pendingCallsBecomeInterrupted()
{
    const Place place;
    const auto store = place.open();
    const InteractionId allowed = idAt(place.clock.now(), 1), flagged = idAt(place.clock.now(), 2);
    record(place,
        {requestRecord(allowed, place.clock.now()),
            requestRecord(flagged, place.clock.now(), VerdictKind::Flagged, "walrus in the bath")});
    QCOMPARE(*countInteractions(*store, *parseFilter("outcome:pending")), 2);
    // Not searchable before it is over.
    QCOMPARE(*countInteractions(*store, *parseFilter("walrus")), 0);
    const auto from = latestChange(*store);
    QVERIFY_DONE(Journal::open(place.store(), "next", place.clock));
    QCOMPARE(*countInteractions(*store, *parseFilter("outcome:interrupted")), 2);
    QCOMPARE(*countInteractions(*store, *parseFilter("walrus")), 1);
    QCOMPARE(changesSince(*store, {}, *from, 100)->ids.size(), std::size_t{2});
}

void TestJournal::fullDiskIsReportedAndRetried()
{
    ONLY_SQLITE("the limit is on files of this process");
    const Place place;
    const auto store = place.open();
    auto journal = Journal::open(place.store(), "g", place.clock);
    QVERIFY_DONE(journal);
    const auto write = [&](const InteractionId &id, const std::string &text) {
        std::promise<Status> done;
        (*journal)->write(requestRecord(id, place.clock.now(), VerdictKind::Allowed, text),
            [&](const Status &status) { done.set_value(status); });
        return done.get_future().get();
    };
    QVERIFY_DONE(write(idAt(place.clock.now(), 1), "before"));
    // No file of this process may grow: what a full disk looks like to a program.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit none{4096, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &none), 0);
    const InteractionId id = idAt(place.clock.now(), 2);
    const std::string large(200000, 'x');
    const Status failed = write(id, large);
    const std::string degraded = (*journal)->degraded();
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Unreachable);
    QVERIFY(!degraded.empty());
    QVERIFY_DONE(write(id, large));
    QCOMPARE((*journal)->degraded(), std::string());
    QCOMPARE(*countInteractions(*store, {}), 2);
}

void TestJournal::heartbeatAndLastUse()
{
    Place place;
    const auto store = place.open();
    NewKeyRequest request;
    request.team = "payments";
    request.environment = "production";
    request.useCase = "assistant";
    request.createNames = true;
    request.entitlement.models = {"*"};
    const auto key = issueKey(*store, request);
    QVERIFY_DONE(key);
    {
        auto journal = Journal::open(place.store(), "gate-1", place.clock);
        QVERIFY_DONE(journal);
        Heartbeat beat;
        beat.gateway = "gate-1";
        beat.address = "127.0.0.1:8787";
        beat.requestsPerSecond = 12.5;
        beat.at = place.clock.now();
        (*journal)->write(beat);
        (*journal)->write(beat);
        (*journal)->touchKey(key->row.record.id);
    }
    const auto beats = liveGateways(*store);
    QVERIFY_DONE(beats);
    QCOMPARE(beats->size(), std::size_t{1});
    QCOMPARE(beats->front().requestsPerSecond, 12.5);
    QCOMPARE(storeStatus(*store)->gateways, 1);
    QVERIFY(showKey(*store, key->row.record.id)->lastUsedAt == place.clock.now());
    place.clock.advance(std::chrono::seconds(11));
    QCOMPARE(liveGateways(*store)->size(), std::size_t{0});
}

void TestJournal::reviewSurvivesTheVerdict()
{
    const Place place;
    const auto store = place.open();
    const InteractionId id = idAt(place.clock.now());
    record(place, {requestRecord(id, place.clock.now(), VerdictKind::Flagged)});
    Intruder(place.store()).run("UPDATE interaction SET state = 4, disposition = 3");
    record(place, {}, {verdictRecord(id, VerdictKind::Flagged)});
    QCOMPARE(showInteraction(*store, id)->row.state, ReviewState::Resolved);
    QCOMPARE(showInteraction(*store, id)->row.disposition, Disposition::Benign);
}

void TestJournal::changesFollowCommits()
{
    const Place place;
    const auto store = place.open();
    const auto start = latestChange(*store);
    QVERIFY_DONE(start);
    const InteractionId late = idAt(place.clock.now(), 1), early = idAt(place.clock.now(), 2);
    record(place, {requestRecord(early, place.clock.now(), VerdictKind::Blocked)});
    const auto first = changesSince(*store, *parseFilter("state:open"), *start, 100);
    QVERIFY_DONE(first);
    QCOMPARE(first->matching.size(), std::size_t{1});
    // A call whose id is older but which is committed later is not missed.
    record(place, {requestRecord(late, place.clock.now())}, {verdictRecord(late, VerdictKind::Masked)});
    const auto second = changesSince(*store, *parseFilter("state:open"), first->upTo, 100);
    QVERIFY_DONE(second);
    QVERIFY(!second->overrun);
    // The first call is told again: the second journal found it pending.
    QCOMPARE(second->ids.size(), std::size_t{2});
    QVERIFY(std::find_if(second->matching.begin(), second->matching.end(), [&](const auto &row) {
        return row.id == late && row.verdict == VerdictKind::Masked;
    }) != second->matching.end());
    QCOMPARE(changesSince(*store, {}, second->upTo, 100)->ids.size(), std::size_t{0});
}

int main(int argc, char **argv)
{
    if (argc == 3 && QLatin1String(argv[1]) == QLatin1String(writeUntilKilledOption))
        writeUntilKilled(argv[2], STDOUT_FILENO);
    QCoreApplication application(argc, argv);
    TestJournal test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journal.moc"
