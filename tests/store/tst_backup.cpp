// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What docs/operations.md says of backups: made while a gateway writes, restored elsewhere, whole.
#include "store/access.h"
#include "store/audit.h"
#include "store/interactions.h"
#include "store_fixture.h"

#include <atomic>
#include <memory>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

// A copy by SQLite's own backup, as the sqlite3 tool's .backup makes it.
void backUpFile(const std::string &from, const std::string &to)
{
    using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
    const auto open = [](const std::string &path) {
        sqlite3 *database = nullptr;
        if (sqlite3_open(path.c_str(), &database) != SQLITE_OK)
            qFatal("cannot open %s", path.c_str());
        return Database(database, &sqlite3_close);
    };
    const Database source = open(from), target = open(to);
    sqlite3_backup *backup = sqlite3_backup_init(target.get(), "main", source.get(), "main");
    if (!backup || sqlite3_backup_step(backup, -1) != SQLITE_DONE
        || sqlite3_backup_finish(backup) != SQLITE_OK)
        qFatal("no backup: %s", sqlite3_errmsg(target.get()));
}

// Where the copy is.
std::string backUp(const Place &place)
{
    if (!testsPostgres()) {
        backUpFile(place.store(), place.file("restored.db"));
        return place.file("restored.db");
    }
    PostgresCluster &cluster = PostgresCluster::shared();
    const std::string restored = cluster.newDatabase();
    cluster.dumpAndRestore(place.store(), restored);
    Intruder(restored).run("DELETE FROM change_log WHERE seq > 0");
    return restored;
}

} // namespace

class TestBackup : public QObject {
    Q_OBJECT

private slots:
    void copiesAreWhole();
};

void TestBackup::copiesAreWhole()
{
    const Place place;
    const auto store = place.open();
    for (const char *team : {"payments", "support", "research"})
        QVERIFY_DONE(createName(*store, NameKind::Team, team));
    std::vector<VerdictRecord> verdicts;
    auto calls = requestRecords(place, 300);
    for (RequestRecord &each : calls) {
        each.row.verdict = VerdictKind::Flagged;
        verdicts.push_back(verdictRecord(each.row.id, VerdictKind::Flagged));
    }
    record(place, calls, verdicts);
    const std::string head = verifyAudit(*store)->head;

    // Meanwhile a gateway goes on.
    std::atomic<bool> stopping = false;
    std::thread gateway([&] {
        for (int order = 1000; !stopping; ++order)
            record(place, {requestRecord(idAt(place.clock.now(), order), place.clock.now())});
    });
    const std::string restored = backUp(place);
    stopping = true;
    gateway.join();

    auto copy = Store::open(restored, OpenMode::Existing, place.clock);
    QVERIFY_DONE(copy);
    const auto verified = verifyAudit(**copy, head);
    QVERIFY_DONE(verified);
    QVERIFY(verified->ok);
    QCOMPARE(verified->head, head);
    QCOMPARE(*countInteractions(**copy, *parseFilter("verdict:flagged")), 300);
    QCOMPARE(*countInteractions(**copy, *parseFilter("Paris")), 300);
    for (const RequestRecord &call : {calls.front(), calls.back()}) {
        const auto there = showInteraction(**copy, call.row.id), here = showInteraction(*store, call.row.id);
        QVERIFY_DONE(there);
        QCOMPARE(toJson(*there), toJson(*here));
    }
    // Every call in it has all its parts, whenever it was written.
    Intruder reader(restored);
    const std::string count = reader.value("SELECT count(*) FROM interaction");
    QCOMPARE(reader.value("SELECT count(*) FROM interaction_detail"), count);
    QCOMPARE(reader.value("SELECT count(*) FROM request_body"), count);
    // And it is a store to go on with.
    auto journal = Journal::open(restored, "other", place.clock);
    QVERIFY_DONE(journal);
    const InteractionId next = idAt(place.clock.now(), 5000);
    (*journal)->write(requestRecord(next, place.clock.now()), {});
    journal->reset();
    QVERIFY_DONE(showInteraction(**copy, next));
    QCOMPARE(changesSince(**copy, {}, 0, 100000)->ids.back().value, next.value);
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
