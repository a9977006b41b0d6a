// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The program itself: how it starts, refuses to start, ends, and what survives when it is killed.

#include "gateway_place.h"
#include "served_gateway.h"
#include "store/limits.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <atomic>
#include <csignal>
#include <mutex>
#include <set>
#include <sqlite3.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::gateway::test;

namespace {

int statusAt(std::uint16_t port, const std::string &key)
{
    HttpClient client(port);
    client.send(chatRequest(key, chatBody("hello")));
    return client.receive().status;
}

} // namespace

class TestGatewayProcess : public QObject {
    Q_OBJECT

private slots:
    void servesAndEndsOnASignal();
    void endsWithItsParent();
    void refusesATakenPort();
    void refusesASecondOnTheSameStore();
    void refusesBadOptions_data();
    void refusesBadOptions();
    void losesNoAnsweredCallWhenKilled_data();
    void losesNoAnsweredCallWhenKilled();
    void losesNothingOnASignalWhereAnswersLead();
    void losesNoBudgetWhenKilled();
    void finishesAStreamBeforeItEnds();
    void tellsTheServiceManager();
    void logsAsJson();
    void listensForMetrics();
};

void TestGatewayProcess::servesAndEndsOnASignal()
{
    const GatewayPlace place;
    ServedGateway served(place);
    const std::uint16_t port = served.port();
    QVERIFY(port != 0);
    QCOMPARE(statusAt(port, place.key()), 200);
    served.signal(SIGTERM);
    QCOMPARE(served.exitCode(), 0);
    const QByteArray errors = served.errors();
    QVERIFY2(!errors.contains(place.key().c_str()), errors);
}

void TestGatewayProcess::endsWithItsParent()
{
    const GatewayPlace place;
    ServedGateway served(place, {"--exit-with-parent"});
    QVERIFY(served.port() != 0);
    served.process().closeWriteChannel();
    QCOMPARE(served.exitCode(), 0);
}

void TestGatewayProcess::refusesATakenPort()
{
    const GatewayPlace place, other;
    ServedGateway first(place);
    const QString address = "127.0.0.1:" + QString::number(first.port());
    ServedGateway second(other, {"--listen", address});
    QCOMPARE(second.exitCode(), 3);
    const QByteArray errors = second.errors();
    QVERIFY2(errors.contains(address.toLatin1()) && errors.count('\n') == 1, errors);
}

void TestGatewayProcess::refusesASecondOnTheSameStore()
{
    const GatewayPlace place;
    ServedGateway first(place);
    QVERIFY(first.port() != 0);
    ServedGateway second(place);
    QCOMPARE(second.exitCode(), 3);
    QVERIFY(second.errors().contains("PostgreSQL"));
    first.signal(SIGKILL);
    QCOMPARE(first.exitCode(), -1);
    ServedGateway third(place);
    QVERIFY(third.port() != 0);
}

void TestGatewayProcess::refusesBadOptions_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("public") << QStringList{"--listen", "0.0.0.0:0"};
    QTest::newRow("no such file") << QStringList{"--config", "/nonexistent.json"};
    QTest::newRow("no address") << QStringList{"--listen", "nowhere"};
    QTest::newRow("no such durability") << QStringList{"--durability", "none"};
    QTest::newRow("half of TLS") << QStringList{"--tls-cert", "c.pem"};
}

void TestGatewayProcess::refusesBadOptions()
{
    QFETCH(QStringList, options);
    const GatewayPlace place;
    ServedGateway served(place, options);
    QCOMPARE(served.exitCode(), 2);
    QCOMPARE(served.errors().isEmpty(), false);
}

void TestGatewayProcess::losesNoAnsweredCallWhenKilled_data()
{
    QTest::addColumn<bool>("locked");
    QTest::newRow("while it writes to the store") << false;
    QTest::newRow("while it writes to the local journal") << true;
}

void TestGatewayProcess::losesNoAnsweredCallWhenKilled()
{
    QFETCH(bool, locked);
    GatewayPlace place;
    sqlite3 *other = nullptr;
    QCOMPARE(sqlite3_open(place.location().c_str(), &other), SQLITE_OK);
    // As the store's own connections wait: a busy gateway leaves the lock free for moments that SQLite's
    // longer and longer pauses miss for seconds.
    const auto waitShortly = [](void *, int attempt) {
        std::this_thread::sleep_for(std::chrono::microseconds(500));
        return attempt < 60'000 ? 1 : 0;
    };
    sqlite3_busy_handler(other, waitShortly, nullptr);
    std::set<std::string> answered; // guarded by mutex
    std::mutex mutex;
    std::atomic<int> count{0};
    {
        ServedGateway served(place);
        const std::uint16_t port = served.port();
        QVERIFY(port != 0);
        constexpr int callerCount = 4;
        std::vector<std::thread> callers;
        callers.reserve(callerCount);
        for (int i = 0; i < callerCount; ++i) {
            callers.emplace_back([&, stream = i % 2 == 0] {
                for (bool alive = true; alive;) {
                    HttpClient client(port);
                    client.send(chatRequest(place.key(), chatBody("call " + std::to_string(count), stream)));
                    const HttpAnswer answer = client.receive();
                    alive = answer.status == 200 && answer.whole;
                    const std::lock_guard lock(mutex);
                    // Its first bytes are an answer too: the record must be there even when the rest never
                    // came.
                    if (answer.status == 200)
                        answered.insert(answer.field("x-gatehouse-interaction"));
                    ++count;
                }
            });
        }
        QTRY_VERIFY_WITH_TIMEOUT(count >= 50, 30000);
        if (locked)
            QCOMPARE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
        QTRY_VERIFY_WITH_TIMEOUT(count >= 200, 30000);
        served.signal(SIGKILL);
        for (std::thread &caller : callers)
            caller.join();
    }
    sqlite3_close(other);
    place.start(); // what is found pending becomes interrupted
    std::set<std::string> recorded;
    for (const auto &row : place.interactions()) {
        QVERIFY(recorded.insert(row.id.value).second);
        QVERIFY(row.outcome == store::Outcome::Completed || row.outcome == store::Outcome::Interrupted);
    }
    QVERIFY(answered.size() >= 190U);
    for (const std::string &id : answered)
        QVERIFY2(recorded.contains(id), id.c_str());
}

void TestGatewayProcess::losesNothingOnASignalWhereAnswersLead()
{
    GatewayPlace place;
    std::set<std::string> answered;
    {
        ServedGateway served(place, {"--durability", "grouped"});
        const std::uint16_t port = served.port();
        QVERIFY(port != 0);
        HttpClient asking(port);
        asking.send("GET /readyz HTTP/1.1\r\nHost: test\r\n\r\n");
        QCOMPARE(asking.receive().json("durability"), std::string("grouped"));
        HttpClient client(port);
        for (int i = 0; i < 60; ++i) {
            client.send(chatRequest(place.key(), chatBody(i % 3 == 0 ? "blockword" : "hello", i % 2 == 0)));
            const HttpAnswer answer = client.receive();
            QCOMPARE(answer.status, i % 3 == 0 ? 400 : 200);
            answered.insert(answer.field("x-gatehouse-interaction"));
        }
        served.signal(SIGTERM);
        QCOMPARE(served.exitCode(), 0);
        const QByteArray errors = served.errors();
        QVERIFY2(errors.contains("durability is grouped"), errors);
    }
    std::set<std::string> recorded;
    for (const auto &row : place.interactions()) {
        QVERIFY(row.outcome == store::Outcome::Completed || row.outcome == store::Outcome::Refused);
        recorded.insert(row.id.value);
    }
    QCOMPARE(answered.size(), std::size_t{60});
    QVERIFY(recorded == answered);
}

void TestGatewayProcess::losesNoBudgetWhenKilled()
{
    GatewayPlace place;
    const auto key = place.issueKey([](auto &request) { request.limits = {*parseLimit("5usd/day")}; });
    const std::string text(key.text.reveal());
    std::atomic<int> count{0};
    {
        ServedGateway served(place);
        const std::uint16_t port = served.port();
        QVERIFY(port != 0);
        std::vector<std::thread> callers;
        for (int i = 0; i < 4; ++i)
            callers.emplace_back([&] {
                while (statusAt(port, text) == 200)
                    ++count;
            });
        HttpClient slow(port);
        slow.send(chatRequest(text, chatBody("sandbox: long 9000, pace 50ms", true)));
        QVERIFY(slow.receiveUntil("data:"));
        QTRY_VERIFY_WITH_TIMEOUT(count >= 40, 30000);
        served.signal(SIGKILL);
        for (std::thread &caller : callers)
            caller.join();
    }
    place.start();
    std::int64_t spent = 0, interrupted = 0;
    for (const auto &row : place.interactions()) {
        spent += row.costUusd;
        if (row.outcome == store::Outcome::Interrupted) {
            ++interrupted;
            QCOMPARE(row.costUusd, place.detail(row.id).reserved.costUusd);
        }
    }
    QVERIFY(interrupted >= 1);
    const auto states = store::limitStates(place.store(), {key.row});
    QVERIFY(states);
    QCOMPARE(states->front().front().used, spent);
}

void TestGatewayProcess::finishesAStreamBeforeItEnds()
{
    GatewayPlace place;
    ServedGateway served(place);
    HttpClient client(served.port());
    client.send(chatRequest(place.key(), chatBody("sandbox: long 300, pace 2ms", true)));
    QVERIFY(client.receiveUntil("goes"));
    served.signal(SIGINT);
    const HttpAnswer answer = client.receive();
    QVERIFY(answer.whole && answer.body.ends_with("data: [DONE]\n\n"));
    QCOMPARE(served.exitCode(), 0);
    QCOMPARE(place.newest().outcome, store::Outcome::Completed);
}

namespace {

// What a service manager hears, as systemd's sd_notify(3) says it.
class ServiceManagerSocket {
public:
    ServiceManagerSocket()
    {
        m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        sockaddr_un name{};
        name.sun_family = AF_UNIX;
        const QByteArray path = m_folder.filePath("notify").toLocal8Bit();
        qstrncpy(name.sun_path, path.constData(), sizeof name.sun_path);
        const timeval limit{20, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        if (::bind(m_socket, reinterpret_cast<const sockaddr *>(&name), sizeof name) != 0)
            qFatal("the test's service manager cannot listen");
        qputenv("NOTIFY_SOCKET", path);
    }
    ~ServiceManagerSocket()
    {
        qunsetenv("NOTIFY_SOCKET");
        ::close(m_socket);
    }
    ServiceManagerSocket(const ServiceManagerSocket &) = delete;
    ServiceManagerSocket &operator=(const ServiceManagerSocket &) = delete;

    // True once a message that begins so was heard; others may come before.
    bool hears(const QByteArray &wanted) const
    {
        for (;;) {
            char bytes[512];
            const ssize_t size = ::recv(m_socket, bytes, sizeof bytes, 0);
            if (size <= 0)
                return false;
            if (QByteArray(bytes, size).startsWith(wanted))
                return true;
        }
    }

private:
    QTemporaryDir m_folder;
    int m_socket = -1;
};

QString configFile(const QTemporaryDir &folder, const QByteArray &json)
{
    QFile file(folder.filePath("gateway.json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        qFatal("the configuration cannot be written");
    return file.fileName();
}

} // namespace

void TestGatewayProcess::tellsTheServiceManager()
{
    const GatewayPlace place;
    const ServiceManagerSocket manager;
    qputenv("WATCHDOG_USEC", "200000");
    ServedGateway served(place);
    qunsetenv("WATCHDOG_USEC");
    QVERIFY(served.port() != 0);
    QVERIFY(manager.hears("READY=1"));
    QVERIFY(manager.hears("WATCHDOG=1"));
    QVERIFY(manager.hears("WATCHDOG=1"));
    served.signal(SIGHUP);
    QVERIFY(manager.hears("RELOADING=1\nMONOTONIC_USEC="));
    QVERIFY(manager.hears("READY=1"));
    served.signal(SIGTERM);
    QVERIFY(manager.hears("STOPPING=1"));
    QCOMPARE(served.exitCode(), 0);
}

void TestGatewayProcess::logsAsJson()
{
    const GatewayPlace place;
    const QTemporaryDir folder;
    ServedGateway served(place, {"--config", configFile(folder, R"({"log":{"format":"json"}})")});
    const std::uint16_t port = served.port();
    QCOMPARE(statusAt(port, place.key()), 200);
    served.signal(SIGTERM);
    QCOMPARE(served.exitCode(), 0);
    const QList<QByteArray> lines = served.errors().trimmed().split('\n');
    QVERIFY(!lines.first().isEmpty());
    for (const QByteArray &line : lines) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        QCOMPARE(entry.keys(), (QStringList{"level", "message", "time"}));
    }
}

void TestGatewayProcess::listensForMetrics()
{
    const GatewayPlace place;
    ServedGateway served(place, {"--metrics-listen", "127.0.0.1:0"});
    QTRY_VERIFY_WITH_TIMEOUT(served.process().canReadLine(), 20000);
    const auto said = QJsonDocument::fromJson(served.process().readLine()).object();
    HttpClient client(said["metrics"].toString().section(':', -1).toUShort());
    client.send("GET /metrics HTTP/1.1\r\nHost: test\r\n\r\n");
    QVERIFY(client.receive().body.find("gatehouse_build_info") != std::string::npos);
    ServedGateway second(place, {"--metrics-listen", "nowhere"});
    QCOMPARE(second.exitCode(), 2);
}

QTEST_GUILESS_MAIN(TestGatewayProcess)
#include "tst_gateway_process.moc"
