// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The desks that only show: Explorer, Overview and Audit.
#include "models/explorer/explorer_model.h"
#include "store/evidence_pack.h"
#include "store/filter.h"
#include "tests/ui/page_fixture.h"
#include "ui/audit/audit_page.h"
#include "ui/audit/report_bar.h"
#include "ui/explorer/explorer_page.h"
#include "ui/explorer/timeline_strip.h"
#include "ui/export/export_bar.h"
#include "ui/export/pack_saver.h"
#include "ui/overview/count_chart.h"
#include "ui/overview/figure_tile.h"
#include "ui/overview/overview_page.h"
#include "ui/overview/verdict_chart.h"
#include "ui/review/detail_pane.h"
#include "ui/review/facet_button.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/filter_bar.h"

#include <QComboBox>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

void addCallsOfToday(DeskPlace &place)
{
    place.place.clock.set(
        std::chrono::time_point_cast<Micros>(systemClock().now()) - std::chrono::minutes(5));
    place.addCalls(3);
    place.addCalls(2, 10, "support");
}

} // namespace

class TestListDesks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void explorerShowsACallInFull();
    void explorerNarrowsByFilterAndCell();
    void explorerTurnsTheOrder();
    void explorerExports();
    void explorerExportsFindings();
    void explorerNarrowsByAFacet();
    void evidencePacksAreWritten();
    void evidencePacksSayWhatWentWrong();
    void explorerSaysWhenNothingMatches();
    void overviewLeadsToTheCalls();
    void aTimeIsChosenInTheStrip();
    void overviewTablesLeadToTheCalls();
    void overviewChangesItsTime();
    void auditShowsWhatWasDifferent();
    void auditProves();
    void auditReportsOnAPeriod();
    void everyControlHasAName();
};

void TestListDesks::explorerShowsACallInFull()
{
    DeskPlace place;
    const QStringList ids = place.addCalls(3);
    PageFixture<ExplorerPage> t(place);
    QVERIFY(t.show());
    auto *detail = t.find<DetailPane>();
    QTRY_COMPARE_WITH_TIMEOUT(detail->view().row.id, ids.last(), patienceMs);
    auto *table = t.find<DataTable>("interactions");
    table->selectRow(2);
    QTRY_COMPARE_WITH_TIMEOUT(detail->view().row.id, ids.first(), patienceMs);
}

void TestListDesks::explorerNarrowsByFilterAndCell()
{
    DeskPlace place;
    place.addCalls(3);
    place.addCalls(2, 10, "support");
    PageFixture<ExplorerPage> t(place);
    QVERIFY(t.show());
    auto *table = t.find<DataTable>("interactions");
    t.page->open({{"filter", "team:payments"}});
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, patienceMs);
    t.find<FilterBar>()->setFilter({});
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 5, patienceMs);
    table->setCurrentIndex(table->model()->index(0, ExplorerModel::Team));
    t.action("explorer.cell")->trigger();
    QCOMPARE(t.find<FilterBar>()->filter(), QString("team:support"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(t.find<QLabel>("footer")->text(), QString("2 match"), patienceMs);
}

void TestListDesks::explorerTurnsTheOrder()
{
    DeskPlace place;
    const QStringList ids = place.addCalls(3);
    PageFixture<ExplorerPage> t(place);
    QVERIFY(t.show());
    auto *table = t.find<DataTable>("interactions");
    Q_EMIT table->horizontalHeader()->sectionClicked(ExplorerModel::At);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->index(0, 0).data(IdRole).toString(), ids.first(), patienceMs);
    Q_EMIT table->horizontalHeader()->sectionClicked(ExplorerModel::Team);
    QCOMPARE(table->model()->index(0, 0).data(IdRole).toString(), ids.first());
}

void TestListDesks::explorerExportsFindings()
{
    DeskPlace place;
    place.addCalls(3);
    PageFixture<ExplorerPage> t(place);
    QVERIFY(t.show());
    QTemporaryDir folder;
    const QString file = folder.filePath("calls.ocsf.jsonl");
    t.find<ExportBar>()->start(file, "verdict:blocked");
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), patienceMs);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = written.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(QJsonDocument::fromJson(lines[0]).object()["class_uid"].toInt(), 2004);
}

void TestListDesks::explorerNarrowsByAFacet()
{
    DeskPlace place;
    place.addCalls(3);
    place.addCalls(2, 100, "support");
    PageFixture<ExplorerPage> t(place);
    QVERIFY(t.show());
    FacetButton *team = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            for (FacetButton *button : t.page->findChildren<FacetButton *>()) {
                if (button->value() == "support")
                    team = button;
            }
            return team != nullptr;
        }(),
        patienceMs);
    team->click();
    QCOMPARE(t.find<FilterBar>()->filter(), QString("team:support"));
    QTRY_COMPARE_WITH_TIMEOUT(t.find<DataTable>("interactions")->model()->rowCount(), 2, patienceMs);
    // While nobody sees the page nothing is counted, and what was counted is there when it comes back.
    t.page->deactivated();
    t.page->activated();
    QTRY_VERIFY_WITH_TIMEOUT(t.find<QLabel>("footer")->text().contains('2'), patienceMs);
}

void TestListDesks::evidencePacksAreWritten()
{
    QueuePlace place;
    const QString id = place.addCalls(1)[0];
    StoreSession session(place.location());
    QWidget page;
    PackSaver saver(session, &page);
    QStringList said;
    connect(&saver, &PackSaver::said, this, [&](const QString &text) { said.append(text); });
    QTemporaryDir folder;
    const QString pdf = folder.filePath("pack.pdf");
    saver.start(pdf, id);
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 2, patienceMs);
    QFile paper(pdf);
    QVERIFY(paper.open(QIODevice::ReadOnly));
    QVERIFY(paper.read(5) == "%PDF-");
    const QString json = folder.filePath("pack.json");
    saver.start(json, id);
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 4, patienceMs);
    QVERIFY(said[3].contains("pack.json"));
    QFile pack(json);
    QVERIFY(pack.open(QIODevice::ReadOnly));
    const auto checked = store::verifyPack(pack.readAll().toStdString());
    QVERIFY(checked && checked->problem.empty());
    QCOMPARE(QString::fromStdString(checked->interaction), id);
}

void TestListDesks::evidencePacksSayWhatWentWrong()
{
    QueuePlace place;
    const QString id = place.addCalls(1)[0];
    StoreSession session(place.location());
    QWidget page;
    PackSaver saver(session, &page);
    QStringList trouble;
    connect(&saver, &PackSaver::troubleSaid, this, [&](const QString &text) { trouble.append(text); });
    saver.start("/nowhere/at/all/pack.pdf", id);
    QTRY_COMPARE_WITH_TIMEOUT(trouble.size(), 1, patienceMs);
    QVERIFY2(trouble[0].contains("/nowhere"), qPrintable(trouble[0]));
    saver.start("/nowhere/at/all/pack.json", id);
    saver.start("/nowhere/at/all/pack.json", id);
    QTRY_COMPARE_WITH_TIMEOUT(trouble.size(), 3, patienceMs);
}

void TestListDesks::explorerExports()
{
    DeskPlace place;
    place.addCalls(3);
    PageFixture<ExplorerPage> t(place);
    QVERIFY(t.show());
    const QTemporaryDir folder;
    const QString file = folder.filePath("calls.csv");
    t.find<ExportBar>()->start(file, {});
    QTRY_VERIFY_WITH_TIMEOUT(t.find<QLabel>("work_text")->text().contains(file), patienceMs);
    QVERIFY(QFile::exists(file));
}

void TestListDesks::explorerSaysWhenNothingMatches()
{
    DeskPlace place;
    place.addCalls(1);
    PageFixture<ExplorerPage> t(place);
    QVERIFY(t.show());
    t.page->open({{"filter", "team:nobody"}});
    QTRY_VERIFY_WITH_TIMEOUT(
        t.button("Show every call") && t.button("Show every call")->isVisible(), patienceMs);
    t.button("Show every call")->click();
    QTRY_VERIFY_WITH_TIMEOUT(t.find<DataTable>("interactions")->isVisible(), patienceMs);
}

void TestListDesks::overviewLeadsToTheCalls()
{
    DeskPlace place;
    addCallsOfToday(place);
    PageFixture<OverviewPage> t(place);
    QVERIFY(t.show());
    const auto tiles = t.page->findChildren<FigureTile *>();
    QCOMPARE(tiles.size(), 4);
    QVERIFY(tiles[0]->accessibleName().startsWith("Blocked: 5"));
    tiles[0]->click();
    QCOMPARE(t.wentTo, QString("explorer"));
    QVERIFY(t.wentFor["filter"].toString().startsWith("verdict:blocked since:"));
    tiles[2]->click();
    QCOMPARE(t.wentTo, QString("review"));
}

void TestListDesks::aTimeIsChosenInTheStrip()
{
    DeskPlace place;
    addCallsOfToday(place);
    PageFixture<ExplorerPage> t(place);
    QVERIFY(t.show());
    auto *strip = t.find<TimelineStrip>("timeline");
    auto *filter = t.find<FilterBar>();
    const auto calls = [&] {
        qint64 count = 0;
        for (const VerdictStep &step : strip->steps())
            count += step.calls();
        return count;
    };
    QTRY_COMPARE_WITH_TIMEOUT(calls(), qint64(5), patienceMs);
    filter->setFilter("team:support since:2d");
    QTRY_COMPARE_WITH_TIMEOUT(calls(), qint64(2), patienceMs);
    const auto steps = strip->steps();
    QVERIFY(steps.size() >= 48);
    QVERIFY(!strip->accessibleName().isEmpty());
    QVERIFY(strip->accessibleDescription().contains("2"));
    strip->setFocus();
    QTest::keyClick(strip, Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(strip, Qt::Key_Return);
    const auto time = [](const QDateTime &at) { return at.toUTC().toString(Qt::ISODate); };
    QVERIFY(filter->filter().contains("team:support"));
    QVERIFY(filter->filter().contains("since:" + time(steps[steps.size() - 2].start)));
    QVERIFY(filter->filter().contains("until:" + time(steps.back().end)));
    QTRY_VERIFY_WITH_TIMEOUT(strip->steps().front().start == steps[steps.size() - 2].start, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(calls(), qint64(2), patienceMs);
    QTest::keyClick(strip, Qt::Key_Escape);
    QCOMPARE(filter->filter(), QString("team:support"));
    filter->setFilter("team:support since:2d");
    QTRY_VERIFY_WITH_TIMEOUT(strip->steps().size() == steps.size(), patienceMs);
    const int y = strip->height() / 2, x = strip->width() / 2;
    QTest::mousePress(strip, Qt::LeftButton, {}, {x, y});
    QTest::mouseMove(strip, {x + 200, y});
    QTest::mouseRelease(strip, Qt::LeftButton, {}, {x + 200, y});
    QVERIFY(filter->filter().contains("until:"));
    QTest::mouseDClick(strip, Qt::LeftButton, {}, {x, y});
    QCOMPARE(filter->filter(), QString("team:support"));
    QVERIFY(!strip->grab().isNull());
}

void TestListDesks::overviewTablesLeadToTheCalls()
{
    DeskPlace place;
    addCallsOfToday(place);
    PageFixture<OverviewPage> t(place);
    QVERIFY(t.show());
    QSignalSpy filters(t.page.get(), &OverviewPage::openFilter);
    auto *verdicts = t.find<VerdictChart>();
    verdicts->showTable(true);
    QVERIFY(verdicts->table()->isVisible());
    const QAbstractItemModel *numbers = verdicts->table()->model();
    qint64 blocked = 0;
    for (int row = 0; row < numbers->rowCount(); ++row)
        blocked += numbers->index(row, 1 + int(VerdictKind::Blocked)).data().toInt();
    QCOMPARE(blocked, 5);
    Q_EMIT verdicts->table()->activated(numbers->index(23, 1 + int(VerdictKind::Blocked)));
    const auto charts = t.page->findChildren<CountChart *>();
    QCOMPARE(charts.size(), 10);
    Q_EMIT charts[3]->table()->activated(charts[3]->table()->model()->index(0, 0));
    QCOMPARE(filters.count(), 2);
    QVERIFY(filters[0][0].toString().contains("verdict:blocked"));
    QVERIFY(filters[1][0].toString().startsWith("team:payments -verdict:allowed since:"));
    // Every mark leads somewhere.
    for (CountChart *chart : charts) {
        if (chart->table()->model()->rowCount() == 0)
            continue;
        const int before = filters.count();
        Q_EMIT chart->table()->activated(chart->table()->model()->index(0, 0));
        QCOMPARE(filters.count(), before + 1);
        QVERIFY(store::parseFilter(filters.last()[0].toString().toStdString()).has_value());
    }
}

void TestListDesks::overviewChangesItsTime()
{
    DeskPlace place;
    addCallsOfToday(place);
    PageFixture<OverviewPage> t(place);
    QVERIFY(t.show());
    t.find<QComboBox>("period")->setCurrentIndex(2);
    auto *numbers = t.find<VerdictChart>()->table()->model();
    QTRY_COMPARE_WITH_TIMEOUT(numbers->rowCount(), 30, patienceMs);
    Theme::instance().apply(ThemeName::Dark);
    QVERIFY(!t.page->grab().isNull());
}

void TestListDesks::auditShowsWhatWasDifferent()
{
    DeskPlace place;
    const KeyId id = place.issueKey().row.record.id;
    QVERIFY(store::suspendKey(place.store(), id, "unused").has_value());
    PageFixture<AuditPage> t(place);
    QVERIFY(t.show());
    QCOMPARE(t.find<DataTable>("log")->currentIndex().row(), 0);
    const auto *changes = t.find<DataTable>("changes")->model();
    QVERIFY(changes->rowCount() >= 1);
    QCOMPARE(changes->index(0, 0).data().toString(), QString("state"));
    QCOMPARE(changes->index(0, 2).data().toString(), QString("suspended"));
}

void TestListDesks::auditProves()
{
    DeskPlace place;
    PageFixture<AuditPage> t(place);
    QVERIFY(t.show());
    t.action("audit.verify")->trigger();
    QVERIFY(!t.action("audit.verify")->isEnabled());
    const auto *result = t.find<QLabel>("result");
    QTRY_VERIFY_WITH_TIMEOUT(t.action("audit.verify")->isEnabled(), patienceMs);
    QVERIFY2(result->text().startsWith(QString::fromUtf8("✓")), qPrintable(result->text()));
    QVERIFY(t.find<CopyButton>("copy_head")->isVisible());
    t.find<QLineEdit>("expected")->setText(QString(64, 'a'));
    t.action("audit.verify")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(result->text().startsWith(QString::fromUtf8("✕")), patienceMs);
}

void TestListDesks::auditReportsOnAPeriod()
{
    DeskPlace place;
    place.addCalls(3);
    PageFixture<AuditPage> t(place);
    QVERIFY(t.show());
    const QTemporaryDir folder;
    const QString file = folder.filePath("report.pdf");
    t.find<ReportBar>()->start(file, 7);
    QTRY_VERIFY_WITH_TIMEOUT(t.find<QLabel>("work_text")->text().contains(file), patienceMs);
    QFile paper(file);
    QVERIFY(paper.open(QIODevice::ReadOnly));
    QVERIFY(paper.read(5) == "%PDF-");
    t.find<ReportBar>()->start("/nowhere/at/all/report.pdf", 7);
    QTRY_COMPARE_WITH_TIMEOUT(t.trouble.size(), 1, patienceMs);
}

void TestListDesks::everyControlHasAName()
{
    DeskPlace place;
    addCallsOfToday(place);
    PageFixture<ExplorerPage> explorer(place);
    QVERIFY(explorer.show());
    QCOMPARE(explorer.namelessControls().join(", "), QString());
    PageFixture<OverviewPage> overview(place);
    QVERIFY(overview.show());
    QCOMPARE(overview.namelessControls().join(", "), QString());
    PageFixture<AuditPage> audit(place);
    QVERIFY(audit.show());
    QCOMPARE(audit.namelessControls().join(", "), QString());
}

QTEST_MAIN(TestListDesks)
#include "tst_list_desks.moc"
