// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "agent_traces.h"
#include "check_runner.h"

#include <QTest>
#include <map>

using namespace gatehouse;
using gatehouse::test::AgentTrace;
using gatehouse::test::CheckRunner;
using gatehouse::test::describe;
using gatehouse::test::textOf;
using gatehouse::test::TraceWriter;

namespace {

constexpr int rounds = 4000;

QString spelt(const CheckReport &report)
{
    QStringList out;
    for (const CheckFinding &finding : report.findings)
        out << QString::fromStdString(finding.label + "=" + textOf(finding));
    return out.join(" | ");
}

} // namespace

class TestTaintedToolCallCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void benignRunsPass()
    {
        std::mt19937 random(11);
        int flagged = 0;
        std::map<std::string, int> byName;
        for (int i = 0; i < rounds; ++i) {
            const AgentTrace trace = gatehouse::test::benignTrace(random);
            const CheckReport report = m_runner.runAnswer(trace.request, trace.response);
            if (report.outcome == CheckOutcome::Fail && byName[trace.name]++ == 0)
                qInfo("%s: %s", trace.name.c_str(), qPrintable(spelt(report)));
            flagged += report.outcome == CheckOutcome::Fail ? 1 : 0;
        }
        QVERIFY2(flagged * 100 <= 2 * rounds, qPrintable(QString::number(flagged)));
    }

    void attackedRunsAreFound()
    {
        std::mt19937 random(12);
        for (int i = 0; i < rounds / 4; ++i) {
            const AgentTrace trace = gatehouse::test::attackedTrace(random);
            const CheckReport report = m_runner.runAnswer(trace.request, trace.response);
            QVERIFY2(report.outcome == CheckOutcome::Fail, trace.name.c_str());
            for (std::size_t f = 0; f + 1 < report.findings.size(); f += 2) {
                QCOMPARE(report.findings[f].place->in, BodyPart::Response);
                QVERIFY(!report.findings[f].supporting);
                QCOMPARE(report.findings[f + 1].place->segment->zone, TrustZone::Tool);
                QVERIFY(report.findings[f + 1].supporting);
            }
        }
    }

private:
    const CheckRunner m_runner{"tainted_tool_call"};
};

QTEST_GUILESS_MAIN(TestTaintedToolCallCheck)
#include "tst_tainted_tool_call_check.moc"
