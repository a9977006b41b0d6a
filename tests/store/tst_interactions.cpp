// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/figures.h"
#include "store/interactions.h"
#include "store/policies.h"
#include "store/service_levels.h"
#include "store/sql/filter_sql.h"
#include "store_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <functional>
#include <map>
#include <random>
#include <set>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

constexpr int callCount = 600;

// Calls of every sort, the same ones each run.
std::vector<RequestRecord> sampleCalls(const FixedClock &clock)
{
    const std::vector<std::string> teams{"payments", "support", "hr, assist"};
    const std::vector<std::string> words{"zebra", "Walrus", "café", "penguin"};
    std::mt19937 random(3);
    std::vector<RequestRecord> calls;
    for (int i = 0; i < callCount; ++i) {
        const Timestamp at = clock.now() - std::chrono::minutes(random() % 10000);
        const auto verdict = static_cast<VerdictKind>(random() % 5);
        RequestRecord call
            = requestRecord(idAt(at, i), at, verdict, "about a " + words[random() % words.size()] + " today");
        call.row.team = teams[random() % teams.size()];
        call.row.model = "model-" + std::to_string(random() % 3);
        call.row.severity = static_cast<Severity>(random() % 5);
        call.row.outcome = static_cast<Outcome>(random() % 6 + 1);
        call.row.costUusd = i;
        if (random() % 3 == 0)
            call.checks.push_back(failedCheck("r-secrets", "secrets", Action::Mask));
        if (random() % 4 == 0)
            call.checks.push_back(failedCheck("r-words", "keywords", Action::Flag, false));
        calls.push_back(std::move(call));
    }
    return calls;
}

using Oracle = std::function<bool(const RequestRecord &)>;

bool failed(const RequestRecord &call, const std::string &kind)
{
    return std::any_of(
        call.checks.begin(), call.checks.end(), [&](const CheckResult &each) { return each.check == kind; });
}
bool says(const RequestRecord &call, const char *word)
{
    return call.row.verdict != VerdictKind::Allowed
        && call.segments[0].segment.text.find(word) != std::string::npos;
}

std::vector<std::pair<const char *, Oracle>> filtersAndOracles(Timestamp now)
{
    const auto verdictIs
        = [](VerdictKind kind) { return [kind](const RequestRecord &c) { return c.row.verdict == kind; }; };
    return {{"", [](const RequestRecord &) { return true; }},
        {"verdict:blocked", verdictIs(VerdictKind::Blocked)},
        {"-verdict:allowed", [](const auto &c) { return c.row.verdict != VerdictKind::Allowed; }},
        {"state:open", [](const auto &c) { return c.row.verdict != VerdictKind::Allowed; }},
        {"state:none", verdictIs(VerdictKind::Allowed)},
        {"state:open,none verdict:allowed,held",
            [](const auto &c) {
                return c.row.verdict == VerdictKind::Allowed || c.row.verdict == VerdictKind::Held;
            }},
        {"-state:open", verdictIs(VerdictKind::Allowed)},
        {"state:resolved", [](const auto &) { return false; }},
        {"severity>=high", [](const auto &c) { return c.row.severity >= Severity::High; }},
        {"severity<=low", [](const auto &c) { return c.row.severity <= Severity::Low; }},
        {"severity:info,critical",
            [](const auto &c) {
                return c.row.severity == Severity::Info || c.row.severity == Severity::Critical;
            }},
        {"team:payments,support", [](const auto &c) { return c.row.team != "hr, assist"; }},
        {"team:\"hr, assist\" model:model-1",
            [](const auto &c) { return c.row.team == "hr, assist" && c.row.model == "model-1"; }},
        {"check:secrets", [](const auto &c) { return failed(c, "secrets"); }},
        {"check:secrets,keywords",
            [](const auto &c) { return failed(c, "secrets") || failed(c, "keywords"); }},
        {"-check:secrets rule:r-words",
            [](const auto &c) { return !failed(c, "secrets") && failed(c, "keywords"); }},
        {"zebra", [](const auto &c) { return says(c, "zebra"); }},
        {"walrus", [](const auto &c) { return says(c, "Walrus"); }},
        {"cafe", [](const auto &c) { return says(c, "café"); }},
        {"\"a penguin\"", [](const auto &c) { return says(c, "penguin"); }},
        {"\"penguin a\"", [](const auto &) { return false; }},
        {"peng*", [](const auto &c) { return says(c, "penguin"); }},
        {"peng", [](const auto &) { return false; }},
        {"-zebra", [](const auto &c) { return !says(c, "zebra"); }},
        {"since:2d", [now](const auto &c) { return c.row.at >= now - std::chrono::days(2); }},
        {"until:2d", [now](const auto &c) { return c.row.at <= now - std::chrono::days(2); }},
        {"since:2026-11-17 until:2026-11-19T06:00:00Z",
            [](const auto &c) {
                const auto day = std::chrono::sys_days(std::chrono::year(2026) / 11 / 17);
                return c.row.at >= day && c.row.at <= day + std::chrono::hours(54);
            }},
        {"outcome:cut,refused",
            [](const auto &c) { return c.row.outcome == Outcome::Cut || c.row.outcome == Outcome::Refused; }},
        {"policy:baseline", [](const auto &) { return true; }},
        {"policy:aaaaaaa", [](const auto &) { return true; }},
        {"-policy:aaaaaaa,other", [](const auto &) { return false; }},
        {"policy:aaa", [](const auto &) { return false; }},
        {"usecase:assistant environment:production provider:sandbox route:chat",
            [](const auto &) { return true; }},
        {"\"' OR 1=1 --\"", [](const auto &) { return false; }},
        {"team:\"x' OR '1'='1\"", [](const auto &) { return false; }}};
}

} // namespace

// Lists, counts and details against what was written.
class TestInteractions : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void filtersAgreeWithTheOracle_data() const;
    void filtersAgreeWithTheOracle();
    void facetsAgreeWithTheOracle();
    void pagesWithoutGapWhileInserting();
    void idsAreFound();
    void fewAndManyAreTheSame_data() const;
    void fewAndManyAreTheSame();
    void countsOverTime() const;
    void listsAndFacetsRefuseNonsense() const;
    void detailsOfAnUnknownCall();
    void queueUsesItsIndex();
    void aPersonsCallsAreFoundByTheirIndex();
    void overdueIsCountedByTheIndexOfTheQueue();
    void jsonHasTheContractsFields();

private:
    QString planOf(const std::string &filter, const std::string &what, const std::string &order);
    Place m_place;
    std::vector<RequestRecord> m_calls;
    std::unique_ptr<Store> m_store;
};

void TestInteractions::initTestCase()
{
    m_store = m_place.open();
    m_calls = sampleCalls(m_place.clock);
    record(m_place, m_calls);
}

void TestInteractions::filtersAgreeWithTheOracle_data() const
{
    QTest::addColumn<int>("index");
    const auto all = filtersAndOracles(m_place.clock.now());
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].first) << static_cast<int>(i);
}

void TestInteractions::filtersAgreeWithTheOracle()
{
    QFETCH(int, index);
    const auto [text, oracle] = filtersAndOracles(m_place.clock.now())[static_cast<std::size_t>(index)];
    const auto filter = parseFilter(text);
    QVERIFY_DONE(filter);
    std::set<std::string> expected, got;
    for (const RequestRecord &call : m_calls) {
        if (oracle(call))
            expected.insert(call.row.id.value);
    }
    const auto rows = listInteractions(*m_store, *filter, 10000);
    QVERIFY_DONE(rows);
    for (const InteractionRow &row : *rows)
        got.insert(row.id.value);
    QCOMPARE(got.size(), rows->size());
    QVERIFY(got == expected);
    QCOMPARE(*countInteractions(*m_store, *filter), static_cast<std::int64_t>(expected.size()));
    QVERIFY(std::is_sorted(
        rows->rbegin(), rows->rend(), [](const auto &a, const auto &b) { return a.id < b.id; }));
}

void TestInteractions::facetsAgreeWithTheOracle()
{
    const auto filter = *parseFilter("severity>=medium");
    for (const std::string field : {"verdict", "severity", "check", "team", "model", "state"}) {
        std::map<std::string, std::int64_t> expected;
        for (const RequestRecord &call : m_calls) {
            if (call.row.severity < Severity::Medium)
                continue;
            if (field == "verdict")
                ++expected[std::string(name(call.row.verdict))];
            else if (field == "severity")
                ++expected[std::string(name(call.row.severity))];
            else if (field == "team")
                ++expected[call.row.team];
            else if (field == "model")
                ++expected[call.row.model];
            else if (field == "state")
                ++expected[call.row.verdict == VerdictKind::Allowed ? "none" : "open"];
            for (const CheckResult &check : call.checks)
                expected[check.check] += field == "check" ? 1 : 0;
        }
        std::erase_if(expected, [](const auto &each) { return each.second == 0; });
        const auto counts = facetCounts(*m_store, filter, field);
        QVERIFY_DONE(counts);
        std::map<std::string, std::int64_t> got;
        for (const FacetCount &count : *counts)
            got[count.value] = count.count;
        QVERIFY2(got == expected, field.c_str());
        QVERIFY(std::is_sorted(
            counts->begin(), counts->end(), [](const auto &a, const auto &b) { return a.count > b.count; }));
    }
}

void TestInteractions::pagesWithoutGapWhileInserting()
{
    const Place place;
    const auto store = place.open();
    record(place, requestRecords(place, 100));
    std::vector<std::string> seen;
    InteractionId before;
    for (int page = 0;; ++page) {
        const auto rows = listInteractions(*store, {}, 7, before);
        QVERIFY_DONE(rows);
        if (rows->empty())
            break;
        for (const InteractionRow &row : *rows)
            seen.push_back(row.id.value);
        before = rows->back().id;
        record(place, {requestRecord(idAt(place.clock.now(), 1000 + page), place.clock.now())});
    }
    std::vector<std::string> expected;
    for (int i = 99; i >= 0; --i)
        expected.push_back(idAt(place.clock.now(), i).value);
    QCOMPARE(seen, expected);
}

void TestInteractions::idsAreFound()
{
    const auto newest = listInteractions(*m_store, {}, 5);
    QVERIFY_DONE(newest);
    QCOMPARE(interactionsById(*m_store, {newest->front().id, idAt({}, 5), newest->back().id})->size(),
        std::size_t{2});
    QCOMPARE(listInteractions(*m_store, {}, 5, {"nonsense"}).error().kind, ErrorKind::InvalidInput);
}

void TestInteractions::fewAndManyAreTheSame_data() const
{
    filtersAgreeWithTheOracle_data();
}

// However many calls a word or a finding is thought to have, and whatever is read of them.
void TestInteractions::fewAndManyAreTheSame()
{
    QFETCH(int, index);
    const auto filter
        = *parseFilter(filtersAndOracles(m_place.clock.now())[static_cast<std::size_t>(index)].first);
    const auto found = [&](const ReadPlan &plan) {
        const auto compiled = compileFilter(*m_store, filter, plan);
        std::string ids;
        Query query(m_store->connection(),
            "SELECT i.id FROM interaction i WHERE " + compiled->where + " ORDER BY i.id DESC",
            compiled->values);
        while (query.step())
            ids += query.blob(0).bytes;
        return ids;
    };
    const std::string expected = found({});
    QCOMPARE(found({.fewFindings = 0}), expected);
    for (const Reads reads : {Reads::Page, Reads::Known})
        QCOMPARE(found({.reads = reads}), expected);
    for (const TextWay way : {TextWay::Found, TextWay::Listed, TextWay::Asked})
        QCOMPARE(found({.text = way}), expected);
}

void TestInteractions::countsOverTime() const
{
    const Timestamp to = m_place.clock.now(), from = to - std::chrono::hours(48);
    const auto buckets = verdictsOverTime(*m_store, from, to, std::chrono::hours(7));
    QVERIFY_DONE(buckets);
    QCOMPARE(buckets->size(), std::size_t{7});
    std::int64_t blocked = 0, expected = 0, all = 0, spend = 0;
    for (const VerdictBucket &bucket : *buckets)
        blocked += bucket.blocked;
    for (const RequestRecord &call : m_calls) {
        const bool inside = call.row.at >= from;
        expected += inside && call.row.at < to && call.row.verdict == VerdictKind::Blocked ? 1 : 0;
        all += inside ? 1 : 0;
        spend += inside ? call.row.costUusd : 0;
    }
    QVERIFY(expected > 0);
    QCOMPARE(blocked, expected);
    const auto figures = figuresSince(*m_store, from);
    QVERIFY_DONE(figures);
    QCOMPARE(figures->calls, all);
    QCOMPARE(figures->spendUusd, spend);
    const auto checks = topChecks(*m_store, from, 1);
    QVERIFY_DONE(checks);
    QCOMPARE(checks->size(), std::size_t{1});
    QCOMPARE(checks->front().value, std::string("secrets"));
}

void TestInteractions::listsAndFacetsRefuseNonsense() const
{
    QCOMPARE(facetCounts(*m_store, {}, "snippet").error().kind, ErrorKind::InvalidInput);
    const Timestamp now = m_place.clock.now();
    QCOMPARE(verdictsOverTime(*m_store, now, now, Micros(1)).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(verdictsOverTime(*m_store, {}, now, Micros(1)).error().kind, ErrorKind::InvalidInput);
    Filter byHand;
    byHand.terms.push_back({"snippet", FilterTerm::Comparison::Is, {"x"}, false});
    QCOMPARE(listInteractions(*m_store, byHand, 10).error().kind, ErrorKind::InvalidInput);
}

void TestInteractions::detailsOfAnUnknownCall()
{
    QCOMPARE(showInteraction(*m_store, idAt({}, 1)).error().kind, ErrorKind::NotFound);
    QCOMPARE(showInteraction(*m_store, {"x"}).error().kind, ErrorKind::NotFound);
}

void TestInteractions::queueUsesItsIndex()
{
    Intruder reader(m_place.store());
    if (testsPostgres())
        reader.run("SET enable_seqscan = off; SET enable_bitmapscan = off"); // so few rows need no index
    QString steps;
    reader.each((testsPostgres() ? "EXPLAIN " : "EXPLAIN QUERY PLAN ")
            + std::string("SELECT * FROM interaction i WHERE i.state IN (1, 2, 3) AND i.state IN (1) "
                          "AND i.id < ")
            + reader.literal("ff") + " ORDER BY i.id DESC LIMIT 50",
        [&](const char *step) { steps += QString::fromUtf8(step) + "; "; });
    // A week's index is named by the server.
    static const QRegularExpression index(
        QStringLiteral("interaction_queue |interaction_\\d+_id_state_severity_idx "));
    QVERIFY2(steps.contains(index), qPrintable(steps));
    QVERIFY2(!steps.contains("TEMP B-TREE") && !steps.contains("Sort"), qPrintable(steps));
}

// How the engine would answer, in its words.
QString TestInteractions::planOf(const std::string &filter, const std::string &what, const std::string &order)
{
    Connection &connection = m_store->connection();
    if (testsPostgres())
        connection.execute("SET enable_seqscan = off; SET enable_bitmapscan = off"); // so few rows need none
    const auto compiled = compileFilter(*m_store, *parseFilter(filter));
    QString steps;
    Query query(connection,
        (testsPostgres() ? "EXPLAIN SELECT " : "EXPLAIN QUERY PLAN SELECT ") + what
            + " FROM interaction i WHERE " + compiled->where + order,
        compiled->values);
    while (query.step())
        steps += QString::fromStdString(query.text(testsPostgres() ? 0 : 3)) + QStringLiteral("; ");
    return steps;
}

void TestInteractions::aPersonsCallsAreFoundByTheirIndex()
{
    static const QRegularExpression index(
        QStringLiteral("interaction_assignee |interaction_\\d+_assignee_id_idx "));
    for (const char *filter : {"assignee:ada", "state:open,in_review,escalated assignee:ada"}) {
        const QString steps = planOf(filter, "i.id", " ORDER BY i.id DESC LIMIT 50");
        QVERIFY2(steps.contains(index), qPrintable(steps));
    }
}

void TestInteractions::overdueIsCountedByTheIndexOfTheQueue()
{
    static const QRegularExpression index(
        QStringLiteral("COVERING INDEX interaction_queue|interaction_\\d+_id_state_severity_idx "));
    QVERIFY_DONE(publishPolicy(*m_store, R"({"format": "gatehouse-policy/1", "name": "levels", "rules": [],
        "defaults": {"review_within": {"critical": "4h", "high": "1d", "low": "90m"}}})",
        "levels"));
    const QString steps = planOf("due:overdue", "count(*)", {});
    QVERIFY2(steps.contains(index), qPrintable(steps));
}

void TestInteractions::jsonHasTheContractsFields()
{
    const auto rows = listInteractions(*m_store, *parseFilter("verdict:blocked"), 1);
    const auto detail = showInteraction(*m_store, rows->front().id);
    QVERIFY_DONE(detail);
    const auto parse = [](const std::string &text) {
        return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    };
    ServiceLevels levels;
    levels.times.set(rows->front().severity, std::chrono::hours(4));
    const QJsonObject row = parse(toJson(rows->front())), review = parse(toReviewJson(rows->front(), levels)),
                      whole = parse(toJson(*detail));
    for (const char *field : {"id", "at", "key", "team", "environment", "use_case", "route", "model",
             "provider", "verdict", "severity", "outcome", "policy", "tokens_in", "tokens_out", "cost_uusd",
             "latency_us", "overhead_us", "rules", "state", "disposition"}) {
        QVERIFY2(row.contains(QLatin1String(field)), field);
        QVERIFY2(review.contains(QLatin1String(field)), field);
        QVERIFY2(whole.contains(QLatin1String(field)), field);
    }
    for (const char *field : {"assignee", "due_at", "group"})
        QVERIFY2(review.contains(QLatin1String(field)), field);
    QCOMPARE(review["due_at"].toString(),
        QString::fromStdString(toRfc3339(rows->front().at + std::chrono::hours(4))));
    for (const char *field : {"checks", "segments", "coverage", "review", "received_bytes"})
        QVERIFY2(whole.contains(QLatin1String(field)), field);
    QCOMPARE(row["state"].toString(), QString("open"));
    QVERIFY(row["disposition"].isNull());
}

QTEST_GUILESS_MAIN(TestInteractions)
#include "tst_interactions.moc"
