// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// OpenAI's routes beside chat: responses, completions, embeddings, moderations.

#include "gateway_place.h"
#include "test_upstream.h"

#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::Outcome;

namespace {

HttpAnswer post(const GatewayPlace &place, const std::string &path, const std::string &body)
{
    return place.call(postRequest(path, "Authorization: Bearer " + place.key(), body));
}

std::string bodyWith(const std::string &field, const std::string &text, const std::string &rest = {})
{
    return R"({"model":"sandbox-small",")" + field + "\":\"" + text + '"' + rest + "}";
}

std::string following(const std::string &answer, const std::string &rest = {})
{
    return bodyWith("input", "go on", ",\"previous_response_id\":\"" + answer + '"' + rest);
}

// Of a plain answer or a streamed one.
std::string answerId(const HttpAnswer &answer)
{
    const std::size_t begin = answer.body.find("resp_");
    return answer.body.substr(begin, answer.body.find('"', begin) - begin);
}

bool holds(const HttpAnswer &answer, const char *text)
{
    return answer.body.find(text) != std::string::npos;
}

} // namespace

class TestRoutes : public QObject {
    Q_OBJECT

private slots:
    void answersEveryRoute_data();
    void answersEveryRoute();
    void refusesOnEveryRoute_data();
    void refusesOnEveryRoute();
    void streamsResponses();
    void cutsResponses();
    void callsAToolInResponses();
    void recordsWhatWasSaidBefore();
    void joinsTheConversationItGoesOnFrom();
    void joinsAConversationAheadOfItsRecord();
    void joinsNobodyElsesConversation_data();
    void joinsNobodyElsesConversation();
    void streamsCompletions();
    void embedsTexts();
    void moderates();
    void asksAProviderWhatAStreamTook();
    void keepsToTheRoutesOfTheKey();
};

void TestRoutes::answersEveryRoute_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("responses") << QByteArray("/v1/responses") << QByteArray("input")
                               << QByteArray("output.0.content.0.text");
    QTest::newRow("completions") << QByteArray("/v1/completions") << QByteArray("prompt")
                                 << QByteArray("choices.0.text");
}

void TestRoutes::answersEveryRoute()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, answer);
    GatewayPlace place;
    place.start();
    const HttpAnswer told
        = post(place, path.toStdString(), bodyWith(field.toStdString(), "hello maskword there"));
    QCOMPARE(told.status, 200);
    QVERIFY2(told.json(answer.toStdString()).starts_with("You asked: hello [masked:keyword] there"),
        told.body.c_str());
    const store::InteractionDetail detail = place.detail(place.newest().id);
    QCOMPARE("/v1/" + detail.row.route, path.toStdString());
    QCOMPARE(detail.row.outcome, Outcome::Completed);
    QVERIFY(detail.row.tokensIn > 0 && detail.row.tokensOut > 0);
    QCOMPARE(detail.segments.back().segment.zone, TrustZone::Assistant);
}

void TestRoutes::refusesOnEveryRoute_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("responses") << QByteArray("/v1/responses") << QByteArray("input");
    QTest::newRow("completions") << QByteArray("/v1/completions") << QByteArray("prompt");
    QTest::newRow("embeddings") << QByteArray("/v1/embeddings") << QByteArray("input");
}

void TestRoutes::refusesOnEveryRoute()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, field);
    GatewayPlace place;
    place.start();
    const HttpAnswer blocked = post(place, path.toStdString(), bodyWith(field.toStdString(), "blockword"));
    QCOMPARE(blocked.status, 400);
    QCOMPARE(blocked.json("error.code"), std::string("content_policy"));
    QCOMPARE(blocked.json("error.gatehouse.rule"), std::string("no-blockword"));
    QCOMPARE(place.newest().outcome, Outcome::Refused);
    const HttpAnswer empty = post(place, path.toStdString(), R"({"model":"sandbox-small"})");
    QCOMPARE(empty.status, 400);
    QCOMPARE(empty.json("error.code"), std::string("malformed_body"));
}

void TestRoutes::streamsResponses()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer
        = post(place, "/v1/responses", bodyWith("input", "a maskword here", R"(,"stream":true)"));
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.starts_with("event: response.created\n"));
    QVERIFY(!holds(answer, "maskword") && holds(answer, "event: response.output_text.done\n"));
    QVERIFY(holds(answer, ": gatehouse verdict=masked"));
    const std::size_t last = answer.body.rfind("event: response.completed\n");
    QVERIFY(last != std::string::npos);
    QVERIFY(answer.body.find("You asked: a [masked:keyword] here", last) != std::string::npos);
    QVERIFY(place.newest().tokensOut > 0);
}

void TestRoutes::cutsResponses()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = post(place, "/v1/responses",
        bodyWith("input", "some words and then stopword and more", R"(,"stream":true)"));
    QVERIFY(!holds(answer, "stopword") && !holds(answer, "and more"));
    const std::size_t last = answer.body.rfind("event: response.incomplete\n");
    QVERIFY(last != std::string::npos);
    QVERIFY(
        answer.body.find(R"("incomplete_details":{"reason":"content_filter"})", last) != std::string::npos);
    QVERIFY(!holds(answer, "response.completed"));
    QCOMPARE(place.newest().outcome, Outcome::Cut);
}

void TestRoutes::callsAToolInResponses()
{
    GatewayPlace place;
    place.start();
    const std::string tools = R"(,"tools":[{"type":"function","name":"lookup"}])";
    const HttpAnswer plain = post(place, "/v1/responses", bodyWith("input", "sandbox: tool lookup", tools));
    QCOMPARE(plain.json("output.0.name"), std::string("lookup"));
    const HttpAnswer streamed = post(
        place, "/v1/responses", bodyWith("input", "sandbox: tool lookup", tools + R"(,"stream":true)"));
    // One piece: never half a command.
    QCOMPARE(
        QByteArray::fromStdString(streamed.body).count("event: response.function_call_arguments.delta\n"), 1);
    QCOMPARE(place.detail(place.newest().id).segments.back().segment.zone, TrustZone::ToolCall);
}

void TestRoutes::recordsWhatWasSaidBefore()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer
        = post(place, "/v1/responses", bodyWith("input", "go on", R"(,"previous_response_id":"resp_7")"));
    QCOMPARE(answer.status, 200);
    const store::InteractionDetail detail = place.detail(place.newest().id);
    QCOMPARE(detail.conversation, std::string("resp_7"));
    QCOMPARE(detail.coverage.notRead.front().kind, std::string("history"));
}

void TestRoutes::joinsTheConversationItGoesOnFrom()
{
    GatewayPlace place;
    place.start();
    const auto conversation = [&] { return place.detail(place.newest().id).conversation; };
    const HttpAnswer first = post(place, "/v1/responses", bodyWith("input", "hello"));
    const std::string name = conversation();
    QCOMPARE(name, place.newest().id.value);
    const HttpAnswer second = post(place, "/v1/responses", following(answerId(first), R"(,"stream":true)"));
    QCOMPARE(conversation(), name);
    QCOMPARE(place.detail(place.newest().id).answer, answerId(second));
    (void)post(place, "/v1/responses", following(answerId(second)));
    QCOMPARE(conversation(), name);
    // Who names a conversation is in it, and so is what follows from there.
    std::string named
        = postRequest("/v1/responses", "Authorization: Bearer " + place.key(), following(answerId(second)));
    named.insert(named.find("Host:"), "x-gatehouse-conversation: run-9\r\n");
    const HttpAnswer elsewhere = place.call(named);
    QCOMPARE(conversation(), std::string("run-9"));
    (void)post(place, "/v1/responses", following(answerId(elsewhere)));
    QCOMPARE(conversation(), std::string("run-9"));
    (void)post(place, "/v1/responses",
        following(answerId(elsewhere), R"(,"metadata":{"conversation_id":"run-10"})"));
    QCOMPARE(conversation(), std::string("run-10"));
}

void TestRoutes::joinsAConversationAheadOfItsRecord()
{
    GatewayPlace place;
    place.config.durability = {true, gateway::Millis(500)};
    place.start();
    HttpAnswer last = post(place, "/v1/responses", bodyWith("input", "hello"));
    const std::string name = last.field("x-gatehouse-interaction");
    for (int i = 0; i < 5; ++i)
        last = post(place, "/v1/responses", following(answerId(last)));
    place.stop();
    for (const store::InteractionRow &row : place.interactions())
        QCOMPARE(place.detail(row.id).conversation, name);
}

void TestRoutes::joinsNobodyElsesConversation_data()
{
    QTest::addColumn<QByteArray>("team");
    QTest::addColumn<QByteArray>("useCase");
    QTest::addColumn<bool>("joins");
    QTest::newRow("another key of the same binding")
        << QByteArray("payments") << QByteArray("assistant") << true;
    QTest::newRow("another team") << QByteArray("search") << QByteArray("assistant") << false;
    QTest::newRow("another use case") << QByteArray("payments") << QByteArray("batch") << false;
}

void TestRoutes::joinsNobodyElsesConversation()
{
    QFETCH(QByteArray, team);
    QFETCH(QByteArray, useCase);
    QFETCH(bool, joins);
    GatewayPlace place;
    const auto other = place.issueKey([&](store::NewKeyRequest &request) {
        request.team = team.toStdString();
        request.useCase = useCase.toStdString();
    });
    place.start();
    const HttpAnswer first = post(place, "/v1/responses", bodyWith("input", "hello"));
    const std::string name = place.detail(place.newest().id).conversation;
    const HttpAnswer second = place.call(postRequest("/v1/responses",
        "Authorization: Bearer " + std::string(other.text.reveal()), following(answerId(first))));
    QCOMPARE(second.status, 200);
    QCOMPARE(place.detail(place.newest().id).conversation, joins ? name : answerId(first));
}

void TestRoutes::streamsCompletions()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer
        = post(place, "/v1/completions", bodyWith("prompt", "a maskword here", R"(,"stream":true)"));
    QVERIFY(holds(answer, R"("object":"text_completion")"));
    QVERIFY(!holds(answer, "maskword") && !holds(answer, "prompt_tokens"));
    QVERIFY(answer.body.ends_with("data: [DONE]\n\n"));
    QVERIFY(place.newest().tokensOut > 0);
    const HttpAnswer cut
        = post(place, "/v1/completions", bodyWith("prompt", "a stopword here", R"(,"stream":true)"));
    QVERIFY(holds(cut, R"("finish_reason":"content_filter")"));
}

void TestRoutes::embedsTexts()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer
        = post(place, "/v1/embeddings", R"({"model":"sandbox-small","input":["one","two"]})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json("data.1.index"), std::string("1"));
    QCOMPARE(place.newest().route, std::string("embeddings"));
    QCOMPARE(place.detail(place.newest().id).segments.size(), 2U);
    QCOMPARE(post(place, "/v1/embeddings", R"({"model":"sandbox-small","input":[1,2,3]})").status, 200);
    QCOMPARE(place.detail(place.newest().id).coverage.notRead.front().kind, std::string("tokens"));
}

void TestRoutes::moderates()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = post(place, "/v1/moderations", R"({"input":["fine","a blockword"]})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json("results.0.flagged"), std::string("false"));
    QCOMPARE(answer.json("results.1.flagged"), std::string("true"));
    QCOMPARE(answer.json("gatehouse.verdict"), std::string("blocked"));
    QCOMPARE(answer.json("gatehouse.rules.0.rule"), std::string("no-blockword"));
    const store::InteractionRow row = place.newest();
    QCOMPARE(row.id.value, answer.json("gatehouse.interaction"));
    QCOMPARE(row.route, std::string("moderations"));
    QCOMPARE(row.outcome, Outcome::Completed);
    QCOMPARE(row.verdict, VerdictKind::Blocked);
}

void TestRoutes::asksAProviderWhatAStreamTook()
{
    TestUpstream upstream;
    GatewayPlace place;
    place.addProvider("up", upstream.baseUrl(), {"up-plain"});
    place.start();
    QCOMPARE(place.ask("hello", true, "up-plain").status, 200);
    QVERIFY(upstream.lastBody().find(R"("stream_options":{"include_usage":true})") != std::string::npos);
    QCOMPARE(place.ask("hello", false, "up-plain").status, 200);
    QVERIFY(upstream.lastBody().find("include_usage") == std::string::npos);
}

void TestRoutes::keepsToTheRoutesOfTheKey()
{
    GatewayPlace place;
    const auto key
        = place.issueKey([](store::NewKeyRequest &request) { request.entitlement.routes = {"chat"}; });
    place.start();
    for (const char *path : {"/v1/responses", "/v1/completions", "/v1/embeddings", "/v1/messages",
             "/v1/messages/count_tokens", "/v1/moderations"}) {
        const std::string bearer = "Authorization: Bearer " + std::string(key.text.reveal());
        const HttpAnswer answer = place.call(postRequest(path, bearer, "{}"));
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.json("error.code"), std::string("route_not_allowed"));
    }
    const HttpAnswer other = post(place, "/v1/audio/speech", "{}");
    QCOMPARE(other.status, 404);
    QVERIFY(holds(other, "/v1/responses"));
}

QTEST_GUILESS_MAIN(TestRoutes)
#include "tst_gateway_routes.moc"
