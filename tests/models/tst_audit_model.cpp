// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_model.h"

#include "models/audit/audit_keeper.h"
#include "tests/models/desk_fixture.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

void makeTeams(store::Store &store, int count, const std::string &prefix)
{
    for (int i = 0; i < count; ++i) {
        const auto made = store::createName(store, store::NameKind::Team, prefix + std::to_string(i));
        if (!made)
            qFatal("%s", made.error().line().c_str());
    }
}

std::optional<AuditProof> proofOf(AuditKeeper &keeper, const QString &head = {})
{
    std::optional<AuditProof> proof;
    QObject receiver;
    QObject::connect(
        &keeper, &AuditKeeper::verified, &receiver, [&](const AuditProof &found) { proof = found; });
    keeper.verify(head);
    (void)QTest::qWaitFor([&] { return proof.has_value(); }, patienceMs);
    return proof;
}

} // namespace

class TestAuditModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesDownToTheFirstEntry();
    void newEntriesGoOnTopOnce();
    void cellsCarryTheEntry();
    void provesTheChain();
    void findsATamperedEntry();
    void aHeadThatIsNotThereIsNoticed();
    void exportsOneLineAnEntry();
};

void TestAuditModel::pagesDownToTheFirstEntry()
{
    DeskPlace place;
    makeTeams(place.store(), 250, "team-");
    StoreSession session(place.location());
    AuditModel model(session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY_WITH_TIMEOUT(model.isLoaded(), patienceMs);
    QVERIFY(model.rowCount() >= int(AuditModel::pageSize));
    model.fetchMore({});
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 252, patienceMs);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.row(251).seq, 1);
    QCOMPARE(model.row(0).seq, 252);
}

void TestAuditModel::newEntriesGoOnTopOnce()
{
    DeskPlace place;
    StoreSession session(place.location());
    AuditModel model(session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY_WITH_TIMEOUT(model.isLoaded(), patienceMs);
    const int before = model.rowCount();
    makeTeams(place.store(), 3, "first-");
    makeTeams(place.store(), 220, "then-"); // more than a page
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), before + 223, patienceMs);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.row(row).seq, model.rowCount() - row);
}

void TestAuditModel::cellsCarryTheEntry()
{
    DeskPlace place;
    makeTeams(place.store(), 1, "team-");
    StoreSession session(place.location());
    AuditModel model(session);
    QTRY_VERIFY_WITH_TIMEOUT(model.isLoaded(), patienceMs);
    QCOMPARE(model.index(0, AuditModel::Action).data().toString(), QString("team.create"));
    QVERIFY(model.index(0, AuditModel::Object).data().toString().contains("team-0"));
    QCOMPARE(model.index(0, AuditModel::Seq).data(IdRole).toString(), QString::number(model.row(0).seq));
}

void TestAuditModel::provesTheChain()
{
    DeskPlace place;
    makeTeams(place.store(), 5, "team-");
    StoreSession session(place.location());
    AuditKeeper keeper(session);
    const auto proof = proofOf(keeper);
    QVERIFY(proof && proof->ok);
    QCOMPARE(proof->entries, 7);
    QCOMPARE(proof->head.size(), 64);
    const auto again = proofOf(keeper, proof->head);
    QVERIFY(again && again->ok);
}

void TestAuditModel::findsATamperedEntry()
{
    DeskPlace place;
    makeTeams(place.store(), 5, "team-");
    store::test::Intruder intruder(place.place.store());
    const QString table = QString::fromStdString(
        intruder.value("SELECT name FROM sqlite_master WHERE type='table' AND name LIKE 'audit%'"
                       " AND sql LIKE '%reason%'"));
    // What keeps a program from changing an entry keeps nobody with the file in his hands.
    std::vector<std::string> triggers;
    intruder.each("SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name LIKE 'audit%'",
        [&](const char *name) { triggers.emplace_back(name); });
    for (const std::string &trigger : triggers)
        intruder.run("DROP TRIGGER " + trigger);
    intruder.run("UPDATE " + table.toStdString() + " SET actor = 'user:nobody' WHERE seq = 4");
    StoreSession session(place.location());
    AuditKeeper keeper(session);
    const auto proof = proofOf(keeper);
    QVERIFY(proof && !proof->ok);
    QCOMPARE(proof->firstBad.value_or(0), 4);
    QVERIFY(!proof->problem.isEmpty());
}

void TestAuditModel::aHeadThatIsNotThereIsNoticed()
{
    DeskPlace place;
    StoreSession session(place.location());
    AuditKeeper keeper(session);
    const auto proof = proofOf(keeper, QString(64, 'a'));
    QVERIFY(proof && !proof->ok);
}

void TestAuditModel::exportsOneLineAnEntry()
{
    DeskPlace place;
    StoreSession session(place.location());
    AuditKeeper keeper(session);
    const QTemporaryDir folder;
    const QString file = folder.filePath("audit.jsonl");
    QSignalSpy exported(&keeper, &AuditKeeper::exported);
    keeper.exportTo(file);
    QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, patienceMs);
    QCOMPARE(exported[0][1].toLongLong(), 2);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(QJsonDocument::fromJson(written.readLine())["hash"].isString());
}

QTEST_GUILESS_MAIN(TestAuditModel)
#include "tst_audit_model.moc"
