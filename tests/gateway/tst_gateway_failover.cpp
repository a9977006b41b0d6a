// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The primary server of a store fails under load and its standby takes over: gateways go on by themselves,
// and every call that was answered is recorded.
#include "gateway_place.h"
#include "store/maintenance.h"
#include "tests/store/postgres_cluster.h"

#include <QtTest>
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::test::PostgresCluster;

namespace {

constexpr int patience = 60'000;

// Callers that go on asking, and remember what was answered.
class Load {
public:
    Load(const std::vector<std::uint16_t> &ports, const std::string &key)
    {
        for (const std::uint16_t port : ports) {
            for (const bool stream : {false, true})
                m_callers.emplace_back([this, port, key, stream] { ask(port, key, stream); });
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
    [[nodiscard]] std::set<std::string> answered()
    {
        const std::lock_guard lock(m_mutex);
        return m_answered;
    }
    [[nodiscard]] int others() const { return m_others; }

private:
    void ask(std::uint16_t port, const std::string &key, bool stream)
    {
        auto client = std::make_unique<HttpClient>(port);
        while (!m_stopping) {
            client->send(chatRequest(key, chatBody("hello", stream)));
            const HttpAnswer answer = client->receive();
            if (answer.status == 200 && answer.whole) {
                const std::lock_guard lock(m_mutex);
                m_answered.insert(answer.field("x-gatehouse-interaction"));
            } else {
                // Only that it can't be recorded is a reason not to answer.
                m_others += answer.status == 503 ? 0 : 1;
                client = std::make_unique<HttpClient>(port);
            }
        }
    }

    std::vector<std::thread> m_callers;
    std::atomic<bool> m_stopping{false};
    std::atomic<int> m_others{0};
    std::mutex m_mutex;
    std::set<std::string> m_answered;
};

std::string keyIn(store::Store &store)
{
    store::Provider sandbox;
    sandbox.name = "sandbox";
    sandbox.kind = store::ProviderKind::Sandbox;
    sandbox.models = {"sandbox-small"};
    store::NewKeyRequest request;
    request.team = request.environment = request.useCase = "test";
    request.createNames = true;
    request.entitlement.models = {"*"};
    request.limits = {*parseLimit("100000requests/day")};
    const auto issued = store::issueKey(store, request);
    if (!issued || !store::addProvider(store, sandbox))
        qFatal("no key");
    return std::string(issued->text.reveal());
}

std::set<std::string> completedIn(const std::string &location)
{
    std::set<std::string> ids;
    const auto opened = store::Store::open(location, store::OpenMode::Existing);
    if (!opened)
        return ids;
    const store::Filter completed = *store::parseFilter("outcome:completed");
    constexpr std::size_t page = 1000;
    InteractionId after;
    for (std::size_t got = page; got == page;) {
        const auto rows = store::listInteractions(**opened, completed, page, after);
        if (!rows)
            return {};
        got = rows->size();
        for (const store::InteractionRow &row : *rows)
            ids.insert(row.id.value);
        if (got > 0)
            after = rows->back().id;
    }
    return ids;
}

bool holds(const std::set<std::string> &all, const std::set<std::string> &some)
{
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

} // namespace

class TestGatewayFailover : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("GATEHOUSE_TEST_STORE", "postgresql"); }
    void aPromotedStandbyHoldsEveryAnsweredCall();
};

void TestGatewayFailover::aPromotedStandbyHoldsEveryAnsweredCall()
{
    GatewayPlace place; // for what it knows of configurations
    PostgresCluster primary;
    const std::string made = primary.newDatabase();
    const PostgresCluster standby(PostgresCluster::StandbyOf{primary});
    const std::string location = primary.addressOfEither(standby, "store1");
    std::string key;
    {
        const auto opened = store::Store::open(location, store::OpenMode::Create);
        QVERIFY(opened);
        key = keyIn(**opened);
    }
    std::vector<std::unique_ptr<gateway::Gateway>> gateways;
    std::vector<std::uint16_t> ports;
    for (int i = 0; i < 2; ++i) {
        auto started = gateway::Gateway::start(place.config, location);
        QVERIFY2(started.has_value(), started ? "" : started.error().line().c_str());
        ports.push_back((*started)->address().port);
        gateways.push_back(std::move(*started));
    }
    Load load(ports, key);
    const auto answeredSince
        = [&](std::size_t before, std::size_t count) { return load.answered().size() >= before + count; };
    QTRY_VERIFY_WITH_TIMEOUT(answeredSince(0, 100), patience);
    primary.stop();
    const std::size_t whenStopped = load.answered().size();
    // They answer meanwhile what their leases and local journals allow.
    QTRY_VERIFY_WITH_TIMEOUT(answeredSince(whenStopped, 20), patience);
    standby.promote();
    const std::size_t whenPromoted = load.answered().size();
    QTRY_VERIFY_WITH_TIMEOUT(answeredSince(whenPromoted, 100), patience);
    const auto isWell = [&] {
        const auto opened = store::Store::open(location, store::OpenMode::Existing);
        const auto live = opened ? store::liveGateways(**opened) : tl::unexpected(opened.error());
        return live && live->size() == 2
            && std::all_of(live->begin(), live->end(), [](const store::Heartbeat &beat) {
                   return beat.degraded.empty() && beat.journalDepth < 100;
               });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isWell(), patience);
    load.stop();
    QCOMPARE(load.others(), 0);
    const std::set<std::string> answered = load.answered();
    QTRY_VERIFY_WITH_TIMEOUT(holds(completedIn(location), answered), patience);
}

QTEST_GUILESS_MAIN(TestGatewayFailover)
#include "tst_gateway_failover.moc"
