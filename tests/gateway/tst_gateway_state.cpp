// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What a running gateway learns from its store, and what it does when the store or the end comes in its way.

#include "gateway_place.h"
#include "store/audit.h"
#include "store/journal.h"
#include "store/maintenance.h"
#include "store/policies.h"

#include <QElapsedTimer>
#include <QtTest>
#include <algorithm>
#include <sqlite3.h>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::Outcome;

class TestGatewayState : public QObject {
    Q_OBJECT

private slots:
    void enforcesARevocationWhileItRuns();
    void cutsAStreamOfARevokedKey();
    void tellsAStateOnlyToTheHolder_data();
    void tellsAStateOnlyToTheHolder();
    void knowsANewKey();
    void takesANewPolicy();
    void keepsTheLastGoodPolicy();
    void refusesToStartOnABrokenPolicy();
    void publishesTheBaselineAtFirstStart();
    void answersNothingItCannotRecord();
    void refusesWhenTheStoreIsStale();
    void beatsAndSigns();
    void letsCallsFinishWhenDraining();
    void refusesASecondGateway();

private:
    static void run(GatewayPlace &place, const std::string &sql);
    static std::string keyText(const store::IssuedKey &key) { return std::string(key.text.reveal()); }
    static int statusFor(GatewayPlace &place, const std::string &key);
};

void TestGatewayState::run(GatewayPlace &place, const std::string &sql)
{
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(place.location().c_str(), &database), SQLITE_OK);
    sqlite3_busy_timeout(database, 5000);
    char *message = nullptr;
    const int done = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message);
    sqlite3_close(database);
    QVERIFY2(done == SQLITE_OK, message);
}

int TestGatewayState::statusFor(GatewayPlace &place, const std::string &key)
{
    return place.call(chatRequest(key, chatBody("hello"))).status;
}

void TestGatewayState::enforcesARevocationWhileItRuns()
{
    GatewayPlace place;
    const auto issued = place.issueKey();
    place.start();
    QCOMPARE(statusFor(place, keyText(issued)), 200);
    QVERIFY(store::revokeKey(place.store(), issued.row.record.id, "leaked"));
    QElapsedTimer since;
    since.start();
    int status = 200;
    while (status == 200 && since.elapsed() < 30'000)
        status = statusFor(place, keyText(issued));
    QCOMPARE(status, 403);
    const HttpAnswer answer = place.call(getRequest(keyText(issued), "/v1/models"));
    QCOMPARE(answer.json("error.code"), std::string("key_revoked"));
    QCOMPARE(place.newest().outcome, Outcome::Refused);
    QCOMPARE(place.newest().rules, std::vector<std::string>{"key_state"});
}

void TestGatewayState::cutsAStreamOfARevokedKey()
{
    GatewayPlace place;
    const auto issued = place.issueKey();
    place.start();
    HttpClient client(place.port());
    client.send(chatRequest(keyText(issued), chatBody("sandbox: long 100000, pace 5ms", true)));
    QVERIFY(client.receiveUntil("goes"));
    QVERIFY(store::revokeKey(place.store(), issued.row.record.id, "leaked"));
    const HttpAnswer answer = client.receive();
    QVERIFY(answer.whole);
    QVERIFY(answer.body.find(R"("code":"key_revoked")") != std::string::npos);
    QVERIFY(answer.body.find("[DONE]") == std::string::npos);
    QCOMPARE(place.newest().outcome, Outcome::Cut);
}

void TestGatewayState::tellsAStateOnlyToTheHolder_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::newRow("suspended") << QByteArray("suspended");
    QTest::newRow("revoked") << QByteArray("revoked");
    QTest::newRow("expired") << QByteArray("expired");
}

void TestGatewayState::tellsAStateOnlyToTheHolder()
{
    QFETCH(QByteArray, state);
    GatewayPlace place;
    const auto issued = place.issueKey([&](store::NewKeyRequest &request) {
        if (state == "expired")
            request.expiresAt = systemClock().now() + std::chrono::milliseconds(1);
    });
    const KeyId id = issued.row.record.id;
    if (state == "suspended")
        QVERIFY(store::suspendKey(place.store(), id, "test"));
    if (state == "revoked")
        QVERIFY(store::revokeKey(place.store(), id, "test"));
    place.start();
    const HttpAnswer holder = place.call(chatRequest(keyText(issued), chatBody("hello")));
    QCOMPARE(holder.status, 403);
    QCOMPARE(holder.json("error.code"), "key_" + state.toStdString());
    std::string guess = keyText(issued);
    guess[30] = guess[30] == 'a' ? 'b' : 'a';
    QCOMPARE(statusFor(place, guess), 401);
}

void TestGatewayState::knowsANewKey()
{
    GatewayPlace place;
    place.start();
    const auto issued = place.issueKey();
    QTRY_COMPARE_WITH_TIMEOUT(statusFor(place, keyText(issued)), 200, 1500);
}

void TestGatewayState::takesANewPolicy()
{
    GatewayPlace place;
    place.start();
    const std::string before = place.ask("blockword").field("x-gatehouse-policy");
    place.publish(R"({"format":"gatehouse-policy/1","name":"open","rules":[]})");
    QTRY_COMPARE_WITH_TIMEOUT(place.ask("blockword").status, 200, 3000);
    QVERIFY(before != place.ask("blockword").field("x-gatehouse-policy"));
}

void TestGatewayState::keepsTheLastGoodPolicy()
{
    GatewayPlace place;
    place.start();
    QCOMPARE(place.ask("blockword").status, 400);
    // Publishing validates, so only damage brings a policy that does not compile.
    place.publish(R"({"format":"gatehouse-policy/1","name":"open","rules":[],"description":"soon damaged"})");
    run(place,
        "UPDATE policy_document SET json = '{\"format\":\"gatehouse-policy/9\"}' WHERE json LIKE '%soon "
        "damaged%'");
    place.stop();
    place.publish(testPolicy("nothing"));
    place.start();
    run(place,
        "UPDATE policy_publication SET version = (SELECT version FROM policy_document WHERE json LIKE "
        "'%policy/9%') "
        "WHERE ordinal = (SELECT max(ordinal) FROM policy_publication)");
    (void)place.issueKey(); // an audited change makes the gateway look
    const auto health
        = [&] { return place.call("GET /healthz HTTP/1.1\r\nHost: test\r\n\r\n").json("status"); };
    QTRY_COMPARE_WITH_TIMEOUT(health(), std::string("degraded"), 3000);
    QCOMPARE(place.ask("blockword").status, 400);
    const auto saysSo = [&] {
        const auto gateways = store::liveGateways(place.store());
        return gateways && std::any_of(gateways->begin(), gateways->end(), [](const store::Heartbeat &beat) {
            return beat.degraded.find("does not compile") != std::string::npos;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(saysSo(), 3000);
}

void TestGatewayState::refusesToStartOnABrokenPolicy()
{
    GatewayPlace place;
    run(place, "UPDATE policy_document SET json = '{\"format\":\"gatehouse-policy/9\"}'");
    const auto started = gateway::Gateway::start(place.config, place.location());
    QVERIFY(!started);
    QVERIFY(!started.error().what.empty());
}

void TestGatewayState::publishesTheBaselineAtFirstStart()
{
    QTemporaryDir folder;
    const std::string location = (folder.path() + "/new.db").toStdString();
    gateway::GatewayConfig config;
    config.listen.port = 0;
    const auto started = gateway::Gateway::start(config, location);
    QVERIFY2(started, started ? "" : started.error().line().c_str());
    auto store = store::Store::open(location, store::OpenMode::ReadOnly);
    const auto policy = store::publishedPolicy(**store);
    QVERIFY(policy);
    QCOMPARE(policy->row.name, std::string("baseline"));
    QVERIFY(policy->row.author.starts_with("gateway:"));
}

void TestGatewayState::answersNothingItCannotRecord()
{
    GatewayPlace place;
    place.start();
    run(place, "ALTER TABLE interaction RENAME TO interaction_away");
    for (const bool stream : {false, true}) {
        const HttpAnswer answer = place.ask("hello", stream);
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.json("error.code"), std::string("store_unavailable"));
        QCOMPARE(answer.field("x-should-retry"), std::string("false"));
    }
    QCOMPARE(place.ask("blockword").status, 503);
    QCOMPARE(place.call(getRequest(place.key(), "/v1/models")).status, 503);
    run(place, "ALTER TABLE interaction_away RENAME TO interaction");
    QTRY_COMPARE_WITH_TIMEOUT(place.ask("hello").status, 200, 5000);
}

void TestGatewayState::refusesWhenTheStoreIsStale()
{
    GatewayPlace place;
    place.config.timeouts.stale = gateway::Millis(1);
    place.start();
    // The watch reads five times a second, so that a call finds a table older than a millisecond nearly
    // always.
    QTRY_COMPARE_WITH_TIMEOUT(place.ask("hello").status, 503, 5000);
}

void TestGatewayState::beatsAndSigns()
{
    GatewayPlace place;
    place.start();
    (void)place.ask("hello");
    QTRY_VERIFY_WITH_TIMEOUT(!store::liveGateways(place.store())->empty(), 5000);
    const store::Heartbeat beat = store::liveGateways(place.store())->front();
    QCOMPARE(beat.address, place.gateway().address().text());
    QCOMPARE(beat.policyName, std::string("test"));
    QCOMPARE(beat.degraded, std::string());
    const auto verified = store::verifyAudit(place.store());
    QVERIFY(verified && verified->ok);
}

void TestGatewayState::letsCallsFinishWhenDraining()
{
    GatewayPlace place;
    place.start();
    HttpClient idle(place.port());
    idle.send(getRequest(place.key(), "/v1/models"));
    QCOMPARE(idle.receive().status, 200);
    HttpClient streaming(place.port());
    streaming.send(chatRequest(place.key(), chatBody("sandbox: long 300, pace 2ms", true)));
    QVERIFY(streaming.receiveUntil("goes"));
    place.gateway().beginDrain();
    QVERIFY(idle.closed());
    const HttpAnswer answer = streaming.receive();
    QVERIFY(answer.whole);
    QVERIFY(answer.body.ends_with("data: [DONE]\n\n"));
    QVERIFY(place.gateway().waitDrained(std::chrono::seconds(5)));
    QCOMPARE(place.newest().outcome, Outcome::Completed);
    HttpClient late(place.port());
    late.send(getRequest(place.key(), "/v1/models"));
    QCOMPARE(late.receive().status, 0);
}

void TestGatewayState::refusesASecondGateway()
{
    GatewayPlace place;
    place.start();
    const auto second = gateway::Gateway::start(place.config, place.location());
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
    gateway::GatewayConfig samePort;
    samePort.listen.port = place.port();
    const auto third = gateway::Gateway::start(samePort, place.location() + ".other");
    QVERIFY(!third);
    QCOMPARE(third.error().kind, ErrorKind::Unreachable);
    QCOMPARE(place.ask("still here").status, 200);
}

QTEST_GUILESS_MAIN(TestGatewayState)
#include "tst_gateway_state.moc"
