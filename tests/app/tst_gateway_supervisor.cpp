// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the real gateway program.
#include "app/gateway_supervisor.h"
#include "models/store_session.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

using namespace gatehouse::console;
using State = GatewaySupervisor::State;

namespace {

constexpr int patienceMs = 20000;

bool answers(const QString &address)
{
    QTcpSocket socket;
    socket.connectToHost(address.section(':', 0, 0), address.section(':', 1).toUShort());
    if (!socket.waitForConnected(patienceMs))
        return false;
    socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return socket.waitForReadyRead(patienceMs) && socket.readAll().startsWith("HTTP/1.1 200");
}

} // namespace

class TestGatewaySupervisor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsServesAndStops();
    void saysWhenTheAddressIsTaken();
    void saysWhenThereIsNoProgram();
    void endsWithItsOwner();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
};

void TestGatewaySupervisor::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = m_folder->filePath("gatehouse.db");
    const auto ready = prepareStore(m_store);
    QVERIFY2(ready.has_value(), ready ? "" : ready.error().line().c_str());
}

void TestGatewaySupervisor::startsServesAndStops()
{
    GatewaySupervisor supervisor(m_store, GATEHOUSE_CLI);
    supervisor.start("127.0.0.1:0");
    QTRY_VERIFY_WITH_TIMEOUT(supervisor.state() == State::Running, patienceMs);
    QVERIFY(supervisor.address().startsWith("127.0.0.1:"));
    QVERIFY(answers(supervisor.address()));
    supervisor.stop();
    QTRY_VERIFY_WITH_TIMEOUT(supervisor.state() == State::Off, patienceMs);
}

void TestGatewaySupervisor::saysWhenTheAddressIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString address = QStringLiteral("127.0.0.1:%1").arg(other.serverPort());
    GatewaySupervisor supervisor(m_store, GATEHOUSE_CLI);
    QSignalSpy taken(&supervisor, &GatewaySupervisor::addressTaken);
    supervisor.start(address);
    QTRY_VERIFY_WITH_TIMEOUT(supervisor.state() == State::Failed, patienceMs);
    QVERIFY2(taken.size() == 1, qPrintable(supervisor.trouble()));
    QCOMPARE(taken.first().first().toString(), address);
    supervisor.start("127.0.0.1:0");
    QTRY_VERIFY_WITH_TIMEOUT(supervisor.state() == State::Running, patienceMs);
}

void TestGatewaySupervisor::saysWhenThereIsNoProgram()
{
    GatewaySupervisor supervisor(m_store, m_folder->filePath("gatehouse"));
    supervisor.start("127.0.0.1:0");
    QTRY_VERIFY_WITH_TIMEOUT(supervisor.state() == State::Failed, patienceMs);
    QVERIFY(!supervisor.trouble().isEmpty());
}

void TestGatewaySupervisor::endsWithItsOwner()
{
    QString address;
    {
        GatewaySupervisor supervisor(m_store, GATEHOUSE_CLI);
        supervisor.start("127.0.0.1:0");
        QTRY_VERIFY_WITH_TIMEOUT(supervisor.state() == State::Running, patienceMs);
        address = supervisor.address();
    }
    QTcpSocket socket;
    socket.connectToHost(address.section(':', 0, 0), address.section(':', 1).toUShort());
    QVERIFY(!socket.waitForConnected(patienceMs));
}

QTEST_MAIN(TestGatewaySupervisor)
#include "tst_gateway_supervisor.moc"
