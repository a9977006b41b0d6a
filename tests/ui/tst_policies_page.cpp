// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/policies_page.h"

#include "models/policies/rules_model.h"
#include "tests/ui/page_fixture.h"
#include "ui/policies/findings_pane.h"
#include "ui/policies/history_dialog.h"
#include "ui/policies/policy_text.h"
#include "ui/policies/publish_dialog.h"
#include "ui/widgets/data_table.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QTextBlock>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

struct Desk : PageFixture<PoliciesPage> {
    explicit Desk(DeskPlace &place)
        : PageFixture(place)
    {
    }
    [[nodiscard]] bool open()
    {
        if (!show())
            return false;
        rules = page->findChild<RulesModel *>();
        table = find<DataTable>("rules");
        text = find<PolicyText>("json");
        table->setFocus();
        return rules->rowCount() == 4;
    }
    // Opens the editor of a cell by key and waits until it is there.
    template <class Editor>
    [[nodiscard]] Editor *edit(int row, int column)
    {
        table->setCurrentIndex(rules->index(row, column));
        QTest::keyClick(table, Qt::Key_F2);
        return table->findChild<Editor *>();
    }
    [[nodiscard]] QString state() const { return find<QLabel>("state")->text(); }
    [[nodiscard]] QByteArray stored(DeskPlace &place) const
    {
        return QByteArray::fromStdString(store::publishedPolicy(place.store())->json);
    }

    RulesModel *rules = nullptr;
    DataTable *table = nullptr;
    PolicyText *text = nullptr;
};

} // namespace

class TestPoliciesPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aModeIsChangedByKeyAndUndone();
    void aThresholdIsChangedByKey();
    void enterOpensTheEditor();
    void anInvalidTextCannotBePublished();
    void aProblemLeadsToItsPlace();
    void publishingAsksForAReason();
    void rollingBackBringsTheOldOne();
    void testsAreRun();
    void aDraftIsDiscarded();
    void aRuleIsShownFromElsewhere();
    void aDraftSurvivesAPublicationElsewhere();
    void everyControlHasAName();
};

void TestPoliciesPage::aModeIsChangedByKeyAndUndone()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.open());
    auto *choice = t.edit<QComboBox>(1, RulesModel::ModeColumn);
    QVERIFY(choice);
    QTest::keyClick(choice, Qt::Key_Down);
    QTest::keyClick(choice, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(t.rules->row(1).mode, Mode::Shadow, patienceMs);
    QVERIFY(t.rules->index(1, RulesModel::ModeColumn).data(RulesModel::ChangedRole).toBool());
    QTRY_VERIFY_WITH_TIMEOUT(t.action("policies.publish")->isEnabled(), patienceMs);
    t.action("policies.undo")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(t.rules->row(1).mode, Mode::Enforce, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!t.action("policies.publish")->isEnabled(), patienceMs);
    t.action("policies.redo")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(t.rules->row(1).mode, Mode::Shadow, patienceMs);
    QCOMPARE(t.stored(place), deskPolicy());
}

void TestPoliciesPage::aThresholdIsChangedByKey()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.open());
    auto *number = t.edit<QDoubleSpinBox>(2, RulesModel::Threshold);
    QVERIFY(number);
    number->setValue(0.85);
    QTest::keyClick(number, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(t.rules->row(2).threshold, std::optional(0.85), patienceMs);
    QVERIFY(t.text->json().contains("0.85"));
}

void TestPoliciesPage::enterOpensTheEditor()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.open());
    t.table->setCurrentIndex(t.rules->index(1, RulesModel::SeverityColumn));
    QTest::keyClick(t.table, Qt::Key_Return);
    QVERIFY(t.table->findChild<QComboBox *>());
}

void TestPoliciesPage::anInvalidTextCannotBePublished()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.open());
    t.text->apply(deskPolicy("sometimes"));
    QTRY_VERIFY_WITH_TIMEOUT(t.action("policies.publish")->toolTip().contains("/rules/1/mode"), patienceMs);
    QVERIFY(!t.action("policies.publish")->isEnabled());
    QVERIFY2(t.state().contains("stays in force"), qPrintable(t.state()));
    QVERIFY(!t.rules->flags(t.rules->index(1, RulesModel::ModeColumn)).testFlag(Qt::ItemIsEditable));
    QCOMPARE(t.text->extraSelections().size(), 1);
    QCOMPARE(t.stored(place), deskPolicy());
    t.action("policies.undo")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(
        t.rules->flags(t.rules->index(1, RulesModel::ModeColumn)).testFlag(Qt::ItemIsEditable), patienceMs);
}

void TestPoliciesPage::aProblemLeadsToItsPlace()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.open());
    t.text->apply(deskPolicy("sometimes"));
    QTRY_COMPARE_WITH_TIMEOUT(t.text->extraSelections().size(), 1, patienceMs);
    Q_EMIT t.find<FindingsPane>()->problemActivated("/rules/1/mode");
    QVERIFY(t.text->isVisible());
    QVERIFY(t.text->textCursor().block().text().contains("sometimes"));
}

void TestPoliciesPage::publishingAsksForAReason()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.open());
    t.text->apply(deskPolicy("shadow"));
    QTRY_VERIFY_WITH_TIMEOUT(t.action("policies.publish")->isEnabled(), patienceMs);
    t.action("policies.publish")->trigger();
    QPointer<PublishDialog> dialog = t.page->findChild<PublishDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<DataTable *>()->model()->rowCount(), 1);
    auto *publish = dialog->findChild<QPushButton *>("publish");
    publish->click();
    QVERIFY(dialog->findChild<QLabel *>("problem")->text().startsWith("Reason"));
    QCOMPARE(t.stored(place), deskPolicy());
    dialog->findChild<QLineEdit *>("reason")->setText("quieter");
    publish->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    QCOMPARE(t.stored(place), deskPolicy("shadow"));
    QTRY_VERIFY_WITH_TIMEOUT(t.state().contains("v2"), patienceMs);
    QVERIFY(!t.action("policies.publish")->isEnabled());
}

void TestPoliciesPage::rollingBackBringsTheOldOne()
{
    DeskPlace place;
    QVERIFY(store::publishPolicy(place.store(), deskPolicy("off").toStdString(), "a mistake").has_value());
    Desk t(place);
    QVERIFY(t.open());
    t.action("policies.history")->trigger();
    QPointer<HistoryDialog> dialog = t.page->findChild<HistoryDialog *>();
    QVERIFY(dialog);
    auto *back = dialog->findChild<QPushButton *>("roll_back");
    QVERIFY(back->text().contains("v1"));
    dialog->findChild<QLineEdit *>("reason")->setText("that was wrong");
    back->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    QCOMPARE(t.stored(place), deskPolicy());
    QTRY_COMPARE_WITH_TIMEOUT(t.rules->row(1).mode, Mode::Enforce, patienceMs);
}

void TestPoliciesPage::testsAreRun()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.open());
    t.action("policies.test")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(t.find<FindingsPane>()->tabText(2).contains("1 passed"), patienceMs);
}

void TestPoliciesPage::aDraftIsDiscarded()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.open());
    t.text->apply(deskPolicy("off"));
    t.action("policies.discard")->trigger();
    QCOMPARE(t.text->json(), deskPolicy());
    t.action("policies.undo")->trigger();
    QCOMPARE(t.text->json(), deskPolicy("off"));
}

void TestPoliciesPage::aRuleIsShownFromElsewhere()
{
    DeskPlace place;
    Desk t(place);
    t.page->open({{"rule", "answers"}});
    QVERIFY(t.open());
    QTRY_COMPARE_WITH_TIMEOUT(
        t.table->currentIndex().data(IdRole).toString(), QString("answers"), patienceMs);
}

void TestPoliciesPage::aDraftSurvivesAPublicationElsewhere()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.open());
    t.text->apply(deskPolicy("off"));
    QVERIFY(store::publishPolicy(place.store(), deskPolicy("shadow").toStdString(), "elsewhere").has_value());
    QTRY_VERIFY_WITH_TIMEOUT(t.state().contains("v2"), patienceMs);
    QCOMPARE(t.text->json(), deskPolicy("off"));
}

void TestPoliciesPage::everyControlHasAName()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.open());
    QCOMPARE(t.namelessControls().join(", "), QString());
}

QTEST_MAIN(TestPoliciesPage)
#include "tst_policies_page.moc"
