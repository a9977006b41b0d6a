// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Ten thousand connections beside calls, and one more than there may be.

#include "gateway_place.h"
#include "served_gateway.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <deque>
#include <sys/resource.h>

using namespace gatehouse;
using namespace gatehouse::gateway::test;

namespace {

constexpr int wanted = 10'000;

// Each side has a process of its own.
int affordable()
{
    constexpr rlim_t others = 500;
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<int>(std::min<rlim_t>(limit.rlim_max - others, wanted));
}

// What a process has in memory, in KiB.
long residentKib(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/statm").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').at(1).toLong() * 4;
}

QString configFor(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(QStringLiteral("gateway.json"));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(R"({"limits":{"connections":10200},"timeouts":{"idle_ms":600000}})");
    return path;
}

} // namespace

class TestCrowd : public QObject {
    Q_OBJECT

private slots:
    void answersCallsBesideTenThousandConnections();
    void closesWhatIsOverTheLimit();
};

void TestCrowd::answersCallsBesideTenThousandConnections()
{
    const int count = affordable();
    if (count < wanted)
        qWarning("only %d connections: the hard limit of open files allows no more", count);
    QVERIFY(count >= 200);
    const GatewayPlace place;
    const QTemporaryDir folder;
    ServedGateway served(place, {"--config", configFor(folder)});
    const std::uint16_t port = served.port();
    QVERIFY(port != 0);
    const std::string greeting = "GET /healthz HTTP/1.1\r\nHost: test\r\n\r\n";
    const std::string call = chatRequest(place.key(), chatBody("all together", true));
    const auto answered = [](HttpClient &client, const std::string &request) {
        client.send(request);
        return client.receive().status == 200;
    };
    const qint64 process = served.process().processId();
    HttpClient other(port);
    QVERIFY(answered(other, call));
    const long before = residentKib(process);
    std::deque<HttpClient> idle;
    for (int i = 0; i < count; ++i) {
        idle.emplace_back(port);
        QVERIFY(answered(idle.back(), greeting));
        if (i % 500 == 0)
            QVERIFY(answered(other, call));
    }
    const long with = residentKib(process);
    qInfo("%d idle connections: %ld MiB in all, %.1f KiB each", count, with / 1024,
        static_cast<double>(with - before) / count);
    const auto active = static_cast<std::size_t>(std::min(count, 1000));
    for (std::size_t i = 0; i < active; ++i)
        idle[i].send(call);
    for (std::size_t i = 0; i < active; ++i)
        QCOMPARE(idle[i].receive().status, 200);
    qInfo("after %zu calls at once: %ld MiB in all", active, residentKib(process) / 1024);
    for (HttpClient &client : idle)
        QVERIFY(answered(client, greeting));
}

void TestCrowd::closesWhatIsOverTheLimit()
{
    constexpr std::size_t most = 20;
    GatewayPlace place;
    place.config.limits.connections = most;
    place.start();
    const std::string call = chatRequest(place.key(), chatBody("hello"));
    std::deque<HttpClient> clients;
    for (std::size_t i = 0; i < most; ++i) {
        clients.emplace_back(place.port());
        clients.back().send(call);
        QCOMPARE(clients.back().receive().status, 200);
    }
    for (int i = 0; i < 5; ++i) {
        HttpClient tooMany(place.port());
        tooMany.send(call);
        QCOMPARE(tooMany.receive().status, 0);
        QVERIFY(tooMany.closed());
    }
    QCOMPARE(place.interactions().size(), most);
    // Those that are there stay, and a place that is given up is another's.
    clients.front().send(call);
    QCOMPARE(clients.front().receive().status, 200);
    clients.pop_front();
    bool answered = false;
    QTRY_VERIFY(answered = answered || place.call(call).status == 200);
}

QTEST_GUILESS_MAIN(TestCrowd)
#include "tst_gateway_crowd.moc"
