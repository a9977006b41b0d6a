// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Calls in Anthropic's messages format: plain, streamed, counted, refused, and what is recorded of them.

#include "gateway_place.h"

#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::Outcome;

namespace {

std::string messagesBody(const std::string &text, const std::string &rest = {})
{
    return R"({"model":"sandbox-small","max_tokens":100,"messages":[{"role":"user","content":")" + text
        + "\"}]" + rest + "}";
}

HttpAnswer post(const GatewayPlace &place, const std::string &path, const std::string &body)
{
    return place.call(
        postRequest(path, "x-api-key: " + place.key() + "\r\nanthropic-version: 2023-06-01", body));
}

HttpAnswer ask(const GatewayPlace &place, const std::string &text, const std::string &rest = {})
{
    return post(place, "/v1/messages", messagesBody(text, rest));
}

bool holds(const HttpAnswer &answer, const char *text)
{
    return answer.body.find(text) != std::string::npos;
}

} // namespace

class TestMessages : public QObject {
    Q_OBJECT

private slots:
    void answersAndRecords();
    void masksBothWays();
    void refusesInItsOwnWay_data();
    void refusesInItsOwnWay();
    void callsATool();
    void streams();
    void cutsAStreamWithAnError();
    void countsTokens();
    void groupsByMetadata();
    void tellsAProvidersError();
    void asksOnlyProvidersThatSpeakIt();
};

void TestMessages::answersAndRecords()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = ask(place, "hello there", R"(,"system":"Be kind")");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json("type"), std::string("message"));
    QVERIFY(answer.json("content.0.text").starts_with("You asked: hello there"));
    QCOMPARE(answer.field("x-gatehouse-verdict"), std::string("allowed"));
    const store::InteractionDetail detail = place.detail(place.newest().id);
    QCOMPARE(detail.row.route, std::string("messages"));
    QCOMPARE(detail.row.outcome, Outcome::Completed);
    QCOMPARE(detail.row.tokensIn, 5);
    QCOMPARE(detail.segments.size(), 3U);
    QCOMPARE(detail.segments[1].segment.zone, TrustZone::System);
    QCOMPARE(detail.segments[2].segment.pointer, std::string("/content/0/text"));
}

void TestMessages::masksBothWays()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = ask(place, "a maskword here");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.json("content.0.text").starts_with("You asked: a [masked:keyword] here"));
    QCOMPARE(place.newest().verdict, VerdictKind::Masked);
}

void TestMessages::refusesInItsOwnWay_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("code");
    const auto row
        = [](const char *name, const std::string &body, int status, const char *type, const char *code) {
              QTest::newRow(name) << QByteArray::fromStdString(body) << status << QByteArray(type)
                                  << QByteArray(code);
          };
    row("blocked", messagesBody("blockword"), 400, "invalid_request_error", "content_policy");
    row("a blocked answer", messagesBody("stopword"), 400, "invalid_request_error", "content_policy");
    row("held", messagesBody("holdword"), 403, "permission_error", "held");
    row("malformed", "{", 400, "invalid_request_error", "malformed_body");
    row("no such model", R"({"model":"other","messages":[{"role":"user","content":"a"}]})", 403,
        "permission_error", "model_not_allowed");
    row("no such tool", messagesBody("a", R"(,"tools":[{"name":"launch"}])"), 403, "permission_error",
        "tool_not_allowed");
}

void TestMessages::refusesInItsOwnWay()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = post(place, "/v1/messages", body.toStdString());
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json("type"), std::string("error"));
    QTEST(QByteArray::fromStdString(answer.json("error.type")), "type");
    QTEST(QByteArray::fromStdString(answer.json("error.code")), "code");
    QCOMPARE(answer.json("error.gatehouse.interaction"), place.newest().id.value);
    QCOMPARE(answer.field("x-should-retry"), std::string("false"));
    const HttpAnswer stranger = place.call(postRequest("/v1/messages", "x-api-key: nobody", "{}"));
    QCOMPARE(stranger.status, 401);
    QCOMPARE(stranger.json("error.type"), std::string("authentication_error"));
    QCOMPARE(stranger.json("type"), std::string("error"));
}

void TestMessages::callsATool()
{
    GatewayPlace place;
    place.start();
    const std::string tools = R"(,"tools":[{"name":"lookup","input_schema":{"type":"object"}}])";
    const HttpAnswer answer = ask(place, "sandbox: tool lookup", tools);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json("content.0.name"), std::string("lookup"));
    QCOMPARE(answer.json("stop_reason"), std::string("tool_use"));
    QCOMPARE(place.detail(place.newest().id).segments.back().segment.zone, TrustZone::ToolCall);
    const HttpAnswer streamed = ask(place, "sandbox: tool lookup", tools + R"(,"stream":true)");
    QVERIFY(holds(streamed, R"("type":"tool_use")"));
    // One piece: never half a command.
    QCOMPARE(QByteArray::fromStdString(streamed.body).count("input_json_delta"), 1);
    QVERIFY(holds(streamed, R"("stop_reason":"tool_use")"));
}

void TestMessages::streams()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = ask(place, "a maskword here", R"(,"stream":true)");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("content-type"), std::string("text/event-stream"));
    QVERIFY(answer.body.starts_with("event: message_start\ndata: {\"type\":\"message_start\""));
    QVERIFY(answer.body.ends_with("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"));
    QVERIFY(!holds(answer, "maskword"));
    QVERIFY(holds(answer, ": gatehouse verdict=masked"));
    const store::InteractionRow row = place.newest();
    QCOMPARE(row.outcome, Outcome::Completed);
    QVERIFY(row.tokensIn > 0 && row.tokensOut > 0);
}

void TestMessages::cutsAStreamWithAnError()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = ask(place, "some words and then stopword and the rest", R"(,"stream":true)");
    QCOMPARE(answer.status, 200);
    // Of the word only the name of the rule that stopped it is told, in the message and beside it.
    QCOMPARE(QByteArray::fromStdString(answer.body).count("stopword"), 2);
    QCOMPARE(QByteArray::fromStdString(answer.body).count("no-stopword"), 2);
    QVERIFY(!holds(answer, "the rest") && !holds(answer, "message_stop"));
    QVERIFY(holds(answer, "event: error\ndata: {\"type\":\"error\""));
    QVERIFY(holds(answer, R"("rule":"no-stopword")"));
    const store::InteractionDetail detail = place.detail(place.newest().id);
    QCOMPARE(detail.row.outcome, Outcome::Cut);
    QVERIFY(detail.receivedBytes.value_or(0) > 0);
}

void TestMessages::countsTokens()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = post(place, "/v1/messages/count_tokens", messagesBody("hello"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json("input_tokens"), std::string("2"));
    QCOMPARE(place.newest().route, std::string("messages"));
    QCOMPARE(post(place, "/v1/messages/count_tokens", messagesBody("blockword")).status, 400);
}

void TestMessages::groupsByMetadata()
{
    GatewayPlace place;
    place.start();
    QCOMPARE(ask(place, "hello", R"(,"metadata":{"user_id":"u","session_id":"run-7"})").status, 200);
    QCOMPARE(place.detail(place.newest().id).conversation, std::string("run-7"));
}

void TestMessages::tellsAProvidersError()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = ask(place, "sandbox: error 503");
    QCOMPARE(answer.status, 502);
    QCOMPARE(answer.json("error.type"), std::string("api_error"));
    QVERIFY(answer.json("error.message").find("status 503") != std::string::npos);
    QCOMPARE(ask(place, "sandbox: garbage").status, 502);
    const HttpAnswer broken = ask(place, "sandbox: drop, long 50", R"(,"stream":true)");
    QVERIFY(holds(broken, "event: error\n") && !holds(broken, "message_stop"));
    QCOMPARE(place.newest().outcome, Outcome::UpstreamError);
}

void TestMessages::asksOnlyProvidersThatSpeakIt()
{
    GatewayPlace place;
    place.addProvider("elsewhere", "http://127.0.0.1:1/v1", {"gpt"});
    place.start();
    const HttpAnswer answer
        = post(place, "/v1/messages", R"({"model":"gpt","messages":[{"role":"user","content":"a"}]})");
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.json("error.code"), std::string("model_not_allowed"));
}

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_gateway_messages.moc"
