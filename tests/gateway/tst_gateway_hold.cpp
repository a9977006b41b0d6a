// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Calls that wait for a person: released once, for the same payload, whatever comes in between.

#include "gateway_place.h"
#include "store/reviews.h"

#include <QtTest>
#include <array>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::Outcome;

namespace {

const std::string payload = "please holdword this";

// A policy whose one rule does `action` at "holdword"; another name makes another version.
std::string policyThat(const std::string &action, const std::string &name)
{
    return R"({"format":"gatehouse-policy/1","name":")" + name
        + R"(","rules":[{"id":"ask-holdword","stage":"request","check":{"kind":"keywords",)"
        + R"("keywords":["holdword"]},"action":")" + action + R"(","severity":"high"}]})";
}

// Held, and then released by a person.
InteractionId releasedCall(GatewayPlace &place)
{
    const HttpAnswer held = place.ask(payload);
    InteractionId id{held.json("error.gatehouse.interaction")};
    if (held.json("error.code") != "held" || !store::release(place.store(), id))
        qFatal("it was not held and released");
    return id;
}

void waitForPolicy(const GatewayPlace &place, const std::string &name)
{
    const auto inForce
        = [&] { return place.ask("hello").field("x-gatehouse-policy").starts_with(name + "@"); };
    QTRY_VERIFY_WITH_TIMEOUT(inForce(), 20'000);
}

} // namespace

class TestHold : public QObject {
    Q_OBJECT

private slots:
    void holdsUntilReleased();
    void letsOneOfTwoRepeatsPass();
    void isGoodUnderAnotherPolicy_data();
    void isGoodUnderAnotherPolicy();
    void isKeptWhileNothingHolds();
};

void TestHold::holdsUntilReleased()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer held = place.ask(payload);
    QCOMPARE(held.status, 403);
    QCOMPARE(held.json("error.code"), std::string("held"));
    const InteractionId id{held.json("error.gatehouse.interaction")};
    QCOMPARE(place.detail(id).heldState, std::string("waiting"));
    QVERIFY(store::release(place.store(), id));
    QCOMPARE(place.ask("please holdword that").status, 403); // another payload
    QCOMPARE(place.ask(payload).status, 200);
    QCOMPARE(place.newest().outcome, Outcome::Completed);
    QCOMPARE(place.newest().verdict, VerdictKind::Flagged);
    QCOMPARE(place.ask(payload).status, 403); // a permit is used once
}

void TestHold::letsOneOfTwoRepeatsPass()
{
    GatewayPlace place;
    place.start();
    for (int round = 0; round < 20; ++round) {
        (void)releasedCall(place);
        std::array<int, 2> statuses{};
        std::array<std::thread, 2> callers;
        for (std::size_t i = 0; i < callers.size(); ++i)
            callers[i] = std::thread([&, i] { statuses[i] = place.ask(payload, i == 1).status; });
        for (std::thread &caller : callers)
            caller.join();
        QCOMPARE(statuses[0] + statuses[1], 200 + 403);
    }
}

// A permit is for a key and a payload; it lifts the hold and nothing else.
void TestHold::isGoodUnderAnotherPolicy_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<int>("status");
    QTest::newRow("which holds it too") << QByteArray("hold") << 200;
    QTest::newRow("which blocks it") << QByteArray("block") << 400;
    QTest::newRow("which flags it") << QByteArray("flag") << 200;
}

void TestHold::isGoodUnderAnotherPolicy()
{
    QFETCH(QByteArray, action);
    QFETCH(int, status);
    GatewayPlace place(policyThat("hold", "before"));
    place.start();
    (void)releasedCall(place);
    place.publish(policyThat(action.toStdString(), "after"));
    waitForPolicy(place, "after");
    QCOMPARE(place.ask(payload).status, status);
    if (action == "hold")
        QCOMPARE(place.ask(payload).status, 403);
}

// A call nothing holds takes no permit.
void TestHold::isKeptWhileNothingHolds()
{
    GatewayPlace place(policyThat("hold", "before"));
    place.start();
    (void)releasedCall(place);
    place.publish(policyThat("flag", "between"));
    waitForPolicy(place, "between");
    QCOMPARE(place.ask(payload).status, 200);
    place.publish(policyThat("hold", "after"));
    waitForPolicy(place, "after");
    QCOMPARE(place.ask(payload).status, 200);
    QCOMPARE(place.ask(payload).status, 403);
}

QTEST_GUILESS_MAIN(TestHold)
#include "tst_gateway_hold.moc"
