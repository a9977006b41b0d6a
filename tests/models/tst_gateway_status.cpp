// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/gateway_status.h"

#include "tests/models/queue_fixture.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

// A gateway as far as /healthz goes.
class HealthServer : public QTcpServer {
public:
    HealthServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                asked += socket->readAll();
                const QByteArray body
                    = R"({"status":"degraded","version":"0","problems":[)" + problems + "]}";
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size())
                    + "\r\nConnection: close\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString address() const { return QStringLiteral("127.0.0.1:%1").arg(serverPort()); }
    QByteArray problems;
    QByteArray asked;
};

} // namespace

class TestGatewayStatus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysAtOnceWhatTheStoreCannot();
    void remembersOneThatIsGone();
    void asksNobodyElse_data();
    void asksNobodyElse();
};

void TestGatewayStatus::saysAtOnceWhatTheStoreCannot()
{
    QueuePlace place;
    StoreSession session(place.location());
    HealthServer gateway;
    gateway.problems = R"("store","journal","unrecorded","fail_open")";
    GatewayStatus status(session);
    QSignalSpy changed(&status, &GatewayStatus::changed);
    status.setOwnAddress(gateway.address());
    QTRY_VERIFY_WITH_TIMEOUT(status.trouble().contains("answers calls without recording them"), patienceMs);
    QVERIFY(status.trouble().contains(gateway.address()));
    QVERIFY(changed.count() > 0);
    QVERIFY(gateway.asked.startsWith("GET /healthz HTTP/1.1\r\n"));
    QVERIFY(!gateway.asked.toLower().contains("authorization"));
    gateway.problems = R"("unrecorded")";
    QTRY_VERIFY_WITH_TIMEOUT(status.trouble().contains("within the last hour"), patienceMs);
    gateway.problems = R"("tls")";
    QTRY_COMPARE_WITH_TIMEOUT(status.trouble(), QString(), patienceMs);
}

void TestGatewayStatus::remembersOneThatIsGone()
{
    QueuePlace place;
    StoreSession session(place.location());
    GatewayStatus status(session);
    {
        HealthServer gateway;
        gateway.problems = R"("unrecorded")";
        status.setOwnAddress(gateway.address());
        QTRY_VERIFY_WITH_TIMEOUT(!status.trouble().isEmpty(), patienceMs);
    }
    QTRY_VERIFY_WITH_TIMEOUT(status.trouble().contains("does not answer any more"), patienceMs);
    HealthServer next;
    status.setOwnAddress(next.address());
    QTRY_VERIFY_WITH_TIMEOUT(!next.asked.isEmpty(), patienceMs);
    QVERIFY(status.trouble().contains("does not answer any more"));
}

void TestGatewayStatus::asksNobodyElse_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("asked");
    QTest::newRow("loopback") << "127.0.0.1" << true;
    QTest::newRow("everywhere") << "0.0.0.0" << true;
    QTest::newRow("another machine") << "192.0.2.1" << false;
    QTest::newRow("a name") << "gateway.example" << false;
}

void TestGatewayStatus::asksNobodyElse()
{
    QFETCH(QString, address);
    QFETCH(bool, asked);
    HealthServer gateway;
    HealthServer control;
    gateway.problems = R"("fail_open")";
    control.problems = R"("fail_open")";
    GatewayProbe probe;
    probe.setAddresses({QStringLiteral("%1:%2").arg(address).arg(gateway.serverPort()), control.address()});
    QTRY_VERIFY_WITH_TIMEOUT(probe.isTroubled(control.address()), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(probe.isTroubled(gateway.address()), asked, patienceMs);
    QCOMPARE(!gateway.asked.isEmpty(), asked);
}

QTEST_GUILESS_MAIN(TestGatewayStatus)
#include "tst_gateway_status.moc"
