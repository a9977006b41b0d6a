// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/access.h"
#include "store/maintenance.h"
#include "store/sql/schema.h"
#include "store_fixture.h"

#include <QDir>
#include <QFile>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

// Files a store can meet, and what it says of them.
class TestOpen : public QObject {
    Q_OBJECT

private slots:
    void makesAStoreOnlyItsOwnerReads();
    void opensWhatItMade();
    void missingStoreIsNotFound();
    void missingFolderIsUnreachable();
    void garbageIsNotAStore();
    void anotherProgramsDatabaseIsRefused();
    void emptyFileIsAStoreOnlyWhenCreating();
    void newerSchemaIsRefused();
    void firstSchemaIsMigrated();
    void lockedFileIsReported();
    void readOnlyFileIsReported();
    void readOnlyModeReadsAndDoesNotWrite();
    void twoProcessesCreateOneStore();
    void dataVersionTellsOfOthers();
    void interruptStopsAQuery();
    void keyFolderIsTheSameByAnyPath();
};

void TestOpen::makesAStoreOnlyItsOwnerReads()
{
    const Place place;
    const auto store = place.open();
    struct stat info { };
    QCOMPARE(::stat(place.store().c_str(), &info), 0);
    QCOMPARE(info.st_mode & 0777, mode_t{0600});
    const auto status = storeStatus(*store);
    QVERIFY_DONE(status);
    QCOMPARE(status->schema, newestSchema);
    QCOMPARE(status->interactions, 0);
    QVERIFY(status->engine.starts_with("sqlite 3."));
    QVERIFY(status->bytes > 0);
    Intruder reader(place.store());
    QCOMPARE(reader.value("PRAGMA journal_mode"), std::string("wal"));
}

void TestOpen::opensWhatItMade()
{
    const Place place;
    QVERIFY_DONE(createName(*place.open(), NameKind::Team, "payments"));
    const auto names = listNames(*place.open(OpenMode::Existing), NameKind::Team);
    QVERIFY_DONE(names);
    QCOMPARE(names->size(), std::size_t{1});
}

void TestOpen::missingStoreIsNotFound()
{
    const Place place;
    for (const OpenMode mode : {OpenMode::Existing, OpenMode::ReadOnly}) {
        const auto opened = Store::open(place.store(), mode);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::NotFound);
        QVERIFY(!QFile::exists(QString::fromStdString(place.store())));
    }
}

void TestOpen::missingFolderIsUnreachable()
{
    const Place place;
    const auto opened = Store::open(place.file("nowhere/gatehouse.db"), OpenMode::Create);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Unreachable);
    QVERIFY(QString::fromStdString(opened.error().where).endsWith("nowhere"));
}

void TestOpen::garbageIsNotAStore()
{
    const Place place;
    QFile file(QString::fromStdString(place.store()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray garbage = QByteArray("no database at all\n").repeated(1000);
    file.write(garbage);
    file.close();
    for (const OpenMode mode : {OpenMode::Existing, OpenMode::Create, OpenMode::ReadOnly}) {
        const auto opened = Store::open(place.store(), mode);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Corrupt);
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), garbage);
}

void TestOpen::anotherProgramsDatabaseIsRefused()
{
    const Place place;
    {
        Intruder other(place.store());
        other.run("CREATE TABLE bookmark (url TEXT)");
    }
    const auto opened = Store::open(place.store(), OpenMode::Create);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Corrupt);
    QCOMPARE(Intruder(place.store()).value("SELECT count(*) FROM sqlite_schema"), std::string("1"));
}

void TestOpen::emptyFileIsAStoreOnlyWhenCreating()
{
    const Place place;
    QFile file(QString::fromStdString(place.store()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto existing = Store::open(place.store(), OpenMode::Existing);
    QVERIFY(!existing);
    QCOMPARE(existing.error().kind, ErrorKind::Corrupt);
    QVERIFY_DONE(Store::open(place.store(), OpenMode::Create));
    QVERIFY_DONE(Store::open(place.store(), OpenMode::Existing));
}

void TestOpen::newerSchemaIsRefused()
{
    const Place place;
    (void)place.open();
    Intruder(place.store()).run("PRAGMA user_version = 99");
    const auto opened = Store::open(place.store(), OpenMode::Create);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Unsupported);
    QVERIFY(opened.error().what.find("99") != std::string::npos);
}

void TestOpen::firstSchemaIsMigrated()
{
    const Place place;
    QFile sql(QStringLiteral(GATEHOUSE_SOURCE_DIR "/store/sqlite/migrations/0001_first_schema.sql"));
    QVERIFY(sql.open(QIODevice::ReadOnly));
    {
        Intruder old(place.store());
        old.run("PRAGMA journal_mode = WAL");
        old.run(sql.readAll().toStdString());
        old.run("PRAGMA user_version = 1; PRAGMA application_id = 1196705875");
        old.run("INSERT INTO virtual_key VALUES ('k00000000001', x'00', 'payments', 'production', "
                "'assistant', '{}', "
                "'*', '*', 'chat', '', 0, 1, 'user:x', NULL, NULL)");
        old.run(
            "INSERT INTO interaction VALUES (1, x'00', 61000000, 'k00000000001', 'payments', 'production', "
            "'assistant', 'chat', 'm', 'p', 0, 0, 1, 'n', 'v', 7, 3, 40, 0, 0, '', '', '', 0, 0, '')");
    }
    const auto reading = Store::open(place.store(), OpenMode::ReadOnly);
    QVERIFY(!reading);
    QCOMPARE(reading.error().kind, ErrorKind::Unsupported);
    const auto store = place.open(OpenMode::Existing);
    QCOMPARE(storeStatus(*store)->schema, newestSchema);
    const auto keys = listKeys(*store);
    QVERIFY_DONE(keys);
    QCOMPARE(keys->front().record.entitlement.models, std::vector<std::string>{"*"});
    QVERIFY(keys->front().record.entitlement.addresses.empty());
    QVERIFY(!keys->front().record.previous);
    // What was used before counts for budgets set from now on.
    QCOMPARE(Intruder(place.store())
                 .value("SELECT start || ' ' || requests || ' ' || tokens || ' ' || cost_uusd FROM usage"),
        std::string("60000000 1 10 40"));
}

void TestOpen::lockedFileIsReported()
{
    const Place place;
    Intruder other(place.store());
    other.run("BEGIN EXCLUSIVE");
    const auto opened = Store::open(place.store(), OpenMode::Create);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Unreachable);
    QVERIFY(opened.error().what.find("locked") != std::string::npos);
}

void TestOpen::readOnlyFileIsReported()
{
    const Place place;
    (void)place.open();
    const std::string folder = QFileInfo(QString::fromStdString(place.store())).path().toStdString();
    ::chmod(place.store().c_str(), 0444);
    ::chmod(folder.c_str(), 0755);
    // The superuser may write anything: be nobody meanwhile.
    const bool root = ::geteuid() == 0;
    QVERIFY(!root || ::seteuid(65534) == 0);
    const auto opened = Store::open(place.store(), OpenMode::Existing);
    QVERIFY(!root || ::seteuid(0) == 0);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Unreachable);
    QVERIFY2(opened.error().what.find("read-only") != std::string::npos, qPrintable(why(opened)));
}

void TestOpen::readOnlyModeReadsAndDoesNotWrite()
{
    const Place place;
    QVERIFY_DONE(createName(*place.open(), NameKind::Team, "payments"));
    const auto store = place.open(OpenMode::ReadOnly);
    QCOMPARE(listNames(*store, NameKind::Team)->size(), std::size_t{1});
    const Status created = createName(*store, NameKind::Team, "support");
    QVERIFY(!created);
    QCOMPARE(created.error().kind, ErrorKind::Unreachable);
}

void TestOpen::twoProcessesCreateOneStore()
{
    for (int round = 0; round < 10; ++round) {
        const Place place;
        std::vector<pid_t> children;
        for (int i = 0; i < 4; ++i) {
            const pid_t child = ::fork();
            if (child == 0) {
                auto opened = Store::open(place.store(), OpenMode::Create);
                const bool done = opened && createName(**opened, NameKind::Team, "team-" + std::to_string(i));
                ::_exit(done ? 0 : 1);
            }
            children.push_back(child);
        }
        for (const pid_t child : children) {
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QCOMPARE(status, 0);
        }
        QCOMPARE(listNames(*place.open(), NameKind::Team)->size(), std::size_t{4});
    }
}

void TestOpen::dataVersionTellsOfOthers()
{
    const Place place;
    const auto mine = place.open();
    const auto others = place.open();
    const auto before = mine->dataVersion();
    QVERIFY_DONE(before);
    QCOMPARE(*mine->dataVersion(), *before);
    QVERIFY_DONE(createName(*others, NameKind::Team, "payments"));
    QVERIFY(*mine->dataVersion() != *before);
}

void TestOpen::interruptStopsAQuery()
{
    const Place place;
    const auto store = place.open();
    // Nothing runs: the next query must not be hit by an old request to stop.
    store->interrupt();
    QVERIFY_DONE(listNames(*store, NameKind::Team));
}

void TestOpen::keyFolderIsTheSameByAnyPath()
{
    const Place place;
    (void)place.open();
    const QString link = QString::fromStdString(place.file("link.db"));
    QVERIFY(QFile::link(QString::fromStdString(place.store()), link));
    QCOMPARE(keyFolderOf(link.toStdString()), keyFolderOf(place.store()));
    QCOMPARE(keyFolderOf(place.file("./gatehouse.db")), keyFolderOf(place.store()));
}

QTEST_GUILESS_MAIN(TestOpen)
#include "tst_open.moc"
