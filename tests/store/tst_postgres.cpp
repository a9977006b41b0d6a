// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Reaching a store in PostgreSQL: what is asked of the server, what is said when it can't be had, what
// happens when it goes away.
#include "store/access.h"
#include "store/interactions.h"
#include "store/maintenance.h"
#include "store/postgres/address.h"
#include "store/postgres/statement.h"
#include "store/sql/query.h"
#include "store_fixture.h"
#include "tests/gateway/test_certificate.h"

#include <algorithm>
#include <arpa/inet.h>
#include <map>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

constexpr int patience = 30'000;

std::string secretWord()
{
    return std::string("let-me") + "-in";
}

int freePort()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0
        || ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("no port is free");
    ::close(listener);
    return ntohs(address.sin_port);
}

std::map<std::string, std::string> parametersOf(const std::string &location)
{
    const auto address = readPostgresAddress(location);
    if (!address)
        qFatal("%s", address.error().line().c_str());
    return {address->parameters.begin(), address->parameters.end()};
}

// A server others reach over TLS, with a password.
class RemoteServer {
public:
    RemoteServer()
        : m_port(freePort())
        , m_cluster(
              m_port, QStringLiteral("local all all trust\nhostssl store app 127.0.0.1/32 scram-sha-256\n"))
    {
        const gateway::test::TestCertificate made = gateway::test::makeCertificate();
        write("server.crt", made.certificate);
        write("server.key", made.key);
        write("other.crt", gateway::test::makeCertificate().certificate);
        m_cluster.giveToServer(path("server.key"));
        Intruder owner(m_cluster.address("postgres"));
        owner.run("CREATE ROLE app LOGIN PASSWORD '" + secretWord() + "'");
        owner.run("CREATE DATABASE store OWNER app");
        owner.run("ALTER SYSTEM SET ssl_cert_file = '" + path("server.crt").toStdString() + "'");
        owner.run("ALTER SYSTEM SET ssl_key_file = '" + path("server.key").toStdString() + "'");
        owner.run("ALTER SYSTEM SET ssl = on");
        m_cluster.stop();
        m_cluster.start();
    }

    [[nodiscard]] std::string address(const std::string &host, const std::string &password,
        const std::string &database, const std::string &more) const
    {
        return "postgresql://app:" + password + "@" + host + ":" + std::to_string(m_port) + "/" + database
            + "?" + more;
    }
    [[nodiscard]] QString path(const char *file) const { return m_folder.filePath(QLatin1String(file)); }
    [[nodiscard]] std::string trusting(const char *file) const
    {
        return "sslrootcert=" + path(file).toStdString();
    }

private:
    void write(const char *name, const std::string &text) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0)
            qFatal("cannot write %s", name);
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        QFile::setPermissions(
            m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther);
    }

    QTemporaryDir m_folder;
    int m_port;
    PostgresCluster m_cluster;
};

} // namespace

class TestPostgres : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void addressesHaveSafeDefaults();
    void oneDatabaseHasOneSetOfKeys();
    void parametersAreNumbered_data();
    void parametersAreNumbered();
    void refusalsAreExplained_data();
    void refusalsAreExplained();
    void otherDatabasesAreNotTouched();
    void newerAndOlderSchemas();
    void readersDoNotWrite();
    void manyMakeOneStore();
    void anyTextIsKept();
    void whoActsIsKept();
    void manyFiltersDoNotFillTheServer();
    void serverRestarts();
    void serverHangs();
    void changesAreReadOnceByWhoeverFollows();

private:
    std::unique_ptr<RemoteServer> m_remote;
};

void TestPostgres::initTestCase()
{
    qputenv("GATEHOUSE_TEST_STORE", "postgresql");
    m_remote = std::make_unique<RemoteServer>();
}

void TestPostgres::addressesHaveSafeDefaults()
{
    QCOMPARE(parametersOf("postgresql://app@db.example/gatehouse")["sslmode"], std::string("verify-full"));
    QCOMPARE(parametersOf("postgresql://app@one,two/gatehouse")["sslmode"], std::string("verify-full"));
    QCOMPARE(
        parametersOf("postgresql://app@%2Frun%2Fa,two/gatehouse")["sslmode"], std::string("verify-full"));
    QCOMPARE(parametersOf("postgresql://app@/gatehouse?hostaddr=127.0.0.1")["sslmode"],
        std::string("verify-full"));
    for (const char *said : {"prefer", "disable", "require"})
        QCOMPARE(
            parametersOf(std::string("postgresql://db/g?sslmode=") + said)["sslmode"], std::string(said));
    QVERIFY(!parametersOf("postgresql:///gatehouse?host=/run/postgresql").contains("sslmode"));
    QCOMPARE(parametersOf("postgresql://db/g")["connect_timeout"], std::string("5"));
    QCOMPARE(parametersOf("postgresql://db/g?connect_timeout=60")["connect_timeout"], std::string("60"));

    const std::string wrong = "postgresql://app:" + secretWord() + "@db/gatehouse?nonsense=1";
    const auto refused = readPostgresAddress(wrong);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QVERIFY(refused.error().line().find(secretWord()) == std::string::npos);
    const auto shown = readPostgresAddress("postgresql://app:" + secretWord() + "@db:6000/gatehouse");
    QCOMPARE(shown->shown, std::string("postgresql://app@db:6000/gatehouse"));
}

void TestPostgres::oneDatabaseHasOneSetOfKeys()
{
    const auto keys = keyFolderOf("postgresql://one:a@db:6000/gatehouse?sslmode=disable");
    QCOMPARE(keyFolderOf("postgres://two@db:6000/gatehouse").string(), keys.string());
    QVERIFY(keyFolderOf("postgresql://one@db:6000/other") != keys);
    QVERIFY(keyFolderOf("postgresql://one@db:6001/gatehouse") != keys);
    const auto tricky = keyFolderOf("postgresql:///..%2F..%2Fetc?host=/run/../x");
    QCOMPARE(tricky.parent_path().string(), keys.parent_path().string());
}

void TestPostgres::parametersAreNumbered_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("sent");
    QTest::newRow("in order") << "SELECT ?, ? WHERE a = ?"
                              << "SELECT $1, $2 WHERE a = $3";
    QTest::newRow("numbered") << "SELECT ?2, ?1, ?12"
                              << "SELECT $2, $1, $12";
    QTest::newRow("quoted") << "SELECT '?', \"a?\", ?"
                            << "SELECT '?', \"a?\", $1";
    QTest::newRow("quote in quotes") << "SELECT 'it''s ?', ?"
                                     << "SELECT 'it''s ?', $1";
    QTest::newRow("none") << "SELECT 1"
                          << "SELECT 1";
}

void TestPostgres::parametersAreNumbered()
{
    QFETCH(QString, sql);
    QFETCH(QString, sent);
    QCOMPARE(QString::fromStdString(withNumberedParameters(sql.toStdString())), sent);
}

void TestPostgres::refusalsAreExplained_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const std::string &location, ErrorKind kind, const char *word) {
        QTest::newRow(name) << QString::fromStdString(location) << static_cast<int>(kind) << word;
    };
    const std::string good = m_remote->trusting("server.crt");
    const auto at
        = [&](const char *host, const std::string &password, const char *database, const std::string &more) {
              return m_remote->address(host, password, database, more);
          };
    row("wrong password", at("localhost", "wrong", "store", good), ErrorKind::NotPermitted, "password");
    row("unknown authority", at("localhost", secretWord(), "store", m_remote->trusting("other.crt")),
        ErrorKind::NotPermitted, "not trusted");
    row("another name", at("127.0.0.1", secretWord(), "store", good), ErrorKind::NotPermitted,
        "another name");
    row("no authority", at("localhost", secretWord(), "store", "sslrootcert=/nowhere.crt"),
        ErrorKind::NotPermitted, "no authority");
    row("TLS left out", at("localhost", secretWord(), "store", "sslmode=disable"), ErrorKind::NotPermitted,
        "does not let this user in");
    row("no way in", at("localhost", secretWord(), "nothing", good), ErrorKind::NotPermitted,
        "does not let this user in");
    row("refused", "postgresql://app:" + secretWord() + "@localhost:" + std::to_string(freePort()) + "/store",
        ErrorKind::Unreachable, "nothing listens");
    row("no socket", "postgresql:///store?host=/nowhere", ErrorKind::Unreachable, "no server's socket");
    row("no such database", PostgresCluster::shared().address("nothing"), ErrorKind::NotFound,
        "no such database");
    row("no such user", PostgresCluster::shared().address("postgres", "nobody_known"), ErrorKind::NotFound,
        "no such database or user");
    row("no store yet", at("localhost", secretWord(), "store", good), ErrorKind::NotFound, "no store");
    row("unknown service", "postgresql:///?service=no-such-service", ErrorKind::InvalidInput, "service");
}

void TestPostgres::refusalsAreExplained()
{
    QFETCH(QString, location);
    QFETCH(int, kind);
    QFETCH(QString, word);
    const auto opened = Store::open(location.toStdString(), OpenMode::Existing);
    QVERIFY(!opened);
    const QString line = why(opened.error());
    QVERIFY2(line.contains(word), qPrintable(line));
    QVERIFY2(static_cast<int>(opened.error().kind) == kind, qPrintable(line));
    QVERIFY2(!line.contains(QString::fromStdString(secretWord())), qPrintable(line));
}

void TestPostgres::otherDatabasesAreNotTouched()
{
    const std::string place = PostgresCluster::shared().newDatabase();
    Intruder other(place);
    other.run("CREATE SCHEMA gatehouse; CREATE TABLE gatehouse.theirs (n INTEGER)");
    const auto opened = Store::open(place, OpenMode::Create);
    QCOMPARE(opened.error().kind, ErrorKind::Corrupt);
    QCOMPARE(other.value("SELECT count(*) FROM pg_tables WHERE schemaname = 'gatehouse'"), std::string("1"));

    const std::string beside = PostgresCluster::shared().newDatabase();
    Intruder(beside).run("CREATE TABLE public.audit (n INTEGER)");
    const auto store = Store::open(beside, OpenMode::Create);
    QVERIFY_DONE(store);
    QVERIFY_DONE(createName(**store, NameKind::Team, "payments"));
    QCOMPARE(Intruder(beside).value("SELECT count(*) FROM public.audit"), std::string("0"));
}

void TestPostgres::newerAndOlderSchemas()
{
    const Place place;
    (void)place.open();
    Intruder other(place.store());
    other.run("INSERT INTO schema_version (version) VALUES (99)");
    for (const OpenMode mode : {OpenMode::Create, OpenMode::Existing, OpenMode::ReadOnly}) {
        const auto opened = Store::open(place.store(), mode);
        QCOMPARE(opened.error().kind, ErrorKind::Unsupported);
        QVERIFY(opened.error().line().find("schema 99") != std::string::npos);
    }
    const auto reader = place.open(OpenMode::ReadNewer);
    QVERIFY(reader->isReadOnly());
    QVERIFY(listNames(*reader, NameKind::Team)->empty());
    QVERIFY(!createName(*reader, NameKind::Team, "support"));
    other.run("DELETE FROM schema_version; INSERT INTO schema_version (version) VALUES (3)");
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadNewer})
        QCOMPARE(Store::open(place.store(), mode).error().kind, ErrorKind::Unsupported);
}

void TestPostgres::readersDoNotWrite()
{
    const Place place;
    QVERIFY_DONE(createName(*place.open(), NameKind::Team, "payments"));
    const auto store = place.open(OpenMode::ReadOnly);
    QCOMPARE(listNames(*store, NameKind::Team)->size(), std::size_t{1});
    QCOMPARE(createName(*store, NameKind::Team, "support").error().kind, ErrorKind::Unreachable);
    const auto status = storeStatus(*store);
    QVERIFY_DONE(status);
    QVERIFY(status->engine.starts_with("postgresql 1"));
    QVERIFY(status->bytes > 100'000);
    QVERIFY(store->displayName().find("postgresql://owner@") == 0);
}

void TestPostgres::manyMakeOneStore()
{
    const Place place;
    std::vector<std::future<bool>> opened;
    for (int i = 0; i < 6; ++i)
        opened.push_back(std::async(std::launch::async,
            [&] { return Store::open(place.store(), OpenMode::Create, place.clock).has_value(); }));
    for (auto &each : opened)
        QVERIFY(each.get());
    QCOMPARE(
        Intruder(place.store()).value("SELECT count(*) - max(version) + min(version) FROM schema_version"),
        std::string("1"));
}

void TestPostgres::anyTextIsKept()
{
    const Place place;
    const auto store = place.open();
    const std::string odd = std::string("nul") + '\0'
        + "walrus back\\\\u0000slash \\u0000 'quote' \xF0\x9F\x98\x80 caf\xC3\xA9";
    auto request = requestRecord(idAt(place.clock.now(), 1), place.clock.now(), VerdictKind::Flagged, odd);
    request.row.model = std::string("m") + '\0' + "del";
    record(place, {request}, {verdictRecord(request.row.id, VerdictKind::Flagged, odd)});
    const auto detail = showInteraction(*store, request.row.id);
    QVERIFY_DONE(detail);
    QCOMPARE(detail->segments.front().segment.text, odd);
    QCOMPARE(detail->row.model,
        std::string("m\xEF\xBF\xBD"
                    "del"));
    for (const char *found : {"walrus", "cafe", "CAF\xC3\x89", "u0000slash", "wal*", "\"walrus back\""})
        QVERIFY2(*countInteractions(*store, *parseFilter(found)) == 1, found);
    for (const char *absent : {"alrus", "\"back walrus\"", "***", "wal"})
        QVERIFY2(parseFilter(absent) && *countInteractions(*store, *parseFilter(absent)) == 0, absent);
}

void TestPostgres::whoActsIsKept()
{
    const Place place;
    const auto store = place.open();
    const std::string actor = "user:o'hara\\'; DROP TABLE audit; --";
    store->setActor(actor);
    Query query(store->connection(), "SELECT current_setting('gatehouse.actor')");
    QVERIFY(query.step());
    QCOMPARE(query.text(0), actor);
}

void TestPostgres::manyFiltersDoNotFillTheServer()
{
    constexpr int filters = 1200;
    const Place place;
    const auto store = place.open();
    for (int i = 0; i < filters; ++i) {
        Query query(store->connection(), "SELECT " + std::to_string(i));
        QVERIFY(query.step());
        QCOMPARE(query.integer(0), i);
    }
    Query kept(store->connection(), "SELECT count(*) FROM pg_prepared_statements");
    QVERIFY(kept.step());
    QVERIFY(kept.integer(0) <= 501);
    // Those of before are prepared again.
    Query again(store->connection(), "SELECT 1");
    QVERIFY(again.step());
    QCOMPARE(again.integer(0), 1);
}

void TestPostgres::serverRestarts()
{
    PostgresCluster own;
    const std::string place = own.newDatabase();
    const auto store = Store::open(place, OpenMode::Create);
    QVERIFY_DONE(store);
    QVERIFY_DONE(createName(**store, NameKind::Team, "before"));
    own.stop();
    const auto down = listNames(**store, NameKind::Team);
    QVERIFY(!down);
    QCOMPARE(down.error().kind, ErrorKind::Unreachable);
    QCOMPARE(createName(**store, NameKind::Team, "lost").error().kind, ErrorKind::Unreachable);
    own.start();
    QVERIFY_DONE(createName(**store, NameKind::Team, "after"));
    QCOMPARE(listNames(**store, NameKind::Team)->size(), std::size_t{2});
    own.stop();
    own.start();
    // Nobody noticed that the session was lost.
    QVERIFY_DONE(createName(**store, NameKind::Team, "third"));
}

// The network is whole, the server does not answer: calls go to the local journal, and follow.
void TestPostgres::serverHangs()
{
    PostgresCluster own;
    const std::string place = own.newDatabase();
    const auto store = Store::open(place, OpenMode::Create);
    QVERIFY_DONE(store);
    FixedClock clock;
    auto journal = Journal::open(place, "g", clock);
    QVERIFY_DONE(journal);
    const auto write = [&](int order) {
        std::promise<Status> told;
        (*journal)->write(requestRecord(idAt(clock.now(), order), clock.now()),
            [&](const Status &status) { told.set_value(status); });
        (*journal)->hurry();
        return told.get_future().get();
    };
    QVERIFY_DONE(write(1));
    own.freeze(true);
    QVERIFY_DONE(write(2));
    QVERIFY((*journal)->degraded().find("local journal") != std::string::npos);
    QCOMPARE((*journal)->depth(), 1);
    own.freeze(false);
    QTRY_COMPARE_WITH_TIMEOUT((*journal)->depth(), 0, patience);
    QCOMPARE(*countInteractions(**store, {}), 2);
}

// Two write at once; what began first is over last.
void TestPostgres::changesAreReadOnceByWhoeverFollows()
{
    const Place place;
    const auto store = place.open();
    Intruder slow(place.store());
    slow.run("BEGIN; INSERT INTO change (id) VALUES ('\\x01')");
    record(place, {requestRecord(idAt(place.clock.now(), 1), place.clock.now())});
    const auto early = changesSince(*store, {}, 0, 100);
    QVERIFY_DONE(early);
    QVERIFY(!early->overrun);
    slow.run("COMMIT");
    const auto late = changesSince(*store, {}, early->upTo, 100);
    QVERIFY_DONE(late);
    QCOMPARE(early->ids.size() + late->ids.size(), std::size_t{2});
    QCOMPARE(changesSince(*store, {}, late->upTo, 100)->ids.size(), std::size_t{0});
}

QTEST_GUILESS_MAIN(TestPostgres)
#include "tst_postgres.moc"
