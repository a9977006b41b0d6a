// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Several gateways on one PostgreSQL store, and limits that hold for all of them together.
#include "gateway_place.h"
#include "own_server.h"
#include "store/limits.h"
#include "store/sql/query.h"
#include "tests/store/postgres_cluster.h"

#include <QtTest>
#include <array>
#include <atomic>
#include <map>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::Outcome;
using store::test::PostgresCluster;

namespace {

constexpr int patience = 60'000;

using Answers = std::map<int, int>; // by status

std::int64_t number(store::Store &store, const std::string &sql)
{
    store::Query query(store.connection(), sql);
    return query.step() ? query.integer(0) : -1;
}

std::string limitedKey(GatewayPlace &place, const std::string &limit)
{
    const auto issued
        = place.issueKey([&](store::NewKeyRequest &request) { request.limits = {*parseLimit(limit)}; });
    return std::string(issued.text.reveal());
}

// Four on one store.
class Four {
public:
    explicit Four(const std::string &limit)
        : m_key(limitedKey(m_place, limit))
    {
        for (int i = 0; i < 4; ++i) {
            auto started = gateway::Gateway::start(m_place.config, m_place.location());
            if (!started)
                qFatal("%s", started.error().line().c_str());
            m_gateways.push_back(std::move(*started));
        }
    }
    [[nodiscard]] GatewayPlace &place() { return m_place; }
    // So many calls, all gateways at once.
    Answers ask(int calls, const std::string &body)
    {
        constexpr int callersEach = 2;
        std::mutex mutex;
        Answers all;
        std::vector<std::thread> callers;
        const int each = calls / static_cast<int>(m_gateways.size()) / callersEach;
        for (std::size_t i = 0; i < m_gateways.size() * callersEach; ++i) {
            callers.emplace_back([&, port = m_gateways[i / callersEach]->address().port] {
                Answers mine;
                HttpClient client(port);
                for (int call = 0; call < each; ++call) {
                    client.send(chatRequest(m_key, body));
                    ++mine[client.receive().status];
                }
                const std::lock_guard lock(mutex);
                for (const auto &[status, count] : mine)
                    all[status] += count;
            });
        }
        for (std::thread &caller : callers)
            caller.join();
        return all;
    }

private:
    GatewayPlace m_place;
    std::string m_key;
    std::vector<std::unique_ptr<gateway::Gateway>> m_gateways;
};

std::string statuses(const Answers &answers)
{
    std::string text;
    for (const auto &[status, count] : answers)
        text += std::to_string(status) + ": " + std::to_string(count) + "  ";
    return text;
}

} // namespace

class TestGatewaySharedLimits : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("GATEHOUSE_TEST_STORE", "postgresql"); }
    void fourGatewaysAnswerAsManyCallsAsTheLimitSays();
    void fourGatewaysSpendOneBudget();
    void aGatewayCutOffLivesOnItsLease();
    void aGatewayThatEndsGivesItsLeaseBack();
};

void TestGatewaySharedLimits::fourGatewaysAnswerAsManyCallsAsTheLimitSays()
{
    Four four("1500requests/day");
    Answers answers = four.ask(10'000, chatBody("hello"));
    QVERIFY2(answers[200] + answers[429] == 10'000, statuses(answers).c_str());
    QVERIFY(answers[200] <= 1500);
    // Nothing of it is lost: what a gateway held that nobody asked any more comes back to the others.
    const auto ask = [&] {
        answers[200] += four.ask(8, chatBody("hello"))[200];
        return answers[200];
    };
    QTRY_COMPARE_WITH_TIMEOUT(ask(), 1500, patience);
    QCOMPARE(four.ask(40, chatBody("hello"))[429], 40);
    QCOMPARE(
        store::countInteractions(four.place().store(), *store::parseFilter("outcome:completed")).value_or(-1),
        std::int64_t{1500});
}

void TestGatewaySharedLimits::fourGatewaysSpendOneBudget()
{
    constexpr std::int64_t budget = 6'000;
    Four four(std::to_string(budget) + "budget-tokens/day");
    const std::string body = R"({"model":"sandbox-small","max_tokens":60,"messages":[{"role":"user",)"
                             R"("content":"say something longer than hello"}]})";
    Answers answers;
    const auto usedAfter = [&](int calls) {
        for (const auto &[status, count] : four.ask(calls, body))
            answers[status] += count;
        return number(
            four.place().store(), "SELECT coalesce(sum(tokens_in + tokens_out), 0) FROM interaction");
    };
    QVERIFY(usedAfter(800) <= budget);
    // In the end less than one call's estimate is left in each gateway's hands.
    QTRY_VERIFY_WITH_TIMEOUT(usedAfter(40) > budget - 4 * 200, patience);
    const std::int64_t used = usedAfter(200);
    QVERIFY2(used <= budget, qPrintable(QString::number(used)));
    QVERIFY(answers[200] > 0 && answers[402] > 0);
}

void TestGatewaySharedLimits::aGatewayCutOffLivesOnItsLease()
{
    OwnServer own([](store::NewKeyRequest &request) { request.limits = {*parseLimit("1000requests/day")}; });
    GatewayPlace place; // for what it knows of configurations
    const std::string &key = own.key();
    const auto gateway = gateway::Gateway::start(place.config, own.location());
    QVERIFY(gateway);
    HttpClient client((*gateway)->address().port);
    int answered = 0;
    const auto ask = [&] {
        client.send(chatRequest(key, chatBody("hello")));
        HttpAnswer answer = client.receive();
        answered += answer.status == 200 ? 1 : 0;
        return answer;
    };
    for (int i = 0; i < 3; ++i)
        QCOMPARE(ask().status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(number(own.store(), "SELECT sum(amount) FROM limit_lease") >= 10, patience);
    own.cluster.stop();
    HttpAnswer last = ask();
    while (last.status == 200 && answered < 1000)
        last = ask();
    QVERIFY(answered >= 10);
    QVERIFY(answered < 1000);
    QCOMPARE(last.status, 503);
    QCOMPARE(last.json("error.code"), std::string("store_unavailable"));
    own.cluster.start();
    QTRY_COMPARE_WITH_TIMEOUT(ask().status, 200, patience);
    QTRY_COMPARE_WITH_TIMEOUT(
        store::countInteractions(own.store(), *store::parseFilter("outcome:completed")).value_or(-1),
        std::int64_t{answered}, patience);
    QTRY_COMPARE_WITH_TIMEOUT(
        number(own.store(), "SELECT sum(amount) FROM limit_use"), std::int64_t{answered}, patience);
}

void TestGatewaySharedLimits::aGatewayThatEndsGivesItsLeaseBack()
{
    GatewayPlace place;
    const std::string key = limitedKey(place, "100requests/day");
    place.start();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(place.call(chatRequest(key, chatBody("hello"))).status, 200);
    place.stop();
    QCOMPARE(number(place.store(), "SELECT sum(amount) FROM limit_lease"), std::int64_t{0});
    QCOMPARE(number(place.store(), "SELECT sum(amount) FROM limit_use"), std::int64_t{5});
}

QTEST_GUILESS_MAIN(TestGatewaySharedLimits)
#include "tst_gateway_shared_limits.moc"
