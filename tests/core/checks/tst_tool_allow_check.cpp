// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::CheckRunner;
using gatehouse::test::describe;

namespace {

Segment callOf(const char *tool, const char *arguments = "{}")
{
    return {TrustZone::ToolCall, "assistant", "", arguments, tool, false};
}

} // namespace

class TestToolAllowCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void definitionsAreJudged_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QStringList>("tools");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("named") << R"({"allow":["search"]})" << QStringList{"search"} << true;
        QTest::newRow("by pattern") << R"({"allow":["mail.*"]})" << QStringList{"mail.read", "mail.send"}
                                    << true;
        QTest::newRow("one too many") << R"({"allow":["search"]})" << QStringList{"search", "shell"} << false;
        QTest::newRow("empty list") << R"({"allow":[]})" << QStringList{"search"} << false;
        QTest::newRow("empty list, no tools") << R"({"allow":[]})" << QStringList{} << true;
        QTest::newRow("denied") << R"({"deny":["shell*"]})" << QStringList{"shell_exec"} << false;
        QTest::newRow("not denied") << R"({"deny":["shell*"]})" << QStringList{"search"} << true;
        QTest::newRow("denied though allowed")
            << R"({"allow":["*"],"deny":["shell"]})" << QStringList{"shell"} << false;
        QTest::newRow("case counts") << R"({"allow":["Search"]})" << QStringList{"search"} << false;
    }
    void definitionsAreJudged()
    {
        QFETCH(QString, parameters);
        QFETCH(QStringList, tools);
        QFETCH(bool, allowed);
        RequestFacts facts;
        for (const QString &tool : tools)
            facts.toolNames.push_back(tool.toStdString());
        CallFacts call;
        call.request = &facts;
        const CheckRunner runner("tool_allow", parameters.toStdString());
        QCOMPARE(runner.runFacts(call).outcome, allowed ? CheckOutcome::Pass : CheckOutcome::Fail);
    }

    void theKeySaysWhichTools()
    {
        RequestFacts facts;
        facts.toolNames = {"search"};
        CallFacts call;
        call.request = &facts;
        const CheckRunner runner("tool_allow");
        QCOMPARE(runner.runFacts(call).reason, "no_identity");
        call.entitlementKnown = true;
        QCOMPARE(runner.runFacts(call).outcome, CheckOutcome::Fail);
        call.allowedTools = {"se*"};
        QCOMPARE(runner.runFacts(call).outcome, CheckOutcome::Pass);
        const CheckRunner narrower("tool_allow", R"({"allow":["other"]})");
        QCOMPARE(narrower.runFacts(call).outcome, CheckOutcome::Fail);
    }

    void theDefinitionIsShown()
    {
        RequestFacts facts;
        facts.toolNames = {"shell"};
        CallFacts call;
        call.request = &facts;
        const CheckRunner runner("tool_allow", R"({"allow":["search"]})");
        const std::vector<Segment> request{
            {TrustZone::ToolDefinition, "", "/tools/0/function/name", "shell", "", false},
            {TrustZone::User, "user", "", "hello", "", false}};
        QCOMPARE(describe(runner.run(request, call)), "tool-defined@0-5");
    }

    void callsAreJudged()
    {
        const CheckRunner runner("tool_allow", R"({"allow":["search"]})");
        const Segment user{TrustZone::User, "user", "", "shell", "shell", false};
        QCOMPARE(runner.runAnswer({user}, {callOf("search")}).outcome, CheckOutcome::Pass);
        const CheckReport answer
            = runner.runAnswer({user}, {callOf("search"), callOf("shell", R"({"c":"ls"})")});
        QCOMPARE(answer.outcome, CheckOutcome::Fail);
        QCOMPARE(describe(answer), "tool-called@0-10");
        QCOMPARE(answer.findings.front().place->index, 1);
        QCOMPARE(runner.runAnswer({user, callOf("shell")}, {}).outcome, CheckOutcome::Fail);
    }
};

QTEST_GUILESS_MAIN(TestToolAllowCheck)
#include "tst_tool_allow_check.moc"
