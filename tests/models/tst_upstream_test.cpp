// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/upstream_test.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

using namespace gatehouse::console;

namespace {

constexpr int patienceMs = 10000;

// Answers every request with the same status and body, and keeps what was asked.
class Upstream : public QTcpServer {
public:
    Upstream(const QByteArray &status, const QByteArray &body)
    {
        connect(this, &QTcpServer::newConnection, this, [this, status, body] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, status, body] {
                asked += socket->readAll();
                if (!asked.contains("\r\n\r\n"))
                    return;
                socket->write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size())
                    + "\r\nConnection: close\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString address() const
    {
        return QStringLiteral("http://127.0.0.1:%1/v1").arg(serverPort());
    }
    QByteArray asked;
};

ProviderEntry provider(const QString &kind, const QString &address)
{
    ProviderEntry entry;
    entry.kind = kind;
    entry.baseUrl = address;
    return entry;
}

} // namespace

class TestUpstreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItFound_data();
    void saysWhatItFound();
    void sendsTheCredentialOnce();
    void asksEachKindInItsOwnWay_data();
    void asksEachKindInItsOwnWay();
    void sandboxNeedsNoNetwork();
    void nobodyThere();
    void notAnAddress();
};

void TestUpstreamTest::saysWhatItFound_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("ok");
    QTest::addColumn<QString>("words");
    QTest::newRow("models") << QByteArray("200 OK") << QByteArray(R"({"data":[{"id":"a"},{"id":"b"}]})")
                            << true << "2";
    QTest::newRow("refused") << QByteArray("401 Unauthorized") << QByteArray("{}") << false << "401";
    QTest::newRow("lost") << QByteArray("404 Not Found") << QByteArray() << false << "404";
    QTest::newRow("garbage") << QByteArray("200 OK") << QByteArray("<html>") << false << "list of models";
}

void TestUpstreamTest::saysWhatItFound()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, ok);
    QFETCH(QString, words);
    Upstream upstream(status, body);
    UpstreamTest test;
    QSignalSpy finished(&test, &UpstreamTest::finished);
    test.start(provider("openai", upstream.address()), {});
    QVERIFY(finished.wait(patienceMs));
    QCOMPARE(finished.first().first().toBool(), ok);
    QVERIFY2(
        finished.first().at(1).toString().contains(words), qPrintable(finished.first().at(1).toString()));
}

void TestUpstreamTest::sendsTheCredentialOnce()
{
    Upstream upstream("200 OK", R"({"data":[]})");
    UpstreamTest test;
    QSignalSpy finished(&test, &UpstreamTest::finished);
    test.start(provider("openai", upstream.address()), "not-a-real-credential");
    QVERIFY(finished.wait(patienceMs));
    QVERIFY(upstream.asked.startsWith("GET /v1/models "));
    QCOMPARE(upstream.asked.count("Bearer not-a-real-credential"), 1);
}

void TestUpstreamTest::asksEachKindInItsOwnWay_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("openai") << "openai" << QString() << QByteArray("GET /v1/models ")
                            << QByteArray("authorization: Bearer made-up");
    QTest::newRow("anthropic") << "anthropic" << QString() << QByteArray("GET /v1/models ")
                               << QByteArray("x-api-key: made-up");
    QTest::newRow("anthropic version")
        << "anthropic"
        << "2099-01-01" << QByteArray("GET /v1/models ") << QByteArray("anthropic-version: 2099-01-01");
    QTest::newRow("azure") << "azure" << QString()
                           << QByteArray("GET /v1/openai/models?api-version=2024-10-21 ")
                           << QByteArray("api-key: made-up");
}

void TestUpstreamTest::asksEachKindInItsOwnWay()
{
    QFETCH(QString, kind);
    QFETCH(QString, version);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, field);
    Upstream upstream("200 OK", R"({"data":[]})");
    UpstreamTest test;
    QSignalSpy finished(&test, &UpstreamTest::finished);
    ProviderEntry entry = provider(kind, upstream.address());
    entry.apiVersion = version;
    test.start(entry, "made-up");
    QVERIFY(finished.wait(patienceMs));
    QVERIFY2(upstream.asked.startsWith(line), upstream.asked.constData());
    QVERIFY2(upstream.asked.toLower().contains("\r\n" + field.toLower()), upstream.asked.constData());
}

void TestUpstreamTest::sandboxNeedsNoNetwork()
{
    UpstreamTest test;
    QSignalSpy finished(&test, &UpstreamTest::finished);
    test.start(provider("sandbox", {}), {});
    QCOMPARE(finished.size(), 1);
    QVERIFY(finished.first().first().toBool());
}

void TestUpstreamTest::nobodyThere()
{
    QString address;
    {
        const Upstream upstream("200 OK", {});
        address = upstream.address();
    }
    UpstreamTest test;
    QSignalSpy finished(&test, &UpstreamTest::finished);
    test.start(provider("openai", address), {});
    QVERIFY(finished.wait(patienceMs));
    QVERIFY(!finished.first().first().toBool());
}

void TestUpstreamTest::notAnAddress()
{
    UpstreamTest test;
    QSignalSpy finished(&test, &UpstreamTest::finished);
    test.start(provider("openai", "file:///etc/hostname"), {});
    QCOMPARE(finished.size(), 1);
    QVERIFY(!finished.first().first().toBool());
}

QTEST_GUILESS_MAIN(TestUpstreamTest)
#include "tst_upstream_test.moc"
