// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The primary server of a store fails under load and its standby takes over: gateways go on by themselves,
// and every call that was answered is recorded.
#include "call_load.h"
#include "gateway_place.h"
#include "store/maintenance.h"
#include "tests/store/postgres_cluster.h"

#include <QtTest>
#include <set>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::test::PostgresCluster;

namespace {

constexpr int patience = 60'000;

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
        key = keyForLoad(**opened);
    }
    std::vector<std::unique_ptr<gateway::Gateway>> gateways;
    std::vector<std::uint16_t> ports;
    for (int i = 0; i < 2; ++i) {
        auto started = gateway::Gateway::start(place.config, location);
        QVERIFY2(started.has_value(), started ? "" : started.error().line().c_str());
        ports.push_back((*started)->address().port);
        gateways.push_back(std::move(*started));
    }
    CallLoad load(ports, key);
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
