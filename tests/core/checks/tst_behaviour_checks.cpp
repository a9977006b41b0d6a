// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The checks that judge a call by what its key did before: anomaly, repeat_offender, repeated_payload.
#include "check_runner.h"

#include "core/access/behaviour.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::CheckRunner;

namespace {

const Timestamp noon = *fromRfc3339("2026-03-02T12:00:00Z");

CheckReport judge(const CheckRunner &runner, const BehaviourFacts *facts)
{
    RequestFacts request;
    CallFacts call;
    call.request = &request;
    call.now = noon;
    call.behaviour = facts;
    return runner.runFacts(call);
}

std::vector<Timestamp> minutesAgo(std::initializer_list<int> minutes)
{
    std::vector<Timestamp> times;
    for (const int ago : minutes)
        times.push_back(noon - std::chrono::minutes(ago));
    return times;
}

} // namespace

class TestBehaviourChecks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutHistoryNothingRuns_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char *kind : {"anomaly", "repeat_offender", "repeated_payload"})
            QTest::newRow(kind) << QByteArray(kind);
    }
    void withoutHistoryNothingRuns()
    {
        QFETCH(QByteArray, kind);
        const CheckReport report = judge(CheckRunner(kind.constData()), nullptr);
        QCOMPARE(report.outcome, CheckOutcome::NotRun);
        QCOMPARE(report.reason, std::string("no_history"));
        QVERIFY(findCheckKind(kind.constData())->stateful);
    }

    void anomalyWaitsUntilItLearned()
    {
        BehaviourFacts facts;
        facts.learnedOfKey = 199;
        facts.ofKey = {{"model", "never called in 199 calls", 0.999}};
        QCOMPARE(judge(CheckRunner("anomaly"), &facts).reason, std::string("still_learning"));
        facts.learnedOfKey = 200;
        const CheckReport report = judge(CheckRunner("anomaly"), &facts);
        QCOMPARE(report.outcome, CheckOutcome::Fail);
        QCOMPARE(report.reason, std::string("model of the key: never called in 199 calls"));
        QCOMPARE(*report.score, 0.999);
    }

    void anomalyScoresAlsoWhatPasses()
    {
        BehaviourFacts facts;
        facts.learnedOfKey = 1000;
        facts.ofKey = {{"rate", "9 in this minute, usually 3", 0.9}};
        const CheckReport report = judge(CheckRunner("anomaly"), &facts);
        QCOMPARE(report.outcome, CheckOutcome::Pass);
        QCOMPARE(*report.score, 0.9);
        QVERIFY(report.reason.empty());
        QCOMPARE(judge(CheckRunner("anomaly", R"({"threshold":0.9})"), &facts).outcome, CheckOutcome::Fail);
    }

    void anomalyLooksWhereItIsTold_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("key") << QByteArray(R"({"of":"key"})") << QByteArray("rate of the key: r");
        QTest::newRow("use case") << QByteArray(R"({"of":"use_case"})")
                                  << QByteArray("size of the use case: s");
        QTest::newRow("both") << QByteArray(R"({"of":"both"})")
                              << QByteArray("rate of the key: r; size of the use case: s");
        QTest::newRow("one aspect") << QByteArray(R"({"of":"both","aspects":["size"]})")
                                    << QByteArray("size of the use case: s");
    }
    void anomalyLooksWhereItIsTold()
    {
        QFETCH(QByteArray, parameters);
        QFETCH(QByteArray, reason);
        BehaviourFacts facts;
        facts.learnedOfKey = facts.learnedOfUseCase = 1000;
        facts.ofKey = {{"rate", "r", 0.995}};
        facts.ofUseCase = {{"size", "s", 0.995}};
        QCOMPARE(judge(CheckRunner("anomaly", parameters.constData()), &facts).reason, reason.toStdString());
    }

    void offendersAreCountedInTheirWindow()
    {
        const CheckRunner runner("repeat_offender", R"({"blocks":3,"window_minutes":10})");
        BehaviourFacts facts;
        facts.blocks = minutesAgo({60, 11, 9, 1});
        QCOMPARE(judge(runner, &facts).outcome, CheckOutcome::Pass);
        facts.blocks = minutesAgo({60, 10, 9, 1});
        const CheckReport report = judge(runner, &facts);
        QCOMPARE(report.outcome, CheckOutcome::Fail);
        QCOMPARE(report.reason, std::string("3 calls of this key were blocked within 10 minutes"));
    }

    void sendersAreCountedInTheirWindow()
    {
        const CheckRunner runner("repeated_payload", R"({"keys":2,"window_minutes":30})");
        BehaviourFacts facts;
        facts.payloadSenders = minutesAgo({31, 0});
        QCOMPARE(judge(runner, &facts).outcome, CheckOutcome::Pass);
        facts.payloadSenders = minutesAgo({30, 0});
        QCOMPARE(judge(runner, &facts).outcome, CheckOutcome::Fail);
        QCOMPARE(judge(runner, &facts).reason, std::string("2 keys sent this very text"));
    }
};

QTEST_APPLESS_MAIN(TestBehaviourChecks)
#include "tst_behaviour_checks.moc"
