// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Several gateways on one PostgreSQL store: what is changed there is in force at all of them, whatever
// becomes of the notices that tell of it.
#include "gateway_place.h"
#include "own_server.h"
#include "store/sql/query.h"
#include "tests/store/postgres_cluster.h"

#include <QProcess>
#include <QtTest>
#include <array>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::test::PostgresCluster;

namespace {

constexpr int patience = 30'000;

int statusAt(std::uint16_t port, const std::string &key)
{
    HttpClient client(port);
    client.send(chatRequest(key, chatBody("hello", false)));
    return client.receive().status;
}

std::int64_t number(store::Store &store, const std::string &sql)
{
    store::Query query(store.connection(), sql);
    return query.step() ? query.integer(0) : -1;
}

// A place with two gateways.
class Pair {
public:
    Pair()
    {
        m_place.start();
        auto started = gateway::Gateway::start(m_place.config, m_place.location());
        if (!started)
            qFatal("%s", started.error().line().c_str());
        m_other = std::move(*started);
    }
    [[nodiscard]] GatewayPlace &place() { return m_place; }
    [[nodiscard]] std::array<std::uint16_t, 2> ports() const
    {
        return {m_place.port(), m_other->address().port};
    }
    [[nodiscard]] bool bothSay(int status, const std::string &key) const
    {
        const auto [one, other] = ports();
        return statusAt(one, key) == status && statusAt(other, key) == status;
    }

private:
    GatewayPlace m_place;
    std::unique_ptr<gateway::Gateway> m_other;
};

void revokeByCommandLine(const GatewayPlace &place, const store::IssuedKey &key)
{
    QProcess program;
    program.start(GATEHOUSE_PROGRAM,
        {"key", "revoke", QString::fromStdString(key.row.record.id.value), "--store",
            QString::fromStdString(place.location())});
    program.waitForFinished(patience);
    if (program.exitStatus() != QProcess::NormalExit || program.exitCode() != 0)
        qFatal("%s", program.readAllStandardError().constData());
}

} // namespace

class TestGatewaySharedStore : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("GATEHOUSE_TEST_STORE", "postgresql"); }
    void aRevocationCutsAtBoth();
    void aLostNoticeIsMadeUpFor();
    void aBrokenListenerIsMadeUpFor();
    void keysThatCannotBeReadAnewRefuse();
};

void TestGatewaySharedStore::aRevocationCutsAtBoth()
{
    Pair pair;
    const auto issued = pair.place().issueKey();
    const std::string key(issued.text.reveal());
    QTRY_VERIFY_WITH_TIMEOUT(pair.bothSay(200, key), patience);
    const auto [one, other] = pair.ports();
    HttpClient streams[] = {HttpClient(one), HttpClient(other)};
    for (HttpClient &stream : streams) {
        stream.send(chatRequest(key, chatBody("sandbox: long 1000000, pace 2ms", true)));
        QVERIFY(stream.receiveUntil("goes"));
    }
    revokeByCommandLine(pair.place(), issued);
    for (HttpClient &stream : streams)
        QVERIFY(stream.receiveUntil("key_revoked"));
    QVERIFY(pair.bothSay(403, key));
}

void TestGatewaySharedStore::aLostNoticeIsMadeUpFor()
{
    Pair pair;
    const auto issued = pair.place().issueKey();
    const std::string key(issued.text.reveal());
    QTRY_VERIFY_WITH_TIMEOUT(pair.bothSay(200, key), patience);
    pair.place().store().connection().execute("ALTER TABLE audit DISABLE TRIGGER audit_told");
    revokeByCommandLine(pair.place(), issued);
    QTRY_VERIFY_WITH_TIMEOUT(pair.bothSay(403, key), patience);
}

void TestGatewaySharedStore::aBrokenListenerIsMadeUpFor()
{
    Pair pair;
    store::Store &store = pair.place().store();
    const auto issued = pair.place().issueKey();
    const std::string key(issued.text.reveal());
    QTRY_VERIFY_WITH_TIMEOUT(pair.bothSay(200, key), patience);
    const std::string ofListeners = " FROM pg_stat_activity WHERE datname = current_database() AND state = "
                                    "'idle' AND query LIKE '%gatehouse.actor%' AND pid <> pg_backend_pid()";
    QTRY_VERIFY_WITH_TIMEOUT(number(store, "SELECT count(*)" + ofListeners) >= 2, patience);
    QVERIFY(number(store, "SELECT count(pg_terminate_backend(pid, 10000))" + ofListeners) >= 2);
    revokeByCommandLine(pair.place(), issued);
    QTRY_VERIFY_WITH_TIMEOUT(pair.bothSay(403, key), patience);
}

void TestGatewaySharedStore::keysThatCannotBeReadAnewRefuse()
{
    OwnServer own;
    GatewayPlace place; // for what it knows of configurations
    const std::string &key = own.key();
    place.config.timeouts.stale = gateway::Millis(3000);
    const auto gateway = gateway::Gateway::start(place.config, own.location());
    QVERIFY(gateway);
    const std::uint16_t port = (*gateway)->address().port;
    QTRY_COMPARE_WITH_TIMEOUT(statusAt(port, key), 200, patience);
    own.cluster.stop();
    QTRY_COMPARE_WITH_TIMEOUT(statusAt(port, key), 503, patience);
    own.cluster.start();
    QTRY_COMPARE_WITH_TIMEOUT(statusAt(port, key), 200, patience);
}

QTEST_GUILESS_MAIN(TestGatewaySharedStore)
#include "tst_gateway_shared_store.moc"
