// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The keys of users' tokens change while a gateway runs: at the issuer, over TLS, or in a file.

#include "gateway/net/asio.h"
#include "gateway/upstream/http_exchange.h"
#include "gateway_place.h"
#include "test_collector.h"
#include "tests/core/access/token_issuer.h"

#include <QDateTime>
#include <QFile>
#include <QtTest>
#include <boost/asio/read.hpp>
#include <future>

using namespace gatehouse;
using namespace gatehouse::gateway;
using namespace gatehouse::gateway::test;
using gatehouse::test::TokenIssuer;

namespace {

constexpr int patience = 20'000;

// An issuer whose one key has this name.
struct NamedIssuer {
    explicit NamedIssuer(std::string name)
        : id(std::move(name))
    {
    }

    std::string jwks() const
    {
        QString json = QString::fromStdString(issuer.jwks());
        // The name alone: the key itself may hold these letters too.
        return json.replace("\"k1\"", "\"" + QString::fromStdString(id) + "\"").toStdString();
    }
    std::string token() const
    {
        const auto expires = QDateTime::currentSecsSinceEpoch() + 600;
        return issuer.sign(R"({"iss":"https://id.example","aud":"gatehouse","sub":"u-17","exp":)"
                + std::to_string(expires) + "}",
            R"({"alg":"ES256","kid":")" + id + "\"}");
    }

    std::string id;
    TokenIssuer issuer{"ES256"};
};

// Takes a request and never answers.
class SilentPeer {
public:
    SilentPeer()
        : m_acceptor(m_loop, Tcp::endpoint(asio::ip::address_v4::loopback(), 0))
    {
    }
    [[nodiscard]] std::uint16_t port() const { return m_acceptor.local_endpoint().port(); }
    void waitForRequest()
    {
        m_acceptor.accept(m_socket);
        char first = 0;
        asio::read(m_socket, asio::buffer(&first, 1));
    }

private:
    asio::io_context m_loop;
    Acceptor m_acceptor;
    Socket m_socket{m_loop};
};

void write(const QString &path, const std::string &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(text)) < 0)
        qFatal("a file cannot be written");
}

int statusWith(const GatewayPlace &place, const std::string &token)
{
    std::string request = chatRequest(place.key(), chatBody("hi"));
    request.insert(request.find("\r\n") + 2, "x-gatehouse-user-token: " + token + "\r\n");
    return place.call(request).status;
}

// A gateway that asks `source` for keys, and trusts the certificate of `trusted`.
std::unique_ptr<GatewayPlace> placeAsking(
    const TestCollector &source, const TestCollector &trusted, Millis retry)
{
    const QTemporaryDir folder;
    write(folder.filePath("trusted.pem"), trusted.certificate());
    auto place = std::make_unique<GatewayPlace>();
    place->config.users = {"https://id.example", "gatehouse", {}, source.url("/keys"), retry};
    qputenv("SSL_CERT_FILE", folder.filePath("trusted.pem").toLocal8Bit());
    place->start();
    qunsetenv("SSL_CERT_FILE");
    return place;
}

} // namespace

class TestUserKeys : public QObject {
    Q_OBJECT

private slots:
    void takesANewKeyAtOnce();
    void asksNoMoreOftenThanItMay();
    void keepsTheLastGoodKeys_data();
    void keepsTheLastGoodKeys();
    void forgetsAKeyThatIsGone();
    void waitsForAnIssuerThatIsDown();
    void asksNobodyItDoesNotTrust();
    void asksNoLongerThanItRuns();
    void readsAFileAgain();
    void refusesBadConfigurations_data();
    void refusesBadConfigurations();
};

void TestUserKeys::takesANewKeyAtOnce()
{
    TestCollector source(TestCollector::Transport::Tls);
    const NamedIssuer first("a"), second("b");
    source.answerWith(200, first.jwks());
    const auto place = placeAsking(source, source, Millis(1));
    QCOMPARE(statusWith(*place, first.token()), 200);
    QCOMPARE(source.lastTarget(), std::string("/keys"));
    QCOMPARE(statusWith(*place, second.token()), 403);
    source.answerWith(200, second.jwks());
    QCOMPARE(statusWith(*place, second.token()), 200);
    QCOMPARE(statusWith(*place, first.token()), 403);
}

void TestUserKeys::asksNoMoreOftenThanItMay()
{
    TestCollector source(TestCollector::Transport::Tls);
    const NamedIssuer known("a"), unknown("b");
    source.answerWith(200, known.jwks());
    const auto place = placeAsking(source, source, Millis(3'600'000));
    for (int i = 0; i < 20; ++i)
        QCOMPARE(statusWith(*place, unknown.token()), 403);
    QCOMPARE(source.bodies().size(), std::size_t{1});
    QCOMPARE(statusWith(*place, known.token()), 200);
}

void TestUserKeys::keepsTheLastGoodKeys_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("an error") << 500 << QByteArray("{}");
    QTest::newRow("a redirect") << 302 << QByteArray("{}");
    QTest::newRow("no JSON") << 200 << QByteArray("<html>");
    QTest::newRow("no keys") << 200 << QByteArray(R"({"keys":[]})");
    QTest::newRow("too much") << 200 << QByteArray(2 * 1024 * 1024, ' ');
}

void TestUserKeys::keepsTheLastGoodKeys()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    TestCollector source(TestCollector::Transport::Tls);
    const NamedIssuer known("a"), unknown("b");
    source.answerWith(200, known.jwks());
    const auto place = placeAsking(source, source, Millis(1));
    source.answerWith(status, body.toStdString());
    QCOMPARE(statusWith(*place, unknown.token()), 403);
    QVERIFY(source.bodies().size() >= 2);
    QCOMPARE(statusWith(*place, known.token()), 200);
}

// Nobody names a new key: the issuer says how long what it sent is good.
void TestUserKeys::forgetsAKeyThatIsGone()
{
    TestCollector source(TestCollector::Transport::Tls);
    const NamedIssuer gone("a"), stays("b");
    source.answerWith(200, gone.jwks(), "Cache-Control: public, max-age=0\r\n");
    const auto place = placeAsking(source, source, Millis(10));
    QCOMPARE(statusWith(*place, gone.token()), 200);
    source.answerWith(200, stays.jwks(), "Cache-Control: max-age=3600\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(statusWith(*place, gone.token()), 403, patience);
    QCOMPARE(statusWith(*place, stays.token()), 200);
}

void TestUserKeys::waitsForAnIssuerThatIsDown()
{
    TestCollector source(TestCollector::Transport::Tls);
    const NamedIssuer issuer("a");
    source.answerWith(503);
    const auto place = placeAsking(source, source, Millis(1));
    QCOMPARE(place->ask("hello").status, 200);
    QCOMPARE(statusWith(*place, issuer.token()), 403);
    source.answerWith(200, issuer.jwks());
    QCOMPARE(statusWith(*place, issuer.token()), 200);
}

void TestUserKeys::asksNobodyItDoesNotTrust()
{
    TestCollector source(TestCollector::Transport::Tls);
    const TestCollector other(TestCollector::Transport::Tls);
    const NamedIssuer issuer("a");
    source.answerWith(200, issuer.jwks());
    const auto place = placeAsking(source, other, Millis(1));
    QCOMPARE(statusWith(*place, issuer.token()), 403);
    QVERIFY(source.bodies().empty());
}

void TestUserKeys::asksNoLongerThanItRuns()
{
    const BaseUrl nowhere
        = *parseBaseUrl("http://127.0.0.1:" + std::to_string(SilentPeer().port()) + "/keys");
    const std::string head = "GET /keys HTTP/1.1\r\nhost: x\r\n\r\n";
    const auto refused = exchangeOnce(nowhere, nullptr, head, {}, 100);
    QVERIFY(!refused && refused.error().what.find("given up") == std::string::npos);

    SilentPeer silent;
    const BaseUrl url = *parseBaseUrl("http://127.0.0.1:" + std::to_string(silent.port()) + "/keys");
    std::stop_source stop;
    auto asked = std::async(
        std::launch::async, [&] { return exchangeOnce(url, nullptr, head, {}, 100, stop.get_token()); });
    silent.waitForRequest();
    stop.request_stop();
    const auto given = asked.get();
    QVERIFY(!given);
    QVERIFY2(given.error().what.starts_with("given up: "), given.error().line().c_str());
    // One that is to stop before it began does not begin.
    const auto late = exchangeOnce(url, nullptr, head, {}, 100, stop.get_token());
    QVERIFY(!late && late.error().what.starts_with("given up: "));
}

void TestUserKeys::readsAFileAgain()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("jwks.json");
    const NamedIssuer first("a"), second("b"), third("c");
    write(path, first.jwks());
    GatewayPlace place;
    place.config.users = {"https://id.example", "gatehouse", path.toStdString(), {}, Millis(1)};
    place.start();
    QCOMPARE(statusWith(place, first.token()), 200);
    write(path, second.jwks());
    // Within the pause after a reading it is not read again.
    QTRY_COMPARE_WITH_TIMEOUT(statusWith(place, second.token()), 200, patience);
    write(path, "half a docum");
    QCOMPARE(statusWith(place, third.token()), 403);
    QCOMPARE(statusWith(place, second.token()), 200);
}

void TestUserKeys::refusesBadConfigurations_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("neither") << QByteArray() << QByteArray();
    QTest::newRow("both") << QByteArray("/keys.json") << QByteArray("https://id.example/keys");
    QTest::newRow("not over TLS") << QByteArray() << QByteArray("http://id.example/keys");
    QTest::newRow("no URL") << QByteArray() << QByteArray("https://");
    QTest::newRow("no file") << QByteArray("/nonexistent/keys.json") << QByteArray();
}

void TestUserKeys::refusesBadConfigurations()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, url);
    GatewayPlace place;
    place.config.users
        = {"https://id.example", "gatehouse", file.toStdString(), url.toStdString(), Millis(1)};
    QVERIFY(!Gateway::start(place.config, place.location()));
}

QTEST_GUILESS_MAIN(TestUserKeys)
#include "tst_gateway_user_keys.moc"
