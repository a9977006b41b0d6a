// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Gateways that share limits: never is more held and spent than the limit, nothing is lost, and what dead
// ones held comes back.
#include "store/leases.h"

#include "store/access.h"
#include "store/interactions.h"
#include "store/limits.h"
#include "store_fixture.h"

#include <future>
#include <random>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

constexpr Micros life = std::chrono::seconds(30);

LeaseAsk askFor(const std::string &limit, std::int64_t needed, std::int64_t serial = 1)
{
    LeaseAsk ask;
    ask.tier = LimitTier::Team;
    ask.name = "payments";
    ask.limit = *parseLimit(limit);
    ask.needed = ask.smallest = needed;
    ask.serial = serial;
    return ask;
}

LeaseGrant renewed(Store &store, const std::string &gateway, const LeaseAsk &ask)
{
    auto grants = renewLeases(store, gateway, life, {ask});
    if (!grants)
        qFatal("%s", grants.error().line().c_str());
    return grants->front();
}

std::int64_t sumOf(const LeaseGrant &grant)
{
    std::int64_t sum = 0;
    for (const LeaseUse &use : grant.used)
        sum += use.amount;
    return sum;
}

NewKeyRequest keyRequest()
{
    NewKeyRequest request;
    request.team = "payments";
    request.environment = "production";
    request.useCase = "assistant";
    request.createNames = true;
    request.entitlement.models = {"*"};
    return request;
}

// Spends what it gets, in odd pieces, until there is nothing more to get; how much that was.
std::int64_t spendAll(const Place &place, const std::string &gateway, unsigned seed)
{
    const auto store = place.open();
    std::mt19937 random(seed);
    std::int64_t spent = 0, held = 0;
    for (std::int64_t serial = 1; held > 0 || serial < 400; ++serial) {
        LeaseAsk ask = askFor("1000requests/day", 1 + static_cast<std::int64_t>(random() % 9), serial);
        const std::int64_t now = std::min<std::int64_t>(held, 1 + static_cast<std::int64_t>(random() % 20));
        ask.spent = {{place.clock.now(), now}};
        ask.smallest = 1;
        ask.wished = 50;
        ask.kept = held - now;
        spent += now;
        const LeaseGrant grant = renewed(*store, gateway, ask);
        held = grant.held;
        if (sumOf(grant) + grant.held + grant.elsewhere > 1000)
            return -1;
        if (held == 0 && sumOf(grant) == 1000)
            break;
    }
    return spent;
}

} // namespace

class TestLeases : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("GATEHOUSE_TEST_STORE", "postgresql"); }
    void neverMoreThanTheLimitAndNothingIsLost();
    void littleIsSharedOutInLittle();
    void whatWasUsedBeforeCounts();
    void toldTwiceCountsOnce();
    void oldUseStopsCounting();
    void aLoweredLimitTakesBack();
    void ofADeadGatewayTheRestComesBack();
    void callsUnderWayKeepADeadLease();
    void removedLimitsAreForgotten();
};

void TestLeases::neverMoreThanTheLimitAndNothingIsLost()
{
    const Place place;
    (void)place.open();
    std::vector<std::future<std::int64_t>> gateways;
    for (unsigned i = 0; i < 4; ++i)
        gateways.push_back(
            std::async(std::launch::async, spendAll, std::cref(place), "gateway" + std::to_string(i), i));
    std::int64_t spent = 0;
    for (auto &each : gateways) {
        const std::int64_t here = each.get();
        QVERIFY(here >= 0);
        spent += here;
    }
    QCOMPARE(spent, std::int64_t{1000});
    QCOMPARE(Intruder(place.store()).value("SELECT sum(amount) FROM limit_use"), std::string("1000"));
}

void TestLeases::littleIsSharedOutInLittle()
{
    const Place place;
    const auto store = place.open();
    LeaseAsk ask = askFor("100requests/day", 1);
    ask.wished = 80;
    const LeaseGrant first = renewed(*store, "one", ask);
    QCOMPARE(first.held, std::int64_t{50}); // half of what is left
    const LeaseGrant second = renewed(*store, "two", ask);
    QCOMPARE(second.held, std::int64_t{12}); // a quarter
    QCOMPARE(second.elsewhere, std::int64_t{50});
    QCOMPARE(second.others, 1);
    LeaseAsk more = askFor("100requests/day", 40);
    more.smallest = 10;
    QCOMPARE(renewed(*store, "three", more).held, std::int64_t{38}); // some of those who wait
    QCOMPARE(renewed(*store, "four", askFor("100requests/day", 1)).held, std::int64_t{0});
}

void TestLeases::whatWasUsedBeforeCounts()
{
    const Place place;
    const auto store = place.open();
    const auto key = issueKey(*store, keyRequest());
    QVERIFY_DONE(key);
    RequestRecord call = requestRecord(idAt(place.clock.now(), 1), place.clock.now());
    call.row.key = key->row.record.id;
    call.row.outcome = Outcome::Pending;
    call.reserved = {true, 100, 400, 5000};
    record(place, {call});
    LeaseGrant grant = renewed(*store, "one", askFor("10requests/day", 1));
    QCOMPARE(sumOf(grant), std::int64_t{1});
    grant = renewed(*store, "one", askFor("1000tokens/hour", 500));
    QCOMPARE(sumOf(grant), std::int64_t{500});
    QCOMPARE(grant.held, std::int64_t{500});
    QCOMPARE(sumOf(renewed(*store, "one", askFor("1usd/day@Europe/Berlin", 1))), std::int64_t{5000});
}

void TestLeases::toldTwiceCountsOnce()
{
    const Place place;
    const auto store = place.open();
    (void)renewed(*store, "one", askFor("10requests/day", 5, 1));
    LeaseAsk tells = askFor("10requests/day", 0, 2);
    tells.spent = {{place.clock.now(), 3}};
    tells.kept = 2;
    for (int i = 0; i < 3; ++i) {
        const LeaseGrant grant = renewed(*store, "one", tells);
        QCOMPARE(sumOf(grant), std::int64_t{3});
        QCOMPARE(grant.held, std::int64_t{2});
    }
}

void TestLeases::oldUseStopsCounting()
{
    Place place;
    const auto store = place.open();
    (void)renewed(*store, "one", askFor("10requests/minute", 10, 1));
    LeaseAsk tells = askFor("10requests/minute", 0, 2);
    tells.spent = {{place.clock.now(), 10}};
    QCOMPARE(sumOf(renewed(*store, "one", tells)), std::int64_t{10});
    place.clock.advance(std::chrono::seconds(59));
    QCOMPARE(renewed(*store, "two", askFor("10requests/minute", 1)).held, std::int64_t{0});
    place.clock.advance(std::chrono::seconds(3));
    const LeaseGrant grant = renewed(*store, "two", askFor("10requests/minute", 1, 2));
    QCOMPARE(grant.held, std::int64_t{1});
    QVERIFY(grant.used.empty());
}

void TestLeases::aLoweredLimitTakesBack()
{
    const Place place;
    const auto store = place.open();
    (void)renewed(*store, "one", askFor("10requests/day", 8, 1));
    LeaseAsk lowered = askFor("5requests/day", 0, 2);
    lowered.spent = {{place.clock.now(), 2}};
    lowered.kept = 6;
    QCOMPARE(renewed(*store, "one", lowered).held, std::int64_t{3});
}

void TestLeases::ofADeadGatewayTheRestComesBack()
{
    const Place place;
    const auto store = place.open();
    const auto key = issueKey(*store, keyRequest());
    QVERIFY_DONE(key);
    QVERIFY_DONE(setLimits(*store, LimitTier::Team, "payments", {*parseLimit("10requests/day")}));
    QCOMPARE(renewed(*store, "test", askFor("10requests/day", 10)).held, std::int64_t{10});
    // It records two calls that it never tells of, and dies.
    std::vector<RequestRecord> calls = requestRecords(place, 2);
    std::vector<VerdictRecord> ends;
    for (RequestRecord &call : calls) {
        call.row.key = key->row.record.id;
        ends.push_back(verdictRecord(call.row.id));
    }
    record(place, calls, ends);
    QCOMPARE(takeBackLeases(*store).value_or(-1), 0); // it lasts
    Intruder(place.store()).run("UPDATE limit_lease SET expires = 0");
    std::vector<std::future<int>> takers;
    for (int i = 0; i < 4; ++i)
        takers.push_back(
            std::async(std::launch::async, [&] { return takeBackLeases(*place.open()).value_or(-100); }));
    int taken = 0;
    for (auto &each : takers)
        taken += each.get();
    QCOMPARE(taken, 1);
    QCOMPARE(renewed(*store, "other", askFor("10requests/day", 9)).held, std::int64_t{0});
    QCOMPARE(renewed(*store, "other", askFor("10requests/day", 8)).held, std::int64_t{8});
    // If it lives all the same, it holds nothing, and what it spent counts.
    LeaseAsk back = askFor("10requests/day", 0, 2);
    back.spent = {{place.clock.now(), 2}};
    back.kept = 8;
    const LeaseGrant grant = renewed(*store, "test", back);
    QCOMPARE(grant.held, std::int64_t{0});
    QCOMPARE(sumOf(grant), std::int64_t{4});
}

void TestLeases::callsUnderWayKeepADeadLease()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(issueKey(*store, keyRequest()));
    QVERIFY_DONE(setLimits(*store, LimitTier::Team, "payments", {*parseLimit("1000tokens/day")}));
    (void)renewed(*store, "test", askFor("1000tokens/day", 1000));
    RequestRecord call = requestRecord(idAt(place.clock.now(), 1), place.clock.now());
    call.row.outcome = Outcome::Pending;
    call.reserved = {true, 100, 200, 0};
    record(place, {call});
    Intruder(place.store()).run("UPDATE limit_lease SET expires = 0");
    // What it took is not known yet.
    QCOMPARE(takeBackLeases(*store).value_or(-1), 0);
    record(place, {}); // the next of its name settles it
    QVERIFY_DONE(endLeases(*store, "test"));
    QCOMPARE(renewed(*store, "other", askFor("1000tokens/day", 701)).held, std::int64_t{0});
    QCOMPARE(renewed(*store, "other", askFor("1000tokens/day", 700)).held, std::int64_t{700});
}

void TestLeases::removedLimitsAreForgotten()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(issueKey(*store, keyRequest()));
    const Limit limit = *parseLimit("10requests/day");
    QVERIFY_DONE(setLimits(*store, LimitTier::Team, "payments", {limit}));
    (void)renewed(*store, "one", askFor("10requests/day", 10));
    QVERIFY_DONE(takeBackLeases(*store));
    QCOMPARE(Intruder(place.store()).value("SELECT count(*) FROM limit_lease"), std::string("1"));
    QVERIFY_DONE(removeLimits(*store, LimitTier::Team, "payments", {limit}));
    QVERIFY_DONE(takeBackLeases(*store));
    QCOMPARE(Intruder(place.store()).value("SELECT count(*) FROM limit_lease"), std::string("0"));
    QCOMPARE(Intruder(place.store()).value("SELECT count(*) FROM shared_limit"), std::string("0"));
}

QTEST_GUILESS_MAIN(TestLeases)
#include "tst_leases.moc"
