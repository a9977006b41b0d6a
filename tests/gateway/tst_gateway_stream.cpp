// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Streamed chat calls: what the caller receives, how a stream ends, and what the record says of it.

#include "gateway_place.h"

#include "store/maintenance.h"

#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::Outcome;

class TestChatStream : public QObject {
    Q_OBJECT

private slots:
    void streamsAndRecords();
    void masksAcrossPieces();
    void cutsOnABlockedWord();
    void refusesBeforeTheStream();
    void streamsToolCallsWhole();
    void sendsUsageOnlyWhenAsked();
    void streamsToAnOldClient();
    void goesOnAfterAStream();
    void recordsACallerWhoLeaves();
    void countsStreamsWhileTheyRun();
};

void TestChatStream::streamsAndRecords()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = place.ask("hello there", true);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.whole);
    QCOMPARE(answer.field("content-type"), std::string("text/event-stream"));
    QCOMPARE(answer.field("x-gatehouse-verdict"), std::string("allowed"));
    const std::string text = streamedText(answer.body);
    QVERIFY(text.starts_with("You asked: hello there"));
    QVERIFY(answer.body.find(": gatehouse verdict=allowed") != std::string::npos);
    QVERIFY(answer.body.ends_with("data: [DONE]\n\n"));
    const store::InteractionRow row = place.newest();
    QCOMPARE(row.id.value, answer.field("x-gatehouse-interaction"));
    QCOMPARE(row.outcome, Outcome::Completed);
    const store::InteractionDetail detail = place.detail(row.id);
    QCOMPARE(detail.receivedBytes.value_or(-1), static_cast<std::int64_t>(text.size()));
    QCOMPARE(detail.segments.back().segment.text, text);
}

void TestChatStream::masksAcrossPieces()
{
    GatewayPlace place(secretsPolicy());
    place.start();
    const HttpAnswer answer = place.ask("sandbox: secret", true);
    QCOMPARE(answer.status, 200);
    const std::string text = streamedText(answer.body);
    QVERIFY2(text.find("[masked:aws-access-key-id]") != std::string::npos, text.c_str());
    QVERIFY(text.find("AKIA") == std::string::npos);
    QVERIFY(text.ends_with("Keep it in a safe place."));
    QVERIFY(answer.body.find(": gatehouse verdict=masked") != std::string::npos);
    QCOMPARE(place.newest().verdict, VerdictKind::Masked);
    const store::InteractionDetail detail = place.detail(place.newest().id);
    QVERIFY(detail.segments.back().segment.text.find("AKIA") == std::string::npos);
}

void TestChatStream::cutsOnABlockedWord()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = place.ask("first some words and then stopword and the rest", true);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.whole);
    const std::string text = streamedText(answer.body);
    QVERIFY2(text.find("stopword") == std::string::npos, text.c_str());
    QVERIFY(text.find("the rest") == std::string::npos);
    QVERIFY(answer.body.find(R"("finish_reason":"content_filter")") != std::string::npos);
    QVERIFY(answer.body.ends_with("data: [DONE]\n\n"));
    const store::InteractionRow row = place.newest();
    QCOMPARE(row.outcome, Outcome::Cut);
    QCOMPARE(row.verdict, VerdictKind::Blocked);
    const store::InteractionDetail detail = place.detail(row.id);
    QCOMPARE(detail.receivedBytes.value_or(-1), static_cast<std::int64_t>(text.size()));
}

void TestChatStream::refusesBeforeTheStream()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = place.ask("blockword", true);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.field("content-type"), std::string("application/json"));
    QCOMPARE(answer.json("error.code"), std::string("content_policy"));
}

void TestChatStream::streamsToolCallsWhole()
{
    GatewayPlace place;
    place.start();
    std::string body = chatBody("sandbox: tool lookup", true);
    body.insert(body.size() - 1, R"(,"tools":[{"type":"function","function":{"name":"lookup"}}])");
    const HttpAnswer answer = place.call(chatRequest(place.key(), body));
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.find(R"("name":"lookup")") != std::string::npos);
    QVERIFY(answer.body.find(R"("finish_reason":"tool_calls")") != std::string::npos);
    const store::InteractionDetail detail = place.detail(place.newest().id);
    QCOMPARE(detail.segments.back().segment.zone, TrustZone::ToolCall);
    QVERIFY(detail.segments.back().segment.text.starts_with("{\"text\":"));
}

void TestChatStream::sendsUsageOnlyWhenAsked()
{
    GatewayPlace place;
    place.start();
    QVERIFY(place.ask("hello", true).body.find("prompt_tokens") == std::string::npos);
    std::string body = chatBody("hello", true);
    body.insert(body.size() - 1, R"(,"stream_options":{"include_usage":true})");
    QVERIFY(place.call(chatRequest(place.key(), body)).body.find("prompt_tokens") != std::string::npos);
    QCOMPARE(place.newest().tokensIn, 2);
}

void TestChatStream::streamsToAnOldClient()
{
    GatewayPlace place;
    place.start();
    std::string request = chatRequest(place.key(), chatBody("hello", true));
    request.replace(request.find("HTTP/1.1"), 8, "HTTP/1.0");
    const HttpAnswer answer = place.call(request);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("transfer-encoding"), std::string());
    QVERIFY(answer.body.ends_with("data: [DONE]\n\n"));
}

void TestChatStream::goesOnAfterAStream()
{
    GatewayPlace place;
    place.start();
    HttpClient client(place.port());
    for (const bool stream : {true, false, true}) {
        client.send(chatRequest(place.key(), chatBody("again", stream)));
        QCOMPARE(client.receive().status, 200);
    }
    QCOMPARE(place.interactions().size(), 3U);
}

void TestChatStream::recordsACallerWhoLeaves()
{
    GatewayPlace place;
    place.start();
    HttpClient client(place.port());
    client.send(chatRequest(place.key(), chatBody("sandbox: long 20000, pace 5ms", true)));
    QVERIFY(client.receiveUntil("goes"));
    client.close();
    QTRY_COMPARE_WITH_TIMEOUT(place.newest().outcome, Outcome::ClientAbort, 10000);
    const auto received = place.detail(place.newest().id).receivedBytes.value_or(-1);
    QVERIFY2(received > 0 && received < 50000, std::to_string(received).c_str());
}

void TestChatStream::countsStreamsWhileTheyRun()
{
    GatewayPlace place;
    place.start();
    HttpClient client(place.port());
    client.send(chatRequest(place.key(), chatBody("sandbox: long 100000, pace 5ms", true)));
    const auto liveStreams = [&]() -> std::int64_t {
        const auto gateways = store::liveGateways(place.store());
        return gateways && !gateways->empty() ? gateways->front().streams : -1;
    };
    QTRY_COMPARE_WITH_TIMEOUT(liveStreams(), 1, 10000);
    client.close();
    QTRY_COMPARE_WITH_TIMEOUT(liveStreams(), 0, 10000);
}

QTEST_GUILESS_MAIN(TestChatStream)
#include "tst_gateway_stream.moc"
