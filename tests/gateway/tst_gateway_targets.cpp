// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Which provider answers: aliases, weights, failover, circuits, and what each kind of provider is sent.

#include "exposition_page.h"
#include "gateway/state/targets.h"
#include "gateway/upstream/address_guard.h"
#include "gateway/upstream/http_target.h"
#include "gateway_place.h"
#include "store/access.h"
#include "store/prices.h"
#include "test_upstream.h"

#include <QtTest>
#include <map>

using namespace gatehouse;
using namespace gatehouse::gateway;
using namespace gatehouse::gateway::test;
using store::CircuitState;
using store::ModelTarget;
using store::Outcome;
using store::Provider;
using store::ProviderKind;

namespace {

using std::chrono::milliseconds;

std::unique_ptr<GatewayPlace> newPlace(const std::string &policy = testPolicy())
{
    auto place = std::make_unique<GatewayPlace>(policy);
    place->config.threads = 1;
    place->config.timeouts.firstByte = place->config.timeouts.streamIdle = Millis(700);
    return place;
}

// The model "fast" is served by "first" as `failing`, and by "second", asked when the first fails.
std::unique_ptr<GatewayPlace> placeWithTwo(const TestUpstream &first, const TestUpstream &second,
    const std::string &failing, const std::string &policy = testPolicy())
{
    auto place = newPlace(policy);
    place->addProvider("first", first.baseUrl(), {"none"});
    place->addProvider("second", second.baseUrl(), {"none"});
    for (const ModelTarget &target :
        {ModelTarget{"fast", "first", failing, 1, {}}, ModelTarget{"fast", "second", "up-plain", 0, {}}}) {
        if (auto added = store::addModelTarget(place->store(), target); !added)
            qFatal("%s", added.error().line().c_str());
    }
    return place;
}

Provider named(const std::string &name, std::vector<std::string> models, int weight = 1)
{
    Provider provider;
    provider.name = name;
    provider.baseUrl = "https://" + name + ".example.com/v1";
    provider.models = std::move(models);
    provider.weight = weight;
    return provider;
}

std::string order(const std::vector<Target> &targets)
{
    std::string names;
    for (const Target &target : targets)
        names += (names.empty() ? "" : " ") + target.provider().name;
    return names;
}

std::string blockFor(const std::string &provider, const std::string &action)
{
    return R"({"format":"gatehouse-policy/1","name":"test","rules":[{"id":"not-there","stage":"request",)"
           R"("when":{"field":"model.provider","equals":")"
        + provider + R"("},"check":{"kind":"keywords","keywords":["private"]},"action":")" + action
        + R"(","severity":"high"}]})";
}

} // namespace

class TestTargets : public QObject {
    Q_OBJECT

private slots:
    void circuitOpensAndCloses();
    void circuitNeedsHalfOfTheCalls();
    void whoListsTheNameGoesFirst();
    void weightsShareTheCalls();
    void failingTargetsAreLeftOut();
    void guardsAddresses_data();
    void guardsAddresses();
    void eachKindHasItsOwnPath();
    void servesUnderAnotherName();
    void listsNamedModels();
    void failsOver_data();
    void failsOver();
    void costsWhatTheTargetCosts_data();
    void costsWhatTheTargetCosts();
    void reservesForTheDearestTarget();
    void asksNoTargetWithoutPriceUnderABudget();
    void anAnswerThatBeganIsNotRepeated();
    void theCallersMistakeIsNotRepeated();
    void neverWhereARuleIsStricter_data();
    void neverWhereARuleIsStricter();
    void tellsTheHealthOfTargets();
    void sendsWhatAzureWants();
};

void TestTargets::circuitOpensAndCloses()
{
    const CircuitLimits limits{3, milliseconds(1000), milliseconds(100)};
    TargetHealth health(limits, {});
    TargetHealth::Time now{std::chrono::hours(1)};
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(health.state(), CircuitState::Closed);
        health.began(now);
        health.failed(now);
    }
    QCOMPARE(health.state(), CircuitState::Open);
    QVERIFY(!health.isAvailable(now + milliseconds(99)));
    now += milliseconds(100);
    QVERIFY(health.isAvailable(now));
    health.began(now);
    QCOMPARE(health.state(), CircuitState::HalfOpen);
    QVERIFY(!health.isAvailable(now)); // one call tries, the others wait for what it says
    health.failed(now);
    QCOMPARE(health.state(), CircuitState::Open);
    QVERIFY(!health.isAvailable(now + milliseconds(199))); // twice as long
    now += milliseconds(200);
    health.began(now);
    health.succeeded(now);
    QCOMPARE(health.state(), CircuitState::Closed);
    QCOMPARE(health.row().calls, 5);
    QCOMPARE(health.row().failures, 4);
    // It starts anew: two failures open nothing, nor do three in two windows.
    health.failed(now);
    health.failed(now);
    health.failed(now + milliseconds(1500));
    QCOMPARE(health.state(), CircuitState::Closed);
}

void TestTargets::circuitNeedsHalfOfTheCalls()
{
    TargetHealth health({3, milliseconds(1000), milliseconds(100)}, {});
    const TargetHealth::Time now{std::chrono::hours(1)};
    for (int i = 0; i < 20; ++i)
        health.succeeded(now);
    for (int i = 0; i < 19; ++i)
        health.failed(now);
    QCOMPARE(health.state(), CircuitState::Closed);
    health.failed(now);
    QCOMPARE(health.state(), CircuitState::Open);
}

void TestTargets::whoListsTheNameGoesFirst()
{
    TargetHealths healths;
    const TargetTable table({named("any", {"*"}), named("exact", {"m"}), named("spare", {"m"}, 0)},
        {{"alias", "any", "x", 1, {}}, {"alias", "gone", "x", 1, {}}}, healths);
    Entitlement all;
    all.providers = {"*"};
    const TargetHealth::Time now{};
    QCOMPARE(
        order(table.targetsFor({all, "m", WireFamily::OpenAi, "1"}, now)), std::string("exact spare any"));
    QCOMPARE(order(table.targetsFor({all, "other", WireFamily::OpenAi, "1"}, now)), std::string("any"));
    QCOMPARE(order(table.targetsFor({all, "m", WireFamily::Anthropic, "1"}, now)), std::string());
    const auto aliased = table.targetsFor({all, "alias", WireFamily::OpenAi, "1"}, now);
    QCOMPARE(order(aliased), std::string("any"));
    QCOMPARE(aliased.front().upstreamModel, std::string_view("x"));
    Entitlement one;
    one.providers = {"spare"};
    QCOMPARE(order(table.targetsFor({one, "m", WireFamily::OpenAi, "1"}, now)), std::string("spare"));
    QCOMPARE(order(table.targetsFor({one, "alias", WireFamily::OpenAi, "1"}, now)), std::string());
}

void TestTargets::weightsShareTheCalls()
{
    TargetHealths healths;
    const TargetTable table(
        {named("a", {"*"}), named("b", {"*"}, 3), named("c", {"*"}, 6), named("d", {"*"}, 0)}, {}, healths);
    Entitlement all;
    all.providers = {"*"};
    std::map<std::string, int> first;
    for (int i = 0; i < 10'000; ++i) {
        const std::string id = "call-" + std::to_string(i);
        const auto targets = table.targetsFor({all, "m", WireFamily::OpenAi, id}, {});
        QCOMPARE(targets.size(), std::size_t{4});
        QCOMPARE(targets.back().provider().name, std::string("d"));
        QCOMPARE(order(table.targetsFor({all, "m", WireFamily::OpenAi, id}, {})), order(targets));
        ++first[targets.front().provider().name];
    }
    // Ten thousand draws: five standard deviations are below 250.
    QVERIFY(std::abs(first["a"] - 1000) < 250);
    QVERIFY(std::abs(first["b"] - 3000) < 250);
    QVERIFY(std::abs(first["c"] - 6000) < 250);
}

void TestTargets::failingTargetsAreLeftOut()
{
    TargetHealths healths({1, milliseconds(1000), milliseconds(100)});
    const TargetTable table({named("a", {"*"}), named("b", {"*"})}, {}, healths);
    Entitlement all;
    all.providers = {"*"};
    const TargetHealth::Time now{std::chrono::hours(1)};
    const auto ask = [&] { return table.targetsFor({all, "m", WireFamily::OpenAi, "1"}, now); };
    healths.of("a", "")->failed(now);
    QCOMPARE(order(ask()), std::string("b"));
    healths.of("b", "")->failed(now);
    QCOMPARE(ask().size(), std::size_t{2}); // nobody is well: better asked than refused
}

void TestTargets::guardsAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("reachable");
    for (const char *address :
        {"10.1.2.3", "127.0.0.1", "169.254.169.254", "192.168.0.1", "172.31.255.255", "100.64.0.1", "0.0.0.0",
            "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1",
            "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:a00:1::1", "::10.0.0.1"})
        QTest::newRow(address) << address << false;
    for (const char *address :
        {"8.8.8.8", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"})
        QTest::newRow(address) << address << true;
}

void TestTargets::guardsAddresses()
{
    QFETCH(QString, address);
    QFETCH(bool, reachable);
    const auto parsed = boost::asio::ip::make_address(address.toStdString());
    QCOMPARE(mayReach(parsed, {}), reachable);
    QVERIFY(mayReach(parsed, {*IpNetwork::parse(parsed.is_v4() ? "0.0.0.0/0" : "::/0")}));
    QVERIFY(mayReach(boost::asio::ip::make_address("127.8.8.8"), loopbackNetworks()));
    QVERIFY(mayReach(boost::asio::ip::make_address("::1"), loopbackNetworks()));
}

void TestTargets::eachKindHasItsOwnPath()
{
    Provider provider = named("a", {"*"});
    const WireNames chat{
        "openai.chat", "chat", "/v1/chat/completions", "/chat/completions", "", WireFamily::OpenAi};
    const WireNames responses{"", "responses", "", "/responses", "", WireFamily::OpenAi};
    const HttpTarget plain = targetOf(provider, *parseBaseUrl("https://host/v1"), chat, "m");
    QCOMPARE(plain.path, std::string("/v1/chat/completions"));
    QCOMPARE(plain.credentialField, std::string_view("authorization: Bearer "));
    QVERIFY(plain.repeatable);
    QVERIFY(!targetOf(provider, *parseBaseUrl("https://host/v1"), responses, "m").repeatable);
    provider.kind = ProviderKind::Azure;
    provider.apiVersion = "2024-10-21";
    const HttpTarget azure = targetOf(provider, *parseBaseUrl("https://host"), chat, "my deployment/1?");
    QCOMPARE(azure.path,
        std::string("/openai/deployments/my%20deployment%2F1%3F/chat/completions?api-version=2024-10-21"));
    QCOMPARE(azure.credentialField, std::string_view("api-key: "));
    QCOMPARE(targetOf(provider, *parseBaseUrl("https://host"), responses, "m").path,
        std::string("/openai/responses?api-version=2024-10-21"));
    provider.kind = ProviderKind::Anthropic;
    provider.apiVersion = "2023-06-01";
    const WireNames messages{"", "messages", "", "/messages", "", WireFamily::Anthropic};
    const HttpTarget anthropic = targetOf(provider, *parseBaseUrl("https://host/v1"), messages, "m");
    QCOMPARE(anthropic.path, std::string("/v1/messages"));
    QCOMPARE(anthropic.credentialField, std::string_view("x-api-key: "));
    QCOMPARE(anthropic.fields, std::string("anthropic-version: 2023-06-01\r\n"));
}

void TestTargets::servesUnderAnotherName()
{
    const TestUpstream upstream;
    const auto place = placeWithTwo(upstream, upstream, "up-plain");
    place->start();
    const HttpAnswer plain = place->ask("hello", false, "fast");
    QCOMPARE(plain.status, 200);
    QCOMPARE(plain.json("model"), std::string("fast"));
    QVERIFY(upstream.lastBody().find(R"("model":"up-plain")") != std::string::npos);
    const HttpAnswer stream = place->ask("hello", true, "fast");
    QCOMPARE(streamedText(stream.body), std::string("echo: hello"));
    QVERIFY(stream.body.find(R"("model":"fast")") != std::string::npos);
    QVERIFY(stream.body.find(R"("model":"up")") == std::string::npos);
    QCOMPARE(place->newest().model, std::string("fast"));
}

void TestTargets::listsNamedModels()
{
    const TestUpstream upstream;
    const auto place = placeWithTwo(upstream, upstream, "up-plain");
    place->start();
    const HttpAnswer models = place->call(getRequest(place->key(), "/v1/models"));
    QVERIFY(models.body.find(R"("id":"fast")") != std::string::npos);
    QVERIFY(models.body.find("up-plain") == std::string::npos);
}

void TestTargets::failsOver_data()
{
    QTest::addColumn<QByteArray>("failing");
    for (const char *failing :
        {"up-429", "up-500", "up-503", "up-drop", "up-silent", "up-no-http", "up-reset"})
        QTest::newRow(failing) << QByteArray(failing);
}

void TestTargets::failsOver()
{
    QFETCH(QByteArray, failing);
    const TestUpstream first, second;
    const auto place = placeWithTwo(first, second, failing.toStdString());
    place->start();
    for (const bool stream : {false, true}) {
        const HttpAnswer answer = place->ask("hello", stream, "fast");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.find("echo") != std::string::npos);
        QCOMPARE(place->newest().provider, std::string("second"));
        QCOMPARE(place->newest().outcome, Outcome::Completed);
    }
    QCOMPARE(first.calls(), 2);
    QCOMPARE(second.calls(), 2);
}

void TestTargets::costsWhatTheTargetCosts_data()
{
    QTest::addColumn<QByteArray>("failing");
    QTest::addColumn<bool>("named");
    QTest::addColumn<int>("cost");
    // 11 tokens in, 7 out; the first costs 1 and 2, the second 10 and 20, the name of our own 100 and 200.
    QTest::newRow("the first") << QByteArray("up-close") << false << 25;
    QTest::newRow("the second") << QByteArray("up-500") << false << 250;
    QTest::newRow("a name with a price") << QByteArray("up-500") << true << 2500;
}

void TestTargets::costsWhatTheTargetCosts()
{
    QFETCH(QByteArray, failing);
    QFETCH(bool, named);
    QFETCH(int, cost);
    const TestUpstream first, second;
    const auto place = placeWithTwo(first, second, failing.toStdString());
    const auto setPrice = [&](const std::string &model, std::int64_t perToken) {
        constexpr std::int64_t million = 1'000'000;
        return store::setPrice(place->store(), {model, {perToken * million, 2 * perToken * million, 0}});
    };
    QVERIFY(setPrice(failing.toStdString(), 1));
    QVERIFY(setPrice("up-plain", 10));
    if (named)
        QVERIFY(setPrice("fast", 100));
    place->start();
    QCOMPARE(place->ask("hello", false, "fast").status, 200);
    QCOMPARE(place->newest().costUusd, cost);
}

// It could be the second that answers, so a budget must have room for what that would cost.
void TestTargets::reservesForTheDearestTarget()
{
    const TestUpstream first, second;
    const auto place = placeWithTwo(first, second, "up-500");
    QVERIFY(store::setPrice(place->store(), {"up-500", {1, 1, 0}}));
    QVERIFY(store::setPrice(place->store(), {"up-plain", {1'000'000, 1'000'000, 0}}));
    const auto issued = place->issueKey(
        [](store::NewKeyRequest &request) { request.limits = {*parseLimit("0.001usd/day")}; });
    place->start();
    const HttpAnswer answer
        = place->call(chatRequest(std::string(issued.text.reveal()), chatBody("hello", false, "fast")));
    QCOMPARE(answer.status, 402);
    QCOMPARE(first.calls() + second.calls(), 0);
}

void TestTargets::asksNoTargetWithoutPriceUnderABudget()
{
    const TestUpstream first, second;
    const auto place = placeWithTwo(first, second, "up-500");
    QVERIFY(store::removePrice(place->store(), "*"));
    QVERIFY(store::setPrice(place->store(), {"up-500", {1, 1, 0}}));
    const auto issued
        = place->issueKey([](store::NewKeyRequest &request) { request.limits = {*parseLimit("10usd/day")}; });
    place->start();
    const HttpAnswer answer
        = place->call(chatRequest(std::string(issued.text.reveal()), chatBody("hello", false, "fast")));
    QCOMPARE(answer.status, 502);
    QCOMPARE(first.calls(), 1);
    QCOMPARE(second.calls(), 0);
}

void TestTargets::anAnswerThatBeganIsNotRepeated()
{
    const TestUpstream first, second;
    for (const char *failing : {"up-drop-mid", "up-stall"}) {
        const auto place = placeWithTwo(first, second, failing);
        place->start();
        const HttpAnswer answer = place->ask("hello", true, "fast");
        QVERIFY(answer.body.find("[DONE]") == std::string::npos);
        QCOMPARE(place->newest().provider, std::string("first"));
    }
    QCOMPARE(second.calls(), 0);
}

void TestTargets::theCallersMistakeIsNotRepeated()
{
    const TestUpstream first, second;
    for (const char *failing : {"up-400", "up-404", "up-422", "up-short"}) {
        const auto place = placeWithTwo(first, second, failing);
        place->start();
        QVERIFY(place->ask("hello", false, "fast").status >= 400);
    }
    QCOMPARE(second.calls(), 0);
}

void TestTargets::neverWhereARuleIsStricter_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("block") << QByteArray("block") << QByteArray("private") << false;
    QTest::newRow("mask") << QByteArray("mask") << QByteArray("private") << false;
    QTest::newRow("flag") << QByteArray("flag") << QByteArray("private") << false;
    QTest::newRow("nothing found") << QByteArray("block") << QByteArray("hello") << true;
}

void TestTargets::neverWhereARuleIsStricter()
{
    QFETCH(QByteArray, action);
    QFETCH(QByteArray, text);
    QFETCH(bool, goesOn);
    const TestUpstream first, second;
    const auto place = placeWithTwo(first, second, "up-500", blockFor("second", action.toStdString()));
    place->start();
    const HttpAnswer answer = place->ask(text.toStdString(), false, "fast");
    QCOMPARE(answer.status, goesOn ? 200 : 502);
    QCOMPARE(second.calls(), goesOn ? 1 : 0);
    // The other way round the first was judged more strictly, and that stays.
    const auto stricter = placeWithTwo(first, second, "up-500", blockFor("first", "mask"));
    stricter->start();
    QCOMPARE(stricter->ask(text.toStdString(), false, "fast").status, 200);
    QVERIFY(second.lastBody().find("private") == std::string::npos);
}

void TestTargets::tellsTheHealthOfTargets()
{
    const TestUpstream first, second;
    const auto place = placeWithTwo(first, second, "up-500");
    place->config.circuit.failures = 2;
    place->config.circuit.open = Millis(3'600'000);
    place->config.metricsListen = Address{"127.0.0.1", 0};
    place->start();
    for (int i = 0; i < 4; ++i)
        QCOMPARE(place->ask("hello", false, "fast").status, 200);
    QCOMPARE(first.calls(), 2); // then it was passed over
    const auto stateOf = [&](const char *provider) {
        const auto rows = store::listTargetHealth(place->store());
        for (const store::TargetHealthRow &row : *rows) {
            if (row.provider == provider)
                return QByteArray(std::string(store::name(row.state)).c_str());
        }
        return QByteArray("none");
    };
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("first"), QByteArray("open"), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("second"), QByteArray("closed"), 30'000);
    HttpClient client(place->gateway().metricsAddress()->port);
    client.send("GET /metrics HTTP/1.0\r\n\r\n");
    const ExpositionPage page(client.receive().body);
    QCOMPARE(page.value(R"(gatehouse_upstream_healthy{provider="first",model="up-500"})"), 0.0);
    QCOMPARE(page.value(R"(gatehouse_upstream_healthy{provider="second",model="up-plain"})"), 1.0);
}

void TestTargets::sendsWhatAzureWants()
{
    const TestUpstream upstream;
    const auto place = newPlace();
    Provider provider = named("azure", {"none"});
    provider.kind = ProviderKind::Azure;
    provider.baseUrl = "http://127.0.0.1:" + std::to_string(upstream.port());
    provider.credential = SecretString("upstream-credential");
    const Status added = store::addProvider(place->store(), provider, {{"fast", "", "up-plain", 1, {}}});
    QVERIFY(added);
    place->start();
    QCOMPARE(place->ask("hello", false, "fast").json("model"), std::string("fast"));
    QCOMPARE(upstream.lastPath(),
        std::string("/openai/deployments/up-plain/chat/completions?api-version=2024-10-21"));
    QCOMPARE(upstream.lastField("api-key"), std::string("upstream-credential"));
    QCOMPARE(upstream.lastField("authorization"), std::string());
}

QTEST_GUILESS_MAIN(TestTargets)
#include "tst_gateway_targets.moc"
