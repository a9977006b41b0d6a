// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Requests whose end two readers could see in different places, and what else is no honest HTTP: refused,
// the connection closed, nothing of what was smuggled answered or recorded as answered.

#include "gateway_place.h"

#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::gateway::test;

namespace {

GatewayPlace *s_place = nullptr;

const std::string hostField = "Host: test\r\n";
const std::string jsonField = "Content-Type: application/json\r\n";
const std::string chunkedField = "Transfer-Encoding: chunked\r\n";

std::string keyField()
{
    return "Authorization: Bearer " + s_place->key() + "\r\n";
}

std::string lengthField(std::size_t length)
{
    return "Content-Length: " + std::to_string(length) + "\r\n";
}

// A call whose framing is `fields`.
std::string post(const std::string &fields, const std::string &version = "1.1")
{
    return "POST /v1/chat/completions HTTP/" + version + "\r\n" + hostField + keyField() + jsonField + fields
        + "\r\n";
}

std::string chunk(const std::string &bytes, const std::string &extension = {})
{
    char size[16] = "";
    std::snprintf(size, sizeof size, "%zx", bytes.size());
    return size + extension + "\r\n" + bytes + "\r\n";
}

const std::string lastChunk = "0\r\n\r\n";

// What an attacker wants answered in another's name.
std::string smuggled()
{
    return chatRequest(s_place->key(), chatBody("smuggled"));
}

std::size_t completed()
{
    const auto all = s_place->interactions();
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(),
        [](const store::InteractionRow &row) { return row.outcome == store::Outcome::Completed; }));
}

} // namespace

class TestFraming : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void refusesBrokenHeads_data();
    void refusesBrokenHeads();
    void refusesBrokenChunks_data();
    void refusesBrokenChunks();
    void takesWhatIsOddButRight_data();
    void takesWhatIsOddButRight();
    void readsALastChunkInPieces();
    void answersNothingBehindTheEnd();
    void answersPipelinedCallsUpToABrokenOne();
    void keepsNulBytesOutOfHeads_data();
    void keepsNulBytesOutOfHeads();
    void takesNulCharactersAsText();

private:
    std::size_t m_completed = 0;
};

void TestFraming::initTestCase()
{
    s_place = new GatewayPlace;
    s_place->config.limits.bodyBytes = 64UL * 1024;
    s_place->config.timeouts.head = gateway::Millis(500);
    s_place->config.timeouts.body = gateway::Millis(500);
    s_place->start();
}

void TestFraming::cleanupTestCase()
{
    delete s_place;
}

// Whatever came before: the next honest call is answered, on a connection of its own.
void TestFraming::cleanup()
{
    const HttpAnswer answer = s_place->ask("an honest call");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.find("an honest call") != std::string::npos);
    QCOMPARE(completed(), ++m_completed);
}

void TestFraming::refusesBrokenHeads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    const std::string body = chatBody("hi");
    const std::string length = lengthField(body.size());
    const std::string rest = smuggled();
    row("CL.TE", post(lengthField(body.size() + rest.size()) + chunkedField) + lastChunk + rest);
    row("TE.CL", post(chunkedField + lengthField(4)) + chunk(body) + lastChunk + rest);
    row("CL.TE, coding obscured", post(length + "Transfer-Encoding : chunked\r\n") + lastChunk + rest);
    row("equal lengths", post(length + length) + body);
    row("different lengths", post(length + lengthField(0)) + body + rest);
    row("a list of equal lengths",
        post("Content-Length: " + std::to_string(body.size()) + ", " + std::to_string(body.size()) + "\r\n")
            + body);
    row("a length with a sign", post("Content-Length: +5\r\n") + "hello");
    row("a hexadecimal length", post("Content-Length: 0x10\r\n") + body);
    row("two numbers as length", post("Content-Length: 5 5\r\n") + "hello");
    row("no number as length", post("Content-Length:\r\n") + body);
    row("a length of 2^64 and more", post("Content-Length: 18446744073709551621\r\n") + "hello");
    row("coding xchunked", post("Transfer-Encoding: xchunked\r\n") + chunk(body) + lastChunk + rest);
    row("coding identity", post("Transfer-Encoding: identity\r\n" + length) + body + rest);
    row("coding chunked, identity", post("Transfer-Encoding: chunked, identity\r\n") + lastChunk + rest);
    row("coding chunked, chunked", post("Transfer-Encoding: chunked, chunked\r\n") + lastChunk);
    row("coding with parameter", post("Transfer-Encoding: chunked;q=1\r\n") + lastChunk);
    row("coding quoted", post("Transfer-Encoding: \"chunked\"\r\n") + lastChunk);
    row("coding behind a vertical tab",
        post("Transfer-Encoding: \x0b"
             "chunked\r\n")
            + lastChunk);
    row("coding in HTTP/1.0", post(chunkedField, "1.0") + chunk(body) + lastChunk);
    row("coding folded", post("Transfer-Encoding:\r\n chunked\r\n") + chunk(body) + lastChunk + rest);
    row("folded by a tab", post("X-Note: a\r\n\tb\r\n" + length) + body);
    row("a length in a folded line", post("X-Note: a\r\n Content-Length: 0\r\n" + length) + body);
    row("a first line that is folded",
        "POST /v1/chat/completions HTTP/1.1\r\n Host: test\r\n" + keyField() + jsonField + length + "\r\n"
            + body);
    row("a bare line feed behind a field", post("X-Note: a\n" + length) + body);
    row("a length behind a bare line feed", post("X-Note: a\nContent-Length: 0\r\n" + length) + body);
    row("a length behind a bare carriage return", post("X-Note: a\rContent-Length: 0\r\n" + length) + body);
    row("bare line feeds only", "POST /v1/chat/completions HTTP/1.1\nHost: test\nContent-Length: 0\n\n");
    row("a bare line feed behind the request line",
        "GET /v1/models HTTP/1.1\n" + hostField + keyField() + "\r\n");
    row("space before colon", post("Content-Length : 5\r\n") + "hello");
    row("a name with a space", post("Content Length: 5\r\n" + length) + body);
    row("a field without colon", post("Content-Length\r\n" + length) + body);
    row("a field without name", post(": 5\r\n" + length) + body);
    row("an absolute target with another host",
        "GET http://elsewhere/v1/models HTTP/1.1\r\n" + hostField + keyField() + "\r\n");
    row("a target with authority", "CONNECT elsewhere:443 HTTP/1.1\r\n" + hostField + keyField() + "\r\n");
    row("a target that is a star", "OPTIONS * HTTP/1.1\r\n" + hostField + keyField() + "\r\n");
    row("no host", "GET /v1/models HTTP/1.1\r\n" + keyField() + "\r\n");
    row("two hosts", "GET /v1/models HTTP/1.1\r\n" + hostField + "Host: elsewhere\r\n" + keyField() + "\r\n");
    row("the same host twice", "GET /v1/models HTTP/1.1\r\n" + hostField + hostField + keyField() + "\r\n");
    row("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    row("HTTP/1.2", "GET /v1/models HTTP/1.2\r\n" + hostField + keyField() + "\r\n");
    row("HTTP/0.9", "GET /v1/models\r\n");
    row("lower case http", "GET /v1/models http/1.1\r\n" + hostField + keyField() + "\r\n");
    row("two spaces in the request line", "GET  /v1/models HTTP/1.1\r\n" + hostField + keyField() + "\r\n");
    row("a space in the target", "GET /v1/models x HTTP/1.1\r\n" + hostField + keyField() + "\r\n");
    row("an empty line first", "\r\n" + getRequest(s_place->key(), "/v1/models"));
    row("a TLS handshake",
        std::string("\x16\x03\x01\x00\xf8\x01\x00\x00\xf4\x03\x03", 11) + std::string(240, 'r'));
    row("an SSH greeting", "SSH-2.0-OpenSSH_9.2\r\n");
}

void TestFraming::refusesBrokenHeads()
{
    QFETCH(QByteArray, bytes);
    const std::size_t before = s_place->interactions().size();
    HttpClient client(s_place->port());
    client.send(bytes.toStdString());
    const HttpAnswer answer = client.receive();
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json("error.code"), std::string("malformed_request"));
    QCOMPARE(answer.field("connection"), std::string("close"));
    QVERIFY(client.closed());
    QCOMPARE(client.pending(), std::string());
    // Before the head was read there was no key, and so no interaction.
    QCOMPARE(s_place->interactions().size(), before);
}

void TestFraming::refusesBrokenChunks_data()
{
    QTest::addColumn<QByteArray>("chunks");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const std::string &chunks, int status = 400) {
        QTest::newRow(name) << QByteArray::fromStdString(chunks) << status;
    };
    const std::string body = chatBody("hi");
    const std::string rest = smuggled();
    row("no number", "zz\r\n" + body + "\r\n" + lastChunk + rest);
    row("a negative number", "-5\r\nhello\r\n" + lastChunk + rest);
    row("a number with 0x", "0x5\r\nhello\r\n" + lastChunk + rest);
    row("a space before the number", " 5\r\nhello\r\n" + lastChunk);
    row("an empty number", "\r\nhello\r\n" + lastChunk);
    row("a number over 64 bits", "10000000000000005\r\nhello\r\n" + lastChunk);
    row("too few bytes announced", "4\r\nhello\r\n" + lastChunk + rest);
    row("too many bytes announced", "7\r\nhello\r\n" + lastChunk + rest);
    row("a bare line feed behind the number", "5\nhello\r\n" + lastChunk + rest);
    row("a bare line feed behind the bytes", "5\r\nhello\n0\r\n\r\n" + rest);
    row("a bare line feed in an extension", "5;a\n\r\nhello\r\n" + lastChunk + rest);
    row("a bare carriage return in an extension", "5;a\rb\r\nhello\r\n" + lastChunk);
    row("an extension without name", "5;\r\nhello\r\n" + lastChunk);
    row("an extension whose quote stays open", "5;a=\"b\r\nhello\r\n" + lastChunk, 408);
    row("an extension without end", "5;" + std::string(60UL * 1024, 'a'), 431);
    row("trailers without end", "0\r\n" + std::string(60UL * 1024, 'a'), 431);
    row("a coding in the trailers", chunk(body) + "0\r\nTransfer-Encoding: chunked\r\n\r\n" + rest);
    row("a length in the trailers", chunk(body) + "0\r\nContent-Length: 5\r\n\r\n" + rest);
    row("a trailer that is no field", chunk(body) + "0\r\nnothing\r\n\r\n" + rest);
}

void TestFraming::refusesBrokenChunks()
{
    QFETCH(QByteArray, chunks);
    QFETCH(int, status);
    HttpClient client(s_place->port());
    client.send(post(chunkedField) + chunks.toStdString());
    const HttpAnswer answer = client.receive();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.field("connection"), std::string("close"));
    QVERIFY(client.closed());
    QCOMPARE(client.pending(), std::string());
    QCOMPARE(s_place->newest().outcome, store::Outcome::Refused);
    QCOMPARE(s_place->newest().id.value, answer.field("x-gatehouse-interaction"));
}

void TestFraming::takesWhatIsOddButRight_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    const std::string body = chatBody("right");
    const std::string length = lengthField(body.size());
    row("chunk extensions", post(chunkedField) + chunk(body, ";a=b;c=\"d;e\"") + "0;last\r\n\r\n");
    row("sizes with zeros", post(chunkedField) + "000" + chunk(body) + "0000\r\n\r\n");
    row("a byte a chunk", [&] {
        std::string bytes = post(chunkedField);
        for (const char c : body)
            bytes += chunk(std::string(1, c));
        return bytes + lastChunk;
    }());
    row("a coding in capitals", post("TRANSFER-ENCODING: Chunked\r\n") + chunk(body) + lastChunk);
    row("blanks around values",
        post("X-Note: \t a \t \r\nContent-Length: \t" + std::to_string(body.size()) + " \r\n") + body);
    row("a length with zeros", post("Content-Length: 000" + std::to_string(body.size()) + "\r\n") + body);
    row("an empty host",
        "POST /v1/chat/completions HTTP/1.1\r\nHost:\r\n" + keyField() + jsonField + length + "\r\n" + body);
    row("HTTP/1.0 without host",
        "POST /v1/chat/completions HTTP/1.0\r\n" + keyField() + jsonField + length + "\r\n" + body);
}

void TestFraming::takesWhatIsOddButRight()
{
    QFETCH(QByteArray, bytes);
    const HttpAnswer answer = s_place->call(bytes.toStdString());
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.find("right") != std::string::npos);
    ++m_completed;
}

// Alone, and each piece read before the next one comes, as calls of others in between show.
void TestFraming::readsALastChunkInPieces()
{
    HttpClient client(s_place->port());
    client.send(post(chunkedField));
    for (const char *piece : {"0", "\r", "\n", "X", ": 1\r\n", "\r", "\n"}) {
        client.send(piece);
        QCOMPARE(s_place->ask("in between").status, 200);
        ++m_completed;
    }
    const HttpAnswer answer = client.receive();
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json("error.code"), std::string("malformed_body"));
}

// A body ends where its length says; what is behind it is the next request, and must be one.
void TestFraming::answersNothingBehindTheEnd()
{
    const std::string body = chatBody("first");
    HttpClient client(s_place->port());
    client.send(post(lengthField(body.size())) + body + "}}}\r\n\r\n");
    QCOMPARE(client.receive().status, 200);
    ++m_completed;
    QCOMPARE(client.receive().status, 400);
    QVERIFY(client.closed());
}

void TestFraming::answersPipelinedCallsUpToABrokenOne()
{
    const std::string body = chatBody("beta");
    HttpClient client(s_place->port());
    client.send(chatRequest(s_place->key(), chatBody("alpha")) + post(lengthField(body.size()) + chunkedField)
        + body + chatRequest(s_place->key(), body));
    const HttpAnswer first = client.receive();
    QCOMPARE(first.status, 200);
    QVERIFY(first.body.find("alpha") != std::string::npos);
    ++m_completed;
    QCOMPARE(client.receive().status, 400);
    QVERIFY(client.closed());
    QCOMPARE(client.pending(), std::string());
}

void TestFraming::keepsNulBytesOutOfHeads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, std::string bytes) {
        std::replace(bytes.begin(), bytes.end(), '$', '\0');
        QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    const std::string fields = hostField + keyField();
    row("in the method", "GE$T /v1/models HTTP/1.1\r\n" + fields + "\r\n");
    row("in the target", "GET /v1/models$ HTTP/1.1\r\n" + fields + "\r\n");
    row("in the version", "GET /v1/models HTTP/1.1$\r\n" + fields + "\r\n");
    row("in a name", "GET /v1/models HTTP/1.1\r\n" + fields + "X-A$: b\r\n\r\n");
    row("in a value", "GET /v1/models HTTP/1.1\r\n" + fields + "X-A: b$c\r\n\r\n");
    row("in the key",
        "GET /v1/models HTTP/1.1\r\n" + hostField + "x-api-key: " + s_place->key() + "$\r\n\r\n");
    row("in place of all", std::string(64, '$'));
}

void TestFraming::keepsNulBytesOutOfHeads()
{
    QFETCH(QByteArray, bytes);
    HttpClient client(s_place->port());
    client.send(bytes.toStdString());
    QCOMPARE(client.receive().status, 400);
    QVERIFY(client.closed());
}

void TestFraming::takesNulCharactersAsText()
{
    const HttpAnswer raw = s_place->call(chatRequest(s_place->key(), std::string("{\0}", 3)));
    QCOMPARE(raw.status, 400);
    QCOMPARE(raw.json("error.code"), std::string("malformed_body"));
    const HttpAnswer escaped = s_place->ask(std::string("before\0after", 12));
    QCOMPARE(escaped.status, 200);
    ++m_completed;
    const auto segments = s_place->detail(s_place->newest().id).segments;
    QVERIFY(std::any_of(segments.begin(), segments.end(),
        [](const auto &segment) { return segment.segment.text == std::string("before\0after", 12); }));
    // It hides nothing behind it.
    QCOMPARE(s_place->ask(std::string("x\0blockword", 11)).status, 400);
}

QTEST_GUILESS_MAIN(TestFraming)
#include "tst_gateway_framing.moc"
