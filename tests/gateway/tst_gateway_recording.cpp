// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Nothing is answered that is not recorded: the store fails under a running gateway, then the local journal
// too.

#include "gateway_place.h"
#include "store/maintenance.h"

#include <QtTest>
#include <csignal>
#include <filesystem>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>

using namespace gatehouse;
using namespace gatehouse::gateway::test;

namespace {

constexpr int patience = 20'000;

// Another program that has the store to itself.
class StoreLock {
public:
    explicit StoreLock(const GatewayPlace &place)
    {
        sqlite3_open(place.location().c_str(), &m_database);
        sqlite3_busy_timeout(m_database, 5000);
        if (sqlite3_exec(m_database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("the store could not be locked");
    }
    ~StoreLock() { sqlite3_close(m_database); }
    StoreLock(const StoreLock &) = delete;
    StoreLock &operator=(const StoreLock &) = delete;

private:
    sqlite3 *m_database = nullptr;
};

// No file of this process grows: not even the local journal has room.
class NoSpace {
public:
    NoSpace()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{0, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~NoSpace() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    NoSpace(const NoSpace &) = delete;
    NoSpace &operator=(const NoSpace &) = delete;

private:
    rlimit m_before{};
};

std::string openPolicy()
{
    std::string policy = testPolicy();
    const std::string defaults = R"("defaults":{)";
    policy.replace(policy.find(defaults), defaults.size(), defaults + R"("fail_open":true,)");
    return policy;
}

std::string healthOf(const GatewayPlace &place)
{
    return place.call("GET /healthz HTTP/1.1\r\nHost: test\r\n\r\n").json("status");
}

} // namespace

class TestGatewayRecording : public QObject {
    Q_OBJECT

private slots:
    void answersFromTheLocalJournal();
    void refusesWhenNothingTakesRecords();
    void lettingAnswersLeadRecordsTheSame();
    void answersUnrecordedWhereThePolicySaysSo();
    void saysWithinAStreamThatItIsNotRecorded();
    void doesNotReleaseUnrecorded();
    void doesNotStartOnAReadOnlyStore();
};

void TestGatewayRecording::answersFromTheLocalJournal()
{
    GatewayPlace place;
    place.start();
    std::vector<std::string> answered;
    {
        const StoreLock lock(place);
        for (const char *text : {"hello", "blockword", "maskword"}) {
            for (const bool stream : {false, true}) {
                const HttpAnswer answer = place.ask(text, stream);
                QCOMPARE(answer.status, std::string(text) == "blockword" ? 400 : 200);
                QVERIFY(answer.whole);
                QCOMPARE(answer.field("x-gatehouse-recorded"), std::string());
                answered.push_back(answer.field("x-gatehouse-interaction"));
            }
        }
        QCOMPARE(place.call(getRequest(place.key(), "/v1/models")).status, 200);
        QCOMPARE(healthOf(place), std::string("degraded"));
        QCOMPARE(place.interactions().size(), std::size_t{0});
    }
    QTRY_COMPARE_WITH_TIMEOUT(healthOf(place), std::string("ok"), patience);
    const auto rows = place.interactions();
    QCOMPARE(rows.size(), answered.size() + 1);
    for (const auto &row : rows)
        QVERIFY(row.outcome != store::Outcome::Pending);
    for (const std::string &id : answered)
        QVERIFY2(std::any_of(rows.begin(), rows.end(), [&](const auto &row) { return row.id.value == id; }),
            id.c_str());
}

void TestGatewayRecording::refusesWhenNothingTakesRecords()
{
    GatewayPlace place;
    place.start();
    {
        const StoreLock lock(place);
        const NoSpace none;
        for (const char *text : {"hello", "blockword"}) {
            for (const bool stream : {false, true}) {
                const HttpAnswer answer = place.ask(text, stream);
                QCOMPARE(answer.status, 503);
                QCOMPARE(answer.json("error.code"), std::string("store_unavailable"));
                QCOMPARE(answer.field("x-should-retry"), std::string("false"));
            }
        }
        QCOMPARE(place.call(getRequest(place.key(), "/v1/models")).status, 503);
    }
    QTRY_COMPARE_WITH_TIMEOUT(place.ask("hello").status, 200, patience);
    QTRY_COMPARE_WITH_TIMEOUT(healthOf(place), std::string("ok"), patience);
}

void TestGatewayRecording::lettingAnswersLeadRecordsTheSame()
{
    GatewayPlace place;
    place.config.durability.grouped = true;
    place.start();
    std::vector<std::string> answered;
    for (const char *text : {"hello", "blockword", "maskword", "stopword"}) {
        for (const bool stream : {false, true})
            answered.push_back(place.ask(text, stream).field("x-gatehouse-interaction"));
    }
    const auto settled = [&] {
        const auto rows = place.interactions();
        return rows.size() == answered.size() && std::none_of(rows.begin(), rows.end(), [](const auto &row) {
            return row.outcome == store::Outcome::Pending;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(settled(), patience);
    for (const std::string &id : answered)
        QVERIFY(!place.detail(InteractionId{id}).checks.empty());
    // Where nothing can be recorded any more, it comes to the same: nobody is answered.
    {
        const StoreLock lock(place);
        const NoSpace none;
        QTRY_COMPARE_WITH_TIMEOUT(place.ask("hello").status, 503, patience);
    }
    QTRY_COMPARE_WITH_TIMEOUT(place.ask("hello").status, 200, patience);
}

void TestGatewayRecording::answersUnrecordedWhereThePolicySaysSo()
{
    GatewayPlace place(openPolicy());
    place.start();
    {
        const StoreLock lock(place);
        const NoSpace none;
        for (const bool stream : {false, true}) {
            const HttpAnswer answer = place.ask("hello", stream);
            QCOMPARE(answer.status, 200);
            QVERIFY(answer.whole);
            QCOMPARE(answer.field("x-gatehouse-recorded"), std::string("no"));
        }
        const HttpAnswer blocked = place.ask("blockword");
        QCOMPARE(blocked.status, 400);
        QCOMPARE(blocked.field("x-gatehouse-recorded"), std::string("no"));
        const HttpAnswer models = place.call(getRequest(place.key(), "/v1/models"));
        QCOMPARE(models.field("x-gatehouse-recorded"), std::string("no"));
        QCOMPARE(healthOf(place), std::string("degraded"));
        const std::string health = place.call(getRequest(place.key(), "/healthz")).body;
        QVERIFY2(health.find(R"("unrecorded","fail_open")") != std::string::npos, health.c_str());
    }
    // The heartbeat tells of it as soon as it reaches the store again.
    const auto told = [&] {
        const auto beats = store::liveGateways(place.store());
        return beats && !beats->empty()
            && beats->front().degraded.find("4 calls were answered unrecorded") != std::string::npos;
    };
    QTRY_VERIFY_WITH_TIMEOUT(told(), patience);
    QCOMPARE(place.ask("hello").field("x-gatehouse-recorded"), std::string());
}

void TestGatewayRecording::saysWithinAStreamThatItIsNotRecorded()
{
    GatewayPlace place(openPolicy());
    place.start();
    HttpClient client(place.port());
    client.send(chatRequest(place.key(), chatBody("sandbox: long 2000, pace 1ms", true)));
    QVERIFY(client.receiveUntil("goes"));
    const StoreLock lock(place);
    const NoSpace none;
    const HttpAnswer answer = client.receive();
    QVERIFY(answer.whole);
    QCOMPARE(answer.field("x-gatehouse-recorded"), std::string());
    QVERIFY(answer.body.find(": x-gatehouse-recorded: no\n\n") != std::string::npos);
    QVERIFY(answer.body.ends_with("data: [DONE]\n\n"));
}

// A permit that could be used twice would be worse than a call that waits.
void TestGatewayRecording::doesNotReleaseUnrecorded()
{
    GatewayPlace place(openPolicy());
    place.start();
    const StoreLock lock(place);
    const HttpAnswer answer = place.ask("holdword");
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.json("error.code"), std::string("store_unavailable"));
}

// A file system that cannot be written stops root as well.
void TestGatewayRecording::doesNotStartOnAReadOnlyStore()
{
    GatewayPlace place;
    const std::string folder = std::filesystem::path(place.location()).parent_path();
    if (::mount(folder.c_str(), folder.c_str(), nullptr, MS_BIND, nullptr) != 0)
        QSKIP("this user may not mount a file system");
    const int made = ::mount(nullptr, folder.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr);
    const auto refused = gateway::Gateway::start(place.config, place.location());
    // SQLite may keep a file open until the place's own connection to it is done.
    ::umount2(folder.c_str(), MNT_DETACH);
    QCOMPARE(made, 0);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unreachable);
    // Nothing is harmed by having tried.
    place.start();
    QCOMPARE(place.ask("hello").status, 200);
    QCOMPARE(place.newest().outcome, store::Outcome::Completed);
}

QTEST_GUILESS_MAIN(TestGatewayRecording)
#include "tst_gateway_recording.moc"
