// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/campaign_table.h"
#include "models/review/check_lines_model.h"
#include "models/review/groups_model.h"
#include "models/review/queue_model.h"
#include "store/audit.h"
#include "store/interactions.h"
#include "store/key_folder.h"
#include "store/review_jobs.h"
#include "tests/ui/buttons.h"
#include "tests/ui/window_fixture.h"
#include "ui/frame/rail_button.h"
#include "ui/review/bulk_bar.h"
#include "ui/review/check_table.h"
#include "ui/review/context_pane.h"
#include "ui/review/detail_pane.h"
#include "ui/review/facet_button.h"
#include "ui/review/groups_pane.h"
#include "ui/review/queue_view.h"
#include "ui/review/reveal_dialog.h"
#include "ui/review/spark_bars.h"
#include "ui/review/why_pane.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/evidence_view.h"
#include "ui/widgets/filter_bar.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

struct Desk : WindowFixture {
    explicit Desk(QueuePlace &place)
        : WindowFixture(place)
    {
    }
    [[nodiscard]] bool open()
    {
        if (!show(QStringLiteral("review")))
            return false;
        view = find<QueueView>();
        model = window.findChild<QueueModel *>();
        filter = find<FilterBar>();
        detail = find<DetailPane>();
        return view->hasFocus();
    }
    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(view, Qt::Key(code), modifiers);
    }
    [[nodiscard]] QString shown() const { return detail->view().row.id; }

    QueueView *view = nullptr;
    QueueModel *model = nullptr;
    FilterBar *filter = nullptr;
    DetailPane *detail = nullptr;
};

std::string stateOf(QueuePlace &place, const QString &id)
{
    const auto reader = place.place.open();
    const auto detail = store::showInteraction(*reader, {id.toStdString()});
    return detail ? std::string(store::name(detail->row.state)) + '/'
            + std::string(store::name(detail->row.disposition))
                  : detail.error().line();
}

bool footerSays(const Desk &desk, const QString &text)
{
    const auto labels = desk.window.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel *label) { return label->isVisible() && label->text().startsWith(text); });
}

} // namespace

class TestReviewPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dismissGoesToTheNextItem();
    void everyDecisionHasItsKey_data();
    void everyDecisionHasItsKey();
    void undoBringsTheItemBackAndSelectsIt();
    void selectedOnesAreDecidedTogether();
    void allThatMatchAreDecidedTogether();
    void whatWasLeftUnfinishedIsOffered();
    void whatIsAlikeIsShownAndTakenTogether();
    void groupsFoldAndUnfold();
    void keysAreOffWhileTyping();
    void aFacetWritesIntoTheFilter();
    void aCellBecomesAFilter();
    void liveRowsLeaveTheSelectionAlone();
    void newsWaitWhileNotLive();
    void evidenceIsWalkedThrough();
    void whyShowsEveryRuleAndLeadsToIt();
    void whatIsCopiedIsWhatWasSaid();
    void jsonFoldsAndUnfolds();
    void aNoteIsKept();
    void aHeldCallIsReleased();
    void originalsAreShownAndHidden();
    void keysCanBeChanged();
    void everyControlHasAName();
};

void TestReviewPage::dismissGoesToTheNextItem()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(3);
    Desk desk(place);
    QVERIFY(desk.open());
    QTRY_COMPARE_WITH_TIMEOUT(desk.shown(), ids[2], patienceMs);
    desk.key(Qt::Key_D);
    QCOMPARE(desk.view->currentId(), ids[1]);
    QCOMPARE(desk.model->rowCount(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(desk.shown(), ids[1], patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(place, ids[2]), std::string("resolved/false_positive"), patienceMs);
}

void TestReviewPage::everyDecisionHasItsKey_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("state");
    QTest::newRow("confirm") << int(Qt::Key_C) << "resolved/true_positive";
    QTest::newRow("dismiss") << int(Qt::Key_D) << "resolved/false_positive";
    QTest::newRow("benign") << int(Qt::Key_B) << "resolved/benign";
    QTest::newRow("duplicate") << int(Qt::Key_Equal) << "resolved/duplicate";
    QTest::newRow("escalate") << int(Qt::Key_E) << "escalated/";
    QTest::newRow("assign") << int(Qt::Key_A) << "in_review/";
}

void TestReviewPage::everyDecisionHasItsKey()
{
    QFETCH(int, key);
    QFETCH(QString, state);
    QueuePlace place;
    const QStringList ids = place.addCalls(1);
    Desk desk(place);
    QVERIFY(desk.open());
    desk.key(key);
    QTRY_COMPARE_WITH_TIMEOUT(QString::fromStdString(stateOf(place, ids[0])), state, patienceMs);
}

void TestReviewPage::undoBringsTheItemBackAndSelectsIt()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(3);
    Desk desk(place);
    QVERIFY(desk.open());
    desk.key(Qt::Key_J);
    QCOMPARE(desk.view->currentId(), ids[1]);
    desk.key(Qt::Key_D);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(place, ids[1]), std::string("resolved/false_positive"), patienceMs);
    desk.key(Qt::Key_Z);
    QTRY_COMPARE_WITH_TIMEOUT(desk.view->currentId(), ids[1], patienceMs);
    QCOMPARE(desk.model->rowCount(), 3);
    QCOMPARE(stateOf(place, ids[1]), std::string("open/"));
    desk.key(Qt::Key_Z, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(place, ids[1]), std::string("resolved/false_positive"), patienceMs);
}

void TestReviewPage::selectedOnesAreDecidedTogether()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(5);
    Desk desk(place);
    QVERIFY(desk.open());
    desk.key(Qt::Key_X);
    desk.key(Qt::Key_J);
    desk.key(Qt::Key_J);
    desk.key(Qt::Key_X, Qt::ShiftModifier);
    QCOMPARE(desk.view->chosenIds().size(), 3);
    desk.key(Qt::Key_C);
    QCOMPARE(desk.model->rowCount(), 2);
    QCOMPARE(desk.view->currentId(), ids[1]);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(place, ids[2]), std::string("resolved/true_positive"), patienceMs);
    QCOMPARE(stateOf(place, ids[4]), std::string("resolved/true_positive"));
    QCOMPARE(stateOf(place, ids[1]), std::string("open/"));
}

void TestReviewPage::allThatMatchAreDecidedTogether()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(300);
    place.addCalls(4, 1000, "support");
    Desk desk(place);
    QVERIFY(desk.open());
    desk.filter->setFilter(QStringLiteral("state:open team:payments"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->rowCount(), 300, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(footerSays(desk, QStringLiteral("300")), patienceMs);
    QString asked;
    QString answer;
    QTimer clerk; // answers the question once it is there
    connect(&clerk, &QTimer::timeout, this, [&] {
        const auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QPushButton *button = box ? buttonSaying(*box, answer) : nullptr;
        if (!button)
            return;
        asked = box->text() + box->informativeText();
        button->click();
    });
    clerk.start(5);
    desk.key(Qt::Key_Asterisk);
    QVERIFY(desk.view->allMatching());
    answer = QStringLiteral("Cancel");
    desk.key(Qt::Key_D);
    QVERIFY2(asked.contains(QStringLiteral("300")), qPrintable(asked));
    QVERIFY2(asked.contains(QStringLiteral("state is open and team is payments")), qPrintable(asked));
    QVERIFY(desk.view->allMatching());
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    answer = QStringLiteral("Change 300");
    desk.key(Qt::Key_D);
    // The one that is being read stays on screen.
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->rowCount(), 1, patienceMs);
    const auto count = [&](const char *filter) {
        const auto reader = place.place.open();
        return *store::countInteractions(*reader, *store::parseFilter(filter));
    };
    QTRY_COMPARE_WITH_TIMEOUT(count("disposition:false_positive"), 300, patienceMs);
    QCOMPARE(count("state:open"), 4);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.find<BulkBar>()->isVisible(), patienceMs);
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    desk.key(Qt::Key_Z);
    QTRY_COMPARE_WITH_TIMEOUT(count("state:open"), 304, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.model->rowCount() >= 200, patienceMs);
}

void TestReviewPage::whatWasLeftUnfinishedIsOffered()
{
    QueuePlace place;
    place.addCalls(20);
    {
        const auto store = place.place.open();
        store::JobOrder order;
        order.disposition = store::Disposition::Benign;
        order.filter = *store::parseFilter("state:open");
        QVERIFY(store::startReviewJob(*store, order).has_value());
    }
    Desk desk(place);
    QVERIFY(desk.open());
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<BulkBar>()->isVisible(), patienceMs);
    buttonSaying(*desk.find<BulkBar>(), QStringLiteral("Go on"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->rowCount(), 1, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.find<BulkBar>()->isVisible(), patienceMs);
}

// One key shows what says nearly the same, another takes all of it together: one job, one entry, one undo.
void TestReviewPage::whatIsAlikeIsShownAndTakenTogether()
{
    QueuePlace place;
    place.addCalls(3, 0, "payments");
    place.addCalls(2, 10, "support");
    Desk desk(place);
    QVERIFY(desk.open());
    const QString read = desk.view->currentId();
    const auto more = [&] { return buttonSaying(desk.window, QStringLiteral("4 more like this…")); };
    QTRY_VERIFY_WITH_TIMEOUT(more() && more()->isVisible(), patienceMs);
    desk.key(Qt::Key_S);
    QCOMPARE(desk.filter->filter(), QStringLiteral("similar:") + read);
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->rowCount(), 5, patienceMs);
    desk.key(Qt::Key_V);
    const auto *around = desk.find<ContextPane>();
    const auto says = [&](const QString &text) {
        const auto labels = around->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Near-duplicates: 5 waiting")), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("5 call")), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("2 team")), patienceMs);
    QVERIFY(!around->findChildren<SparkBars *>().front()->accessibleDescription().isEmpty());
    auto *twin = around->findChild<DataTable *>();
    QVERIFY(!twin->isVisible());
    buttonSaying(*around, QStringLiteral("Show as table"))->click();
    QVERIFY(twin->isVisible() && !around->findChildren<SparkBars *>().front()->isVisible());
    const QModelIndexList support = twin->model()->match(
        twin->model()->index(0, CampaignTable::WhatColumn), Qt::DisplayRole, QStringLiteral("support"));
    QCOMPARE(support.size(), 1);
    QCOMPARE(
        support.first().siblingAtColumn(CampaignTable::CountColumn).data().toString(), QStringLiteral("2"));
    Q_EMIT twin->activated(twin->model()->index(0, 0)); // the first stretch of time
    QTRY_VERIFY_WITH_TIMEOUT(desk.model->rowCount() > 0 && desk.filter->problem().isEmpty(), patienceMs);
    QVERIFY(desk.filter->filter().contains(QStringLiteral(" since:")));
    desk.filter->setFilter(QStringLiteral("similar:") + read);
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->rowCount(), 5, patienceMs);
    desk.view->goTo(read);
    QTRY_VERIFY_WITH_TIMEOUT(buttonSaying(*around, QStringLiteral("support  2")), patienceMs);
    buttonSaying(*around, QStringLiteral("support  2"))->click();
    QCOMPARE(desk.filter->filter(), QStringLiteral("similar:%1 team:support").arg(read));
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->rowCount(), 2, patienceMs);

    QTRY_VERIFY_WITH_TIMEOUT(more() && more()->isVisible(), patienceMs);
    more()->click();
    QVERIFY(desk.filter->filter().startsWith(QStringLiteral("group:")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.view->allMatching(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->rowCount(), 5, patienceMs);
    QString asked;
    QTimer clerk; // answers the question once it is there
    connect(&clerk, &QTimer::timeout, this, [&] {
        const auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!box)
            return;
        asked = box->text() + box->informativeText();
        QPushButton *all = buttonSaying(*box, QStringLiteral("Change 5"));
        (all ? all : buttonSaying(*box, QStringLiteral("Cancel")))->click();
    });
    clerk.start(5);
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    desk.key(Qt::Key_D); // before the desk has counted, as may be
    QTRY_VERIFY_WITH_TIMEOUT(!asked.isEmpty(), patienceMs);
    QVERIFY2(asked.contains(QStringLiteral("Change 5 interactions")), qPrintable(asked));
    const auto count = [&](const char *filter) {
        const auto reader = place.place.open();
        return *store::countInteractions(*reader, *store::parseFilter(filter));
    };
    QTRY_COMPARE_WITH_TIMEOUT(count("disposition:false_positive"), 5, patienceMs);
    const auto audited = [&] {
        const auto reader = place.place.open();
        const auto entries = store::listAudit(*reader, 100);
        return std::count_if(entries->begin(), entries->end(),
            [](const store::AuditEntry &entry) { return entry.action.starts_with("review."); });
    };
    QTRY_COMPARE_WITH_TIMEOUT(audited(), 1, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.find<BulkBar>()->isVisible(), patienceMs);
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    desk.key(Qt::Key_Z);
    QTRY_COMPARE_WITH_TIMEOUT(count("state:open"), 5, patienceMs);
}

void TestReviewPage::groupsFoldAndUnfold()
{
    QueuePlace place;
    place.addCalls(3, 0, "payments");
    place.addCalls(2, 10, "support");
    Desk desk(place);
    QVERIFY(desk.open());
    const QString before = desk.filter->filter();
    desk.key(Qt::Key_G);
    auto *pane = desk.find<GroupsPane>();
    QAbstractItemModel *groups = pane->table().model();
    const QAbstractItemModelTester tester(groups, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE_WITH_TIMEOUT(groups->rowCount(), 1, patienceMs);
    QCOMPARE(groups->index(0, GroupsModel::CountColumn).data().toString(), QStringLiteral("5"));
    QVERIFY(
        groups->index(0, GroupsModel::WhatColumn).data().toString().startsWith(QStringLiteral("ignore all")));
    pane->groupBy(Grouping::Application);
    QTRY_COMPARE_WITH_TIMEOUT(groups->rowCount(), 2, patienceMs);
    pane->table().setFocus();
    pane->table().setCurrentIndex(groups->index(1, 0));
    QCOMPARE(desk.filter->filter(), before + QStringLiteral(" team:support usecase:assistant"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->rowCount(), 2, patienceMs);
    QCOMPARE(groups->rowCount(), 2);
    desk.key(Qt::Key_G); // folds
    QCOMPARE(desk.filter->filter(), before);
    QVERIFY(pane->hasTableFocus());
    QTest::keyClick(&pane->table(), Qt::Key_G); // unfolds it again
    QCOMPARE(desk.filter->filter(), before + QStringLiteral(" team:support usecase:assistant"));
    QVERIFY(desk.view->hasFocus());
    pane->groupBy(Grouping::None);
    QCOMPARE(desk.filter->filter(), before);
    QVERIFY(!pane->isVisible());
}

void TestReviewPage::keysAreOffWhileTyping()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(2);
    Desk desk(place);
    QVERIFY(desk.open());
    desk.key(Qt::Key_Slash);
    QTRY_VERIFY(desk.filter->hasFocus());
    QTest::keyClicks(desk.filter, QStringLiteral("dcbe"));
    QCOMPARE(desk.filter->text(), QStringLiteral("dcbe"));
    QCOMPARE(stateOf(place, ids[1]), std::string("open/"));
    QTest::keyClick(desk.filter, Qt::Key_Escape);
    QTRY_VERIFY(desk.view->hasFocus());
}

void TestReviewPage::aFacetWritesIntoTheFilter()
{
    QueuePlace place;
    place.addCalls(3);
    const QStringList support = place.addCalls(2, 100, "support");
    Desk desk(place);
    QVERIFY(desk.open());
    const auto facet = [&](const QString &value) -> FacetButton * {
        for (FacetButton *button : desk.window.findChildren<FacetButton *>()) {
            if (button->value() == value)
                return button;
        }
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(facet(QStringLiteral("support")), patienceMs);
    facet(QStringLiteral("support"))->click();
    QVERIFY(desk.filter->text().contains(QStringLiteral("team:support")));
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->rowCount(), 2, patienceMs);
    QVERIFY(facet(QStringLiteral("support"))->isChecked());
    facet(QStringLiteral("support"))->click();
    QVERIFY(!desk.filter->text().contains(QStringLiteral("team:")));
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->rowCount(), 5, patienceMs);
}

void TestReviewPage::aCellBecomesAFilter()
{
    QueuePlace place;
    place.addCalls(3);
    place.addCalls(2, 100, "support");
    Desk desk(place);
    QVERIFY(desk.open());
    desk.view->setCurrentIndex(desk.model->index(0, QueueModel::TeamColumn));
    desk.key(Qt::Key_F, Qt::ShiftModifier);
    QVERIFY2(desk.filter->text().contains(QStringLiteral("-team:support")), qPrintable(desk.filter->text()));
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->rowCount(), 3, patienceMs);
}

void TestReviewPage::liveRowsLeaveTheSelectionAlone()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(60);
    Desk desk(place);
    QVERIFY(desk.open());
    desk.view->goTo(ids[20]);
    desk.view->verticalScrollBar()->setValue(200);
    const int top = desk.view->visualRect(desk.view->currentIndex()).top();
    place.addCalls(4, 100);
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->rowCount(), 64, patienceMs);
    QCOMPARE(desk.view->currentId(), ids[20]);
    QCOMPARE(desk.view->visualRect(desk.view->currentIndex()).top(), top);
}

void TestReviewPage::newsWaitWhileNotLive()
{
    QueuePlace place;
    place.addCalls(2);
    Desk desk(place);
    QVERIFY(desk.open());
    desk.key(Qt::Key_L);
    QVERIFY(!desk.model->isLive());
    place.addCalls(3, 100);
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->newsCount(), 3, patienceMs);
    QCOMPARE(desk.model->rowCount(), 2);
    desk.key(Qt::Key_L);
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->rowCount(), 5, patienceMs);
}

void TestReviewPage::evidenceIsWalkedThrough()
{
    QueuePlace place;
    place.addCalls(1);
    Desk desk(place);
    QVERIFY(desk.open());
    EvidenceView &conversation = desk.detail->conversation();
    QTRY_COMPARE_WITH_TIMEOUT(conversation.marks().size(), 1, patienceMs);
    desk.key(Qt::Key_BracketRight);
    QCOMPARE(conversation.currentMark(), 0);
    QVERIFY(conversation.toPlainText().contains(QStringLiteral("①")));
    QCOMPARE(conversation.extraSelections().size(), 1);
    QCOMPARE(conversation.extraSelections().first().cursor.selectedText(),
        QStringLiteral("ignore all previous instructions"));
}

void TestReviewPage::whyShowsEveryRuleAndLeadsToIt()
{
    QueuePlace place;
    place.addCalls(1);
    Desk desk(place);
    QVERIFY(desk.open());
    QTRY_VERIFY_WITH_TIMEOUT(desk.detail->hasView(), patienceMs);
    auto *why = desk.find<WhyPane>();
    QVERIFY(!why->isVisible());
    desk.key(Qt::Key_W);
    QTRY_VERIFY(why->isVisible());
    QCOMPARE(why->currentRule(), QStringLiteral("injection"));
    QCOMPARE(desk.detail->rule(), QStringLiteral("injection"));
    const auto *explanation = why->findChild<QLabel *>(QStringLiteral("why_explanation"));
    QVERIFY2(explanation->text().contains(QStringLiteral("block")), qPrintable(explanation->text()));
    QVERIFY(!why->findChild<QLabel *>(QStringLiteral("why_coverage"))->text().isEmpty());
    // Its head is the scale of the bars and is never cut off.
    auto *head = why->table().horizontalHeader();
    const int time = CheckLinesModel::TimeColumn;
    QVERIFY(head->sectionSize(time) >= head->fontMetrics().horizontalAdvance(
                why->table().model()->headerData(time, Qt::Horizontal).toString()));
    // Evidence is in the conversation.
    desk.key(Qt::Key_BracketRight);
    QTRY_VERIFY(!why->isVisible());
    QCOMPARE(desk.detail->conversation().currentMark(), 0);
}

void TestReviewPage::whatIsCopiedIsWhatWasSaid()
{
    EvidencePart part{TrustZone::Tool, QStringLiteral("tool result"), QStringLiteral("see SWdub3Jl there")};
    EvidenceAside aside;
    aside.number = 1;
    aside.leftTitle = QStringLiteral("base64");
    aside.left = QStringLiteral("SWdub3Jl");
    aside.rightTitle = QStringLiteral("text");
    aside.right = QStringLiteral("Ignore");
    aside.length = 6;
    part.asides = {aside};
    EvidenceMark mark;
    mark.start = 4;
    mark.length = 8;
    mark.label = QStringLiteral("override");
    mark.number = 1;
    EvidenceView view;
    view.setContent({part, {TrustZone::User, QStringLiteral("user"), QStringLiteral("thanks")}}, {mark});
    QVERIFY(view.toPlainText().contains(QStringLiteral("override")));
    QVERIFY(view.toPlainText().contains(QStringLiteral("Ignore")));
    view.selectAll();
    view.copy();
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.contains(QStringLiteral("see SWdub3Jl there\n")), qPrintable(copied));
    QVERIFY2(!copied.contains(QStringLiteral("override")), qPrintable(copied));
    QVERIFY2(!copied.contains(QStringLiteral("Ignore")), qPrintable(copied));
    QVERIFY(copied.endsWith(QStringLiteral("thanks")));
    // What stands beside the text is copied by itself.
    view.setTextCursor(view.document()->find(QStringLiteral("Ignore")));
    view.copy();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Ignore"));
}

void TestReviewPage::jsonFoldsAndUnfolds()
{
    const auto layout = layOutJson(QStringLiteral(R"({"to":{"name":"a","code":"moonshot"},"n":[1,2]})"));
    QVERIFY(layout);
    EvidencePart part{TrustZone::Tool, QStringLiteral("tool result"), layout->text};
    part.tokens = layout->tokens;
    part.folds = layout->folds;
    EvidenceMark mark;
    mark.start = layout->text.indexOf(QStringLiteral("moonshot"));
    mark.length = 8;
    mark.label = QStringLiteral("code name");
    mark.number = 1;
    EvidenceView view;
    view.setContent({part}, {mark});
    const QString whole = view.toPlainText();
    view.setTextCursor(view.document()->find(QStringLiteral("name")));
    QVERIFY(!view.unfoldHere()); // nothing is folded
    QVERIFY(view.foldHere());
    QVERIFY2(!view.toPlainText().contains(QStringLiteral("moonshot")), qPrintable(view.toPlainText()));
    QVERIFY(view.toPlainText().contains(QStringLiteral("{ 3 lines ")));
    QVERIFY(view.toPlainText().contains(QStringLiteral("①"))); // what is hidden holds evidence
    QVERIFY(view.toPlainText().contains(QStringLiteral("\"n\": ")));
    QVERIFY(view.foldHere()); // the object around it
    QVERIFY(!view.toPlainText().contains(QStringLiteral("\"n\": ")));
    QVERIFY(!view.foldHere());
    QVERIFY(view.goToMark(1)); // unfolds what is around it
    QVERIFY(view.toPlainText().contains(QStringLiteral("moonshot")));
    QCOMPARE(view.extraSelections().first().cursor.selectedText(), QStringLiteral("moonshot"));
    QCOMPARE(view.toPlainText(), whole);
    view.setTextCursor(view.document()->find(QStringLiteral("\"n\"")));
    QVERIFY(view.foldHere()); // the whole, on whose line that is not
    QVERIFY(view.unfoldHere());
    QCOMPARE(view.toPlainText(), whole);
    view.selectAll();
    view.copy();
    QVERIFY2(QApplication::clipboard()->text().endsWith(layout->text),
        qPrintable(QApplication::clipboard()->text()));
}

void TestReviewPage::aNoteIsKept()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(1);
    Desk desk(place);
    QVERIFY(desk.open());
    desk.key(Qt::Key_N);
    QWidget *dialog = nullptr;
    QTRY_VERIFY(dialog = QApplication::activeModalWidget());
    dialog->activateWindow();
    QTRY_VERIFY(dialog->isActiveWindow());
    dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("Known test prompt."));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTRY_COMPARE_WITH_TIMEOUT(desk.detail->view().notes.size(), 1, patienceMs);
}

void TestReviewPage::aHeldCallIsReleased()
{
    QueuePlace place;
    const Timestamp at = place.place.clock.now();
    auto held = store::test::requestRecord(store::test::idAt(at, 7), at, VerdictKind::Held);
    held.row.state = store::ReviewState::Open;
    held.row.outcome = store::Outcome::Refused;
    const InteractionId id = held.row.id;
    store::test::record(place.place, {held});
    Desk desk(place);
    QVERIFY(desk.open());
    QTRY_COMPARE_WITH_TIMEOUT(desk.detail->view().heldState, QStringLiteral("waiting"), patienceMs);
    QTimer::singleShot(0, &desk.window, [] {
        for (QPushButton *button : QApplication::activeModalWidget()->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Release call"))
                button->click();
        }
    });
    desk.key(Qt::Key_H);
    QTRY_COMPARE_WITH_TIMEOUT(desk.model->rowCount(), 0, patienceMs);
    const auto reader = place.place.open();
    QTRY_COMPARE_WITH_TIMEOUT(
        store::showInteraction(*reader, id)->heldState, std::string("released"), patienceMs);
}

void TestReviewPage::originalsAreShownAndHidden()
{
    QueuePlace place;
    const Timestamp at = place.place.clock.now();
    const auto reviewer = store::RecipientKey::make();
    const SecretString passphrase("a long enough passphrase");
    const QString file = QString::fromStdString(place.place.file("ann.pem"));
    QVERIFY(store::createPrivateFile(file.toStdString(), *reviewer->encrypted(passphrase)).has_value());
    auto sealed = store::test::requestRecord(
        store::test::idAt(at, 7), at, VerdictKind::Masked, "from [masked:island] with love");
    sealed.row.outcome = store::Outcome::Refused;
    sealed.sealed = store::test::sealedFor(*reviewer,
        {sealed.row.id, BodyPart::Request, {{0, {5, 14}, {5, 20}, "island", SecretString("zanzi4711")}}});
    store::test::record(place.place, {sealed});
    const QString other = place.addCalls(1).front();
    Desk desk(place);
    QVERIFY(desk.open());
    const QString id = QString::fromStdString(sealed.row.id.value);
    auto *button = desk.detail->findChild<QPushButton *>(QStringLiteral("reveal"));
    desk.view->goTo(other);
    QTRY_COMPARE_WITH_TIMEOUT(desk.shown(), other, patienceMs);
    QVERIFY(!button->isEnabled());
    QVERIFY(button->toolTip().contains(QStringLiteral("no rule asked for it")));
    desk.key(Qt::Key_R);
    QVERIFY(!QApplication::activeModalWidget());

    desk.view->goTo(id);
    QTRY_COMPARE_WITH_TIMEOUT(desk.shown(), id, patienceMs);
    QVERIFY(button->isEnabled());
    desk.key(Qt::Key_R);
    auto *dialog = desk.window.findChild<RevealDialog *>();
    QVERIFY(dialog);
    const auto field
        = [dialog](const char *name) { return dialog->findChild<QLineEdit *>(QLatin1String(name)); };
    QPushButton *show = nullptr;
    for (QPushButton *each : dialog->findChildren<QPushButton *>()) {
        if (each->text() == QStringLiteral("Show originals"))
            show = each;
    }
    QVERIFY(show && !show->isEnabled());
    field("key_file")->setText(file);
    field("passphrase")->setText(QStringLiteral("not the passphrase"));
    field("reason")->setText(QStringLiteral("a complaint"));
    show->click();
    QTRY_VERIFY_WITH_TIMEOUT(show->isEnabled(), patienceMs);
    QVERIFY(!desk.detail->isRevealed());
    field("passphrase")->setText(QString::fromUtf8(passphrase.reveal().data()));
    show->click();
    QTRY_VERIFY_WITH_TIMEOUT(desk.detail->isRevealed(), patienceMs);
    auto &text = desk.detail->conversation();
    auto *line = desk.detail->findChild<QLabel *>(QStringLiteral("revealed"));
    QVERIFY(text.toPlainText().contains(QStringLiteral("from zanzi4711 with love")));
    QVERIFY(line->isVisible());
    const auto reader = place.place.open();
    QCOMPARE(store::listAudit(*reader, 1)->front().reason, std::string("a complaint"));
    QCOMPARE(desk.preferences.reviewerKeyFile(), file);
    // What is copied is a secret.
    text.selectAll();
    text.copy();
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(QStringLiteral("x-kde-passwordManagerHint")));

    desk.window.activateWindow(); // no window manager does it once the dialog is gone
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    desk.key(Qt::Key_R);
    QVERIFY(!desk.detail->isRevealed());
    QVERIFY(!line->isVisible());
    QVERIFY(!text.toPlainText().contains(QStringLiteral("zanzi4711")));
}

void TestReviewPage::keysCanBeChanged()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(2);
    Desk desk(place);
    QVERIFY(desk.open());
    QCOMPARE(desk.shortcuts.takenBy(QKeySequence(Qt::Key_C), QStringLiteral("review.dismiss")),
        QStringLiteral("review.confirm"));
    desk.shortcuts.setKey(QStringLiteral("review.dismiss"), QKeySequence(Qt::Key_Y));
    desk.key(Qt::Key_D);
    QCOMPARE(desk.model->rowCount(), 2);
    desk.key(Qt::Key_Y);
    QCOMPARE(desk.model->rowCount(), 1);
}

void TestReviewPage::everyControlHasAName()
{
    QueuePlace place;
    place.addCalls(1);
    Desk desk(place);
    QVERIFY(desk.open());
    QStringList nameless;
    for (const QWidget *widget : desk.window.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool control = button || qobject_cast<const QAbstractItemView *>(widget)
            || (qobject_cast<const QLineEdit *>(widget));
        const bool own = !widget->objectName().startsWith(QLatin1String("qt_"))
            && widget->isVisibleTo(&desk.window)
            && !(button && qobject_cast<const QLineEdit *>(widget->parentWidget()))
            && !qobject_cast<const QHeaderView *>(widget)
            && !QString::fromLatin1(widget->metaObject()->className())
                    .startsWith(QLatin1String("QTableCorner"));
        if (control && own && widget->accessibleName().isEmpty() && !(button && !button->text().isEmpty()))
            nameless.append(QString::fromLatin1(widget->metaObject()->className()));
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char(' '))));
}

QTEST_MAIN(TestReviewPage)
#include "tst_review_page.moc"
