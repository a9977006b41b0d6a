// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::CheckRunner;
using gatehouse::test::describe;

class TestCanaryCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void canariesAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *name, const char *text, const char *found) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(found);
        };
        row("as written", "so: BLUE-heron-4471-qx", "canary-handbook@4-22");
        row("other case", "blue-HERON-4471-QX", "canary-handbook@0-18");
        row("spaced apart", "b l u e h e r o n 4 4 7 1 q x", "canary-handbook@0-29");
        row("without its marks", "Blueheron4471qx", "canary-handbook@0-15");
        row("quoted per character", "\"B\" \"L\" \"U\" \"E\" heron 4471 qx", "canary-handbook@1-29");
        row("over lines", "BLUE-heron-\n4471-qx", "canary-handbook@0-19");
        row("generated", "x gthk-canary-db7-0123456789abcdef0 y", "canary-db7@2-35");
        row("generated, capitals", "GTHK-CANARY-DB7-0123456789ABCDEF", "canary-db7@0-32");
        row("umlaut, other case", "GRÜNER specht 12", "canary-bird@0-17");
        row("one letter short", "BLUE-heron-4471-q", "");
        row("words between", "BLUE ones, a heron, 4471 and qx", "");
        row("talk of the form", "Plant strings such as gthk-canary-ID-SECRET.", "");
        row("plain", "The heron is blue.", "");
    }
    void canariesAreFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, found);
        const CheckReport report = m_runner.run(text.toStdString());
        QCOMPARE(describe(report), found);
        QCOMPARE(report.outcome, found.isEmpty() ? CheckOutcome::Pass : CheckOutcome::Fail);
    }

    void capitalsCanMatter()
    {
        const CheckRunner runner(
            "canary", R"({"case_sensitive":true,"canaries":[{"id":"a","value":"BLUE-heron-4471-qx"}]})");
        QCOMPARE(runner.run("BLUE-heron-4471-qx").outcome, CheckOutcome::Fail);
        QCOMPARE(runner.run("blue-heron-4471-qx").outcome, CheckOutcome::Pass);
        QCOMPARE(runner.run("GTHK-CANARY-DB7-0123456789ABCDEF").outcome, CheckOutcome::Pass);
    }

    void theValueIsNotInTheLabel()
    {
        const CheckReport report = m_runner.run("gthk-canary-db7-0123456789abcdef0 BLUE-heron-4471-qx");
        QCOMPARE(report.findings.size(), std::size_t{2});
        for (const CheckFinding &finding : report.findings)
            QVERIFY(finding.label == "canary-db7" || finding.label == "canary-handbook");
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("where");
        QTest::newRow("too short") << R"({"canaries":[{"id":"a","value":"abc-------"}]})"
                                   << "canaries/0/value";
        QTest::newRow("second")
            << R"({"canaries":[{"id":"a","value":"abcdefgh"},{"id":"b","value":"........"}]})"
            << "canaries/1/value";
        QTest::newRow("none") << R"({"generated":false})"
                              << "canaries";
    }
    void mistakesAreNamed()
    {
        QFETCH(QString, parameters);
        QFETCH(QString, where);
        const CheckRunner runner("canary", parameters.toStdString());
        QVERIFY(!runner.check());
        QCOMPARE(QString::fromStdString(runner.error().where), where);
    }

private:
    const CheckRunner m_runner{"canary",
        R"({"canaries":[{"id":"handbook","value":"BLUE-heron-4471-qx"},{"id":"bird","value":"grüner specht 12"}]})"};
};

QTEST_GUILESS_MAIN(TestCanaryCheck)
#include "tst_canary_check.moc"
