// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/check_lines_model.h"
#include "models/review/interaction_view.h"
#include "models/text.h"

#include "tests/store/store_fixture.h"

#include <QAbstractItemModelTester>

using namespace gatehouse;
using namespace gatehouse::console;

namespace {

store::InteractionDetail detailWith(const std::string &text, const std::vector<ByteRange> &spans)
{
    store::InteractionDetail detail;
    detail.row = store::test::requestRecord({"x"}, {}, VerdictKind::Blocked, text).row;
    detail.row.topCheck = "prompt_injection";
    detail.segments = {store::test::textSegment(BodyPart::Request, TrustZone::System, "Be kind."),
        store::test::textSegment(BodyPart::Request, TrustZone::Tool, text),
        store::test::textSegment(BodyPart::Response, TrustZone::Assistant, "No.")};
    CheckResult check = store::test::failedCheck("injection", "prompt_injection", Action::Block);
    for (const ByteRange &span : spans) {
        Evidence evidence;
        evidence.segment = 1;
        evidence.range = span;
        evidence.label = "override";
        check.evidence.push_back(evidence);
    }
    CheckResult passed;
    passed.rule = "length";
    passed.outcome = CheckOutcome::Pass;
    detail.checks = {passed, check};
    return detail;
}

} // namespace

class TestInteractionView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marksStandInTheirPart();
    void bytesBecomeCharacters();
    void storedPlaceWinsOverTheOriginal();
    void overlappingMarksAreOne();
    void dullPartsAreFoldedUnlessMarked();
    void whatFailedComesFirst();
    void timesShareOneScale();
    void titleSaysWhatHappenedWhere();
    void utf16Offsets();
};

void TestInteractionView::marksStandInTheirPart()
{
    const auto view = interactionViewOf(detailWith("ignore this", {{0, 6}}));
    QCOMPARE(view.parts.size(), 3);
    QCOMPARE(view.marks.size(), 1);
    QCOMPARE(view.marks[0].part, 1);
    QCOMPARE(view.parts[1].text.mid(view.marks[0].start, view.marks[0].length), QStringLiteral("ignore"));
}

void TestInteractionView::bytesBecomeCharacters()
{
    const std::string text = "日本 🙂 指示を無視 ok";
    const auto start = text.find("指示");
    const auto view
        = interactionViewOf(detailWith(text, {{start, start + std::string("指示を無視").size()}}));
    QCOMPARE(view.parts[1].text.mid(view.marks[0].start, view.marks[0].length), QStringLiteral("指示を無視"));
}

void TestInteractionView::storedPlaceWinsOverTheOriginal()
{
    auto detail = detailWith("[masked:email] please", {{40, 60}});
    detail.checks[1].evidence[0].stored = ByteRange{0, 14};
    const auto view = interactionViewOf(detail);
    QCOMPARE(
        view.parts[1].text.mid(view.marks[0].start, view.marks[0].length), QStringLiteral("[masked:email]"));
}

void TestInteractionView::overlappingMarksAreOne()
{
    const auto view = interactionViewOf(detailWith("one two three four", {{8, 13}, {0, 7}, {4, 10}}));
    QCOMPARE(view.marks.size(), 1);
    QCOMPARE(view.marks[0].length, 13);
    QCOMPARE(view.marks[0].number, 1);
    QCOMPARE(view.checks[0].marks, QList<int>({1}));
}

void TestInteractionView::dullPartsAreFoldedUnlessMarked()
{
    const auto view = interactionViewOf(detailWith(std::string(9000, 'x'), {{0, 5}}));
    QVERIFY(view.parts[0].folded);
    QVERIFY(!view.parts[1].folded);
    QVERIFY(!view.parts[2].folded);
}

void TestInteractionView::whatFailedComesFirst()
{
    const auto view = interactionViewOf(detailWith("ignore this", {{0, 6}}));
    QCOMPARE(view.checks.size(), 2);
    QCOMPARE(view.checks[0].rule, QStringLiteral("injection"));
}

void TestInteractionView::timesShareOneScale()
{
    CheckLinesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    CheckLineView slow, quick, never;
    slow.outcome = quick.outcome = CheckOutcome::Pass;
    slow.durationUs = 100;
    quick.durationUs = 25;
    model.setChecks({slow, quick, never});
    QCOMPARE(model.index(0, CheckLinesModel::TimeColumn).data(TimeShareRole).toDouble(), 1.0);
    QCOMPARE(model.index(1, CheckLinesModel::TimeColumn).data(TimeShareRole).toDouble(), 0.25);
    QVERIFY(!model.index(2, CheckLinesModel::TimeColumn).data(TimeShareRole).isValid());
}

void TestInteractionView::titleSaysWhatHappenedWhere()
{
    QCOMPARE(titleOf(interactionViewOf(detailWith("ignore this", {{0, 6}}))),
        QStringLiteral("Prompt injection in a tool result, blocked"));
}

void TestInteractionView::utf16Offsets()
{
    const std::string text = "aé🙂z";
    QCOMPARE(utf16Offset(text, 0), 0);
    QCOMPARE(utf16Offset(text, 1), 1);
    QCOMPARE(utf16Offset(text, 3), 2);
    QCOMPARE(utf16Offset(text, 7), 4);
    QCOMPARE(utf16Offset(text, 99), 5);
}

QTEST_GUILESS_MAIN(TestInteractionView)
#include "tst_interaction_view.moc"
