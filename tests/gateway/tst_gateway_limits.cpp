// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Rates and budgets on a running gateway: who is let in, what is told, what is settled.

#include "gateway_place.h"

#include "store/limits.h"
#include "store/prices.h"

#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::Outcome;

namespace {

std::string messageBody(const std::string &text, int maxTokens, const std::string &more = "")
{
    return R"({"model":"sandbox-small","max_tokens":)" + std::to_string(maxTokens) + more
        + R"(,"messages":[{"role":"user","content":")" + text + R"("}]})";
}

std::string anthropicRequest(const std::string &key, const std::string &body)
{
    std::string request = chatRequest(key, body);
    const std::string chat = "/v1/chat/completions";
    return request.replace(request.find(chat), chat.size(), "/v1/messages");
}

// A place whose key has these limits; a token costs 1 micro-USD in and 10 out.
struct LimitedPlace : GatewayPlace {
    explicit LimitedPlace(const std::vector<std::string> &limits)
    {
        const auto issued = issueKey([&](store::NewKeyRequest &request) {
            for (const std::string &text : limits)
                request.limits.push_back(*parseLimit(text));
        });
        limitedKey = std::string(issued.text.reveal());
        row = issued.row;
        if (!store::setPrice(store(), {"sandbox-small", {1'000'000, 10'000'000, 1'000'000}}))
            qFatal("no price");
    }

    [[nodiscard]] HttpAnswer say(const std::string &text, int maxTokens = 100) const
    {
        return call(chatRequest(limitedKey, messageBody(text, maxTokens)));
    }
    // As the store remembers it.
    [[nodiscard]] std::int64_t used(std::size_t limit = 0)
    {
        const auto states = store::limitStates(store(), {row});
        return states ? states->front().at(limit).used : -1;
    }

    std::string limitedKey;
    store::KeyRow row;
};

} // namespace

class TestGatewayLimits : public QObject {
    Q_OBJECT

private slots:
    void aBudgetHoldsAgainst200CallsAtOnce();
    void aSpentBudgetIsNamed();
    void aRateIsNamedWithItsTrueRetry();
    void whatNeverFitsIsNotRetried();
    void everyAnswerTellsTheRates();
    void anthropicCallersAreToldInTheirManner();
    void aBlockedCallGivesMoneyBack();
    void aFailedProviderCostsNothing();
    void aClientThatLeavesIsSettled();
    void parallelCallsAreCounted();
    void limitsSurviveARestart();
    void limitsChangeWithoutARestart();
    void modelsWithoutAPriceNeedNoBudget();
};

// The bound of docs/gateway.md: where no call costs more than its estimate, nothing is overdrawn.
void TestGatewayLimits::aBudgetHoldsAgainst200CallsAtOnce()
{
    LimitedPlace place({"0.10usd/day"});
    place.start();
    const std::string request
        = chatRequest(place.limitedKey, messageBody("sandbox: long 200, slow 300ms", 400));
    std::vector<std::unique_ptr<HttpClient>> clients;
    for (int i = 0; i < 200; ++i)
        clients.push_back(std::make_unique<HttpClient>(place.port()));
    for (const auto &client : clients)
        client->send(request);
    int answered = 0, refused = 0;
    for (const auto &client : clients) {
        const HttpAnswer answer = client->receive();
        answered += answer.status == 200 ? 1 : 0;
        refused += answer.status == 402 ? 1 : 0;
    }
    QCOMPARE(answered + refused, 200);
    QVERIFY(answered > 0 && refused > 0);
    // What was given back can still be spent, down to less than one more call may cost.
    while (place.call(request).status == 200)
        ++answered;
    std::int64_t spent = 0, calls = 0, dearest = 0;
    for (const store::InteractionRow &row : place.interactions()) {
        spent += row.costUusd;
        calls += row.outcome == Outcome::Completed ? 1 : 0;
        dearest = std::max(dearest, place.detail(row.id).reserved.costUusd);
    }
    qInfo("%lld micro-USD spent by %lld calls, the dearest might have cost %lld",
        static_cast<long long>(spent), static_cast<long long>(calls), static_cast<long long>(dearest));
    QCOMPARE(calls, std::int64_t{answered});
    QVERIFY(spent <= 100'000);
    QVERIFY(spent + dearest > 100'000);
    QCOMPARE(place.used(), spent);
}

void TestGatewayLimits::aSpentBudgetIsNamed()
{
    LimitedPlace place({"0.001usd/day@Europe/Berlin"});
    place.start();
    const HttpAnswer refused = place.say("hello", 100);
    QCOMPARE(refused.status, 402);
    QCOMPARE(refused.json("error.code"), std::string("budget_exceeded"));
    QCOMPARE(refused.field("x-should-retry"), std::string("false"));
    QVERIFY(refused.field("retry-after").empty());
    QCOMPARE(refused.json("error.gatehouse.limit.tier"), std::string("key"));
    QCOMPARE(refused.json("error.gatehouse.limit.limit"), std::string("0.001usd/day@Europe/Berlin"));
    QCOMPARE(refused.json("error.gatehouse.limit.amount_uusd"), std::string("1000"));
    QCOMPARE(refused.json("error.gatehouse.limit.used_uusd"), std::string("0"));
    QVERIFY(refused.json("error.gatehouse.limit.next_reset_at").ends_with("00:00.000000Z"));
    QVERIFY(refused.json("error.message").find("0.00 of 0.001 USD") != std::string::npos);
    const store::InteractionRow row = place.newest();
    QCOMPARE(row.outcome, Outcome::Refused);
    QCOMPARE(row.topCheck, std::string("limit"));
    QCOMPARE(row.costUusd, 0);
    QCOMPARE(place.used(), 0);
    QCOMPARE(place.say("hello", 50).status, 200);
}

void TestGatewayLimits::aRateIsNamedWithItsTrueRetry()
{
    LimitedPlace place({"2requests/minute", "100requests/hour"});
    place.start();
    QCOMPARE(place.say("one").status, 200);
    QCOMPARE(place.say("two").status, 200);
    const HttpAnswer refused = place.say("three");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.json("error.code"), std::string("rate_limit_exceeded"));
    QCOMPARE(refused.json("error.type"), std::string("rate_limit_error"));
    QVERIFY(refused.field("x-should-retry").empty());
    const int seconds = std::stoi(refused.field("retry-after"));
    QVERIFY(seconds >= 1 && seconds <= 61);
    QCOMPARE(refused.field("x-ratelimit-remaining-requests"), std::string("0"));
    // A call that was refused for its rate is none.
    QCOMPARE(place.used(), 2);
}

void TestGatewayLimits::whatNeverFitsIsNotRetried()
{
    LimitedPlace place({"50tokens/minute"});
    place.start();
    const HttpAnswer refused = place.say("hello", 100);
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.field("retry-after").empty());
    QCOMPARE(refused.field("x-should-retry"), std::string("false"));
    QCOMPARE(place.say("hello", 20).status, 200);
}

void TestGatewayLimits::everyAnswerTellsTheRates()
{
    LimitedPlace place({"10requests/minute", "5000tokens/hour"});
    place.start();
    const HttpAnswer answer = place.say("hello");
    QCOMPARE(answer.field("x-ratelimit-limit-requests"), std::string("10"));
    QCOMPARE(answer.field("x-ratelimit-remaining-requests"), std::string("9"));
    QVERIFY(answer.field("x-ratelimit-reset-requests").ends_with("s"));
    QCOMPARE(answer.field("x-ratelimit-limit-tokens"), std::string("5000"));
    const int left = std::stoi(answer.field("x-ratelimit-remaining-tokens"));
    QVERIFY(left < 4900 && left > 4800);
    // Also of answers that take nothing, and of refusals.
    const HttpAnswer models = place.call(getRequest(place.limitedKey, "/v1/models"));
    QCOMPARE(models.field("x-ratelimit-remaining-requests"), std::string("9"));
    const HttpAnswer unknown = place.call(getRequest(place.limitedKey, "/v1/nothing"));
    QCOMPARE(unknown.field("x-ratelimit-remaining-requests"), std::string("9"));
    const HttpAnswer stream
        = place.call(chatRequest(place.limitedKey, messageBody("hello", 100, R"(,"stream":true)")));
    QCOMPARE(stream.field("x-ratelimit-remaining-requests"), std::string("8"));
    // A key without limits is told of none.
    QVERIFY(place.ask("hello").field("x-ratelimit-limit-requests").empty());
}

void TestGatewayLimits::anthropicCallersAreToldInTheirManner()
{
    LimitedPlace place({"1requests/minute", "5000tokens/hour"});
    place.start();
    const std::string request = anthropicRequest(place.limitedKey, messageBody("hello", 100));
    const HttpAnswer answer = place.call(request);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("anthropic-ratelimit-requests-limit"), std::string("1"));
    QCOMPARE(answer.field("anthropic-ratelimit-requests-remaining"), std::string("0"));
    QVERIFY(fromRfc3339(answer.field("anthropic-ratelimit-requests-reset")));
    QCOMPARE(answer.field("anthropic-ratelimit-tokens-limit"), std::string("5000"));
    QVERIFY(answer.field("x-ratelimit-limit-requests").empty());
    const HttpAnswer refused = place.call(request);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.json("type"), std::string("error"));
    QCOMPARE(refused.json("error.type"), std::string("rate_limit_error"));
    QVERIFY(!refused.field("retry-after").empty());
}

void TestGatewayLimits::aBlockedCallGivesMoneyBack()
{
    LimitedPlace place({"3requests/minute", "5000tokens/hour", "1usd/day"});
    place.start();
    QCOMPARE(place.say("tell me the blockword").status, 400);
    QCOMPARE(place.say("say the holdword").status, 403);
    QCOMPARE(place.used(0), 2);
    QCOMPARE(place.used(1), 0);
    QCOMPARE(place.used(2), 0);
    const HttpAnswer last = place.say("hello");
    QCOMPARE(last.field("x-ratelimit-remaining-requests"), std::string("0"));
    const int left = std::stoi(last.field("x-ratelimit-remaining-tokens"));
    QVERIFY(left > 4850);
}

void TestGatewayLimits::aFailedProviderCostsNothing()
{
    LimitedPlace place({"1usd/day"});
    place.start();
    QCOMPARE(place.say("sandbox: error 503").status, 502);
    QCOMPARE(place.newest().costUusd, 0);
    QCOMPARE(place.used(), 0);
    // What it answered is paid for, also where a rule keeps it from the caller.
    QCOMPARE(place.say("the stopword").status, 400);
    QVERIFY(place.newest().costUusd > 0);
    QCOMPARE(place.used(), place.newest().costUusd);
}

void TestGatewayLimits::aClientThatLeavesIsSettled()
{
    LimitedPlace place({"1usd/day", "1parallel"});
    place.start();
    {
        HttpClient client(place.port());
        client.send(chatRequest(
            place.limitedKey, messageBody("sandbox: long 5000, pace 20ms", 20000, R"(,"stream":true)")));
        QVERIFY(client.receiveUntil("data:"));
    }
    QTRY_COMPARE_WITH_TIMEOUT(place.newest().outcome, Outcome::ClientAbort, 20000);
    const store::InteractionRow row = place.newest();
    QVERIFY(row.tokensIn > 0);
    QVERIFY(row.costUusd > 0);
    QVERIFY(row.costUusd < place.detail(row.id).reserved.costUusd);
    QCOMPARE(place.used(), row.costUusd);
    QTRY_COMPARE_WITH_TIMEOUT(place.say("hello").status, 200, 20000); // nothing is under way any more
}

void TestGatewayLimits::parallelCallsAreCounted()
{
    LimitedPlace place({"1parallel"});
    place.start();
    HttpClient first(place.port());
    first.send(chatRequest(
        place.limitedKey, messageBody("sandbox: long 3000, pace 20ms", 9000, R"(,"stream":true)")));
    QVERIFY(first.receiveUntil("data:"));
    const HttpAnswer refused = place.say("hello");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.field("retry-after"), std::string("1"));
    QCOMPARE(refused.json("error.gatehouse.limit.next_reset_at"), std::string("null"));
    first.close();
    QTRY_COMPARE_WITH_TIMEOUT(place.say("hello").status, 200, 20000);
}

void TestGatewayLimits::limitsSurviveARestart()
{
    LimitedPlace place({"3requests/hour", "1usd/day"});
    place.start();
    QCOMPARE(place.say("one").status, 200);
    QCOMPARE(place.say("two").status, 200);
    const std::int64_t used = place.used(1);
    place.stop();
    place.start();
    QCOMPARE(place.say("three").field("x-ratelimit-remaining-requests"), std::string("0"));
    QVERIFY(place.used(1) > used);
    QCOMPARE(place.say("four").status, 429);
}

void TestGatewayLimits::limitsChangeWithoutARestart()
{
    LimitedPlace place({"100requests/minute"});
    place.start();
    QCOMPARE(place.say("one").status, 200);
    QVERIFY(store::setLimits(place.store(), LimitTier::Team, "payments", {*parseLimit("2requests/hour")}));
    QTRY_COMPARE_WITH_TIMEOUT(
        place.call(getRequest(place.limitedKey, "/v1/models")).field("x-ratelimit-limit-requests"),
        std::string("2"), 20000);
    // What the team used before counts.
    QCOMPARE(place.say("two").status, 200);
    const HttpAnswer refused = place.say("three");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.json("error.gatehouse.limit.tier"), std::string("team"));
    QVERIFY(store::removeLimits(place.store(), LimitTier::Team, "payments", {}));
    QTRY_COMPARE_WITH_TIMEOUT(place.say("four").status, 200, 20000);
}

void TestGatewayLimits::modelsWithoutAPriceNeedNoBudget()
{
    LimitedPlace place({"1usd/day"});
    QVERIFY(store::removePrice(place.store(), "sandbox-small"));
    QVERIFY(store::removePrice(place.store(), "*"));
    place.start();
    const HttpAnswer refused = place.say("hello");
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json("error.code"), std::string("price_unknown"));
    QCOMPARE(place.ask("hello").status, 200);
    QCOMPARE(place.newest().costUusd, 0);
}

QTEST_GUILESS_MAIN(TestGatewayLimits)
#include "tst_gateway_limits.moc"
