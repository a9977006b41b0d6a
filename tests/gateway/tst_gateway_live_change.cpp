// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Every kind of change reaches a gateway that runs, under load, and no call is dropped meanwhile.

#include "gateway_place.h"
#include "store/limits.h"
#include "store/maintenance.h"
#include "store/policies.h"
#include "test_upstream.h"

#include <QtTest>
#include <atomic>
#include <functional>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::gateway::test;

namespace {

constexpr int patience = 20'000; // ms; how long it takes is a figure of the bench

// Callers that go on asking until told to stop, each on one connection.
class Load {
public:
    explicit Load(const GatewayPlace &place)
    {
        for (const bool stream : {false, true}) {
            m_callers.emplace_back([this, &place, stream] {
                HttpClient client(place.port());
                while (!m_stopping) {
                    client.send(chatRequest(place.key(), chatBody("hello", stream)));
                    const HttpAnswer answer = client.receive();
                    if (answer.status != 200 || !answer.whole) {
                        ++m_dropped;
                        return;
                    }
                    ++m_answered;
                }
            });
        }
    }
    ~Load() { stop(); }
    Load(const Load &) = delete;
    Load &operator=(const Load &) = delete;

    void stop()
    {
        m_stopping = true;
        for (std::thread &caller : m_callers) {
            if (caller.joinable())
                caller.join();
        }
    }
    [[nodiscard]] int answered() const { return m_answered; }
    [[nodiscard]] int dropped() const { return m_dropped; }

private:
    std::atomic<bool> m_stopping{false};
    std::atomic<int> m_answered{0}, m_dropped{0};
    std::vector<std::thread> m_callers;
};

std::string emptyPolicy()
{
    return R"({"format":"gatehouse-policy/1","name":"open","rules":[]})";
}

store::Provider sandbox(const std::string &name, const std::string &model)
{
    store::Provider provider;
    provider.name = name;
    provider.kind = store::ProviderKind::Sandbox;
    provider.models = {model};
    return provider;
}

} // namespace

class TestGatewayLiveChange : public QObject {
    Q_OBJECT

private slots:
    void keysInEveryState();
    void whatAKeyMayUse();
    void limitsRaisedForAWhile();
    void credentialsOfProviders();
    void policiesForthAndBack();
    void providersComeAndGo();
    void settingsOfTheStore();
    void severalChangesOfThePolicyAtOnce();

private:
    static int statusFor(GatewayPlace &place, const store::IssuedKey &key, const std::string &model)
    {
        const std::string text(key.text.reveal());
        return place.call(chatRequest(text, chatBody("hello", false, model))).status;
    }
};

void TestGatewayLiveChange::keysInEveryState()
{
    GatewayPlace place;
    place.start();
    Load load(place);
    const auto key = place.issueKey();
    const KeyId id = key.row.record.id;
    const auto status = [&] { return statusFor(place, key, "sandbox-small"); };
    QTRY_COMPARE_WITH_TIMEOUT(status(), 200, patience);
    QVERIFY(store::suspendKey(place.store(), id, "test"));
    QTRY_COMPARE_WITH_TIMEOUT(status(), 403, patience);
    QVERIFY(store::resumeKey(place.store(), id, "test"));
    QTRY_COMPARE_WITH_TIMEOUT(status(), 200, patience);
    QVERIFY(store::revokeKey(place.store(), id, "test"));
    QTRY_COMPARE_WITH_TIMEOUT(status(), 403, patience);
    load.stop();
    QCOMPARE(load.dropped(), 0);
    QVERIFY(load.answered() > 0);
}

void TestGatewayLiveChange::whatAKeyMayUse()
{
    GatewayPlace place;
    place.start();
    Load load(place);
    const auto key = place.issueKey();
    const KeyId id = key.row.record.id;
    const Entitlement before = key.row.record.entitlement;
    const auto status = [&] { return statusFor(place, key, "sandbox-small"); };
    QTRY_COMPARE_WITH_TIMEOUT(status(), 200, patience);
    Entitlement narrow = before;
    narrow.models = {"sandbox-large"};
    QVERIFY(store::changeEntitlement(place.store(), id, before, narrow, "test"));
    QTRY_COMPARE_WITH_TIMEOUT(status(), 403, patience);
    QCOMPARE(statusFor(place, key, "sandbox-large"), 200);
    QVERIFY(store::changeEntitlement(place.store(), id, narrow, before, "test"));
    QTRY_COMPARE_WITH_TIMEOUT(status(), 200, patience);
    load.stop();
    QCOMPARE(load.dropped(), 0);
    QVERIFY(load.answered() > 0);
}

void TestGatewayLiveChange::limitsRaisedForAWhile()
{
    GatewayPlace place;
    const auto key = place.issueKey(
        [](store::NewKeyRequest &request) { request.limits = {*parseLimit("1requests/day")}; });
    const KeyId id = key.row.record.id;
    place.start();
    const auto status = [&] { return statusFor(place, key, "sandbox-small"); };
    QCOMPARE(status(), 200);
    QCOMPARE(status(), 429);
    const auto raise = [&](const std::optional<LimitRaise> &more) {
        return store::raiseLimit(
            place.store(), LimitTier::Key, id.value, *parseLimit("0requests/day"), more, "test");
    };
    QVERIFY(raise(LimitRaise{1'000'000, place.clock->now() + std::chrono::hours(1)}));
    QTRY_COMPARE_WITH_TIMEOUT(status(), 200, patience);
    const std::string text(key.text.reveal());
    QCOMPARE(place.call(chatRequest(text, chatBody("hello"))).field("x-ratelimit-limit-requests"),
        std::string("1000001"));
    QVERIFY(raise(std::nullopt));
    QTRY_COMPARE_WITH_TIMEOUT(status(), 429, patience);
}

void TestGatewayLiveChange::credentialsOfProviders()
{
    TestUpstream upstream;
    GatewayPlace place;
    place.addProvider("up", upstream.baseUrl(), {"up-plain"});
    place.start();
    Load load(place);
    const auto sent = [&] {
        return place.ask("hello", false, "up-plain").status == 200 ? upstream.lastField("authorization")
                                                                   : std::string();
    };
    QCOMPARE(sent(), std::string("Bearer upstream-credential"));
    QVERIFY(store::replaceCredential(place.store(), "up", SecretString("the-next-credential")));
    QTRY_COMPARE_WITH_TIMEOUT(sent(), std::string("Bearer the-next-credential"), patience);
    load.stop();
    QCOMPARE(load.dropped(), 0);
}

void TestGatewayLiveChange::policiesForthAndBack()
{
    GatewayPlace place;
    place.start();
    Load load(place);
    const auto before = store::publishedPolicy(place.store());
    QVERIFY(before);
    const auto status = [&] { return place.ask("blockword").status; };
    QCOMPARE(status(), 400);
    place.publish(emptyPolicy());
    QTRY_COMPARE_WITH_TIMEOUT(status(), 200, patience);
    QVERIFY(store::rollbackPolicy(place.store(), before->row.version.value, "test"));
    QTRY_COMPARE_WITH_TIMEOUT(status(), 400, patience);
    load.stop();
    QCOMPARE(load.dropped(), 0);
    QVERIFY(load.answered() > 0);
}

void TestGatewayLiveChange::providersComeAndGo()
{
    GatewayPlace place;
    place.start();
    Load load(place);
    const auto key = place.issueKey();
    const auto status = [&] { return statusFor(place, key, "newcomer"); };
    QTRY_COMPARE_WITH_TIMEOUT(statusFor(place, key, "sandbox-small"), 200, patience);
    QCOMPARE(status(), 403);
    QVERIFY(store::addProvider(place.store(), sandbox("second", "newcomer")));
    QTRY_COMPARE_WITH_TIMEOUT(status(), 200, patience);
    QVERIFY(store::removeProvider(place.store(), "second"));
    QTRY_COMPARE_WITH_TIMEOUT(status(), 403, patience);
    load.stop();
    QCOMPARE(load.dropped(), 0);
    QVERIFY(load.answered() > 0);
}

void TestGatewayLiveChange::settingsOfTheStore()
{
    GatewayPlace place;
    place.start();
    store::StoreSettings settings;
    settings.capture = store::Capture::Metadata;
    QVERIFY(store::setStoreSettings(place.store(), settings));
    const auto storedText = [&] {
        const HttpAnswer answer = place.ask("kept or not");
        const auto detail = place.detail({answer.field("x-gatehouse-interaction")});
        return detail.segments.empty() ? std::string() : detail.segments.front().segment.text;
    };
    QTRY_COMPARE_WITH_TIMEOUT(storedText(), std::string(), patience);
}

// What is compiled when a still newer one arrives must not win.
void TestGatewayLiveChange::severalChangesOfThePolicyAtOnce()
{
    GatewayPlace place;
    place.start();
    place.publish(secretsPolicy());
    place.publish(testPolicy("nothing"));
    place.publish(emptyPolicy());
    const auto policy = [&] { return place.ask("blockword").field("x-gatehouse-policy"); };
    QTRY_VERIFY_WITH_TIMEOUT(policy().starts_with("open@"), patience);
    const auto settled = policy();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(policy(), settled);
}

QTEST_GUILESS_MAIN(TestGatewayLiveChange)
#include "tst_gateway_live_change.moc"
