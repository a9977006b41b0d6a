// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Gateways whose store is a PostgreSQL database: several at once, and what happens when it goes away.
#include "own_server.h"
#include "served_gateway.h"
#include "store/audit.h"
#include "store/maintenance.h"
#include "store/people.h"
#include "tests/store/postgres_cluster.h"

#include <QtTest>
#include <set>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::Outcome;
using store::test::PostgresCluster;

namespace {

constexpr int patience = 30'000;

int statusAt(std::uint16_t port, const std::string &key)
{
    HttpClient client(port);
    client.send(chatRequest(key, chatBody("hello", false)));
    return client.receive().status;
}

QByteArray runProgram(const QStringList &arguments, int expected)
{
    QProcess program;
    program.start(GATEHOUSE_PROGRAM, arguments);
    program.waitForFinished(patience);
    const QByteArray output = program.readAllStandardOutput() + program.readAllStandardError();
    if (program.exitStatus() != QProcess::NormalExit || program.exitCode() != expected)
        qFatal("%s: %s", qPrintable(arguments.join(' ')), output.constData());
    return output;
}

} // namespace

class TestGatewayPostgres : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("GATEHOUSE_TEST_STORE", "postgresql"); }
    void twoGatewaysShareKeysRecordsAndRevocations();
    void servesAsAGatewayAndNothingElse();
    void commandLineWorksOnIt();
    void callsGoOnWhileTheServerIsAway();
};

void TestGatewayPostgres::twoGatewaysShareKeysRecordsAndRevocations()
{
    GatewayPlace place;
    place.start();
    ServedGateway other(place);
    const std::uint16_t otherPort = other.port();
    QVERIFY2(otherPort != 0, other.errors().constData());
    const auto issued = place.issueKey();
    const std::string key(issued.text.reveal());
    int answered = 0;
    const auto ask = [&](std::uint16_t port) {
        const int status = statusAt(port, key);
        answered += status == 200 ? 1 : 0;
        return status;
    };
    // Issued after both had started.
    QTRY_COMPARE_WITH_TIMEOUT(ask(place.port()), 200, patience);
    QTRY_COMPARE_WITH_TIMEOUT(ask(otherPort), 200, patience);
    QTRY_COMPARE_WITH_TIMEOUT(store::liveGateways(place.store())->size(), std::size_t{2}, patience);

    std::set<std::string> ids;
    int completed = 0;
    for (const store::InteractionRow &row : place.interactions()) {
        ids.insert(row.id.value);
        completed += row.key == issued.row.record.id && row.outcome == Outcome::Completed
                && row.verdict == VerdictKind::Allowed
            ? 1
            : 0;
    }
    QVERIFY(answered >= 2);
    QCOMPARE(completed, answered);
    QCOMPARE(ids.size(), place.interactions().size());

    QVERIFY(store::revokeKey(place.store(), issued.row.record.id, "left the team"));
    QTRY_COMPARE_WITH_TIMEOUT(statusAt(place.port(), key), 403, patience);
    QTRY_COMPARE_WITH_TIMEOUT(statusAt(otherPort, key), 403, patience);
}

// Its login may append calls and read how it is set up, and is no person's.
void TestGatewayPostgres::servesAsAGatewayAndNothingElse()
{
    GatewayPlace place;
    QVERIFY(store::openToPeople(place.store()));
    PostgresCluster::shared().run("postgres", "CREATE ROLE front LOGIN IN ROLE gatehouse_gateway");
    std::string location = place.location();
    location.replace(location.find("user=owner"), 10, "user=front");
    auto started = gateway::Gateway::start(place.config, location);
    QVERIFY2(started, started ? "" : started.error().line().c_str());
    const std::uint16_t port = (*started)->address().port;
    const auto issued = place.issueKey();
    const std::string key(issued.text.reveal());
    QTRY_COMPARE_WITH_TIMEOUT(statusAt(port, key), 200, patience);
    QTRY_VERIFY_WITH_TIMEOUT(
        store::countInteractions(place.store(), *store::parseFilter("outcome:completed")).value_or(-1) > 0,
        patience);
    QTRY_COMPARE_WITH_TIMEOUT(store::liveGateways(place.store())->size(), std::size_t{1}, patience);
    const store::Heartbeat beat = store::liveGateways(place.store())->front();
    QCOMPARE(beat.degraded, std::string());
    QVERIFY(store::revokeKey(place.store(), issued.row.record.id, "left the team"));
    QTRY_COMPARE_WITH_TIMEOUT(statusAt(port, key), 403, patience);
    const auto own = store::Store::open(location, store::OpenMode::Existing);
    QVERIFY(own);
    QCOMPARE(store::issueKey(**own, {}).has_value(), false);
    const auto verified = store::verifyAudit(**own);
    QVERIFY(verified && verified->ok);
    started->reset();
    const auto signedHeads = store::Store::open(place.location(), store::OpenMode::ReadOnly);
    QVERIFY(signedHeads && store::verifyAudit(**signedHeads)->ok);
}

void TestGatewayPostgres::commandLineWorksOnIt()
{
    const QString place = QString::fromStdString(PostgresCluster::shared().newDatabase());
    const QStringList on{"--store", place};
    QVERIFY(runProgram(QStringList{"key", "list"} + on, 3).contains("there is no store"));
    QVERIFY(runProgram(QStringList{"store", "init"} + on, 0).contains("postgresql 1"));
    runProgram(QStringList{"provider", "add", "--name", "sandbox", "--kind", "sandbox"} + on, 0);
    QVERIFY(runProgram(QStringList{"key", "issue", "--team", "payments", "--environment", "test",
                           "--use-case", "assistant", "--models", "*", "--create", "--json"}
            + on,
        0)
                .contains("\"secret\""));
    const QStringList adding{"person", "add", "nina", "--role", "analyst"};
    runProgram(adding + on, 2);
    runProgram(adding + QStringList{"--all-teams"} + on, 2); // a new login without a password
    PostgresCluster::shared().run("postgres", "CREATE ROLE nina LOGIN");
    runProgram(adding + QStringList{"--team", "payments"} + on, 0);
    QVERIFY(runProgram(QStringList{"person", "list"} + on, 0).contains("nina"));
    const QStringList asNina{"--store", QString(place).replace("user=owner", "user=nina")};
    const QByteArray refused = runProgram(QStringList{"team", "create", "own"} + asNina, 4);
    QVERIFY2(refused.contains("key administrator") && refused.count('\n') == 1, refused.constData());
    runProgram(QStringList{"audit", "verify"} + asNina, 4);
    runProgram(QStringList{"audit", "list"} + asNina, 0);
    runProgram(QStringList{"interaction", "list"} + asNina, 0);
    runProgram(QStringList{"store", "demo", "--interactions", "200", "--json"} + on, 0);
    QCOMPARE(
        runProgram(QStringList{"interaction", "list", "--limit", "1000", "--json"} + on, 0).count('\n'), 200);
    QVERIFY(runProgram(QStringList{"audit", "verify", "--json"} + on, 0).contains("\"ok\":true"));
    QVERIFY(runProgram(QStringList{"store", "status", "--json"} + on, 0).contains("\"interactions\":200"));
    runProgram(QStringList{"store", "vacuum"} + on, 0);
    runProgram(QStringList{"store", "vacuum"} + asNina, 4);
    runProgram(QStringList{"person", "remove", "nina"} + on, 0);
    runProgram(QStringList{"interaction", "list"} + asNina, 4);
}

void TestGatewayPostgres::callsGoOnWhileTheServerIsAway()
{
    OwnServer own;
    GatewayPlace place; // for what it knows of configurations
    const std::string &key = own.key();
    auto gateway = gateway::Gateway::start(place.config, own.location());
    QVERIFY(gateway);
    const std::uint16_t port = (*gateway)->address().port;
    QCOMPARE(statusAt(port, key), 200);
    own.cluster.stop();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(statusAt(port, key), 200);
    own.cluster.start();
    QTRY_COMPARE_WITH_TIMEOUT(
        store::countInteractions(own.store(), *store::parseFilter("outcome:completed")).value_or(-1), 6,
        patience);
    QCOMPARE(statusAt(port, key), 200);
}

QTEST_GUILESS_MAIN(TestGatewayPostgres)
#include "tst_gateway_postgres.moc"
