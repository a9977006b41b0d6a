// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bench/bench_judge.h"

#include "models/bench/bench_checks_model.h"
#include "tests/models/desk_fixture.h"

#include <QAbstractItemModelTester>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

BenchQuestion ask(const QString &text, Stage stage = Stage::Request, TrustZone zone = TrustZone::User)
{
    return {{{zone, text}}, stage, deskPolicy()};
}

// The answer to the last question asked, or an empty one when none came in time.
BenchAnswer answerOf(BenchJudge &judge, const BenchQuestion &question)
{
    BenchAnswer answer;
    QObject receiver;
    bool there = false;
    QObject::connect(&judge, &BenchJudge::judged, &receiver, [&](const BenchAnswer &given) {
        answer = given;
        there = true;
    });
    judge.ask(question);
    (void)QTest::qWaitFor([&] { return there; }, patienceMs);
    return answer;
}

} // namespace

class TestBenchJudge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCodeNameIsBlocked();
    void evidenceCountsUtf16();
    void maskedTextIsWhatTravelsOn();
    void answersAreJudgedByResponseRules();
    void everyRuleIsReported();
    void aBrokenPolicyIsRefusedWithItsPointer();
    void overtakenQuestionsAreNotAnswered();
    void goesWhileWorking();
    void theTableListsFailuresFirst();
};

void TestBenchJudge::aCodeNameIsBlocked()
{
    BenchJudge judge;
    QCOMPARE(answerOf(judge, ask("the moonshot plan")).verdict.kind, VerdictKind::Blocked);
    QCOMPARE(answerOf(judge, ask("the lunch plan")).verdict.kind, VerdictKind::Allowed);
}

void TestBenchJudge::evidenceCountsUtf16()
{
    BenchJudge judge;
    const QString before = QString::fromUtf8("日本 😀 é ");
    const auto answer = answerOf(judge, ask(before + "moonshot!"));
    QCOMPARE(answer.marks.size(), 1);
    QCOMPARE(answer.marks[0].start, before.size());
    QCOMPARE(answer.marks[0].length, 8);
    QCOMPARE(answer.marks[0].severity, Severity::High);
}

void TestBenchJudge::maskedTextIsWhatTravelsOn()
{
    BenchJudge judge;
    BenchQuestion question = ask("use " + fakeAccessKey() + " now");
    question.parts.push_back({TrustZone::User, "nothing here"});
    const auto answer = answerOf(judge, question);
    QCOMPARE(answer.verdict.kind, VerdictKind::Masked);
    QCOMPARE(answer.masked.size(), std::size_t(2));
    QVERIFY(!answer.masked[0].contains(fakeAccessKey()));
    QVERIFY(answer.masked[0].startsWith("use [masked:"));
    QCOMPARE(answer.masked[1], QString("nothing here"));
}

void TestBenchJudge::answersAreJudgedByResponseRules()
{
    BenchJudge judge;
    const auto answer = answerOf(judge, ask("the moonshot plan", Stage::Response, TrustZone::Assistant));
    QCOMPARE(answer.verdict.kind, VerdictKind::Flagged);
    QCOMPARE(answer.marks.size(), 1);
}

void TestBenchJudge::everyRuleIsReported()
{
    BenchJudge judge;
    const auto answer = answerOf(judge, ask("hello"));
    QCOMPARE(answer.verdict.checks.size(), std::size_t(4));
    const auto models = std::find_if(answer.verdict.checks.begin(), answer.verdict.checks.end(),
        [](const CheckResult &check) { return check.rule == "models"; });
    QVERIFY(models != answer.verdict.checks.end());
    QCOMPARE(models->reason, std::string("no_identity"));
}

void TestBenchJudge::aBrokenPolicyIsRefusedWithItsPointer()
{
    BenchJudge judge;
    QObject receiver;
    std::vector<Error> problems;
    connect(
        &judge, &BenchJudge::refused, &receiver, [&](const std::vector<Error> &found) { problems = found; });
    BenchQuestion question = ask("hello");
    question.policyJson.replace("\"block\", \"severity\": \"high\"", "\"explode\", \"severity\": \"high\"");
    judge.ask(question);
    QTRY_VERIFY_WITH_TIMEOUT(!problems.empty(), patienceMs);
    QCOMPARE(problems[0].where, std::string("/rules/1/action"));
}

void TestBenchJudge::overtakenQuestionsAreNotAnswered()
{
    BenchJudge judge;
    std::vector<VerdictKind> answers;
    QObject receiver;
    connect(&judge, &BenchJudge::judged, &receiver,
        [&](const BenchAnswer &answer) { answers.push_back(answer.verdict.kind); });
    for (int i = 0; i < 50; ++i)
        judge.ask(ask("the moonshot plan"));
    judge.ask(ask("lunch"));
    QTRY_VERIFY_WITH_TIMEOUT(!answers.empty(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!judge.isBusy(), patienceMs);
    QCOMPARE(answers, std::vector<VerdictKind>{VerdictKind::Allowed});
}

void TestBenchJudge::goesWhileWorking()
{
    bool answered = false;
    {
        BenchJudge judge;
        connect(&judge, &BenchJudge::judged, this, [&] { answered = true; });
        judge.ask(ask("the moonshot plan"));
        QVERIFY(judge.isBusy());
    }
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

void TestBenchJudge::theTableListsFailuresFirst()
{
    BenchJudge judge;
    BenchChecksModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update(answerOf(judge, ask("hello")).verdict);
    model.update(answerOf(judge, ask("the moonshot plan")).verdict);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, BenchChecksModel::Rule).data().toString(), QString("codenames"));
    QCOMPARE(
        model.index(0, BenchChecksModel::SeverityColumn).data(SeverityRole).toInt(), int(Severity::High));
    QCOMPARE(model.index(3, BenchChecksModel::Found).data().toString(), QString("not this stage"));
    QVERIFY(!model.index(0, BenchChecksModel::Time).data().toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestBenchJudge)
#include "tst_bench_judge.moc"
