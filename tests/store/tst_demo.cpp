// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/access.h"
#include "store/audit.h"
#include "store/demo.h"
#include "store/interactions.h"
#include "store/policies.h"
#include "store_fixture.h"

#include <set>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

// Sample data: judged by the real core, spread like real traffic, the same for the same seed.
class TestDemo : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void countsAreAsAsked();
    void verdictsComeFromTheCore();
    void nothingSensitiveIsStored();
    void timesFollowTheCalendar();
    void someReviewsAreDecided();
    void sameSeedSameConversations();
    void cancelKeepsWhatIsThere();
    void nonsenseIsRefused();

private:
    static constexpr std::int64_t count = 3000;
    Place m_place;
    std::unique_ptr<Store> m_store;
    std::vector<InteractionRow> m_rows;
};

void TestDemo::initTestCase()
{
    m_store = m_place.open();
    std::int64_t last = 0;
    const auto result = addDemoData(*m_store, {count, 7, 42}, [&](std::int64_t done, std::int64_t total) {
        last = done;
        return total == count;
    });
    QVERIFY_DONE(result);
    QCOMPARE(result->interactions, count);
    QCOMPARE(result->keys, 7);
    QCOMPARE(last, count);
    m_rows = *listInteractions(*m_store, {}, 100000);
}

void TestDemo::countsAreAsAsked()
{
    QCOMPARE(static_cast<std::int64_t>(m_rows.size()), count);
    QCOMPARE(listKeys(*m_store)->size(), std::size_t{7});
    QCOMPARE(publishedPolicy(*m_store)->row.name, std::string("baseline"));
    QVERIFY(verifyAudit(*m_store)->ok);
    QCOMPARE(*countInteractions(*m_store, *parseFilter("outcome:pending")), 0);
    std::set<std::string> teams, models;
    for (const InteractionRow &row : m_rows) {
        teams.insert(row.team);
        models.insert(row.model);
    }
    QCOMPARE(teams.size(), std::size_t{6});
    QVERIFY(models.size() >= 4);
}

void TestDemo::verdictsComeFromTheCore()
{
    const auto share = [&](const char *filter) {
        return static_cast<double>(*countInteractions(*m_store, *parseFilter(filter)))
            / static_cast<double>(count);
    };
    const double allowed = share("verdict:allowed");
    QVERIFY2(allowed > 0.85 && allowed < 0.95, qPrintable(QString::number(allowed)));
    for (const char *filter : {"verdict:blocked check:prompt_injection", "verdict:masked check:secrets",
             "verdict:flagged check:pii", "verdict:blocked check:model_allow", "outcome:upstream_error"})
        QVERIFY2(share(filter) > 0, filter);
    const auto masked = listInteractions(*m_store, *parseFilter("verdict:masked check:secrets"), 1);
    const auto detail = showInteraction(*m_store, masked->front().id);
    QVERIFY_DONE(detail);
    bool highlighted = false;
    for (const CheckResult &check : detail->checks) {
        for (const Evidence &evidence : check.evidence)
            highlighted = highlighted || (check.check == "secrets" && evidence.stored.has_value());
    }
    QVERIFY(highlighted);
    QVERIFY(detail->row.snippet.find("[masked:") != std::string::npos);
}

void TestDemo::nothingSensitiveIsStored()
{
    const std::string marks[] = {std::string("aws_access_key_id=AKI") + "A",
        std::string("PRIVATE KEY-") + "----\nMII", std::string("TOKEN=gl") + "pat-"};
    Intruder reader(m_place.store());
    for (const std::string &mark : marks) {
        for (const char *column : {"request_body WHERE segments", "interaction WHERE snippet",
                 testsPostgres() ? "searchable WHERE text" : "search_text WHERE text"})
            QCOMPARE(reader.value(std::string("SELECT count(*) FROM ") + column + " LIKE '%" + mark + "%'"),
                std::string("0"));
    }
}

void TestDemo::timesFollowTheCalendar()
{
    int day = 0, night = 0;
    for (const InteractionRow &row : m_rows) {
        QVERIFY(row.at <= m_place.clock.now());
        QVERIFY(row.at >= m_place.clock.now() - std::chrono::days(30));
        const auto hour = (row.at - std::chrono::floor<std::chrono::days>(row.at)) / std::chrono::hours(1);
        day += hour >= 9 && hour < 18 ? 1 : 0;
        night += hour < 6 ? 1 : 0;
    }
    QVERIFY2(day > 4 * night, qPrintable(QString("%1 by day, %2 by night").arg(day).arg(night)));
    QVERIFY(std::is_sorted(
        m_rows.rbegin(), m_rows.rend(), [](const auto &a, const auto &b) { return a.at < b.at; }));
}

void TestDemo::someReviewsAreDecided()
{
    const std::int64_t open = *countInteractions(*m_store, *parseFilter("state:open"));
    const std::int64_t resolved = *countInteractions(*m_store, *parseFilter("state:resolved"));
    QVERIFY(open > 0);
    QVERIFY(resolved > open);
    QVERIFY(*countInteractions(*m_store, *parseFilter("disposition:true_positive")) > 0);
    const auto entries = listAudit(*m_store, 1000);
    QVERIFY(std::any_of(
        entries->begin(), entries->end(), [](const auto &entry) { return entry.actor == "user:analyst-1"; }));
}

void TestDemo::sameSeedSameConversations()
{
    const Place other;
    const auto store = other.open();
    QVERIFY_DONE(addDemoData(*store, {300, 7, 9}));
    const Place again;
    const auto second = again.open();
    QVERIFY_DONE(addDemoData(*second, {300, 7, 9}));
    const auto a = listInteractions(*store, {}, 1000), b = listInteractions(*second, {}, 1000);
    QCOMPARE(a->size(), b->size());
    for (std::size_t i = 0; i < a->size(); ++i) {
        QCOMPARE((*a)[i].id.value, (*b)[i].id.value);
        QCOMPARE((*a)[i].snippet, (*b)[i].snippet);
        QCOMPARE((*a)[i].verdict, (*b)[i].verdict);
        QCOMPARE((*a)[i].state, (*b)[i].state);
    }
}

void TestDemo::cancelKeepsWhatIsThere()
{
    const Place place;
    const auto store = place.open();
    const auto result = addDemoData(*store, {100000, 3, 1}, [](std::int64_t, std::int64_t) { return false; });
    QVERIFY_DONE(result);
    QVERIFY(result->interactions > 0);
    QVERIFY(result->interactions < 2000);
    QCOMPARE(*countInteractions(*store, {}), result->interactions);
}

void TestDemo::nonsenseIsRefused()
{
    const Place place;
    const auto store = place.open();
    QCOMPARE(addDemoData(*store, {0, 1, 1}).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(addDemoData(*store, {1, 0, 1}).error().kind, ErrorKind::InvalidInput);
    QVERIFY(listKeys(*store)->empty());
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
