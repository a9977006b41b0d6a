// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Plain chat calls: what is answered, what is recorded, and what a refusal looks like.

#include "gateway_place.h"

#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::Outcome;

class TestChatPlain : public QObject {
    Q_OBJECT

private slots:
    void answersAndRecords();
    void listsTheModelsOfAKey();
    void conditionsSeeHeaders();
    void blocksARequest();
    void tellsNoMoreThanThePolicyAllows();
    void masksWhatTheProviderGets();
    void blocksAnAnswer();
    void masksAnAnswer();
    void storesNoSecretOfAnAnswer();
    void refusesAnUnknownKeyWithoutARecord_data();
    void refusesAnUnknownKeyWithoutARecord();
    void refusesWhatTheKeyMayNot_data();
    void refusesWhatTheKeyMayNot();
    void acceptsTheOtherKeyFields();
    void groupsAConversation();
};

void TestChatPlain::answersAndRecords()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = place.ask("What is a monad?");
    QCOMPARE(answer.status, 200);
    QVERIFY(QByteArray::fromStdString(answer.json("choices.0.message.content")).contains("What is a monad?"));
    QCOMPARE(answer.field("x-gatehouse-verdict"), std::string("allowed"));
    QVERIFY(answer.field("x-gatehouse-policy").starts_with("test@sha256:"));
    QCOMPARE(answer.field("x-gatehouse-policy").size(), std::string("test@sha256:123456789012").size());

    QCOMPARE(place.interactions().size(), 1U);
    const store::InteractionRow row = place.newest();
    QCOMPARE(row.id.value, answer.field("x-gatehouse-interaction"));
    QCOMPARE(row.outcome, Outcome::Completed);
    QCOMPARE(row.verdict, VerdictKind::Allowed);
    QCOMPARE(row.team, std::string("payments"));
    QCOMPARE(row.provider, std::string("sandbox"));
    QCOMPARE(row.model, std::string("sandbox-small"));
    QCOMPARE(std::to_string(row.tokensIn), answer.json("usage.prompt_tokens"));
    QCOMPARE(std::to_string(row.tokensOut), answer.json("usage.completion_tokens"));
    QVERIFY(row.latencyUs >= row.overheadUs && row.overheadUs > 0);
    const store::InteractionDetail detail = place.detail(row.id);
    QCOMPARE(detail.segments.size(), 2U);
    QCOMPARE(detail.sourceAddress, std::string("127.0.0.1"));
}

void TestChatPlain::listsTheModelsOfAKey()
{
    GatewayPlace place;
    const auto narrow = place.issueKey([](auto &request) { request.entitlement.models = {"sandbox-large"}; });
    place.start();
    const HttpAnswer all = place.call(getRequest(place.key(), "/v1/models"));
    QCOMPARE(all.status, 200);
    QCOMPARE(all.json("data.0.id"), std::string("sandbox-large"));
    QCOMPARE(all.json("data.1.id"), std::string("sandbox-small"));
    const HttpAnswer few = place.call(getRequest(std::string(narrow.text.reveal()), "/v1/models"));
    QCOMPARE(few.json("data.0.id"), std::string("sandbox-large"));
    QCOMPARE(few.json("data.1.id"), std::string("(missing)"));
}

void TestChatPlain::conditionsSeeHeaders()
{
    GatewayPlace place(
        R"({"format":"gatehouse-policy/1","name":"test","rules":[{"id":"a","stage":"request",)"
        R"("when":{"field":"header.X-Channel","equals":"web, phone"},)"
        R"("check":{"kind":"keywords","keywords":["zebra"]},"action":"block"},)"
        R"({"id":"b","stage":"response","when":{"all":[{"field":"header.x-channel","exists":true}]},)"
        R"("check":{"kind":"keywords","keywords":["stripes"]},"action":"mask"}]})");
    place.start();
    const auto ask = [&](const std::string &text, const std::string &fields) {
        return place.call(postRequest("/v1/chat/completions",
            "authorization: Bearer " + place.key() + "\r\ncontent-type: application/json" + fields,
            chatBody(text)));
    };
    QCOMPARE(ask("a zebra", "").status, 200);
    QCOMPARE(ask("a zebra", "\r\nx-channel: web").status, 200);
    QCOMPARE(ask("a zebra", "\r\nx-channel: web\r\nX-CHANNEL: phone").status, 400);
    QCOMPARE(ask("a horse", "\r\nx-channel: web").status, 200);
}

void TestChatPlain::blocksARequest()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = place.ask("tell me the blockword");
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.field("x-should-retry"), std::string("false"));
    QCOMPARE(answer.field("x-gatehouse-verdict"), std::string("blocked"));
    QCOMPARE(answer.json("error.type"), std::string("invalid_request_error"));
    QCOMPARE(answer.json("error.code"), std::string("content_policy"));
    QCOMPARE(answer.json("error.param"), std::string("null"));
    QCOMPARE(answer.json("error.gatehouse.rule"), std::string("no-blockword"));
    QCOMPARE(answer.json("error.gatehouse.policy"), std::string("test"));
    QCOMPARE(answer.json("error.gatehouse.stage"), std::string("request"));
    QCOMPARE(answer.json("error.gatehouse.interaction"), answer.field("x-gatehouse-interaction"));
    const store::InteractionRow row = place.newest();
    QCOMPARE(row.outcome, Outcome::Refused);
    QCOMPARE(row.verdict, VerdictKind::Blocked);
    QCOMPARE(row.rules, std::vector<std::string>{"no-blockword"});
    QCOMPARE(row.topCheck, std::string("keywords"));
}

void TestChatPlain::tellsNoMoreThanThePolicyAllows()
{
    GatewayPlace place;
    place.publish(testPolicy("category"));
    place.start();
    const HttpAnswer category = place.ask("blockword");
    QCOMPARE(category.json("error.gatehouse.rule"), std::string("null"));
    QCOMPARE(category.json("error.gatehouse.stage"), std::string("request"));
    QVERIFY(category.body.find("no-blockword") == std::string::npos);
    place.stop();
    place.publish(testPolicy("nothing"));
    place.start();
    const HttpAnswer nothing = place.ask("blockword");
    QCOMPARE(nothing.status, 400);
    QCOMPARE(nothing.json("error.gatehouse.stage"), std::string("null"));
    QCOMPARE(nothing.json("error.gatehouse.policy"), std::string("null"));
    QVERIFY(nothing.body.find("keywords") == std::string::npos);
    QVERIFY(!nothing.json("error.gatehouse.interaction").empty());
}

void TestChatPlain::masksWhatTheProviderGets()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = place.ask("say maskword twice: maskword");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("x-gatehouse-verdict"), std::string("masked"));
    const std::string text = answer.json("choices.0.message.content");
    QVERIFY2(text.find("say [masked:keyword] twice: [masked:keyword]") != std::string::npos, text.c_str());
    QCOMPARE(place.newest().verdict, VerdictKind::Masked);
}

void TestChatPlain::blocksAnAnswer()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = place.ask("say stopword");
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json("error.code"), std::string("content_policy"));
    QCOMPARE(answer.json("error.gatehouse.stage"), std::string("response"));
    QVERIFY(answer.body.find("say stopword") == std::string::npos);
    QCOMPARE(place.newest().outcome, Outcome::Refused);
    QCOMPARE(place.newest().verdict, VerdictKind::Blocked);
}

void TestChatPlain::masksAnAnswer()
{
    GatewayPlace place(secretsPolicy());
    place.start();
    const HttpAnswer answer = place.ask("sandbox: secret");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("x-gatehouse-verdict"), std::string("masked"));
    const std::string text = answer.json("choices.0.message.content");
    QVERIFY2(text.find("[masked:aws-access-key-id]") != std::string::npos, text.c_str());
    QVERIFY(text.find("AKIA") == std::string::npos);
}

void TestChatPlain::storesNoSecretOfAnAnswer()
{
    GatewayPlace place(secretsPolicy());
    place.start();
    (void)place.ask("sandbox: secret");
    const store::InteractionDetail detail = place.detail(place.newest().id);
    QCOMPARE(detail.segments.size(), 2U);
    const std::string &stored = detail.segments.back().segment.text;
    QVERIFY(stored.find("AKIA") == std::string::npos);
    bool pointsAtStored = false;
    for (const CheckResult &result : detail.checks) {
        for (const Evidence &evidence : result.evidence)
            pointsAtStored = pointsAtStored || (evidence.stored && evidence.stored->end <= stored.size());
    }
    QVERIFY(pointsAtStored);
}

void TestChatPlain::refusesAnUnknownKeyWithoutARecord_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("nonsense") << QByteArray("Authorization: Bearer sk-nonsense\r\n");
    QTest::newRow("basic") << QByteArray("Authorization: Basic dXNlcjpwYXNz\r\n");
    const std::string unknown(newVirtualKey().text.reveal());
    QTest::newRow("well-formed") << QByteArray("Authorization: Bearer ") + unknown.c_str() + "\r\n";
}

void TestChatPlain::refusesAnUnknownKeyWithoutARecord()
{
    QFETCH(QByteArray, field);
    GatewayPlace place;
    place.start();
    HttpClient client(place.port());
    // The body never comes: the key is judged before it.
    client.send("POST /v1/chat/completions HTTP/1.1\r\nHost: test\r\n" + field.toStdString()
        + "Content-Type: application/json\r\nContent-Length: 4000000\r\n\r\n");
    const HttpAnswer answer = client.receive();
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.json("error.code"), std::string("invalid_api_key"));
    QCOMPARE(answer.json("error.type"), std::string("authentication_error"));
    QCOMPARE(answer.field("x-should-retry"), std::string("false"));
    QCOMPARE(answer.field("x-gatehouse-interaction"), std::string());
    QCOMPARE(answer.field("connection"), std::string("close"));
    QVERIFY(place.interactions().empty());
}

void TestChatPlain::refusesWhatTheKeyMayNot_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("model") << QByteArray("model") << QByteArray("model_not_allowed");
    QTest::newRow("unknown model") << QByteArray("unknown") << QByteArray("model_not_allowed");
    QTest::newRow("provider") << QByteArray("provider") << QByteArray("model_not_allowed");
    QTest::newRow("route") << QByteArray("route") << QByteArray("route_not_allowed");
    QTest::newRow("tool") << QByteArray("tool") << QByteArray("tool_not_allowed");
}

void TestChatPlain::refusesWhatTheKeyMayNot()
{
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, code);
    GatewayPlace place;
    const auto issued = place.issueKey([&](store::NewKeyRequest &request) {
        if (what == "model")
            request.entitlement.models = {"sandbox-large"};
        else if (what == "provider")
            request.entitlement.providers = {"elsewhere"};
        else if (what == "route")
            request.entitlement.routes = {"models"};
    });
    place.start();
    std::string body = chatBody("hello", false, what == "unknown" ? "no-such-model" : "sandbox-small");
    if (what == "tool")
        body.insert(body.size() - 1, R"(,"tools":[{"type":"function","function":{"name":"delete_all"}}])");
    const HttpAnswer answer = place.call(chatRequest(std::string(issued.text.reveal()), body));
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.json("error.code"), code.toStdString());
    QCOMPARE(answer.json("error.type"), std::string("permission_error"));
    const store::InteractionRow row = place.newest();
    QCOMPARE(row.outcome, Outcome::Refused);
    QCOMPARE(row.verdict, VerdictKind::Blocked);
    QCOMPARE(row.rules.front(), std::string("entitlement"));
}

void TestChatPlain::acceptsTheOtherKeyFields()
{
    GatewayPlace place;
    place.start();
    for (const std::string field : {"x-api-key", "api-key"}) {
        const HttpAnswer answer = place.call(
            "GET /v1/models HTTP/1.1\r\nHost: test\r\n" + field + ": " + place.key() + "\r\n\r\n");
        QCOMPARE(answer.status, 200);
    }
}

void TestChatPlain::groupsAConversation()
{
    GatewayPlace place;
    place.start();
    std::string body = chatBody("hello");
    body.insert(body.size() - 1, R"(,"metadata":{"conversation_id":"run-7"})");
    QCOMPARE(place.call(chatRequest(place.key(), body)).status, 200);
    QCOMPARE(place.detail(place.newest().id).conversation, std::string("run-7"));
    std::string request = chatRequest(place.key(), body);
    request.insert(request.find("Host:"), "x-gatehouse-conversation: run-8\r\n");
    QCOMPARE(place.call(request).status, 200);
    QCOMPARE(place.detail(place.newest().id).conversation, std::string("run-8"));
}

QTEST_GUILESS_MAIN(TestChatPlain)
#include "tst_gateway_plain.moc"
