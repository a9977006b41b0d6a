// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What a gateway tells those who watch it: figures in Prometheus' format, health, readiness.

#include "exposition_page.h"
#include "gateway_place.h"
#include "store/policies.h"

#include <QtTest>
#include <sqlite3.h>

using namespace gatehouse;
using namespace gatehouse::gateway::test;

namespace {

constexpr int patience = 20'000;

HttpAnswer at(std::uint16_t port, const std::string &path, const std::string &method = "GET")
{
    HttpClient client(port);
    client.send(method + " " + path + " HTTP/1.1\r\nHost: test\r\n\r\n");
    return client.receive();
}

std::unique_ptr<GatewayPlace> watchedPlace()
{
    auto place = std::make_unique<GatewayPlace>();
    place->config.metricsListen = gateway::Address{"127.0.0.1", 0};
    place->start();
    return place;
}

std::uint16_t watchPort(GatewayPlace &place)
{
    return place.gateway().metricsAddress()->port;
}

ExpositionPage pageOf(GatewayPlace &place)
{
    return ExpositionPage(at(watchPort(place), "/metrics").body);
}

} // namespace

class TestGatewayMetrics : public QObject {
    Q_OBJECT

private slots:
    void countsWhatItAnswered();
    void isWellFormedAndHoldsNothingPrivate();
    void boundsWhatCallersCanAdd();
    void answersNothingElse();
    void tellsOfTheLocalJournal();
    void timesChanges();
    void isNotReadyWhileItDrains();
    void isNotReadyWhenTheStoreIsStale();
    void saysWhatIsWrong();
};

void TestGatewayMetrics::countsWhatItAnswered()
{
    const auto place = watchedPlace();
    QCOMPARE(place->ask("hello").status, 200);
    QCOMPARE(place->ask("hello", true).status, 200);
    QCOMPARE(place->ask("blockword").status, 400);
    QCOMPARE(place->call(getRequest("gthk_nobody", "/v1/models")).status, 401);
    const ExpositionPage page = pageOf(*place);
    QCOMPARE(page.value(R"(gatehouse_requests_total{route="chat",verdict="allowed",status="200"})"), 2.0);
    QCOMPARE(page.value(R"(gatehouse_requests_total{route="chat",verdict="blocked",status="400"})"), 1.0);
    QCOMPARE(page.value(R"(gatehouse_rule_results_total{rule="no-blockword",action="block",applied="true"})"),
        1.0);
    QCOMPARE(page.value(R"(gatehouse_upstream_calls_total{provider="sandbox",outcome="completed"})"), 2.0);
    QCOMPARE(page.value("gatehouse_refused_keys_total"), 1.0);
    QCOMPARE(page.value("gatehouse_overhead_seconds_count"), 3.0);
    QCOMPARE(page.value("gatehouse_stream_hold_back_seconds_count"), 1.0);
    QVERIFY(page.value("gatehouse_store_commit_seconds_count") > 0);
    QCOMPARE(page.value("gatehouse_streams_open"), 0.0);
    QCOMPARE(page.value("gatehouse_ready"), 1.0);
    QVERIFY(page.value(R"(gatehouse_tokens_total{direction="output"})") > 0);
}

void TestGatewayMetrics::isWellFormedAndHoldsNothingPrivate()
{
    const auto place = watchedPlace();
    (void)place->ask("a very private sentence with maskword");
    const HttpAnswer answer = at(watchPort(*place), "/metrics");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("content-type"), std::string("text/plain; version=0.0.4; charset=utf-8"));
    const ExpositionPage page(answer.body);
    QVERIFY2(page.problems().isEmpty(), qPrintable(page.problems().join('\n')));
    QCOMPARE(page.typeOf("gatehouse_overhead_seconds"), QString("histogram"));
    QVERIFY(answer.body.find("private") == std::string::npos);
    QVERIFY(answer.body.find(place->key().substr(20)) == std::string::npos);
}

// Paths, models and methods of a caller's invention make no series of their own.
void TestGatewayMetrics::boundsWhatCallersCanAdd()
{
    const auto place = watchedPlace();
    const auto storm = [&](int from, int to) {
        for (int i = from; i < to; ++i) {
            const std::string word = "invented" + std::to_string(i);
            QVERIFY(place->call(getRequest(place->key(), "/v1/" + word)).status >= 400);
            QVERIFY(place->ask("hello", false, word).status >= 400);
        }
    };
    storm(0, 1);
    const std::size_t before = pageOf(*place).values().size();
    storm(1, 12);
    const ExpositionPage after = pageOf(*place);
    QCOMPARE(after.values().size(), before);
    for (const auto &[series, value] : after.values())
        QVERIFY2(!series.contains("invented"), qPrintable(series));
}

void TestGatewayMetrics::answersNothingElse()
{
    const auto place = watchedPlace();
    const std::uint16_t port = watchPort(*place);
    QCOMPARE(at(port, "/").status, 404);
    QCOMPARE(at(port, "/v1/models").status, 404);
    QCOMPARE(at(port, "/metrics", "POST").status, 405);
    HttpClient garbage(port);
    garbage.send("\x16\x03\x01 this is not HTTP\r\n\r\n");
    QCOMPARE(garbage.receive().status, 0);
    HttpClient again(port); // keeps its connection
    for (int i = 0; i < 3; ++i) {
        again.send("GET /healthz HTTP/1.1\r\nHost: test\r\n\r\n");
        QCOMPARE(again.receive().status, 200);
    }
    // The port for callers does not tell figures.
    QVERIFY(at(place->port(), "/metrics").status >= 400);
}

void TestGatewayMetrics::tellsOfTheLocalJournal()
{
    const auto place = watchedPlace();
    sqlite3 *other = nullptr;
    QCOMPARE(sqlite3_open(place->location().c_str(), &other), SQLITE_OK);
    sqlite3_busy_timeout(other, 5000);
    QCOMPARE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    QCOMPARE(place->ask("hello").status, 200);
    const ExpositionPage behind = pageOf(*place);
    QCOMPARE(behind.value("gatehouse_local_journal_records"), 2.0);
    QCOMPARE(behind.value(R"(gatehouse_problem{problem="journal"})"), 1.0);
    sqlite3_close(other);
    QTRY_COMPARE_WITH_TIMEOUT(pageOf(*place).value("gatehouse_local_journal_records"), 0.0, patience);
    QCOMPARE(pageOf(*place).value("gatehouse_local_journal_records_total"), 2.0);
}

void TestGatewayMetrics::timesChanges()
{
    const auto place = watchedPlace();
    QCOMPARE(pageOf(*place).value("gatehouse_change_propagation_seconds_count"), 0.0);
    const auto issued = place->issueKey();
    QVERIFY(store::revokeKey(place->store(), issued.row.record.id, "test"));
    QTRY_VERIFY_WITH_TIMEOUT(
        pageOf(*place).value("gatehouse_change_propagation_seconds_count") > 0, patience);
}

void TestGatewayMetrics::isNotReadyWhileItDrains()
{
    const auto place = watchedPlace();
    QCOMPARE(at(watchPort(*place), "/readyz").status, 200);
    QCOMPARE(at(place->port(), "/readyz").json("ready"), std::string("true"));
    HttpClient streaming(place->port());
    streaming.send(chatRequest(place->key(), chatBody("sandbox: long 100000, pace 5ms", true)));
    QVERIFY(streaming.receiveUntil("goes"));
    place->gateway().beginDrain();
    const HttpAnswer answer = at(watchPort(*place), "/readyz");
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.json("why"), std::string("draining"));
    QCOMPARE(pageOf(*place).value("gatehouse_ready"), 0.0);
    QCOMPARE(pageOf(*place).value("gatehouse_streams_open"), 1.0);
}

void TestGatewayMetrics::isNotReadyWhenTheStoreIsStale()
{
    GatewayPlace place;
    place.config.metricsListen = gateway::Address{"127.0.0.1", 0};
    place.config.timeouts.stale = gateway::Millis(0); // whatever was read is too old
    place.start();
    QTRY_COMPARE_WITH_TIMEOUT(
        at(watchPort(place), "/readyz").json("why"), std::string("store_stale"), patience);
}

void TestGatewayMetrics::saysWhatIsWrong()
{
    const auto place = watchedPlace();
    QCOMPARE(at(place->port(), "/healthz").json("status"), std::string("ok"));
    place->publish(R"({"format":"gatehouse-policy/1","name":"soon-damaged","rules":[]})");
    sqlite3 *other = nullptr;
    QCOMPARE(sqlite3_open(place->location().c_str(), &other), SQLITE_OK);
    sqlite3_busy_timeout(other, 5000);
    const auto run
        = [&](const char *sql) { QCOMPARE(sqlite3_exec(other, sql, nullptr, nullptr, nullptr), SQLITE_OK); };
    place->publish(testPolicy());
    run("UPDATE policy_document SET json = '{}' WHERE json LIKE '%soon-damaged%'");
    run("UPDATE policy_publication SET version = (SELECT version FROM policy_document WHERE json = '{}') "
        "WHERE ordinal = (SELECT max(ordinal) FROM policy_publication)");
    sqlite3_close(other);
    (void)place->issueKey(); // an audited change makes the gateway look
    const auto problems = [&] { return at(watchPort(*place), "/healthz").body; };
    QTRY_VERIFY_WITH_TIMEOUT(problems().find(R"("problems":["policy"])") != std::string::npos, patience);
    QCOMPARE(at(watchPort(*place), "/readyz").status, 200);
    QCOMPARE(place->ask("blockword").status, 400);
}

QTEST_GUILESS_MAIN(TestGatewayMetrics)
#include "tst_gateway_metrics.moc"
