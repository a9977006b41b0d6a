// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Too much of something, and too slowly: heads, targets, bodies and documents that are meant to exhaust, and
// callers that take their time. Nobody else notices.

#include "gateway_place.h"
#include "test_upstream.h"

#include <QtTest>
#include <chrono>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::Outcome;

namespace {

constexpr std::size_t headerLimit = 16UL * 1024;
constexpr std::size_t bodyLimit = 1024UL * 1024;

std::unique_ptr<GatewayPlace> newPlace()
{
    auto place = std::make_unique<GatewayPlace>();
    place->config.threads = 1; // what holds it up would hold up everybody
    place->config.limits.headerBytes = headerLimit;
    place->config.limits.bodyBytes = bodyLimit;
    return place;
}

std::string keyField(const GatewayPlace &place)
{
    return "Authorization: Bearer " + place.key() + "\r\n";
}

std::string headOf(const GatewayPlace &place, const std::string &fields)
{
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: test\r\n" + keyField(place)
        + "Content-Type: application/json\r\n" + fields + "\r\n";
}

void sendByteByByte(const HttpClient &client, const std::string &bytes)
{
    for (const char c : bytes)
        client.send(std::string_view(&c, 1));
}

std::string nested(std::size_t levels, const std::string &open, const std::string &close)
{
    std::string text;
    for (std::size_t i = 0; i < levels; ++i)
        text += open;
    text += "1";
    for (std::size_t i = 0; i < levels; ++i)
        text += close;
    return text;
}

} // namespace

class TestBombs : public QObject {
    Q_OBJECT

private slots:
    void refusesHeadBombs_data();
    void refusesHeadBombs();
    void countsAHeadThatComesInPieces();
    void takesAHeadJustWithinTheLimit();
    void refusesDeepDocuments_data();
    void refusesDeepDocuments();
    void takesManyKeysAndLongLists();
    void readsNothingOfABodyThatIsTooLarge_data();
    void readsNothingOfABodyThatIsTooLarge();
    void servesWhoSendsByteByByte();
    void cutsASlowHeadOff();
    void cutsASlowBodyOff();
    void cutsASlowReaderOff();
    void servesOthersBesideSlowOnes();
};

void TestBombs::refusesHeadBombs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    const std::string start = "GET /v1/models HTTP/1.1\r\nHost: test\r\n";
    const std::string much(64UL * 1024, 'a');
    row("a long target", "GET /" + much + " HTTP/1.1\r\nHost: test\r\n\r\n");
    row("a long query", "GET /v1/models?" + much + " HTTP/1.1\r\nHost: test\r\n\r\n");
    row("a target without end", "GET /" + much);
    row("a method without end", much);
    row("a long value", start + "X-Much: " + much + "\r\n\r\n");
    row("a value without end", start + "X-Much: " + much);
    row("a long name", start + much + ": 1\r\n\r\n");
    row("a long key", start + "Authorization: Bearer " + much + "\r\n\r\n");
    std::string many;
    for (int i = 0; i < 20'000; ++i)
        many += "A:\r\n";
    row("many short fields", start + many + "\r\n");
    row("many short fields without end", start + many);
}

void TestBombs::refusesHeadBombs()
{
    QFETCH(QByteArray, bytes);
    const auto place = newPlace();
    place->start();
    HttpClient client(place->port());
    client.send(bytes.toStdString());
    const HttpAnswer answer = client.receive();
    QCOMPARE(answer.status, 431);
    QCOMPARE(answer.json("error.code"), std::string("headers_too_large"));
    QVERIFY(client.closed());
    QVERIFY(place->interactions().empty());
    QCOMPARE(place->ask("others").status, 200);
}

// Each piece is small, and read before the next one comes.
void TestBombs::countsAHeadThatComesInPieces()
{
    const auto place = newPlace();
    place->start();
    HttpClient client(place->port());
    const std::string piece = "X-Piece: " + std::string(900, 'a') + "\r\n";
    client.send("GET /v1/models HTTP/1.1\r\nHost: test\r\n");
    int sent = 0;
    // Calls of others in between show that the gateway came round.
    for (; sent < 40 && !client.hasBytes(); ++sent) {
        client.send(piece);
        QCOMPARE(place->ask("in between").status, 200);
    }
    QCOMPARE(client.receive().status, 431);
    QVERIFY(sent >= 17 && sent < 25);
}

void TestBombs::takesAHeadJustWithinTheLimit()
{
    const auto place = newPlace();
    place->start();
    std::string request = "GET /v1/models HTTP/1.1\r\nHost: test\r\n" + keyField(*place) + "X-Much: ";
    request += std::string(headerLimit - request.size() - 4, 'a') + "\r\n\r\n";
    QCOMPARE(request.size(), headerLimit);
    QCOMPARE(place->call(request).status, 200);
}

void TestBombs::refusesDeepDocuments_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const std::string &body) {
        QTest::newRow(name) << QByteArray::fromStdString(body);
    };
    constexpr std::size_t levels = 100'000;
    const std::string start = R"({"model":"sandbox-small","messages":[{"role":"user","content":"hi"}],)";
    row("lists", nested(levels, "[", "]"));
    row("objects", nested(levels, R"({"a":)", "}"));
    row("lists that stay open", std::string(levels, '['));
    row("messages", R"({"model":"sandbox-small","messages":)" + nested(levels, "[", "]") + "}");
    row("an unknown field", start + R"("x":)" + nested(levels, R"([{"a":)", "}]") + "}");
    row("metadata", start + R"("metadata":)" + nested(levels, R"({"a":)", "}") + "}");
    row("a schema of a tool",
        start + R"("tools":[{"type":"function","function":{"name":"lookup","parameters":)"
            + nested(levels, R"({"a":)", "}") + "}}]}");
}

void TestBombs::refusesDeepDocuments()
{
    QFETCH(QByteArray, body);
    const auto place = newPlace();
    place->start();
    const HttpAnswer answer = place->call(chatRequest(place->key(), body.toStdString()));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json("error.code"), std::string("malformed_body"));
    QCOMPARE(place->newest().outcome, Outcome::Refused);
    QCOMPARE(place->ask("others").status, 200);
}

void TestBombs::takesManyKeysAndLongLists()
{
    const auto place = newPlace();
    place->start();
    std::string keys;
    for (int i = 0; i < 20'000; ++i)
        keys += ",\"k" + std::to_string(i) + "\":" + std::to_string(i);
    const std::string body
        = R"({"model":"sandbox-small","messages":[{"role":"user","content":"hi"}])" + keys + "}";
    QCOMPARE(place->call(chatRequest(place->key(), body)).status, 200);
    QCOMPARE(place->ask("others").status, 200);
}

void TestBombs::readsNothingOfABodyThatIsTooLarge_data()
{
    QTest::addColumn<QByteArray>("fields");
    const QByteArray length = QByteArray::number(static_cast<qulonglong>(bodyLimit) + 1);
    QTest::newRow("announced") << QByteArray("Content-Length: " + length + "\r\n");
    QTest::newRow("announced, waiting for leave")
        << QByteArray("Expect: 100-continue\r\nContent-Length: " + length + "\r\n");
    QTest::newRow("announced by the terabyte") << QByteArray("Content-Length: 1099511627776\r\n");
}

// It is refused before a byte of the body came, and none is asked for.
void TestBombs::readsNothingOfABodyThatIsTooLarge()
{
    QFETCH(QByteArray, fields);
    const auto place = newPlace();
    place->start();
    HttpClient client(place->port());
    client.send(headOf(*place, fields.toStdString()));
    const HttpAnswer answer = client.receive();
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.json("error.code"), std::string("request_too_large"));
    QCOMPARE(answer.field("connection"), std::string("close"));
    QVERIFY(client.closed());
    QCOMPARE(place->newest().outcome, Outcome::Refused);
}

void TestBombs::servesWhoSendsByteByByte()
{
    const auto place = newPlace();
    place->start();
    const std::string body = chatBody("drop by drop");
    HttpClient plain(place->port());
    sendByteByByte(plain, chatRequest(place->key(), body));
    const HttpAnswer answer = plain.receive();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.find("drop by drop") != std::string::npos);
    HttpClient chunked(place->port());
    sendByteByByte(chunked, headOf(*place, "Transfer-Encoding: chunked\r\n"));
    for (const char c : body)
        sendByteByByte(chunked, std::string("1\r\n") + c + "\r\n");
    sendByteByByte(chunked, "0\r\nX-Sum: 1\r\n\r\n");
    QCOMPARE(chunked.receive().status, 200);
}

// A byte now and then does not prolong it: the whole head has one deadline.
void TestBombs::cutsASlowHeadOff()
{
    const auto place = newPlace();
    place->config.timeouts.head = gateway::Millis(700);
    place->start();
    HttpClient client(place->port());
    client.send("GET /v1/models HTTP/1.1\r\nX-Slow: ");
    while (!client.hasBytes()) {
        client.send("a");
        QCOMPARE(place->ask("others").status, 200);
    }
    const HttpAnswer answer = client.receive();
    QCOMPARE(answer.status, 408);
    QCOMPARE(answer.json("error.code"), std::string("request_timeout"));
    QVERIFY(client.closed());
}

void TestBombs::cutsASlowBodyOff()
{
    const auto place = newPlace();
    place->config.timeouts.body = gateway::Millis(500);
    place->start();
    HttpClient client(place->port());
    client.send(headOf(*place, "Content-Length: 100\r\n") + "{\"model\":");
    const HttpAnswer answer = client.receive();
    QCOMPARE(answer.status, 408);
    QVERIFY(client.closed());
    QCOMPARE(place->newest().outcome, Outcome::Refused);
    QCOMPARE(place->newest().id.value, answer.field("x-gatehouse-interaction"));
}

// Takes nothing of a stream that is longer than what systems keep for both sides.
void TestBombs::cutsASlowReaderOff()
{
    const TestUpstream upstream;
    const auto place = newPlace();
    place->addProvider("upstream", upstream.baseUrl(), {"*"});
    place->config.timeouts.write = gateway::Millis(500);
    place->start();
    HttpClient client(place->port(), 4096);
    client.send(chatRequest(place->key(), chatBody(std::string(400UL * 1024, 'x'), true, "up-plain")));
    QTRY_COMPARE_WITH_TIMEOUT(place->newest().outcome, Outcome::ClientAbort, 30'000);
    QCOMPARE(place->ask("others").status, 200);
}

void TestBombs::servesOthersBesideSlowOnes()
{
    const auto place = newPlace();
    place->start();
    std::vector<std::unique_ptr<HttpClient>> slow;
    const std::string request = chatRequest(place->key(), chatBody("slow"));
    for (int i = 0; i < 200; ++i) {
        slow.push_back(std::make_unique<HttpClient>(place->port()));
        slow.back()->send(request.substr(0, static_cast<std::size_t>(i) % request.size()));
    }
    for (int i = 0; i < 20; ++i)
        QCOMPARE(place->ask("others", i % 2 == 0).status, 200);
    // And in the end they are served as well.
    for (int i = 0; i < 200; ++i) {
        slow[static_cast<std::size_t>(i)]->send(request.substr(static_cast<std::size_t>(i) % request.size()));
        QCOMPARE(slow[static_cast<std::size_t>(i)]->receive().status, 200);
    }
}

QTEST_GUILESS_MAIN(TestBombs)
#include "tst_gateway_bombs.moc"
