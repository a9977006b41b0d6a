// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// webhook and llm_judge: what they ask, and what an answer means.
#include "check_runner.h"
#include "core/checks/remote_judge.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::CheckRunner;

namespace {

class FixedJudge final : public RemoteJudge {
public:
    explicit FixedJudge(RemoteAnswer answer)
        : m_answer(std::move(answer))
    {
    }
    RemoteAnswer ask(const RemoteQuestion &question) const override
    {
        asked = std::string(question.check);
        timeout = question.timeout;
        texts.clear();
        for (const ScannedSegment &scanned : question.texts)
            texts.emplace_back(scanned.text);
        return m_answer;
    }

    mutable std::string asked;
    mutable std::chrono::milliseconds timeout{};
    mutable std::vector<std::string> texts;

private:
    RemoteAnswer m_answer;
};

CheckReport judge(const CheckRunner &runner, const RemoteJudge *remote, const std::string &text = "hello")
{
    const RequestFacts facts;
    CallFacts call;
    call.request = &facts;
    call.remote = remote;
    Segment segment;
    segment.text = text;
    return runner.run({segment}, call);
}

const char *hook = "{\"url\":\"https://a.example/judge\",\"timeout_ms\":750,\"max_bytes\":100}";

} // namespace

class TestRemoteChecks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutARunnerTheyDoNotRun()
    {
        for (const CheckRunner &runner : {CheckRunner("webhook", hook),
                 CheckRunner("llm_judge", "{\"model\":\"m\",\"question\":\"Is it rude?\"}")}) {
            QVERIFY2(runner.check(), runner.error().line().c_str());
            const CheckReport report = judge(runner, nullptr);
            QCOMPARE(report.outcome, CheckOutcome::NotRun);
            QCOMPARE(report.reason, "no_runner");
        }
    }

    void answersAreOutcomes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("why");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QString>("reason");
        using Kind = RemoteAnswer::Kind;
        const auto row
            = [](const char *name, Kind kind, const char *why, CheckOutcome outcome, const char *reason) {
                  QTest::newRow(name) << static_cast<int>(kind) << QString(why) << static_cast<int>(outcome)
                                      << QString(reason);
              };
        row("pass", Kind::Pass, "", CheckOutcome::Pass, "");
        row("fail", Kind::Fail, "", CheckOutcome::Fail, "");
        row("timeout", Kind::Timeout, "", CheckOutcome::Error, "timeout");
        row("error", Kind::Error, "", CheckOutcome::Error, "remote_error");
        row("error with a reason", Kind::Error, "bad_answer", CheckOutcome::Error, "bad_answer");
    }
    void answersAreOutcomes()
    {
        QFETCH(int, kind);
        QFETCH(QString, why);
        QFETCH(int, outcome);
        QFETCH(QString, reason);
        const FixedJudge remote({static_cast<RemoteAnswer::Kind>(kind), why.toStdString(), 0.25});
        const CheckReport report = judge(CheckRunner("webhook", hook), &remote);
        QCOMPARE(static_cast<int>(report.outcome), outcome);
        QCOMPARE(QString::fromStdString(report.reason), reason);
        if (report.outcome != CheckOutcome::Error)
            QCOMPARE(report.score, std::optional(0.25));
        QCOMPARE(remote.asked, "webhook");
        QCOMPARE(remote.timeout, std::chrono::milliseconds(750));
        QCOMPARE(remote.texts, std::vector<std::string>{"hello"});
    }

    void whatIsTooLargeIsNotAsked()
    {
        const FixedJudge remote({RemoteAnswer::Kind::Pass, {}, {}});
        const CheckReport report = judge(CheckRunner("webhook", hook), &remote, std::string(101, 'x'));
        QCOMPARE(report.outcome, CheckOutcome::Error);
        QCOMPARE(report.reason, "too_large");
        QVERIFY(remote.asked.empty());
    }

    void localServicesMayBePlain()
    {
        QVERIFY(CheckRunner("webhook", "{\"url\":\"http://127.0.0.1:9000/judge\"}").check());
        QVERIFY(CheckRunner("webhook", "{\"url\":\"http://[::1]/judge\"}").check());
    }
};

QTEST_GUILESS_MAIN(TestRemoteChecks)
#include "tst_remote_checks.moc"
