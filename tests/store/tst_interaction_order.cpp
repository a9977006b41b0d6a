// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/interaction_order.h"

#include "store/interactions.h"
#include "store/policies.h"
#include "tests/store/store_fixture.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

constexpr int callCount = 730;

std::vector<std::string> idsOf(const std::vector<InteractionRow> &rows)
{
    std::vector<std::string> ids;
    for (const InteractionRow &row : rows)
        ids.push_back(row.id.value);
    return ids;
}

const std::vector<std::pair<SortField, std::string (*)(const InteractionRow &)>> &words()
{
    static const std::vector<std::pair<SortField, std::string (*)(const InteractionRow &)>> all{
        {SortField::Team, [](const InteractionRow &row) { return row.team; }},
        {SortField::Model, [](const InteractionRow &row) { return row.model; }}};
    return all;
}

} // namespace

class TestInteractionOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void marksCutTheListIntoPages_data();
    void marksCutTheListIntoPages();
    void marksGoOnWhereTheyEnded();
    void aWalkSortsWhatMatches();
    void whatIsDueFirstComesFirst();
    void aWalkKnowsItsBeginningBeforeItsEnd();
    void rowsThatNoLongerMatchAreLeftOut();
    void nonsenseIsRefused();

private:
    [[nodiscard]] std::vector<InteractionRow> all(const char *filter) const
    {
        return *listInteractions(*m_store, *parseFilter(filter), 10000);
    }
    [[nodiscard]] std::vector<InteractionRow> walked(
        SortedWalk &walk, const char *filter, std::size_t step) const
    {
        while (!*walk.read(*m_store, *parseFilter(filter), step)) { }
        return *interactionsByNumber(*m_store, *parseFilter(filter), walk.take());
    }
    Place m_place;
    std::unique_ptr<Store> m_store;
};

void TestInteractionOrder::initTestCase()
{
    m_store = m_place.open();
    std::mt19937 random(3);
    std::vector<RequestRecord> records;
    const char *teams[] = {"payments", "support", "hr, assist", "éclair"};
    for (int i = 0; i < callCount; ++i) {
        const Timestamp at = m_place.clock.now() + std::chrono::seconds(i);
        const auto verdict = random() % 3 == 0 ? VerdictKind::Allowed : VerdictKind::Blocked;
        RequestRecord record = requestRecord(idAt(at, i), at, verdict, "words " + std::to_string(i));
        record.row.team = teams[random() % 4];
        record.row.model = "model-" + std::to_string(random() % 20);
        record.row.severity = static_cast<Severity>(random() % 5);
        record.row.outcome = Outcome::Refused;
        record.row.tokensIn = static_cast<std::int64_t>(random() % 5000);
        record.row.latencyUs = static_cast<std::int64_t>(random() % 100000);
        records.push_back(std::move(record));
    }
    record(m_place, std::move(records));
}

void TestInteractionOrder::marksCutTheListIntoPages_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("newestFirst");
    for (const char *filter : {"", "team:payments", "verdict:blocked severity>=high", "team:nobody"}) {
        QTest::addRow("newest first: %s", filter) << QString(filter) << true;
        QTest::addRow("oldest first: %s", filter) << QString(filter) << false;
    }
}

void TestInteractionOrder::marksCutTheListIntoPages()
{
    QFETCH(QString, filter);
    QFETCH(bool, newestFirst);
    const auto parsed = *parseFilter(filter.toStdString());
    std::vector<std::string> expected = idsOf(all(filter.toUtf8()));
    if (!newestFirst)
        std::reverse(expected.begin(), expected.end());
    const auto marks = markPages(*m_store, parsed, {newestFirst, {}, {}}, 50, 1000);
    QVERIFY_DONE(marks);
    QVERIFY(marks->complete);
    QCOMPARE(marks->rows, expected.size());
    std::vector<std::string> paged;
    InteractionId after;
    for (const InteractionId &last : marks->lasts) {
        const auto page = listSpan(*m_store, parsed, {newestFirst, after, last}, 1000);
        QVERIFY_DONE(page);
        QVERIFY(page->size() == 50 || last.value == marks->lasts.back().value);
        const auto ids = idsOf(*page);
        paged.insert(paged.end(), ids.begin(), ids.end());
        after = last;
    }
    QCOMPARE(paged, expected);
}

void TestInteractionOrder::marksGoOnWhereTheyEnded()
{
    const auto whole = markPages(*m_store, {}, {true, {}, {}}, 20, 1000);
    QVERIFY_DONE(whole);
    std::vector<InteractionId> lasts;
    std::size_t rows = 0;
    InteractionId after;
    for (bool complete = false; !complete;) {
        const auto step = markPages(*m_store, {}, {true, after, {}}, 20, 3);
        QVERIFY_DONE(step);
        lasts.insert(lasts.end(), step->lasts.begin(), step->lasts.end());
        rows += step->rows;
        complete = step->complete;
        if (!lasts.empty())
            after = lasts.back();
    }
    QCOMPARE(rows, std::size_t(callCount));
    QCOMPARE(lasts.size(), whole->lasts.size());
    QCOMPARE(lasts.back().value, whole->lasts.back().value);
}

void TestInteractionOrder::aWalkSortsWhatMatches()
{
    for (const bool descending : {true, false}) {
        for (const auto &[field, word] : words()) {
            auto expected = all("verdict:blocked");
            std::stable_sort(
                expected.begin(), expected.end(), [&, word = word](const auto &a, const auto &b) {
                    return descending ? word(a) > word(b) : word(a) < word(b);
                });
            SortedWalk walk(field, descending);
            QCOMPARE(idsOf(walked(walk, "verdict:blocked", 100)), idsOf(expected));
        }
        auto expected = all("");
        std::stable_sort(expected.begin(), expected.end(), [&](const auto &a, const auto &b) {
            return descending ? a.latencyUs > b.latencyUs : a.latencyUs < b.latencyUs;
        });
        SortedWalk walk(SortField::Latency, descending);
        QCOMPARE(idsOf(walked(walk, "", 97)), idsOf(expected));
    }
}

void TestInteractionOrder::whatIsDueFirstComesFirst()
{
    const auto publish = [this](const std::string &within) {
        return publishPolicy(*m_store,
            R"({"format": "gatehouse-policy/1", "name": "levels", "rules": [], "defaults": {"review_within": )"
                + within + "}}",
            "levels");
    };
    const auto inOrder = [this](const std::map<Severity, std::chrono::minutes> &within) {
        SortedWalk walk(SortField::Due, false);
        const auto rows = walked(walk, "", 97);
        std::vector<Timestamp> dues;
        for (const InteractionRow &row : rows) {
            const auto level = within.find(row.severity);
            const bool isDue = row.state == ReviewState::Open && level != within.end();
            dues.push_back(isDue ? row.at + level->second : Timestamp::max());
        }
        return rows.size() == std::size_t(callCount) && std::is_sorted(dues.begin(), dues.end());
    };
    using std::chrono::minutes;
    QVERIFY_DONE(publish(R"({"critical": "5m", "low": "1m"})"));
    QVERIFY(inOrder({{Severity::Critical, minutes(5)}, {Severity::Low, minutes(1)}}));
    QVERIFY(!inOrder({{Severity::Low, minutes(5)}, {Severity::Critical, minutes(1)}}));
    // The policy in force says it, also of calls that an older one judged.
    QVERIFY_DONE(publish(R"({"critical": "1m", "low": "5m"})"));
    QVERIFY(inOrder({{Severity::Low, minutes(5)}, {Severity::Critical, minutes(1)}}));
}

void TestInteractionOrder::aWalkKnowsItsBeginningBeforeItsEnd()
{
    SortedWalk walk(SortField::Team, false);
    const auto complete = walk.read(*m_store, {}, 200);
    QVERIFY_DONE(complete);
    QVERIFY(!*complete);
    const auto first = *interactionsByNumber(*m_store, {}, walk.first(30));
    QCOMPARE(first.size(), std::size_t(30));
    QVERIFY(std::is_sorted(
        first.begin(), first.end(), [](const auto &a, const auto &b) { return a.team < b.team; }));
    auto expected = all("");
    std::stable_sort(
        expected.begin(), expected.end(), [](const auto &a, const auto &b) { return a.team < b.team; });
    QCOMPARE(idsOf(walked(walk, "", 200)), idsOf(expected));
}

void TestInteractionOrder::rowsThatNoLongerMatchAreLeftOut()
{
    SortedWalk walk(SortField::Severity, true);
    while (!*walk.read(*m_store, {}, 1000)) { }
    const std::vector<RowNumber> numbers = walk.take();
    QCOMPARE(numbers.size(), std::size_t(callCount));
    const auto rows = interactionsByNumber(*m_store, *parseFilter("team:support"), numbers);
    QVERIFY_DONE(rows);
    QCOMPARE(rows->size(), all("team:support").size());
    QVERIFY(std::is_sorted(
        rows->begin(), rows->end(), [](const auto &a, const auto &b) { return a.severity > b.severity; }));
}

void TestInteractionOrder::nonsenseIsRefused()
{
    const auto page = listSpan(*m_store, {}, {true, {"nonsense"}, {}}, 10);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!markPages(*m_store, {}, {true, {}, {"nonsense"}}, 10, 1));
}

QTEST_GUILESS_MAIN(TestInteractionOrder)
#include "tst_interaction_order.moc"
