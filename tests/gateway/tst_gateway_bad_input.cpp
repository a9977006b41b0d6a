// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What the gateway is sent when somebody is careless or means harm, byte by byte.

#include "gateway_place.h"

#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::gateway::test;

namespace {

// One gateway for all rows: a bad request must not harm the next.
GatewayPlace *s_place = nullptr;

std::string head(const std::string &fields)
{
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer " + s_place->key()
        + "\r\n" + fields + "\r\n";
}

const std::string jsonType = "Content-Type: application/json\r\n";

} // namespace

class TestBadInput : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void refusesBrokenHttp_data();
    void refusesBrokenHttp();
    void refusesBrokenBodies_data();
    void refusesBrokenBodies();
    void refusesPathsAndMethods_data();
    void refusesPathsAndMethods();
    void refusesAnotherContentType();
    void refusesTooMuchAnnounced();
    void refusesTooMuchInChunks();
    void takesChunksAndTrailers();
    void tellsAWaitingClientToGoOn();
    void tellsAWaitingStrangerNotTo();
    void answersPipelinedRequestsInOrder();
    void closesASlowHead();
    void answersHealthToAnybody();
    void sendsNoBodyAfterAHead();
};

void TestBadInput::initTestCase()
{
    s_place = new GatewayPlace;
    s_place->config.limits.bodyBytes = 64UL * 1024;
    s_place->config.timeouts.head = gateway::Millis(500);
    s_place->start();
}

void TestBadInput::cleanupTestCase()
{
    QCOMPARE(s_place->ask("still there?").status, 200);
    delete s_place;
}

void TestBadInput::refusesBrokenHttp_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const std::string &bytes, int status = 400) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << status;
    };
    const std::string body = chatBody("hi");
    const std::string length = "Content-Length: " + std::to_string(body.size()) + "\r\n";
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    row("length and chunked", head(jsonType + length + chunked) + body);
    row("chunked and length", head(jsonType + chunked + length) + body);
    row("two lengths", head(jsonType + length + "Content-Length: 5\r\n") + body);
    row("negative length", head(jsonType + "Content-Length: -1\r\n"));
    row("length in words", head(jsonType + "Content-Length: ten\r\n"));
    row("chunked twice", head(jsonType + chunked + chunked) + "0\r\n\r\n");
    row("another coding", head(jsonType + "Transfer-Encoding: gzip, chunked\r\n"));
    row("identity", head(jsonType + "Transfer-Encoding: identity\r\n"));
    row("bad chunk size", head(jsonType + chunked) + "zz\r\nhello\r\n");
    row("two keys", head("Authorization: Bearer other\r\n" + jsonType + length) + body);
    row("space before colon", head("Content-Type : application/json\r\n" + length) + body);
    row("no version", "GET /healthz\r\n\r\n");
    row("absolute target", "GET http://elsewhere/healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    row("not HTTP", "\x16\x03\x01\x02 hello\r\n\r\n");
    row("huge field", head("X-Much: " + std::string(20UL * 1024, 'a') + "\r\n"), 431);
    std::string many;
    for (int i = 0; i < 2000; ++i)
        many += "X-Field-" + std::to_string(i) + ": 1\r\n";
    row("many fields", head(many), 431);
}

void TestBadInput::refusesBrokenHttp()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    HttpClient client(s_place->port());
    client.send(bytes.toStdString());
    const HttpAnswer answer = client.receive();
    QCOMPARE(answer.status, status);
    QVERIFY(answer.json("error.message") != "(missing)");
    QCOMPARE(answer.field("connection"), std::string("close"));
    QVERIFY(client.closed());
}

void TestBadInput::refusesBrokenBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const std::string &body) {
        QTest::newRow(name) << QByteArray::fromStdString(body);
    };
    row("empty", "");
    row("not JSON", "hello");
    row("half a document", R"({"model":"sandbox-small","messages":[)");
    row("two documents", chatBody("a") + chatBody("b"));
    row("a list", "[]");
    row("no model", R"({"messages":[{"role":"user","content":"x"}]})");
    row("no messages", R"({"model":"sandbox-small"})");
    row("duplicate key",
        R"({"model":"sandbox-small","model":"other","messages":[{"role":"user","content":"x"}]})");
    row("duplicate key within",
        R"({"model":"sandbox-small","messages":[{"role":"user","content":"x","content":"blockword"}]})");
    row("invalid UTF-8",
        "{\"model\":\"sandbox-small\",\"messages\":[{\"role\":\"user\",\"content\":\"\xff\xfe\"}]}");
    row("lone surrogate", R"({"model":"sandbox-small","messages":[{"role":"user","content":"\ud800"}]})");
    row("too deep",
        R"({"model":"sandbox-small","messages":)" + std::string(200, '[') + std::string(200, ']') + "}");
}

void TestBadInput::refusesBrokenBodies()
{
    QFETCH(QByteArray, body);
    const std::size_t before = s_place->interactions().size();
    const HttpAnswer answer = s_place->call(chatRequest(s_place->key(), body.toStdString()));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json("error.code"), std::string("malformed_body"));
    QCOMPARE(answer.field("x-should-retry"), std::string("false"));
    QCOMPARE(s_place->interactions().size(), before + 1);
    QCOMPARE(s_place->newest().outcome, store::Outcome::Refused);
    QCOMPARE(s_place->newest().id.value, answer.field("x-gatehouse-interaction"));
}

void TestBadInput::refusesPathsAndMethods_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("unknown path") << QByteArray("GET /v1/files") << 404 << QByteArray("unknown_url");
    QTest::newRow("root") << QByteArray("GET /") << 404 << QByteArray("unknown_url");
    QTest::newRow("other endpoint") << QByteArray("POST /v1/audio/speech") << 404
                                    << QByteArray("unknown_url");
    QTest::newRow("path tricks") << QByteArray("POST /v1/../v1/chat/completions") << 404
                                 << QByteArray("unknown_url");
    QTest::newRow("chat by GET") << QByteArray("GET /v1/chat/completions") << 405
                                 << QByteArray("method_not_allowed");
    QTest::newRow("models by POST") << QByteArray("POST /v1/models") << 405
                                    << QByteArray("method_not_allowed");
}

void TestBadInput::refusesPathsAndMethods()
{
    QFETCH(QByteArray, line);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    const HttpAnswer answer
        = s_place->call(line.toStdString() + " HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer "
            + s_place->key() + "\r\nContent-Length: 0\r\n\r\n");
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json("error.code"), code.toStdString());
    QCOMPARE(answer.field("allow").empty(), status != 405);
    QCOMPARE(s_place->newest().id.value, answer.field("x-gatehouse-interaction"));
}

void TestBadInput::refusesAnotherContentType()
{
    const std::string body = chatBody("hi");
    const HttpAnswer answer = s_place->call(
        head("Content-Type: text/plain\r\nContent-Length: " + std::to_string(body.size()) + "\r\n") + body);
    QCOMPARE(answer.status, 415);
    QCOMPARE(answer.json("error.code"), std::string("unsupported_media_type"));
}

void TestBadInput::refusesTooMuchAnnounced()
{
    HttpClient client(s_place->port());
    client.send(head(jsonType + "Content-Length: 70000\r\n"));
    const HttpAnswer answer = client.receive();
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.json("error.code"), std::string("request_too_large"));
    QVERIFY(client.closed());
}

void TestBadInput::refusesTooMuchInChunks()
{
    HttpClient client(s_place->port());
    client.send(head(jsonType + "Transfer-Encoding: chunked\r\n"));
    for (int i = 0; i < 9; ++i)
        client.send("2000\r\n" + std::string(0x2000, ' ') + "\r\n");
    QCOMPARE(client.receive().status, 413);
}

void TestBadInput::takesChunksAndTrailers()
{
    const std::string body = chatBody("in two chunks");
    char sizes[2][16] = {};
    std::snprintf(sizes[0], sizeof sizes[0], "%x\r\n", 10U);
    std::snprintf(sizes[1], sizeof sizes[1], "%zx\r\n", body.size() - 10);
    // A trailer that would name another key is not heard.
    const HttpAnswer answer
        = s_place->call(head(jsonType + "Transfer-Encoding: chunked\r\n") + sizes[0] + body.substr(0, 10)
            + "\r\n" + sizes[1] + body.substr(10) + "\r\n0\r\nAuthorization: Bearer x\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.find("in two chunks") != std::string::npos);
}

void TestBadInput::tellsAWaitingClientToGoOn()
{
    const std::string body = chatBody("patient");
    HttpClient client(s_place->port());
    client.send(
        head(jsonType + "Expect: 100-continue\r\nContent-Length: " + std::to_string(body.size()) + "\r\n"));
    QCOMPARE(client.receive().status, 100);
    client.send(body);
    QCOMPARE(client.receive().status, 200);
}

void TestBadInput::tellsAWaitingStrangerNotTo()
{
    HttpClient client(s_place->port());
    client.send("POST /v1/chat/completions HTTP/1.1\r\nHost: test\r\nExpect: 100-continue\r\n" + jsonType
        + "Content-Length: 10\r\n\r\n");
    QCOMPARE(client.receive().status, 401);
}

void TestBadInput::answersPipelinedRequestsInOrder()
{
    HttpClient client(s_place->port());
    std::string all;
    for (const char *text : {"alpha", "beta", "gamma"})
        all += chatRequest(s_place->key(), chatBody(text));
    client.send(all + getRequest(s_place->key(), "/v1/models"));
    for (const char *text : {"alpha", "beta", "gamma"}) {
        const HttpAnswer answer = client.receive();
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.find(text) != std::string::npos);
    }
    QVERIFY(client.receive().body.find("sandbox-large") != std::string::npos);
}

void TestBadInput::closesASlowHead()
{
    HttpClient client(s_place->port());
    client.send("GET /v1/models HTTP/1.1\r\nHost:");
    QCOMPARE(client.receive().status, 408);
    QVERIFY(client.closed());
}

void TestBadInput::answersHealthToAnybody()
{
    const HttpAnswer answer = s_place->call("GET /healthz?verbose=1 HTTP/1.1\r\nHost: test\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json("status"), std::string("ok"));
}

void TestBadInput::sendsNoBodyAfterAHead()
{
    HttpClient client(s_place->port());
    std::string request = getRequest(s_place->key(), "/v1/models");
    client.send(request.replace(0, 3, "HEAD"));
    QVERIFY(client.receiveUntil("\r\n\r\n"));
    QVERIFY(client.pending().starts_with("HTTP/1.1 405"));
    QVERIFY(client.pending().ends_with("\r\n\r\n"));
    client.send(getRequest(s_place->key(), "/v1/models"));
    QVERIFY(client.receiveUntil("\r\n\r\nHTTP/1.1 200"));
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_gateway_bad_input.moc"
