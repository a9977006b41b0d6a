// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The TLS listener, asked by a client that checks its certificate.

#include "gateway_place.h"
#include "test_certificate.h"

#include <QFile>
#include <QtTest>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <memory>
#include <optional>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
namespace asio = boost::asio;
using boost::system::error_code;

namespace {

class TlsClient {
public:
    TlsClient(std::uint16_t port, const std::string &authority, int newest = TLS1_3_VERSION)
    {
        m_context.add_certificate_authority(asio::buffer(authority));
        m_stream.emplace(m_loop, m_context);
        SSL_set_max_proto_version(m_stream->native_handle(), newest);
        SSL_set_verify(m_stream->native_handle(), SSL_VERIFY_PEER, nullptr);
        SSL_set1_host(m_stream->native_handle(), "localhost");
        error_code error;
        m_stream->next_layer().connect({asio::ip::address_v4::loopback(), port}, error);
        m_stream->handshake(asio::ssl::stream_base::client, m_failure);
    }

    [[nodiscard]] bool connected() const { return !m_failure; }
    [[nodiscard]] std::string version() const
    {
        return SSL_get_version(const_cast<Stream &>(*m_stream).native_handle());
    }
    void send(const std::string &bytes)
    {
        error_code error;
        asio::write(*m_stream, asio::buffer(bytes), error);
    }
    // Reads until `text` was seen; what came so far. Empty when the connection ended before.
    std::string receiveUntil(const std::string &text)
    {
        std::string all;
        char buffer[4096];
        while (all.find(text) == std::string::npos) {
            error_code error;
            const std::size_t size = m_stream->read_some(asio::buffer(buffer), error);
            if (error)
                return {};
            all.append(buffer, size);
        }
        return all;
    }
    // Returns once the other side said goodbye as well.
    void sayGoodbye()
    {
        error_code error;
        m_stream->shutdown(error);
    }

private:
    using Stream = asio::ssl::stream<asio::ip::tcp::socket>;
    asio::io_context m_loop;
    asio::ssl::context m_context{asio::ssl::context::tls_client};
    std::optional<Stream> m_stream;
    error_code m_failure;
};

} // namespace

class TestGatewayTls : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_place.reset(); }
    void answersPlainAndStreamed();
    void answersMoreThanARecord();
    void refusesOldVersions();
    void refusesPlainHttp();
    void noticesAClientThatLeaves();
    void refusesKeysThatDoNotFit();
    void takesANewCertificate_data();
    void takesANewCertificate();
    void keepsTheLastGoodCertificate();

private:
    QString write(const char *name, const std::string &text);

    TestCertificate m_made;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<GatewayPlace> m_place;
};

QString TestGatewayTls::write(const char *name, const std::string &text)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(text)) < 0)
        qFatal("cannot write %s", name);
    return file.fileName();
}

void TestGatewayTls::init()
{
    m_made = makeCertificate();
    m_folder = std::make_unique<QTemporaryDir>();
    m_place = std::make_unique<GatewayPlace>();
    m_place->config.tlsCertificate = write("certificate.pem", m_made.certificate).toStdString();
    m_place->config.tlsKey = write("key.pem", m_made.key).toStdString();
    m_place->start();
}

void TestGatewayTls::answersPlainAndStreamed()
{
    TlsClient client(m_place->port(), m_made.certificate);
    QVERIFY(client.connected());
    QCOMPARE(client.version(), std::string("TLSv1.3"));
    client.send(chatRequest(m_place->key(), chatBody("sealed")));
    QVERIFY(client.receiveUntil("no model was called.").starts_with("HTTP/1.1 200"));
    client.send(chatRequest(m_place->key(), chatBody("sealed", true)));
    QVERIFY(client.receiveUntil("data: [DONE]\n\n\r\n0\r\n\r\n").starts_with("HTTP/1.1 200"));
}

void TestGatewayTls::answersMoreThanARecord()
{
    TlsClient client(m_place->port(), m_made.certificate, TLS1_2_VERSION);
    QCOMPARE(client.version(), std::string("TLSv1.2"));
    client.send(chatRequest(m_place->key(), chatBody("sandbox: long 20000")));
    QVERIFY(client.receiveUntil("\"usage\":").size() > 64UL * 1024);
}

void TestGatewayTls::refusesOldVersions()
{
    const TlsClient client(m_place->port(), m_made.certificate, TLS1_1_VERSION);
    QVERIFY(!client.connected());
}

void TestGatewayTls::refusesPlainHttp()
{
    HttpClient client(m_place->port());
    client.send("GET /healthz HTTP/1.1\r\nHost: test\r\n\r\n");
    QCOMPARE(client.receive().status, 0);
    QVERIFY(client.closed());
}

void TestGatewayTls::noticesAClientThatLeaves()
{
    TlsClient client(m_place->port(), m_made.certificate);
    client.send(chatRequest(m_place->key(), chatBody("sandbox: slow 600s")));
    QTRY_COMPARE_WITH_TIMEOUT(m_place->newest().outcome, store::Outcome::Pending, 10000);
    QTRY_COMPARE_WITH_TIMEOUT(m_place->interactions().size(), 1U, 10000);
    client.sayGoodbye();
    QTRY_COMPARE_WITH_TIMEOUT(m_place->newest().outcome, store::Outcome::ClientAbort, 10000);
}

void TestGatewayTls::refusesKeysThatDoNotFit()
{
    gateway::GatewayConfig config = m_place->config;
    config.tlsKey = write("other.pem", makeCertificate().key).toStdString();
    const auto started = gateway::Gateway::start(config, m_place->location() + ".other");
    QVERIFY(!started);
    QCOMPARE(started.error().kind, ErrorKind::InvalidInput);
}

void TestGatewayTls::takesANewCertificate_data()
{
    QTest::addColumn<bool>("told");
    QTest::newRow("told to") << true;
    QTest::newRow("the files changed") << false;
}

void TestGatewayTls::takesANewCertificate()
{
    QFETCH(bool, told);
    TlsClient before(m_place->port(), m_made.certificate);
    QVERIFY(before.connected());
    const TestCertificate fresh = makeCertificate();
    write("key.pem", fresh.key);
    write("certificate.pem", fresh.certificate);
    if (told)
        m_place->gateway().reload();
    const auto trusted = [&](const TestCertificate &made) {
        return TlsClient(m_place->port(), made.certificate).connected();
    };
    QTRY_VERIFY_WITH_TIMEOUT(trusted(fresh), 20000);
    QVERIFY(!trusted(m_made));
    // Who is connected already stays so.
    before.send(chatRequest(m_place->key(), chatBody("sealed")));
    QVERIFY(before.receiveUntil("no model was called.").starts_with("HTTP/1.1 200"));
}

void TestGatewayTls::keepsTheLastGoodCertificate()
{
    write("certificate.pem", "no certificate");
    const auto health = [&] {
        TlsClient client(m_place->port(), m_made.certificate);
        client.send("GET /healthz HTTP/1.1\r\nHost: test\r\n\r\n");
        return client.receiveUntil("}");
    };
    QTRY_VERIFY_WITH_TIMEOUT(health().find(R"("problems":["tls"])") != std::string::npos, 20000);
    write("certificate.pem", m_made.certificate);
    QTRY_VERIFY_WITH_TIMEOUT(health().find(R"("problems":[])") != std::string::npos, 20000);
}

QTEST_GUILESS_MAIN(TestGatewayTls)
#include "tst_gateway_tls.moc"
