// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Traces and alerts reach those who want them, hold nothing they must not, and never hold up a call.

#include "gateway/observe/call_span.h"
#include "gateway/observe/outbox.h"
#include "gateway/observe/syslog_sender.h"
#include "gateway_place.h"
#include "test_collector.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

using namespace gatehouse;
using namespace gatehouse::gateway;
using namespace gatehouse::gateway::test;

namespace {

constexpr int patience = 20'000;

QJsonObject parsed(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

// The spans of all bodies of a collector, in the order they came.
QList<QJsonObject> spansAt(const TestCollector &collector)
{
    QList<QJsonObject> spans;
    for (const std::string &body : collector.bodies()) {
        const QJsonObject resource = parsed(body)["resourceSpans"].toArray().first().toObject();
        for (const QJsonValue &span : resource["scopeSpans"].toArray().first().toObject()["spans"].toArray())
            spans << span.toObject();
    }
    return spans;
}

QVariant attribute(const QJsonObject &span, const QString &key)
{
    for (const QJsonValue &each : span["attributes"].toArray()) {
        if (each.toObject()["key"].toString() == key)
            return each.toObject()["value"].toObject().begin().value().toVariant();
    }
    return {};
}

AlertConfig webhookAt(const TestCollector &collector)
{
    AlertConfig alert;
    alert.name = "hook";
    alert.url = collector.url("/alerts");
    alert.retryPause = Millis(10);
    return alert;
}

} // namespace

class TestGatewayObserver : public QObject {
    Q_OBJECT

private slots:
    void tracesCalls();
    void continuesTheTraceOfItsCaller();
    void readsTraceParents_data();
    void readsTraceParents();
    void dropsTracesNobodyTakes();
    void alertsByWebhook();
    void sendsTheTokenOfAWebhook();
    void alertsBySeverity();
    void triesAgainAndGivesUp();
    void appendsOcsfEvents();
    void writesSyslog_data();
    void writesSyslog();
    void refusesSyslogAddresses_data();
    void refusesSyslogAddresses();
};

void TestGatewayObserver::tracesCalls()
{
    const TestCollector collector;
    GatewayPlace place;
    place.config.tracesEndpoint = collector.url("/v1/traces");
    place.start();
    const HttpAnswer plain = place.ask("a very private sentence with maskword");
    (void)place.ask("blockword", true);
    QTRY_COMPARE_WITH_TIMEOUT(spansAt(collector).size(), 2, patience);
    QCOMPARE(collector.lastTarget(), std::string("/v1/traces"));
    QCOMPARE(collector.lastField("content-type"), std::string("application/json"));
    const QJsonObject span = spansAt(collector).first(), blocked = spansAt(collector).last();
    QCOMPARE(span["name"].toString(), QString("chat sandbox-small"));
    QCOMPARE(span["traceId"].toString().size(), 32);
    QCOMPARE(span["spanId"].toString().size(), 16);
    QVERIFY(
        span["endTimeUnixNano"].toString().toLongLong() > span["startTimeUnixNano"].toString().toLongLong());
    QCOMPARE(attribute(span, "gen_ai.operation.name").toString(), QString("chat"));
    QCOMPARE(attribute(span, "gen_ai.request.model").toString(), QString("sandbox-small"));
    QCOMPARE(attribute(span, "gen_ai.provider.name").toString(), QString("sandbox"));
    QVERIFY(attribute(span, "gen_ai.usage.output_tokens").toString().toInt() > 0);
    QCOMPARE(attribute(span, "gatehouse.interaction").toString().toStdString(),
        plain.field("x-gatehouse-interaction"));
    QCOMPARE(attribute(span, "gatehouse.verdict").toString(), QString("masked"));
    QCOMPARE(attribute(blocked, "error.type").toString(), QString("content_policy"));
    QCOMPARE(blocked["status"].toObject()["code"].toInt(), 2);
    QVERIFY(!blocked["events"].toArray().isEmpty());
    for (const std::string &body : collector.bodies()) {
        QVERIFY(body.find("private") == std::string::npos);
        QVERIFY(body.find(place.key().substr(20)) == std::string::npos);
    }
}

void TestGatewayObserver::continuesTheTraceOfItsCaller()
{
    const TestCollector collector;
    GatewayPlace place;
    place.config.tracesEndpoint = collector.url("/v1/traces");
    place.start();
    const auto askWithin = [&](const std::string &parent) {
        std::string request = chatRequest(place.key(), chatBody("hello"));
        request.insert(request.find("\r\n") + 2, "traceparent: " + parent + "\r\n");
        QCOMPARE(place.call(request).status, 200);
    };
    askWithin(
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"); // its caller does not want it traced
    askWithin("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    QTRY_COMPARE_WITH_TIMEOUT(spansAt(collector).size(), 1, patience);
    QCOMPARE(spansAt(collector).first()["traceId"].toString(), QString("4bf92f3577b34da6a3ce929d0e0e4736"));
    QCOMPARE(spansAt(collector).first()["parentSpanId"].toString(), QString("00f067aa0ba902b7"));
}

void TestGatewayObserver::readsTraceParents_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("good");
    const QString trace = "4bf92f3577b34da6a3ce929d0e0e4736", span = "00f067aa0ba902b7";
    QTest::newRow("good") << "00-" + trace + "-" + span + "-01" << true;
    QTest::newRow("a later version") << "cc-" + trace + "-" + span + "-01-what-comes" << true;
    QTest::newRow("this version and more") << "00-" + trace + "-" + span + "-01-more" << false;
    QTest::newRow("nothing") << "" << false;
    QTest::newRow("capitals") << "00-" + trace.toUpper() + "-" + span + "-01" << false;
    QTest::newRow("no trace") << "00-" + QString(32, '0') + "-" + span + "-01" << false;
    QTest::newRow("no span") << "00-" + trace + "-" + QString(16, '0') + "-01" << false;
    QTest::newRow("the forbidden version") << "ff-" + trace + "-" + span + "-01" << false;
    QTest::newRow("cut off") << "00-" + trace + "-" + span << false;
}

void TestGatewayObserver::readsTraceParents()
{
    QFETCH(QString, field);
    QFETCH(bool, good);
    QCOMPARE(parseTraceParent(field.toStdString()).has_value(), good);
}

void TestGatewayObserver::dropsTracesNobodyTakes()
{
    OutboxLimits limits;
    limits.waiting = 3;
    limits.gather = std::chrono::milliseconds(0);
    limits.attempts = 2;
    limits.firstPause = std::chrono::milliseconds(1);
    std::atomic<bool> open{false};
    Outbox<int> outbox(
        limits, [&](const std::vector<int> &) { return open ? Delivered::Yes : Delivered::Never; });
    for (int i = 0; i < 1000; ++i)
        outbox.put(i);
    QTRY_COMPARE_WITH_TIMEOUT(outbox.counts().waiting, 0, patience);
    QCOMPARE(outbox.counts().dropped + outbox.counts().dead, 1000);
    QVERIFY(outbox.counts().dropped > 0);
    open = true;
    outbox.put(1);
    QTRY_COMPARE_WITH_TIMEOUT(outbox.counts().sent, 1, patience);
}

void TestGatewayObserver::alertsByWebhook()
{
    const TestCollector collector;
    GatewayPlace place;
    place.config.alerts = {webhookAt(collector)};
    place.start();
    (void)place.ask("hello");
    const HttpAnswer answer = place.ask("a private blockword");
    QTRY_COMPARE_WITH_TIMEOUT(collector.bodies().size(), std::size_t{1}, patience);
    const std::string body = collector.bodies().front();
    const QJsonObject alert = parsed(body);
    QCOMPARE(alert["type"].toString(), QString("gatehouse.alert"));
    QCOMPARE(alert["interaction"].toString().toStdString(), answer.field("x-gatehouse-interaction"));
    QCOMPARE(alert["verdict"].toString(), QString("blocked"));
    QCOMPARE(alert["severity"].toString(), QString("high"));
    QCOMPARE(alert["team"].toString(), QString("payments"));
    QCOMPARE(alert["rules"].toArray().first().toObject()["rule"].toString(), QString("no-blockword"));
    QVERIFY(body.find("private") == std::string::npos);
}

void TestGatewayObserver::sendsTheTokenOfAWebhook()
{
    const TestCollector collector;
    const QTemporaryDir folder;
    QFile file(folder.filePath("token"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hook-token\n") > 0);
    file.close();
    GatewayPlace place;
    AlertConfig alert = webhookAt(collector);
    alert.tokenFile = file.fileName().toStdString();
    place.config.alerts = {alert};
    place.start();
    (void)place.ask("blockword");
    QTRY_COMPARE_WITH_TIMEOUT(
        collector.lastField("authorization"), std::string("Bearer hook-token"), patience);
    place.config.alerts.front().tokenFile = "/nonexistent";
    const auto refused = Gateway::start(place.config, place.location() + ".other");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
}

void TestGatewayObserver::alertsBySeverity()
{
    const TestCollector all, critical;
    GatewayPlace place;
    AlertConfig low = webhookAt(all), high = webhookAt(critical);
    low.least = Severity::Low;
    high.name = "critical";
    high.least = Severity::Critical;
    place.config.alerts = {low, high};
    place.start();
    (void)place.ask("blockword");
    QTRY_COMPARE_WITH_TIMEOUT(all.bodies().size(), std::size_t{1}, patience);
    place.stop(); // delivers what waits
    QVERIFY(critical.bodies().empty());
}

void TestGatewayObserver::triesAgainAndGivesUp()
{
    TestCollector collector;
    collector.answerWith(503);
    GatewayPlace place;
    AlertConfig alert = webhookAt(collector);
    alert.attempts = 3;
    place.config.alerts = {alert};
    place.config.metricsListen = Address{"127.0.0.1", 0};
    place.start();
    (void)place.ask("blockword");
    QTRY_COMPARE_WITH_TIMEOUT(collector.bodies().size(), std::size_t{3}, patience);
    const auto figures = [&] {
        HttpClient client(place.gateway().metricsAddress()->port);
        client.send("GET /metrics HTTP/1.1\r\nHost: test\r\n\r\n");
        return client.receive().body;
    };
    QTRY_VERIFY_WITH_TIMEOUT(
        figures().find(R"(gatehouse_deliveries_total{target="hook",result="dead"} 1)") != std::string::npos,
        patience);
    collector.answerWith(400); // will not get better
    (void)place.ask("blockword");
    QTRY_VERIFY_WITH_TIMEOUT(
        figures().find(R"(gatehouse_deliveries_total{target="hook",result="dead"} 2)") != std::string::npos,
        patience);
    QCOMPARE(collector.bodies().size(), std::size_t{4});
    collector.answerWith(202);
    (void)place.ask("blockword");
    QTRY_VERIFY_WITH_TIMEOUT(
        figures().find(R"(gatehouse_deliveries_total{target="hook",result="sent"} 1)") != std::string::npos,
        patience);
}

void TestGatewayObserver::appendsOcsfEvents()
{
    const QTemporaryDir folder;
    GatewayPlace place;
    AlertConfig alert;
    alert.kind = AlertConfig::Kind::Ocsf;
    alert.name = "ocsf";
    alert.file = folder.filePath("events.json").toStdString();
    place.config.alerts = {alert};
    place.start();
    (void)place.ask("blockword");
    (void)place.ask("blockword");
    place.stop(); // delivers what waits
    QFile file(folder.filePath("events.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject event = QJsonDocument::fromJson(lines.first()).object();
    QCOMPARE(event["class_uid"].toInt(), 2004);
    QCOMPARE(event["type_uid"].toInt(), 200401);
    QCOMPARE(event["severity_id"].toInt(), 4);
    QCOMPARE(event["metadata"].toObject()["version"].toString(), QString("1.3.0"));
    QVERIFY(event["time"].toDouble() > 1.6e12);
    QVERIFY(!event["finding_info"].toObject()["uid"].toString().isEmpty());
}

namespace {

// Somebody who takes datagrams, or one TCP connection.
class SyslogServer {
public:
    explicit SyslogServer(const QString &transport, const QString &folder)
        : m_stream(transport == "tcp")
    {
        if (transport == "unix") {
            m_socket = ::socket(AF_UNIX, SOCK_DGRAM, 0);
            sockaddr_un name{};
            name.sun_family = AF_UNIX;
            const QByteArray path = (folder + "/log").toLocal8Bit();
            qstrncpy(name.sun_path, path.constData(), sizeof name.sun_path);
            bound(reinterpret_cast<const sockaddr *>(&name), sizeof name);
            m_address = "unix:" + path.toStdString();
        } else {
            m_socket = ::socket(AF_INET, m_stream ? SOCK_STREAM : SOCK_DGRAM, 0);
            sockaddr_in name{};
            name.sin_family = AF_INET;
            name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            bound(reinterpret_cast<const sockaddr *>(&name), sizeof name);
            socklen_t size = sizeof name;
            ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&name), &size);
            m_address = transport.toStdString() + "://127.0.0.1:" + std::to_string(ntohs(name.sin_port));
        }
        if (m_stream)
            ::listen(m_socket, 1);
    }
    ~SyslogServer() { ::close(m_socket); }
    SyslogServer(const SyslogServer &) = delete;
    SyslogServer &operator=(const SyslogServer &) = delete;

    [[nodiscard]] const std::string &address() const { return m_address; }
    // The next message, as it came over the wire.
    std::string take() const
    {
        const timeval limit{20, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        const int from = m_stream ? ::accept(m_socket, nullptr, nullptr) : m_socket;
        char bytes[8192];
        const ssize_t size = ::recv(from, bytes, sizeof bytes, 0);
        if (m_stream)
            ::close(from);
        return size > 0 ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
    }

private:
    void bound(const sockaddr *name, socklen_t size) const
    {
        if (::bind(m_socket, name, size) != 0)
            qFatal("the test's syslog server cannot listen");
    }
    bool m_stream;
    int m_socket = -1;
    std::string m_address;
};

} // namespace

void TestGatewayObserver::writesSyslog_data()
{
    QTest::addColumn<QString>("transport");
    for (const char *transport : {"udp", "tcp", "unix"})
        QTest::newRow(transport) << QString(transport);
}

void TestGatewayObserver::writesSyslog()
{
    QFETCH(QString, transport);
    const QTemporaryDir folder;
    const SyslogServer server(transport, folder.path());
    GatewayPlace place;
    AlertConfig alert;
    alert.kind = AlertConfig::Kind::Syslog;
    alert.name = "syslog";
    alert.address = server.address();
    place.config.alerts = {alert};
    place.start();
    (void)place.ask("a private blockword");
    QString message = QString::fromStdString(server.take());
    if (transport == "tcp") {
        const qsizetype space = message.indexOf(' ');
        QCOMPARE(message.left(space).toInt(), message.size() - space - 1);
        message = message.mid(space + 1);
    }
    // Facility 10, severity 3: high.
    static const QRegularExpression form(
        R"re(^<83>1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z \S+ gatehouse \d+ blocked \[gatehouse@32473 interaction="[0-9a-f-]{36}" .*rule="no-blockword"\] A model call was blocked by rule no-blockword$)re");
    QVERIFY2(form.match(message).hasMatch(), qPrintable(message));
    QVERIFY(!message.contains("private"));
}

void TestGatewayObserver::refusesSyslogAddresses_data()
{
    QTest::addColumn<QByteArray>("address");
    for (const char *address :
        {"", "127.0.0.1:514", "udp://", "udp://host", "tcp://:601", "udp://host:port", "unix:"})
        QTest::newRow(address) << QByteArray(address);
}

void TestGatewayObserver::refusesSyslogAddresses()
{
    QFETCH(QByteArray, address);
    const auto sender = SyslogSender::to(address.toStdString());
    QVERIFY(!sender);
    QCOMPARE(sender.error().kind, ErrorKind::InvalidInput);
}

QTEST_GUILESS_MAIN(TestGatewayObserver)
#include "tst_gateway_observer.moc"
