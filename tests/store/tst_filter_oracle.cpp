// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Random filters over random calls: the database finds what a slow reading of every call finds.
#include "filter_oracle.h"
#include "store/interactions.h"
#include "store/likeness.h"
#include "store/near_duplicates.h"
#include "store/policies.h"
#include "store_fixture.h"

#include <random>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

constexpr int calls = 300;
constexpr int filters = 1500;
constexpr int most = 1000; // rows asked for

const std::vector<std::string> vocabulary{"zebra", "zeal", "walrus", "wall", "fox", "hen"};
const std::vector<double> scores{0, 0.25, 0.8, 0.801, 0.999999, 1};
constexpr std::array zones{TrustZone::System, TrustZone::User, TrustZone::Tool, TrustZone::Document,
    TrustZone::Assistant, TrustZone::ToolCall, TrustZone::ToolDefinition};

class Dice {
public:
    explicit Dice(unsigned seed)
        : m_random(seed)
    {
    }
    // Below `sides`.
    int roll(int sides) { return static_cast<int>(m_random() % static_cast<unsigned>(sides)); }
    bool once(int in) { return roll(in) == 0; }
    template <class List>
    auto of(const List &list)
    {
        return list[static_cast<std::size_t>(roll(static_cast<int>(std::size(list))))];
    }

private:
    std::mt19937 m_random;
};

std::string oneOf(Dice &dice, const std::string &what, int kinds)
{
    return what + std::to_string(dice.roll(kinds));
}

CheckResult anyCheck(Dice &dice, int number)
{
    CheckResult check = failedCheck("rule" + std::to_string(number), oneOf(dice, "kind", 3), Action::Flag);
    check.outcome = dice.of(std::array{CheckOutcome::Fail, CheckOutcome::Fail, CheckOutcome::Pass});
    check.applied = check.outcome == CheckOutcome::Fail && dice.once(2);
    if (!dice.once(3))
        check.score = dice.of(scores);
    for (int i = dice.roll(3); i > 0; --i) {
        Evidence evidence;
        evidence.zone = dice.of(zones);
        check.evidence.push_back(evidence);
    }
    return check;
}

KnownInteraction anyCall(Dice &dice, Timestamp now, int number)
{
    KnownInteraction call;
    InteractionRow &row = call.row;
    row.at = now - std::chrono::hours(dice.roll(240));
    row.id = idAt(row.at, number);
    row.key.value = oneOf(dice, "key", 4);
    row.team = oneOf(dice, "team ", 3);
    row.environment = oneOf(dice, "environment", 2);
    row.useCase = oneOf(dice, "use", 2);
    row.route = oneOf(dice, "route", 2);
    row.model = oneOf(dice, "model", 3);
    row.provider = oneOf(dice, "provider", 2);
    row.verdict = static_cast<VerdictKind>(dice.roll(5));
    row.severity = static_cast<Severity>(dice.roll(5));
    row.outcome = static_cast<Outcome>(dice.roll(7));
    row.policyName = oneOf(dice, "policy", 2);
    row.policyVersion = {std::string(64, dice.of(std::string("abc")))};
    row.snippet = "row " + std::to_string(number);
    row.state = static_cast<ReviewState>(dice.roll(5));
    row.disposition = static_cast<Disposition>(dice.roll(5));
    row.assignee = dice.once(2) ? "" : oneOf(dice, "nina", 2);
    if (dice.once(2))
        call.conversation = oneOf(dice, "talk", 3);
    for (int i = dice.roll(4); i > 0; --i)
        call.checks.push_back(anyCheck(dice, i));
    for (int i = dice.roll(6); i >= 0; --i)
        call.text += (call.text.empty() ? "" : " ") + dice.of(vocabulary);
    call.payload = std::string(64, dice.of(std::string("0123456789abcdef")));
    return call;
}

RequestRecord recordOf(const KnownInteraction &call)
{
    RequestRecord record = requestRecord(call.row.id, call.row.at, call.row.verdict, call.text);
    record.row = call.row;
    record.checks = call.checks;
    record.conversation = call.conversation;
    record.payloadHash = call.payload;
    return record;
}

// What reviews make of calls, without their rules of what follows what.
void review(Intruder &intruder, const KnownInteraction &call)
{
    intruder.run("UPDATE interaction SET state = " + std::to_string(static_cast<int>(call.row.state))
        + ", disposition = " + std::to_string(static_cast<int>(call.row.disposition)) + ", assignee = '"
        + call.row.assignee + "' WHERE snippet = '" + call.row.snippet + "'");
}

std::string anyWords(Dice &dice)
{
    std::string words = dice.of(vocabulary);
    for (int more = dice.roll(3); more > 1; --more)
        words += " " + dice.of(vocabulary);
    if (dice.once(4))
        words = words.substr(0, words.size() - 1) + "*";
    return words;
}

std::string anyTime(Dice &dice, Timestamp now)
{
    return dice.once(2) ? std::to_string(1 + dice.roll(239)) + "h"
                        : toRfc3339(now - std::chrono::hours(dice.roll(240)));
}

std::string anyValue(Dice &dice, const std::string &field, const KnownInteraction &call, Timestamp now)
{
    const auto &words = filterWords(field);
    if (!words.empty())
        return dice.of(words);
    static const std::map<std::string, std::pair<const char *, int>> numbered{{"assignee", {"nina", 3}},
        {"check", {"kind", 4}}, {"conversation", {"talk", 4}}, {"environment", {"environment", 3}},
        {"key", {"key", 5}}, {"model", {"model", 4}}, {"provider", {"provider", 3}}, {"route", {"route", 3}},
        {"rule", {"rule", 5}}, {"team", {"team ", 4}}, {"usecase", {"use", 3}}};
    if (const auto known = numbered.find(field); known != numbered.end())
        return oneOf(dice, known->second.first, known->second.second);
    if (field == "id" || field == "similar" || field == "payload")
        return call.row.id.value;
    if (field == "group")
        return call.group ? groupText(*call.group) : "none";
    if (field == "policy")
        return dice.of(std::vector<std::string>{"policy0", "policy1", "aaaaaaa", "sha256:bbbbbbbbb", "aaa"});
    if (field == "score")
        return dice.of(std::vector<std::string>{"0", "0.25", "0.5", "0.8", "0.8010", "0.999999", "1"});
    if (field == "due" && dice.once(3))
        return "overdue";
    return field == "text" ? anyWords(dice) : anyTime(dice, now);
}

FilterTerm anyTerm(Dice &dice, const KnownInteraction &call, Timestamp now)
{
    FilterTerm term;
    term.field = dice.once(8) ? "text" : dice.of(filterFields());
    term.excluded = dice.once(4);
    const bool comparable = term.field == "severity" || term.field == "score";
    if (comparable && !dice.once(4))
        term.comparison = static_cast<FilterTerm::Comparison>(1 + dice.roll(4));
    const bool single = term.field == "since" || term.field == "until" || term.field == "due"
        || term.field == "text" || term.comparison != FilterTerm::Comparison::Is;
    for (int values = single ? 1 : 1 + dice.roll(3); values > 0; --values)
        term.values.push_back(anyValue(dice, term.field, call, now));
    return term;
}

} // namespace

class TestFilterOracle : public QObject {
    Q_OBJECT

private slots:
    void findsWhatTheOracleFinds();
};

void TestFilterOracle::findsWhatTheOracleFinds()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(publishPolicy(*store, R"({"format": "gatehouse-policy/1", "name": "levels", "rules": [],
        "defaults": {"review_within": {"critical": "4h", "high": "1d", "low": "90m"}}})",
        "levels"));
    const Timestamp now = place.clock.now();
    Dice dice(20261127);
    std::vector<KnownInteraction> all;
    std::vector<RequestRecord> records;
    for (int i = 0; i < calls; ++i) {
        all.push_back(anyCall(dice, now, i));
        records.push_back(recordOf(all.back()));
    }
    record(place, std::move(records));
    Intruder intruder(place.store());
    for (const KnownInteraction &call : all)
        review(intruder, call);
    std::vector<InteractionId> ids;
    for (const KnownInteraction &call : all)
        ids.push_back(call.row.id);
    const auto groups = groupsOf(*store, ids);
    QVERIFY_DONE(groups);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].group = (*groups)[i];
        all[i].others = &all;
        QCOMPARE(all[i].group.has_value(), all[i].row.verdict != VerdictKind::Allowed);
    }
    int found = 0;
    for (int i = 0; i < filters; ++i) {
        Filter filter;
        for (int terms = 1 + dice.roll(3); terms > 0; --terms)
            filter.terms.push_back(anyTerm(dice, dice.of(all), now));
        const std::string text = filter.toText();
        const auto parsed = parseFilter(text);
        QVERIFY2(parsed && parsed->terms == filter.terms, text.c_str());
        const auto rows = listInteractions(*store, *parsed, most);
        QVERIFY2(rows.has_value(), qPrintable(QString::fromStdString(text) + ": " + why(rows)));
        std::set<std::string> got, expected;
        for (const InteractionRow &row : *rows)
            got.insert(row.id.value);
        for (const KnownInteraction &call : all) {
            if (matches(call, filter, now))
                expected.insert(call.row.id.value);
        }
        QVERIFY2(got == expected,
            qPrintable(QStringLiteral("%1: %2 found, %3 expected")
                           .arg(QString::fromStdString(text))
                           .arg(got.size())
                           .arg(expected.size())));
        found += expected.empty() ? 0 : 1;
    }
    QVERIFY2(found > filters / 3, "most filters find nothing: nothing was compared");
}

QTEST_GUILESS_MAIN(TestFilterOracle)
#include "tst_filter_oracle.moc"
