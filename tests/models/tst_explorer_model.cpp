// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/explorer/explorer_model.h"

#include "models/explorer/interaction_export.h"
#include "tests/models/desk_fixture.h"

#include <QAbstractItemModelTester>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

struct Desk {
    explicit Desk(int calls)
    {
        ids = place.addCalls(calls);
        session.emplace(place.location());
        model.emplace(*session);
    }
    [[nodiscard]] bool load(const QString &filter = {})
    {
        QSignalSpy loaded(&*model, &ExplorerModel::loaded);
        model->setFilter(filter);
        return loaded.count() > 0 || loaded.wait(patienceMs);
    }
    [[nodiscard]] QStringList shown() const
    {
        QStringList list;
        for (int row = 0; row < model->rowCount(); ++row)
            list.append(model->row(row).id);
        return list;
    }

    QueuePlace place;
    QStringList ids;
    std::optional<StoreSession> session;
    std::optional<ExplorerModel> model;
};

QStringList reversed(QStringList list)
{
    std::reverse(list.begin(), list.end());
    return list;
}

} // namespace

class TestExplorerModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesThroughEverythingOnce();
    void showsOldestFirstWhenAsked();
    void filtersAndCounts();
    void aBadFilterIsSaid();
    void newCallsJoinOnTop();
    void cellsCarryTheirFilter();
    void exportsCsvAndJsonLines();
    void aStoppedExportLeavesNoFile();
    void aFolderThatIsNotThereIsAnError();
};

void TestExplorerModel::pagesThroughEverythingOnce()
{
    Desk t(450);
    QAbstractItemModelTester tester(&*t.model, strict);
    QVERIFY(t.load());
    QTRY_COMPARE_WITH_TIMEOUT(t.shown(), reversed(t.ids), patienceMs);
}

void TestExplorerModel::showsOldestFirstWhenAsked()
{
    Desk t(250);
    QAbstractItemModelTester tester(&*t.model, strict);
    QVERIFY(t.load());
    t.model->sort(ExplorerModel::At, Qt::AscendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(t.shown(), t.ids, patienceMs);
    // What comes in is the newest, and so at the end.
    const QStringList news = t.place.addCalls(2, 1000);
    QTRY_COMPARE_WITH_TIMEOUT(t.shown(), t.ids + news, patienceMs);
}

void TestExplorerModel::filtersAndCounts()
{
    Desk t(5);
    t.place.addCalls(3, 10, "support");
    QVERIFY(t.load("team:support"));
    QCOMPARE(t.model->rowCount(), 3);
    QVERIFY(t.model->isComplete());
    QCOMPARE(t.model->known(), 3);
    QVERIFY(t.load("verdict:allowed"));
    QCOMPARE(t.model->rowCount(), 0);
}

void TestExplorerModel::aBadFilterIsSaid()
{
    Desk t(1);
    QSignalSpy failed(&*t.model, &ExplorerModel::failed);
    t.model->setFilter("severity:enormous");
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
    QVERIFY(failed[0][0].toString().contains("enormous"));
}

void TestExplorerModel::newCallsJoinOnTop()
{
    Desk t(3);
    QAbstractItemModelTester tester(&*t.model, strict);
    QVERIFY(t.load());
    QSignalSpy reset(&*t.model, &QAbstractItemModel::modelReset);
    const QStringList news = t.place.addCalls(2, 100);
    QTRY_COMPARE_WITH_TIMEOUT(t.shown(), reversed(t.ids + news), patienceMs);
    QCOMPARE(reset.count(), 0);
}

void TestExplorerModel::cellsCarryTheirFilter()
{
    Desk t(1);
    QVERIFY(t.load());
    const QModelIndex team = t.model->index(0, ExplorerModel::Team);
    QCOMPARE(team.data(FilterFieldRole).toString(), QString("team"));
    QCOMPARE(team.data(FilterValueRole).toString(), QString("payments"));
    QCOMPARE(
        t.model->index(0, ExplorerModel::SeverityColumn).data(SeverityRole).toInt(), int(Severity::High));
    QCOMPARE(t.model->index(0, ExplorerModel::VerdictColumn).data().toString(), word(VerdictKind::Blocked));
}

void TestExplorerModel::exportsCsvAndJsonLines()
{
    Desk t(20);
    t.place.addCalls(4, 50, "support");
    const QTemporaryDir folder;
    InteractionExport exporter(*t.session);
    QSignalSpy finished(&exporter, &InteractionExport::finished);
    QSignalSpy progressed(&exporter, &InteractionExport::progressed);
    const QString lines = folder.filePath("calls.jsonl");
    exporter.start(lines, InteractionExport::Format::JsonLines, "team:support");
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patienceMs);
    QCOMPARE(finished[0][1].toLongLong(), 4);
    QCOMPARE(progressed.last()[0].toLongLong(), 4);
    QFile written(lines);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll().count('\n'), 4);

    const QString table = folder.filePath("calls.csv");
    exporter.start(table, InteractionExport::Format::Csv, {});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, patienceMs);
    QFile csv(table);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(csv.readLine().contains("verdict"));
}

void TestExplorerModel::aStoppedExportLeavesNoFile()
{
    Desk t(50);
    const QTemporaryDir folder;
    const QString file = folder.filePath("calls.jsonl");
    InteractionExport exporter(*t.session);
    QSignalSpy cancelled(&exporter, &InteractionExport::cancelled);
    exporter.start(file, InteractionExport::Format::JsonLines, {});
    exporter.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.count(), 1, patienceMs);
    QVERIFY(!QFile::exists(file));
    QVERIFY(!exporter.isRunning());
}

void TestExplorerModel::aFolderThatIsNotThereIsAnError()
{
    Desk t(1);
    InteractionExport exporter(*t.session);
    QSignalSpy failed(&exporter, &InteractionExport::failed);
    exporter.start("/nowhere/at/all.csv", InteractionExport::Format::Csv, {});
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
    QVERIFY(failed[0][0].toString().contains("/nowhere/at/all.csv"));
}

QTEST_GUILESS_MAIN(TestExplorerModel)
#include "tst_explorer_model.moc"
