// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the real gateway program.
#include "app/gateway_supervisor.h"
#include "models/store_session.h"
#include "models/system/gateway_status.h"
#include "tests/models/desk_fixture.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace gatehouse::console;
using State = GatewaySupervisor::State;

namespace {

using gatehouse::console::test::patienceMs;

bool answers(const QString &address)
{
    QTcpSocket socket;
    socket.connectToHost(address.section(':', 0, 0), address.section(':', 1).toUShort());
    if (!socket.waitForConnected(patienceMs))
        return false;
    socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return socket.waitForReadyRead(patienceMs) && socket.readAll().startsWith("HTTP/1.1 200");
}

QByteArray ask(const QString &address, std::string_view key)
{
    const QByteArray body = R"({"model":"sandbox-small","messages":[{"role":"user","content":"hello"}]})";
    QTcpSocket socket;
    socket.connectToHost(address.section(':', 0, 0), address.section(':', 1).toUShort());
    if (!socket.waitForConnected(patienceMs))
        return {};
    socket.write(
        "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
        + QByteArray(key.data(), static_cast<qsizetype>(key.size()))
        + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body);
    QByteArray answer;
    while (socket.waitForReadyRead(patienceMs))
        answer += socket.readAll();
    return answer;
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
    void itsUnrecordedAnswersAreKnownAtOnce();

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

// Neither the store nor the journal beside it can be written, and the policy lets calls pass all the same.
void TestGatewaySupervisor::itsUnrecordedAnswersAreKnownAtOnce()
{
    test::DeskPlace place;
    QByteArray policy = test::deskPolicy();
    policy.replace(R"("rules":)", R"("defaults": {"fail_open": true}, "rules":)");
    QVERIFY(gatehouse::store::publishPolicy(place.store(), policy.toStdString(), "open").has_value());
    const auto key = place.issueKey();
    std::signal(SIGXFSZ, SIG_IGN); // the gateway inherits it: a full disk does not kill either
    GatewaySupervisor supervisor(place.location(), GATEHOUSE_CLI);
    supervisor.start("127.0.0.1:0");
    QTRY_VERIFY_WITH_TIMEOUT(supervisor.state() == State::Running, patienceMs);
    StoreSession session(place.location());
    GatewayStatus status(session);
    status.setOwnAddress(supervisor.address());
    {
        gatehouse::store::test::Intruder lock(place.place.store());
        lock.run("BEGIN IMMEDIATE");
        const rlimit none{0, RLIM_INFINITY};
        QCOMPARE(::prlimit(static_cast<pid_t>(supervisor.processId()), RLIMIT_FSIZE, &none, nullptr), 0);
        const QByteArray answer = ask(supervisor.address(), key.text.reveal());
        QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.constData());
        QVERIFY2(answer.toLower().contains("x-gatehouse-recorded: no"), answer.constData());
        QTRY_VERIFY_WITH_TIMEOUT(
            status.trouble().contains("answers calls without recording them"), patienceMs);
        const rlimit any{RLIM_INFINITY, RLIM_INFINITY};
        QCOMPARE(::prlimit(static_cast<pid_t>(supervisor.processId()), RLIMIT_FSIZE, &any, nullptr), 0);
    }
    QTRY_VERIFY_WITH_TIMEOUT(status.trouble().contains("within the last hour"), patienceMs);
}

QTEST_MAIN(TestGatewaySupervisor)
#include "tst_gateway_supervisor.moc"
