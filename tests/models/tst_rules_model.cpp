// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policies/rules_model.h"

#include "models/policies/policy_tables.h"
#include "tests/models/desk_fixture.h"

#include <QAbstractItemModelTester>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {
constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;
}

class TestRulesModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsRulesByStage();
    void asksForEdits();
    void onlyFourThingsCanBeEdited();
    void aResponseRuleCannotHold();
    void staysInPlaceWhenARuleChanges();
    void marksWhatDiffersFromThePublished();
    void listsProblemsTestsAndHistory();
};

void TestRulesModel::listsRulesByStage()
{
    RulesModel model;
    QAbstractItemModelTester tester(&model, strict);
    model.update(readRules(deskPolicy()));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, RulesModel::StageColumn).data().toString(), word(Stage::Access));
    QCOMPARE(model.index(3, RulesModel::StageColumn).data().toString(), word(Stage::Response));
    QCOMPARE(model.index(2, RulesModel::Threshold).data(Qt::EditRole).toDouble(), 0.6);
    QCOMPARE(model.rowOf("codenames"), 1);
}

void TestRulesModel::asksForEdits()
{
    RulesModel model;
    QAbstractItemModelTester tester(&model, strict);
    model.update(readRules(deskPolicy()));
    std::vector<RuleEdit> edits;
    connect(&model, &RulesModel::editWanted, this, [&](const RuleEdit &edit) { edits.push_back(edit); });
    QVERIFY(model.setData(model.index(1, RulesModel::ModeColumn), int(Mode::Shadow)));
    QVERIFY(model.setData(model.index(1, RulesModel::ActionColumn), int(Action::Flag)));
    QVERIFY(model.setData(model.index(1, RulesModel::SeverityColumn), int(Severity::Low)));
    QVERIFY(model.setData(model.index(2, RulesModel::Threshold), 0.8));
    QVERIFY(!model.setData(model.index(1, RulesModel::ModeColumn), int(Mode::Enforce)));
    QCOMPARE(edits.size(), std::size_t(4));
    QCOMPARE(edits[0].rule, std::string("codenames"));
    QCOMPARE(*edits[0].mode, Mode::Shadow);
    QCOMPARE(*edits[1].action, Action::Flag);
    QCOMPARE(*edits[2].severity, Severity::Low);
    QCOMPARE(*edits[3].threshold, 0.8);
    const auto edited = editRule(deskPolicy().toStdString(), edits[0]);
    QVERIFY(edited.has_value());
    QCOMPARE(readRules(QByteArray::fromStdString(*edited))[1].mode, Mode::Shadow);
}

void TestRulesModel::onlyFourThingsCanBeEdited()
{
    RulesModel model;
    model.update(readRules(deskPolicy()));
    const auto editable = [&](int row, int column) {
        return model.flags(model.index(row, column)).testFlag(Qt::ItemIsEditable);
    };
    QVERIFY(editable(1, RulesModel::ModeColumn));
    QVERIFY(!editable(1, RulesModel::Rule));
    QVERIFY(!editable(1, RulesModel::Threshold)); // keywords have none
    model.setEditable(false);
    QVERIFY(!editable(1, RulesModel::ModeColumn));
    QVERIFY(!model.setData(model.index(1, RulesModel::ModeColumn), int(Mode::Off)));
}

void TestRulesModel::aResponseRuleCannotHold()
{
    RulesModel model;
    model.update(readRules(deskPolicy()));
    const auto actions = [&](int row) {
        return model.index(row, RulesModel::ActionColumn).data(RulesModel::ChoiceValuesRole).toList();
    };
    QVERIFY(actions(1).contains(int(Action::Hold)));
    QVERIFY(!actions(3).contains(int(Action::Hold)));
}

void TestRulesModel::staysInPlaceWhenARuleChanges()
{
    RulesModel model;
    QAbstractItemModelTester tester(&model, strict);
    model.update(readRules(deskPolicy()));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.update(readRules(deskPolicy("off")));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.index(1, RulesModel::ModeColumn).data().toString(), word(Mode::Off));
}

void TestRulesModel::marksWhatDiffersFromThePublished()
{
    RulesModel model;
    model.update(readRules(deskPolicy("shadow")));
    model.setPublished(readRules(deskPolicy()));
    const auto changed = [&](int row, int column) {
        return model.index(row, column).data(RulesModel::ChangedRole).toBool();
    };
    QVERIFY(changed(1, RulesModel::ModeColumn));
    QVERIFY(!changed(1, RulesModel::ActionColumn));
    QVERIFY(!changed(2, RulesModel::ModeColumn));
}

void TestRulesModel::listsProblemsTestsAndHistory()
{
    ProblemsModel problems;
    PolicyTestsModel tests;
    HistoryModel history;
    QAbstractItemModelTester first(&problems, strict);
    QAbstractItemModelTester second(&tests, strict);
    QAbstractItemModelTester third(&history, strict);
    QByteArray broken = deskPolicy();
    broken.replace(
        "\"keywords\": [\"moonshot\"]}, \"action\": \"block\"", "\"keywords\": []}, \"action\": \"block\"");
    problems.setRows(inspectPolicy(broken).problems);
    QVERIFY(problems.rowCount() > 0);
    QVERIFY(problems.index(0, ProblemsModel::Where).data().toString().startsWith("/rules/1/check"));
    tests.setRows(*testPolicy(deskPolicy()));
    QCOMPARE(tests.index(0, PolicyTestsModel::Name).data().toString(),
        QString("a code name in an answer is flagged"));
    QVERIFY(tests.row(0).ok);
    QVERIFY(!testPolicy(broken));
    history.setRows(
        {{QString(64, 'a'), "v1 · aaaaaaa", "desk", PolicyEntry::State::Published, {}, "user:x", "why"}});
    QCOMPARE(history.index(0, HistoryModel::Reason).data().toString(), QString("why"));
}

QTEST_GUILESS_MAIN(TestRulesModel)
#include "tst_rules_model.moc"
