// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Calls to a provider over the network: that work, and that fail in every way a provider can.

#include "gateway_place.h"
#include "test_certificate.h"
#include "test_upstream.h"

#include <QFile>
#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::Outcome;

class TestUpstreamCalls : public QObject {
    Q_OBJECT

private slots:
    void forwardsPlainAndStreamed();
    void keepsConnections();
    void openAnewWhenThePoolDied();
    void maskedBodyGoesOut();
    void readsToTheEndOfAConnection();
    void answersForAProviderThatFails_data();
    void answersForAProviderThatFails();
    void judgesTheWordsOfAnError();
    void cancelsWhenTheClientLeaves_data();
    void cancelsWhenTheClientLeaves();
    void speaksTls();
    void refusesAnUntrustedCertificate();
    void readsWhatIsOddButRight();
    void repeatsOnceOnAFreshConnection();
    void refusesAStreamOfGarbage();
    void endsABrokenStreamWithAnError();

private:
    static std::unique_ptr<GatewayPlace> placeWith(const TestUpstream &upstream);
};

std::unique_ptr<GatewayPlace> TestUpstreamCalls::placeWith(const TestUpstream &upstream)
{
    auto place = std::make_unique<GatewayPlace>();
    place->addProvider("upstream", upstream.baseUrl(), {"*"});
    place->config.threads = 1;
    place->config.limits.answerBytes = 1024UL * 1024;
    place->config.timeouts.firstByte = gateway::Millis(700);
    place->config.timeouts.streamIdle = gateway::Millis(700);
    place->config.timeouts.connect = gateway::Millis(700);
    return place;
}

void TestUpstreamCalls::forwardsPlainAndStreamed()
{
    const TestUpstream upstream;
    const auto place = placeWith(upstream);
    place->start();
    const HttpAnswer plain = place->ask("across the wire", false, "up-plain");
    QCOMPARE(plain.status, 200);
    QCOMPARE(plain.json("choices.0.message.content"), std::string("echo: across the wire"));
    QCOMPARE(upstream.lastField("authorization"), std::string("Bearer upstream-credential"));
    QCOMPARE(upstream.lastField("accept-encoding"), std::string("identity"));
    QVERIFY(upstream.lastBody().find(place->key()) == std::string::npos);
    QCOMPARE(place->newest().provider, std::string("upstream"));
    QCOMPARE(place->newest().tokensIn, 11);
    QCOMPARE(place->newest().tokensOut, 7);
    const HttpAnswer stream = place->ask("across the wire", true, "up-plain");
    QCOMPARE(streamedText(stream.body), std::string("echo: across the wire"));
}

void TestUpstreamCalls::keepsConnections()
{
    const TestUpstream upstream;
    const auto place = placeWith(upstream);
    place->start();
    for (int i = 0; i < 6; ++i)
        QCOMPARE(place->ask("again", i % 2 == 0, "up-plain").status, 200);
    QCOMPARE(upstream.calls(), 6);
    QCOMPARE(upstream.connections(), 1);
}

void TestUpstreamCalls::openAnewWhenThePoolDied()
{
    const TestUpstream upstream;
    const auto place = placeWith(upstream);
    place->start();
    QCOMPARE(place->ask("once", false, "up-plain").status, 200);
    // This one is closed by the upstream after its answer, so the next must not be sent into it.
    QCOMPARE(place->ask("close", false, "up-close").status, 200);
    QCOMPARE(place->ask("twice", false, "up-plain").status, 200);
    QCOMPARE(upstream.calls(), 3);
}

void TestUpstreamCalls::maskedBodyGoesOut()
{
    const TestUpstream upstream;
    const auto place = placeWith(upstream);
    place->start();
    QCOMPARE(place->ask("my maskword", false, "up-plain").status, 200);
    QVERIFY(upstream.lastBody().find("maskword") == std::string::npos);
    QVERIFY(upstream.lastBody().find("my [masked:keyword]") != std::string::npos);
}

void TestUpstreamCalls::readsToTheEndOfAConnection()
{
    const TestUpstream upstream;
    const auto place = placeWith(upstream);
    place->start();
    QCOMPARE(
        place->ask("bye", false, "up-close").json("choices.0.message.content"), std::string("echo: bye"));
}

void TestUpstreamCalls::answersForAProviderThatFails_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *model, int status, const char *code) {
        QTest::newRow(model) << QByteArray(model) << status << QByteArray(code);
    };
    row("up-silent", 504, "upstream_timeout");
    row("up-drop", 502, "upstream_error");
    row("up-no-http", 502, "upstream_error");
    row("up-no-json", 502, "upstream_error");
    row("up-no-wire", 502, "upstream_error");
    row("up-gzip", 502, "upstream_error");
    row("up-huge", 502, "upstream_error");
    row("up-short", 502, "upstream_error");
    row("up-lengths", 502, "upstream_error");
    row("up-switch", 502, "upstream_error");
    row("up-no-utf8", 502, "upstream_error");
    row("up-reset", 502, "upstream_error");
    row("up-slow-end", 504, "upstream_timeout");
    row("up-100mb", 502, "upstream_error");
    row("up-endless-head", 502, "upstream_error");
    row("up-endless-extension", 502, "upstream_error");
    row("up-endless-trailers", 502, "upstream_error");
    row("up-bad-chunk", 502, "upstream_error");
    row("up-400", 400, "upstream_rejected");
    row("up-401", 502, "upstream_error");
    row("up-422", 400, "upstream_rejected");
    row("up-429", 429, "rate_limit_exceeded");
    row("up-500", 502, "upstream_error");
    row("up-503", 502, "upstream_error");
    row("up-504", 504, "upstream_error");
}

void TestUpstreamCalls::answersForAProviderThatFails()
{
    QFETCH(QByteArray, model);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    const TestUpstream upstream;
    const auto place = placeWith(upstream);
    place->start();
    const HttpAnswer answer = place->ask("hello", false, model.toStdString());
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json("error.code"), code.toStdString());
    QCOMPARE(answer.field("x-should-retry"), std::string(status == 429 ? "" : "false"));
    QCOMPARE(answer.field("retry-after"), std::string(status == 429 ? "7" : ""));
    QCOMPARE(place->newest().outcome, Outcome::UpstreamError);
    QCOMPARE(place->newest().verdict, VerdictKind::Allowed);
    QVERIFY(answer.body.find("upstream-credential") == std::string::npos);
}

void TestUpstreamCalls::judgesTheWordsOfAnError()
{
    const TestUpstream upstream;
    const auto place = placeWith(upstream);
    place->start();
    const HttpAnswer told = place->ask("hello", false, "up-422");
    QVERIFY(told.json("error.message").find("the upstream says 422") != std::string::npos);
    const HttpAnswer ours = place->ask("hello", false, "up-401");
    QVERIFY(ours.json("error.message").find("the upstream says") == std::string::npos);
    QVERIFY(!place->detail(place->newest().id).segments.empty());
}

void TestUpstreamCalls::cancelsWhenTheClientLeaves_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("stream");
    QTest::newRow("before an answer") << QByteArray("up-silent") << false;
    QTest::newRow("amid a stream") << QByteArray("up-stall") << true;
}

void TestUpstreamCalls::cancelsWhenTheClientLeaves()
{
    QFETCH(QByteArray, model);
    QFETCH(bool, stream);
    const TestUpstream upstream;
    const auto place = placeWith(upstream);
    place->config.timeouts.firstByte = place->config.timeouts.streamIdle = gateway::Millis(60'000);
    place->start();
    HttpClient client(place->port());
    client.send(chatRequest(place->key(), chatBody("hello", stream, model.toStdString())));
    QTRY_COMPARE(upstream.calls(), 1);
    QCOMPARE(upstream.left(), 0);
    client.close();
    QTRY_COMPARE(upstream.left(), 1);
    QTRY_COMPARE(place->newest().outcome, Outcome::ClientAbort);
}

void TestUpstreamCalls::speaksTls()
{
    const TestUpstream upstream(TestUpstream::Transport::Tls);
    QTemporaryDir folder;
    QFile file(folder.filePath("ca.pem"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(upstream.certificate()));
    file.close();
    qputenv("SSL_CERT_FILE", file.fileName().toLocal8Bit());
    const auto place = placeWith(upstream);
    place->start();
    qunsetenv("SSL_CERT_FILE");
    for (int i = 0; i < 3; ++i)
        QCOMPARE(place->ask("sealed", i == 1, "up-plain").status, 200);
    QCOMPARE(upstream.connections(), 1);
}

void TestUpstreamCalls::refusesAnUntrustedCertificate()
{
    const TestUpstream upstream(TestUpstream::Transport::Tls);
    const auto place = placeWith(upstream);
    place->start();
    const HttpAnswer answer = place->ask("sealed", false, "up-plain");
    QCOMPARE(answer.status, 502);
    QCOMPARE(upstream.calls(), 0);
}

void TestUpstreamCalls::readsWhatIsOddButRight()
{
    const TestUpstream upstream;
    const auto place = placeWith(upstream);
    place->start();
    for (const char *model : {"up-trailers", "up-interim", "up-long", "up-plain"}) {
        const HttpAnswer answer = place->ask("hello", false, model);
        QVERIFY2(answer.status == 200, model);
        QCOMPARE(answer.json("choices.0.message.content"), std::string("echo: hello"));
    }
    // What came behind an answer is no answer: that connection is not kept.
    QCOMPARE(upstream.connections(), 2);
}

void TestUpstreamCalls::repeatsOnceOnAFreshConnection()
{
    const TestUpstream upstream;
    const auto place = placeWith(upstream);
    place->start();
    QCOMPARE(place->ask("first", false, "up-once").status, 200);
    // The kept connection takes this call and closes.
    const HttpAnswer second = place->ask("second", false, "up-plain");
    QCOMPARE(second.json("choices.0.message.content"), std::string("echo: second"));
    QCOMPARE(upstream.connections(), 2);
    // A fresh connection that closes is not tried again.
    const int before = upstream.calls();
    place->stop();
    place->start();
    QCOMPARE(place->ask("third", false, "up-drop").status, 502);
    QCOMPARE(upstream.calls(), before + 1);
}

void TestUpstreamCalls::refusesAStreamOfGarbage()
{
    const TestUpstream upstream;
    const auto place = placeWith(upstream);
    place->config.limits.streamBytes = 1024;
    place->start();
    for (const char *model : {"up-no-sse", "up-sse-no-utf8", "up-sse-gzip", "up-sse-line", "up-endless-head",
             "up-endless-extension", "up-reset", "up-drop"}) {
        QVERIFY2(place->ask("hello", true, model).status == 502, model);
        QCOMPARE(place->newest().outcome, Outcome::UpstreamError);
    }
    const HttpAnswer tooLong = place->ask(std::string(3000, '.'), true, "up-plain");
    QVERIFY(tooLong.body.find("[DONE]") == std::string::npos);
    QVERIFY(tooLong.body.find("upstream_error") != std::string::npos);
    QCOMPARE(place->newest().outcome, Outcome::UpstreamError);
}

void TestUpstreamCalls::endsABrokenStreamWithAnError()
{
    const TestUpstream upstream;
    const auto place = placeWith(upstream);
    place->start();
    for (const char *model : {"up-drop-mid", "up-stall", "up-no-done"}) {
        const HttpAnswer answer = place->ask("a longer text that is streamed in pieces", true, model);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.whole);
        QVERIFY2(answer.body.find(R"("error":{"message")") != std::string::npos, model);
        QVERIFY2(answer.body.find("[DONE]") == std::string::npos, model);
        QCOMPARE(place->newest().outcome, Outcome::UpstreamError);
        const auto received = place->detail(place->newest().id).receivedBytes.value_or(-1);
        QCOMPARE(received, static_cast<std::int64_t>(streamedText(answer.body).size()));
    }
}

QTEST_GUILESS_MAIN(TestUpstreamCalls)
#include "tst_gateway_upstream.moc"
