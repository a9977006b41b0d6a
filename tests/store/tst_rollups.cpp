// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "review_fixture.h"
#include "store/interactions.h"
#include "store/maintenance.h"
#include "store/review_jobs.h"
#include "store/rollups.h"
#include "store/timeline.h"

#include <atomic>
#include <map>
#include <random>
#include <thread>

namespace gatehouse::resources {
std::string_view migration0014();
std::string_view postgres0014();
} // namespace gatehouse::resources

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

// Whatever happened to calls, the rollups say what counting them would.
namespace {

using Lines = std::map<std::string, std::string>; // a place and its counts

std::string withCounts(const std::string &place, const std::vector<std::string> &counts)
{
    std::string text = "SELECT " + place + " || ':'";
    for (const std::string &count : counts)
        text += " || ' ' || CAST(" + count + " AS TEXT)";
    return text;
}

Lines linesOf(Intruder &reader, const std::string &sql)
{
    Lines lines;
    reader.each(sql, [&](const char *line) {
        const std::string text = line;
        const std::size_t colon = text.find(": ");
        if (text.find_first_not_of(" 0", colon + 1) != std::string::npos)
            lines[text.substr(0, colon)] = text.substr(colon + 2);
    });
    return lines;
}

Lines rolledUp(Intruder &reader)
{
    std::vector<std::string> sums;
    for (const char *column : {"allowed", "flagged", "masked", "held", "blocked", "cost_uusd", "open",
             "judged", "false_positive", "timed", "decision_us"})
        sums.push_back(std::string("sum(") + column + ")");
    return linesOf(reader,
        withCounts("CAST(hour AS TEXT) || ' ' || CAST(dim AS TEXT) || ' ' || team || ' ' || value", sums)
            + " FROM rollup GROUP BY hour, dim, team, value");
}

// One dim, by going through all calls.
Lines counted(Intruder &reader, int dim, const std::string &value, const std::string &from)
{
    const auto when
        = [](const std::string &condition) { return "sum(CASE WHEN " + condition + " THEN 1 ELSE 0 END)"; };
    std::vector<std::string> counts;
    for (int verdict = 0; verdict < 5; ++verdict)
        counts.push_back(when("i.verdict = " + std::to_string(verdict)));
    counts.emplace_back("sum(i.cost_uusd)");
    if (dim == 0 || dim == 4) {
        counts.push_back(when("i.state IN (1, 2, 3)"));
        counts.push_back(when("i.disposition <> 0"));
        counts.push_back(when("i.disposition = 2"));
        counts.push_back(when("i.state = 4 AND i.decided_at IS NOT NULL"));
        counts.emplace_back(
            "sum(CASE WHEN i.state = 4 AND i.decided_at > i.at THEN i.decided_at - i.at ELSE 0 END)");
    } else {
        counts.insert(counts.end(), 5, "0");
    }
    return linesOf(reader,
        withCounts(
            "CAST(i.at / 3600000000 AS TEXT) || ' " + std::to_string(dim) + " ' || i.team || ' ' || " + value,
            counts)
            + " FROM " + from + " GROUP BY i.at / 3600000000, i.team" + (dim == 0 ? "" : ", " + value));
}

Lines countedAnew(Intruder &reader)
{
    const std::string joined = " JOIN interaction i ON i.n = f.n";
    Lines all = counted(reader, 0, "''", "interaction i");
    all.merge(counted(reader, 1, "i.key", "interaction i"));
    all.merge(counted(reader, 2, "i.model", "interaction i"));
    all.merge(counted(reader, 3, "f.kind", "(SELECT DISTINCT n, kind FROM finding) f" + joined));
    all.merge(counted(reader, 4, "f.rule", "finding f" + joined));
    return all;
}

QString difference(const Lines &found, const Lines &expected)
{
    for (const auto &[place, counts] : expected) {
        const auto here = found.find(place);
        if (here == found.end() || here->second != counts)
            return QString::fromStdString(
                place + ": " + (here == found.end() ? "nothing" : here->second) + ", not " + counts);
    }
    for (const auto &[place, counts] : found) {
        if (!expected.contains(place))
            return QString::fromStdString(place + ": " + counts + ", not nothing");
    }
    return {};
}

#define COMPARE_ROLLUPS(reader)                                                                              \
    do {                                                                                                     \
        const QString wrong_ = difference(rolledUp(reader), countedAnew(reader));                            \
        QVERIFY2(wrong_.isEmpty(), qPrintable(wrong_));                                                      \
    } while (false)

CheckResult timedCheck(const char *rule, const char *kind, CheckOutcome outcome, double durationUs)
{
    CheckResult check;
    check.rule = rule;
    check.check = kind;
    check.outcome = outcome;
    check.durationUs = durationUs;
    return check;
}

// Calls of two teams, a few keys, models and rules over some hours.
class History {
public:
    explicit History(const Place &place, unsigned seed)
        : m_place(place)
        , m_random(seed)
    {
    }

    int upTo(int most) { return static_cast<int>(m_random() % static_cast<unsigned>(most)); }

    RequestRecord request(Timestamp at)
    {
        static constexpr const char *teams[] = {"payments", "support"};
        auto record = requestRecord(idAt(at, m_made++), at, static_cast<VerdictKind>(upTo(5)));
        record.row.team = teams[upTo(2)];
        record.row.key = {"k0000000000" + std::to_string(upTo(4))};
        record.row.model = "model-" + std::to_string(upTo(3));
        record.row.outcome = upTo(4) == 0 ? Outcome::Refused : Outcome::Pending;
        record.reserved = {true, 5, 5, upTo(1000)};
        record.checks = checks();
        return record;
    }

    VerdictRecord verdict(const InteractionId &id)
    {
        auto record = verdictRecord(id, static_cast<VerdictKind>(upTo(5)));
        record.costUusd = upTo(100);
        record.checks = checks();
        return record;
    }

private:
    std::vector<CheckResult> checks()
    {
        std::vector<CheckResult> checks;
        static constexpr const char *kinds[] = {"pii", "secrets"};
        for (int rule = upTo(4); rule > 0; --rule)
            checks.push_back(failedCheck("rule-" + std::to_string(rule), kinds[rule % 2], Action::Flag));
        return checks;
    }

    const Place &m_place;
    std::mt19937 m_random;
    int m_made = 0;
};

} // namespace

class TestRollups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whateverHappenedToCalls_data();
    void whateverHappenedToCalls();
    void writersAtOnce();
    void jobsAndTheirUndo();
    void whatIsThereIsCountedByTheMigration();
    void measuresOfCallsAtTheirEnd();
    void questionsAndNonsense();
    void timelineIsTheSameEitherWay_data();
    void timelineIsTheSameEitherWay();
};

void TestRollups::whateverHappenedToCalls_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U})
        QTest::addRow("%u", seed) << seed;
}

// Requests, verdicts, second verdicts, decisions and their undo, dead gateways, retention: in any order.
void TestRollups::whateverHappenedToCalls()
{
    QFETCH(const unsigned, seed);
    Place place;
    const auto store = place.open();
    Intruder reader(place.store());
    History history(place, seed);
    std::vector<InteractionId> known;
    const auto some = [&] {
        std::vector<InteractionId> ids;
        for (int count = history.upTo(4) + 1; count > 0; --count)
            ids.push_back(known[static_cast<std::size_t>(history.upTo(static_cast<int>(known.size())))]);
        return seen(*store, ids);
    };
    for (int round = 0; round < 6; ++round) {
        std::vector<RequestRecord> requests;
        std::vector<VerdictRecord> verdicts;
        for (int i = 0; i < 30; ++i) {
            const Timestamp at = place.clock.now() - std::chrono::hours(history.upTo(5) * 7)
                - std::chrono::days(history.upTo(3) * 40);
            requests.push_back(history.request(at));
            known.push_back(requests.back().row.id);
            if (history.upTo(3) != 0)
                verdicts.push_back(history.verdict(known.back()));
        }
        for (int i = 0; i < 5 && round > 0; ++i) {
            const auto call = some().front().id;
            if (showInteraction(*store, call))
                verdicts.push_back(history.verdict(call));
        }
        record(place, requests, verdicts);
        COMPARE_ROLLUPS(reader);
        place.clock.advance(std::chrono::minutes(20));
        const auto resolved = resolve(*store, some(), static_cast<Disposition>(history.upTo(4) + 1), {});
        (void)escalate(*store, some());
        (void)assign(*store, some(), "ada");
        (void)reopen(*store, some());
        if (resolved && history.upTo(2) == 0)
            (void)undo(*store, *resolved);
        COMPARE_ROLLUPS(reader);
        if (round % 3 == 2) {
            QVERIFY_DONE(applyRetention(*store));
            COMPARE_ROLLUPS(reader);
        }
        place.clock.advance(std::chrono::hours(3));
    }
    // Where nothing must stay, weeks go as a whole.
    const auto left = listInteractions(*store, *parseFilter("-state:resolved"), known.size());
    QVERIFY_DONE(left);
    std::vector<SeenCall> calls;
    for (const InteractionRow &each : *left)
        calls.push_back(seenIn(each));
    QVERIFY_DONE(resolve(*store, calls, Disposition::Benign, {}));
    place.clock.advance(std::chrono::days(60));
    QVERIFY(applyRetention(*store)->deleted > 0);
    COMPARE_ROLLUPS(reader);
    QVERIFY(!rolledUp(reader).empty());
}

void TestRollups::writersAtOnce()
{
    Place place;
    const auto store = place.open();
    History history(place, 9);
    std::vector<std::vector<RequestRecord>> requests(testsPostgres() ? 4 : 1);
    std::vector<std::vector<VerdictRecord>> verdicts(requests.size());
    for (std::size_t writer = 0; writer < requests.size(); ++writer) {
        for (int i = 0; i < 200; ++i) {
            requests[writer].push_back(history.request(place.clock.now()));
            verdicts[writer].push_back(history.verdict(requests[writer].back().row.id));
        }
    }
    std::vector<std::unique_ptr<Journal>> journals;
    for (std::size_t writer = 0; writer < requests.size(); ++writer) {
        auto journal = Journal::open(place.store(), "writer" + std::to_string(writer), place.clock);
        QVERIFY_DONE(journal);
        journals.push_back(std::move(*journal));
    }
    std::atomic<int> refused = 0;
    const auto check = [&](const Status &status) { refused += status ? 0 : 1; };
    std::vector<std::thread> writers;
    for (std::size_t writer = 0; writer < requests.size(); ++writer) {
        writers.emplace_back([&, writer] {
            for (std::size_t i = 0; i < requests[writer].size(); ++i) {
                journals[writer]->write(std::move(requests[writer][i]), check);
                journals[writer]->write(std::move(verdicts[writer][i]), check);
            }
        });
    }
    for (std::thread &each : writers)
        each.join();
    journals.clear();
    QCOMPARE(refused.load(), 0);
    Intruder reader(place.store());
    COMPARE_ROLLUPS(reader);
    place.clock.advance(std::chrono::hours(5));
    QVERIFY_DONE(applyRetention(*store));
    COMPARE_ROLLUPS(reader);
    QCOMPARE(reader.value("SELECT count(DISTINCT shard) FROM rollup"), std::string("1"));
}

void TestRollups::jobsAndTheirUndo()
{
    Place place;
    const auto store = place.open();
    Intruder reader(place.store());
    History history(place, 4);
    std::vector<RequestRecord> requests;
    for (int i = 0; i < 100; ++i)
        requests.push_back(history.request(place.clock.now()));
    record(place, requests);
    const auto before = rolledUp(reader);
    place.clock.advance(std::chrono::hours(2));
    JobOrder order;
    order.filter = *parseFilter("state:open team:payments");
    order.action = JobAction::Resolve;
    order.disposition = Disposition::FalsePositive;
    const auto goOn = [](const ReviewJob &) { return Onward::Continue; };
    const auto job = startReviewJob(*store, order);
    QVERIFY_DONE(job);
    QVERIFY_DONE(runReviewJob(*store, job->number, goOn));
    QVERIFY(rolledUp(reader) != before);
    COMPARE_ROLLUPS(reader);
    const auto back = startTakingBack(*store, job->number);
    QVERIFY_DONE(back);
    QVERIFY_DONE(runReviewJob(*store, back->number, goOn));
    QVERIFY2(
        difference(rolledUp(reader), before).isEmpty(), qPrintable(difference(rolledUp(reader), before)));
}

// The same counts as those who write calls keep.
void TestRollups::whatIsThereIsCountedByTheMigration()
{
    Place place;
    const auto store = place.open();
    History history(place, 5);
    std::vector<RequestRecord> requests;
    std::vector<VerdictRecord> verdicts;
    for (int i = 0; i < 60; ++i) {
        requests.push_back(history.request(place.clock.now() - std::chrono::hours(history.upTo(50))));
        verdicts.push_back(history.verdict(requests.back().row.id));
    }
    record(place, requests, verdicts);
    const auto someCalls = seen(*store, {requests[0].row.id, requests[1].row.id});
    place.clock.advance(std::chrono::hours(1));
    QVERIFY_DONE(resolve(*store, someCalls, Disposition::FalsePositive, {}));
    Intruder owner(place.store());
    const auto kept = rolledUp(owner);
    owner.run("DROP TABLE rollup");
    owner.run("DROP TABLE rollup_check");
    owner.run("DROP TABLE rollup_coverage");
    if (!testsPostgres())
        owner.run("DROP TRIGGER rollup_decided");
    owner.run(std::string(testsPostgres() ? resources::postgres0014() : resources::migration0014()));
    QVERIFY2(difference(rolledUp(owner), kept).isEmpty(), qPrintable(difference(rolledUp(owner), kept)));
    COMPARE_ROLLUPS(owner);
}

void TestRollups::measuresOfCallsAtTheirEnd()
{
    const Place place;
    const auto store = place.open();
    const Timestamp at = place.clock.now();
    const auto request = [&](int order, Outcome outcome) {
        auto record = requestRecord(idAt(at, order), at);
        record.row.outcome = outcome;
        record.checks = {timedCheck("a", "pii", CheckOutcome::Pass, 10)};
        record.coverage = {100, 90, {{BodyPart::Request, "/x", "image", "not_text", 10}}};
        return record;
    };
    auto verdict = verdictRecord(idAt(at, 1));
    verdict.checks = {timedCheck("a", "pii", CheckOutcome::Pass, 16),
        timedCheck("b", "pii", CheckOutcome::Pass, 20), timedCheck("c", "secrets", CheckOutcome::NotRun, 0),
        timedCheck("d", "judge", CheckOutcome::Error, 70000)};
    verdict.coverage = {200, 200, {}};
    record(place, {request(1, Outcome::Pending), request(2, Outcome::Refused), request(3, Outcome::Pending)},
        {verdict, verdict});
    const HourRange range{at, at + std::chrono::hours(1)};
    const auto times = checkTimes(*store, range);
    QVERIFY_DONE(times);
    QCOMPARE(times->size(), std::size_t{2});
    QCOMPARE(times->front().kind, std::string("judge"));
    QCOMPARE(times->front().steps.back(), std::int64_t{1});
    QCOMPARE(times->back().runs, std::int64_t{3});
    QCOMPARE(times->back().durationNs, std::int64_t{46000});
    QCOMPARE(times->back().steps[0], std::int64_t{2});
    QCOMPARE(times->back().steps[1], std::int64_t{1});
    const auto bytes = coverageBytes(*store, range);
    QVERIFY_DONE(bytes);
    QCOMPARE(bytes->size(), std::size_t{2});
    QCOMPARE(bytes->front().bytes, std::int64_t{290});
    QCOMPARE(bytes->front().calls, std::int64_t{2});
    QCOMPARE(bytes->back().reason, std::string("not_text"));
    QCOMPARE(bytes->back().bytes, std::int64_t{10});
}

void TestRollups::questionsAndNonsense()
{
    const Place place;
    const auto store = place.open();
    const Timestamp now = place.clock.now();
    auto blocked = requestRecord(idAt(now, 1), now, VerdictKind::Blocked);
    blocked.row.costUusd = 7;
    blocked.checks = {failedCheck("no-secrets", "secrets", Action::Block)};
    auto allowed = requestRecord(idAt(now, 2), now - std::chrono::hours(3));
    allowed.row.team = "support";
    allowed.row.key = {"k00000000002"};
    record(place, {blocked, allowed});
    const HourRange day{now - std::chrono::hours(23), now + std::chrono::hours(1)};
    const auto all = countsOverTime(*store, {}, day, std::chrono::hours(6));
    QVERIFY_DONE(all);
    QCOMPARE(all->size(), std::size_t{4});
    QCOMPARE(all->back().counts.calls(), std::int64_t{2});
    QCOMPARE(all->back().counts.costUusd, std::int64_t{7});
    QCOMPARE(all->back().counts.open, std::int64_t{1});
    const auto ofRule
        = countsOverTime(*store, {"payments", RollupDim::Rule, "no-secrets"}, day, std::chrono::hours(24));
    QVERIFY_DONE(ofRule);
    QCOMPARE(ofRule->front().counts.notAllowed(), std::int64_t{1});
    QCOMPARE(countsOverTime(*store, {"support", RollupDim::Rule, "no-secrets"}, day, std::chrono::hours(24))
                 ->front()
                 .counts.calls(),
        std::int64_t{0});
    QCOMPARE(countsByName(*store, RollupDim::All, day)->size(), std::size_t{2});
    QCOMPARE(countsByName(*store, RollupDim::Key, day)->back().name, std::string("k00000000002"));
    QCOMPARE(*openReviews(*store), std::int64_t{1});
    for (const auto &[range, step] :
        std::vector<std::pair<HourRange, Micros>>{{day, std::chrono::minutes(90)},
            {{now + std::chrono::minutes(1), day.to}, std::chrono::hours(1)},
            {{day.to, day.from}, std::chrono::hours(1)}, {{{}, now}, std::chrono::hours(1)},
            {day, Micros(0)}})
        QCOMPARE(countsOverTime(*store, {}, range, step).error().kind, ErrorKind::InvalidInput);
}

void TestRollups::timelineIsTheSameEitherWay_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("isRolledUp");
    QTest::newRow("everything") << QString() << true;
    QTest::newRow("a team") << QStringLiteral("team:payments") << true;
    QTest::newRow("a key's verdicts") << QStringLiteral("key:k00000000001 -verdict:allowed,held") << true;
    QTest::newRow("a team's rule") << QStringLiteral("team:support rule:rule-1") << true;
    QTest::newRow("a check since") << QStringLiteral("check:pii since:2026-11-10T10:20:00Z") << true;
    QTest::newRow("until") << QStringLiteral(
        "model:model-1 since:2026-11-12T10:20:00Z until:2026-11-19T21:05:00Z")
                           << true;
    QTest::newRow("two keys") << QStringLiteral("key:k00000000001,k00000000002") << false;
    QTest::newRow("a key and a model") << QStringLiteral("key:k00000000001 model:model-1") << false;
    QTest::newRow("another field") << QStringLiteral("route:chat since:6d") << false;
    QTest::newRow("a short time") << QStringLiteral("since:2026-11-20T11:30:00Z") << false;
}

// From the rollups or call by call: every call stands in its step.
void TestRollups::timelineIsTheSameEitherWay()
{
    QFETCH(const QString, filter);
    static const Place place;
    static const auto store = place.open();
    if (*openReviews(*store) == 0) {
        History history(place, 8);
        std::vector<RequestRecord> requests;
        for (int i = 0; i < 300; ++i)
            requests.push_back(
                history.request(place.clock.now() - std::chrono::minutes(history.upTo(12 * 24 * 60))));
        record(place, requests);
    }
    const Filter parsed = *parseFilter(filter.toStdString());
    auto timeline = beginTimeline(*store, parsed);
    QVERIFY_DONE(timeline);
    QTEST(timeline->isRolledUp, "isRolledUp");
    QCOMPARE(timeline->uncounted, timeline->isRolledUp ? std::size_t{0} : timeline->steps.size());
    while (timeline->uncounted > 0) {
        timeline = continueTimeline(*store, parsed, *timeline);
        QVERIFY_DONE(timeline);
    }
    QVERIFY(!timeline->steps.empty() && timeline->steps.size() <= 121);
    std::vector<Timeline::Step> expected(timeline->steps.size());
    const auto matching = listInteractions(*store, parsed, 1000);
    QVERIFY_DONE(matching);
    for (const InteractionRow &row : *matching)
        ++expected.at(static_cast<std::size_t>((row.at - timeline->from) / timeline->step))
              .verdicts[static_cast<std::size_t>(row.verdict)];
    QVERIFY(timeline->steps == expected);
}

QTEST_GUILESS_MAIN(TestRollups)
#include "tst_rollups.moc"
