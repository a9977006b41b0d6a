// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What a store in PostgreSQL tells those who listen, and that they listen again after their session broke.
#include "store/change_notices.h"

#include "postgres_cluster.h"
#include "store/access.h"
#include "store/names.h"
#include "store/sql/query.h"

#include <QTemporaryDir>
#include <QtTest>
#include <atomic>

using namespace gatehouse;
using store::test::PostgresCluster;

namespace {

constexpr int patience = 30'000;

std::unique_ptr<store::Store> newStore()
{
    auto opened = store::Store::open(PostgresCluster::shared().newDatabase(), store::OpenMode::Create);
    if (!opened)
        qFatal("%s", opened.error().line().c_str());
    return std::move(*opened);
}

const std::string listeners = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
                              "state = 'idle' AND query LIKE '%gatehouse.actor%' AND pid <> pg_backend_pid()";

std::int64_t number(store::Store &store, const std::string &sql)
{
    store::Query query(store.connection(), sql);
    return query.step() ? query.integer(0) : -1;
}

} // namespace

class TestChangeNotices : public QObject {
    Q_OBJECT

private slots:
    void tellOfWhatIsAudited();
    void sayNothingOfWhatIsRolledBack();
    void comeBackAfterTheSessionBroke();
    void aFileTellsNothing();
};

void TestChangeNotices::tellOfWhatIsAudited()
{
    const auto store = newStore();
    std::atomic<int> heard{0};
    const store::ChangeNotices notices(store->location(), [&] { ++heard; });
    QTRY_COMPARE_WITH_TIMEOUT(heard.load(), 1, patience); // it listens
    QVERIFY(store::createName(*store, store::NameKind::Team, "payments"));
    QTRY_COMPARE_WITH_TIMEOUT(heard.load(), 2, patience);
    QVERIFY(store::archiveName(*store, store::NameKind::Team, "payments"));
    QTRY_COMPARE_WITH_TIMEOUT(heard.load(), 3, patience);
}

void TestChangeNotices::sayNothingOfWhatIsRolledBack()
{
    const auto store = newStore();
    std::atomic<int> heard{0};
    const store::ChangeNotices notices(store->location(), [&] { ++heard; });
    QTRY_COMPARE_WITH_TIMEOUT(heard.load(), 1, patience);
    {
        const store::WriteTransaction transaction(store->connection());
        store::Query(store->connection(), "INSERT INTO audit VALUES (1000, 0, '', '', '', '', '', '', '')")
            .run();
    }
    // The next that is committed comes right behind.
    QVERIFY(store::createName(*store, store::NameKind::Team, "payments"));
    QTRY_COMPARE_WITH_TIMEOUT(heard.load(), 2, patience);
}

void TestChangeNotices::comeBackAfterTheSessionBroke()
{
    const auto store = newStore();
    std::atomic<int> heard{0};
    const store::ChangeNotices notices(store->location(), [&] { ++heard; });
    QTRY_COMPARE_WITH_TIMEOUT(heard.load(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(number(*store, listeners), std::int64_t{1}, patience);
    QCOMPARE(number(*store,
                 "SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE datname = "
                 "current_database() AND pid <> pg_backend_pid()"),
        std::int64_t{1});
    // What was told in between may have been missed, so the new session begins with a look.
    QTRY_COMPARE_WITH_TIMEOUT(heard.load(), 2, patience);
    QVERIFY(store::createName(*store, store::NameKind::Team, "payments"));
    QTRY_COMPARE_WITH_TIMEOUT(heard.load(), 3, patience);
}

void TestChangeNotices::aFileTellsNothing()
{
    const QTemporaryDir folder;
    const std::string file = (folder.path() + "/gatehouse.db").toStdString();
    QVERIFY(!store::ChangeNotices::areGiven(file));
    QVERIFY(store::ChangeNotices::areGiven("postgresql:///gatehouse"));
    const auto store = store::Store::open(file, store::OpenMode::Create);
    QVERIFY(store);
    std::atomic<int> heard{0};
    {
        const store::ChangeNotices notices(file, [&] { ++heard; });
        QVERIFY(store::createName(**store, store::NameKind::Team, "payments"));
    }
    QCOMPARE(heard.load(), 0);
}

QTEST_GUILESS_MAIN(TestChangeNotices)
#include "tst_change_notices.moc"
