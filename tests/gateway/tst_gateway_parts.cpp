// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The gateway's parts that need no network: configuration, addresses, error bodies, the sandbox's answers.

#include "core/message/openai_chat.h"
#include "core/message/openai_error.h"
#include "gateway/config.h"
#include "gateway/http/refusal.h"
#include "gateway/http/reply_head.h"
#include "gateway/sandbox/answer.h"
#include "gateway/session/commit_inbox.h"
#include "gateway/session/records.h"
#include "gateway/state/counters.h"
#include "gateway/upstream/base_url.h"
#include "http_client.h"

#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::gateway;
using namespace gatehouse::gateway::test;

namespace {

Result<SandboxScript> scriptOf(const std::string &body)
{
    return readSandboxScript(openAiChatFormat(), body);
}

} // namespace

class TestGatewayParts : public QObject {
    Q_OBJECT

private slots:
    void readsAWholeConfiguration();
    void refusesAConfiguration_data();
    void refusesAConfiguration();
    void readsAddresses();
    void refusesAPublicAddressWithoutTls();
    void readsBaseUrls_data();
    void readsBaseUrls();
    void keepsFieldsOnOneLine();
    void namesErrorsAsTheSdksDo();
    void addsItsOwnFinding();
    void answersWaitForTheirRecords();
    void answersLeadTheirRecordsWithinAWindow();
    void tellsOfLostRecords();
    void namesConversations();
    void answersTheSameTwice();
    void obeysDirectives();
    void streamsWhatItAnswersPlain();
    void callsATool();
    void boundsTheAddressesItCounts();
};

void TestGatewayParts::readsAWholeConfiguration()
{
    const auto config = parseConfig(R"({"listen":"[::1]:9000","insecure_public":true,"threads":3,
        "tls":{"certificate":"c.pem","key":"k.pem"},
        "limits":{"header_bytes":4096,"body_bytes":8192,"answer_bytes":16384,"stream_bytes":32768,"connections":7},
        "circuit":{"failures":2,"window_ms":10,"open_ms":11},"webhook":{"private_networks":["10.1.0.0/16"]},
        "timeouts":{"head_ms":1,"body_ms":2,"idle_ms":3,"write_ms":4,"connect_ms":5,"first_byte_ms":6,
                    "stream_idle_ms":7,"drain_ms":8,"stale_ms":9},
        "journal":{"file":"j","reserve_bytes":0,"maximum_bytes":2000000},
        "metrics":{"listen":"127.0.0.1:9090"},"log":{"format":"json"},
        "traces":{"endpoint":"http://127.0.0.1:4318/v1/traces"},
        "alerts":[{"kind":"webhook","url":"https://example.org/hook","min_severity":"critical"},
                  {"kind":"syslog","name":"soc","address":"udp://127.0.0.1:514","attempts":3,"retry_ms":5},
                  {"kind":"ocsf","file":"events.json"}]})");
    QVERIFY2(config, config ? "" : config.error().line().c_str());
    QCOMPARE(config->listen.text(), std::string("[::1]:9000"));
    QCOMPARE(config->threads, 3U);
    QCOMPARE(config->tlsKey, std::string("k.pem"));
    QCOMPARE(config->limits.bodyBytes, 8192U);
    QCOMPARE(config->limits.connections, 7U);
    QCOMPARE(config->limits.streamBytes, 32768U);
    QCOMPARE(config->circuit.failures, 2);
    QCOMPARE(config->circuit.open, Millis(11));
    QCOMPARE(config->webhookNetworks.size(), std::size_t{1});
    QVERIFY(parseConfig(R"({"webhook":{"private_networks":[]}})")->webhookNetworks.empty());
    QCOMPARE(parseConfig(R"({"webhook":{"private_networks":["10.1.0.1/16"]}})").error().where,
        std::string("/webhook/private_networks/0"));
    QCOMPARE(config->timeouts.streamIdle, Millis(7));
    QCOMPARE(config->timeouts.stale, Millis(9));
    QCOMPARE(config->journal.file, std::string("j"));
    QCOMPARE(config->journal.maximumBytes, std::uint64_t{2000000});
    QCOMPARE(config->metricsListen->text(), std::string("127.0.0.1:9090"));
    QVERIFY(config->logJson);
    QVERIFY(!config->durability.grouped);
    const auto grouped = parseConfig(R"({"durability":{"mode":"grouped","window_ms":50}})");
    QVERIFY(grouped->durability.grouped);
    QCOMPARE(grouped->durability.window, Millis(50));
    QCOMPARE(config->alerts.size(), std::size_t{3});
    QCOMPARE(config->alerts[0].name, std::string("webhook-0"));
    QCOMPARE(config->alerts[0].least, Severity::Critical);
    QCOMPARE(config->alerts[1].attempts, 3);
    QCOMPARE(config->alerts[1].retryPause, Millis(5));
    QCOMPARE(config->alerts[2].kind, AlertConfig::Kind::Ocsf);
}

void TestGatewayParts::refusesAConfiguration_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("where");
    QTest::newRow("no JSON") << QByteArray("listen: 1") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]") << QByteArray("/");
    QTest::newRow("unknown field") << QByteArray(R"({"lisen":"127.0.0.1:1"})") << QByteArray("/lisen");
    QTest::newRow("unknown within") << QByteArray(R"({"limits":{"body":1}})") << QByteArray("/limits/body");
    QTest::newRow("wrong type") << QByteArray(R"({"threads":"two"})") << QByteArray("/threads");
    QTest::newRow("too small") << QByteArray(R"({"limits":{"body_bytes":1}})")
                               << QByteArray("/limits/body_bytes");
    QTest::newRow("negative") << QByteArray(R"({"timeouts":{"head_ms":-5}})")
                              << QByteArray("/timeouts/head_ms");
    const auto alert = [](const char *fields) { return QByteArray(R"({"alerts":[{)") + fields + "}]}"; };
    QTest::newRow("alert of no kind") << alert(R"("url":"http://a")") << QByteArray("/alerts/0/kind");
    QTest::newRow("alert of another kind") << alert(R"("kind":"pager")") << QByteArray("/alerts/0/kind");
    QTest::newRow("alert unknown field")
        << alert(R"("kind":"webhook","uri":"x")") << QByteArray("/alerts/0/uri");
    QTest::newRow("alert to nobody") << alert(R"("kind":"webhook")") << QByteArray("/alerts/0");
    QTest::newRow("alert to two") << alert(R"("kind":"ocsf","file":"f","url":"http://a")")
                                  << QByteArray("/alerts/0");
    QTest::newRow("log format") << QByteArray(R"({"log":{"format":"xml"}})") << QByteArray("/log/format");
    QTest::newRow("metrics address") << QByteArray(R"({"metrics":{"listen":"x"}})")
                                     << QByteArray("/metrics/listen");
    QTest::newRow("durability") << QByteArray(R"({"durability":{"mode":"none"}})")
                                << QByteArray("/durability/mode");
    QTest::newRow("no window") << QByteArray(R"({"durability":{"window_ms":0}})")
                               << QByteArray("/durability/window_ms");
    QTest::newRow("no address") << QByteArray(R"({"listen":"somewhere"})") << QByteArray("somewhere");
}

void TestGatewayParts::refusesAConfiguration()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, where);
    const auto config = parseConfig(json.toStdString());
    QVERIFY(!config);
    QCOMPARE(config.error().kind, ErrorKind::InvalidInput);
    if (!where.isEmpty())
        QCOMPARE(config.error().where, where.toStdString());
}

void TestGatewayParts::readsAddresses()
{
    QCOMPARE(parseAddress("127.0.0.1:8787")->text(), std::string("127.0.0.1:8787"));
    QCOMPARE(parseAddress("localhost:0")->port, std::uint16_t(0));
    for (const char *wrong : {"", "8787", ":8787", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:70000", "name:80"})
        QVERIFY2(!parseAddress(wrong), wrong);
}

void TestGatewayParts::refusesAPublicAddressWithoutTls()
{
    GatewayConfig config;
    config.listen = *parseAddress("0.0.0.0:8787");
    QVERIFY(!checkConfig(config));
    config.insecurePublic = true;
    QVERIFY(checkConfig(config));
    config.insecurePublic = false;
    config.tlsCertificate = "c.pem";
    QVERIFY(!checkConfig(config));
    config.tlsKey = "k.pem";
    QVERIFY(checkConfig(config));
}

void TestGatewayParts::readsBaseUrls_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("usual") << QByteArray("https://api.example.com/v1")
                           << QByteArray("https://api.example.com:443") << QByteArray("/v1");
    QTest::newRow("slash") << QByteArray("http://host:81/a/v1/") << QByteArray("http://host:81")
                           << QByteArray("/a/v1");
    QTest::newRow("bare") << QByteArray("http://host") << QByteArray("http://host:80") << QByteArray("");
    QTest::newRow("v6") << QByteArray("http://[::1]:8080/v1") << QByteArray("http://[::1]:8080")
                        << QByteArray("/v1");
    for (const char *wrong :
        {"ftp://host/v1", "https://", "https://user:pw@host/v1", "https://host:0/v1", "https://host:99999/v1",
            "https://host/v1?key=1", "https://ho st/v1", "https://host/v1\tX", "http://[::1"})
        QTest::newRow(wrong) << QByteArray(wrong) << QByteArray() << QByteArray();
}

void TestGatewayParts::readsBaseUrls()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, path);
    const auto parsed = parseBaseUrl(url.toStdString());
    QCOMPARE(parsed.has_value(), !origin.isEmpty());
    if (!parsed)
        return;
    QCOMPARE(parsed->origin(), origin.toStdString());
    QCOMPARE(parsed->path, path.toStdString());
}

void TestGatewayParts::keepsFieldsOnOneLine()
{
    std::string lines;
    appendField(lines, "x-name", "value\r\nx-other: 1");
    QCOMPARE(lines, std::string("x-name: valuex-other: 1\r\n"));
}

void TestGatewayParts::namesErrorsAsTheSdksDo()
{
    QCOMPARE(openAiErrorType(401), std::string_view("authentication_error"));
    QCOMPARE(openAiErrorType(403), std::string_view("permission_error"));
    QCOMPARE(openAiErrorType(400), std::string_view("invalid_request_error"));
    QCOMPARE(openAiErrorType(502), std::string_view("server_error"));
    std::string fields;
    Refusal slower = refusalWith(429, "rate_limit_exceeded", "slow down");
    slower.retryAfter = "3";
    appendRefusalFields(fields, slower);
    QCOMPARE(fields, std::string("retry-after: 3\r\n"));
}

void TestGatewayParts::addsItsOwnFinding()
{
    Evaluation evaluation;
    evaluation.verdict.checks.resize(2);
    addFinding(evaluation, {"entitlement", Stage::Access, Severity::Medium, "model"});
    QCOMPARE(evaluation.verdict.kind, VerdictKind::Blocked);
    QCOMPARE(evaluation.verdict.severity, Severity::Medium);
    QCOMPARE(evaluation.verdict.checks.size(), 3U);
    QCOMPARE(store::failedRules(evaluation.verdict.checks), std::vector<std::string>{"entitlement"});
    QCOMPARE(store::topCheck(evaluation.verdict.checks), std::string("entitlement"));
}

void TestGatewayParts::answersWaitForTheirRecords()
{
    asio::io_context loop;
    CommitInbox inbox(loop);
    const SteadyClock::time_point start{};
    QVERIFY(!inbox.mayLead(start));
    inbox.note(std::make_shared<CommitState>(loop), start);
    QVERIFY(!inbox.mayLead(start));
}

void TestGatewayParts::answersLeadTheirRecordsWithinAWindow()
{
    asio::io_context loop;
    CommitInbox inbox(loop);
    inbox.letAnswersLead(Millis(20), [](const Status &) {});
    const SteadyClock::time_point start{};
    QVERIFY(inbox.mayLead(start));
    const auto first = std::make_shared<CommitState>(loop), second = std::make_shared<CommitState>(loop);
    inbox.note(first, start);
    inbox.note(second, start + Millis(15));
    QVERIFY(inbox.mayLead(start + Millis(19)));
    // The disk hangs: nobody goes ahead of it any further.
    QVERIFY(!inbox.mayLead(start + Millis(20)));
    inbox.arrived(first, {});
    loop.run();
    QVERIFY(inbox.mayLead(start + Millis(20)));
    QVERIFY(!inbox.mayLead(start + Millis(35)));
    inbox.arrived(second, {});
    loop.restart();
    loop.run();
    QVERIFY(inbox.mayLead(start + Millis(35)));
}

void TestGatewayParts::tellsOfLostRecords()
{
    asio::io_context loop;
    CommitInbox inbox(loop);
    std::vector<std::string> lost;
    inbox.letAnswersLead(Millis(20), [&](const Status &why) { lost.push_back(why.error().what); });
    const auto answered = std::make_shared<CommitState>(loop), waiting = std::make_shared<CommitState>(loop);
    answered->answered = true;
    inbox.arrived(answered, fail(ErrorKind::Unreachable, "no room"));
    inbox.arrived(waiting, fail(ErrorKind::Unreachable, "no room either"));
    loop.run();
    QCOMPARE(lost, std::vector<std::string>{"no room"});
}

void TestGatewayParts::namesConversations()
{
    QCOMPARE(conversationName("run-7"), std::string("run-7"));
    QCOMPARE(conversationName("a\r\nb"), std::string("ab"));
    QCOMPARE(conversationName(std::string(127, 'a') + "é").size(), 127U);
    QCOMPARE(conversationName(std::string(126, 'a') + "é").size(), 128U);
}

void TestGatewayParts::answersTheSameTwice()
{
    const std::string body = chatBody("sandbox: secret, pii");
    const auto once = scriptOf(body), twice = scriptOf(body);
    QCOMPARE(sandboxChat().whole(*once), sandboxChat().whole(*twice));
    const auto other = scriptOf(chatBody("sandbox: pii, secret"));
    QVERIFY(sandboxChat().whole(*once) != sandboxChat().whole(*other));
    QVERIFY(!scriptOf("[]"));
}

void TestGatewayParts::obeysDirectives()
{
    const auto script = scriptOf(chatBody("Please.\nsandbox: slow 1500ms, error 503\nand sandbox: "
                                          "pace 2s\nsandbox: drop,garbage\nsandbox: unknown"));
    QCOMPARE(script->delay, Millis(1500));
    QCOMPARE(script->pace, Millis(2000));
    QCOMPARE(script->errorStatus, 503);
    QVERIFY(script->drop && script->garbage);
    const auto longAnswer = scriptOf(chatBody("sandbox: long 500"));
    QCOMPARE(QString::fromStdString(longAnswer->text).split(' ').size(), 500);
    QCOMPARE(scriptOf(chatBody("sandbox: error 7"))->errorStatus, 400);
}

void TestGatewayParts::streamsWhatItAnswersPlain()
{
    const auto script = scriptOf(chatBody("größer als ein Byte: ✓ und mehr davon ✓✓✓"));
    const auto stream = sandboxChat().stream(*script);
    std::string events;
    while (const auto event = stream->next())
        events += *event;
    QCOMPARE(streamedText(events), script->text);
    QVERIFY(events.ends_with("data: [DONE]\n\n"));
}

void TestGatewayParts::callsATool()
{
    const auto script = scriptOf(chatBody("sandbox: tool lookup"));
    HttpAnswer answer;
    answer.body = sandboxChat().whole(*script);
    QCOMPARE(answer.json("choices.0.message.tool_calls.0.function.name"), std::string("lookup"));
    QCOMPARE(answer.json("choices.0.finish_reason"), std::string("tool_calls"));
}

void TestGatewayParts::boundsTheAddressesItCounts()
{
    RefusedKeys refused;
    refused.count("10.0.0.1");
    refused.count("10.0.0.1");
    QCOMPARE(refused.takeSummary(), std::string("2 from 10.0.0.1"));
    QCOMPARE(refused.takeSummary(), std::string());
    for (int i = 0; i < 5000; ++i)
        refused.count("address " + std::to_string(i));
    QVERIFY(refused.takeSummary().find("from other addresses") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestGatewayParts)
#include "tst_gateway_parts.moc"
