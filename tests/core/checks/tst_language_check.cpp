// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::CheckRunner;

namespace {

const char *english
    = "The quick morning train leaves the station at seven, and the passengers read their newspapers.";
const char *german
    = "Der Zug am Morgen verlässt den Bahnhof um sieben Uhr, und die Fahrgäste lesen ihre Zeitungen.";
const char *french
    = "Le train du matin quitte la gare à sept heures, et les passagers lisent leurs journaux en silence.";
const char *japanese = "朝の列車は七時に駅を出発し、乗客は静かに新聞を読んでいます。天気はとても良いです。";

} // namespace

class TestLanguageCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("label");
        const auto row
            = [](const char *name, const char *parameters, const QString &text, const char *label) {
                  QTest::newRow(name) << QString(parameters) << text << QString(label);
              };
        row("allowed", R"({"allow":["en"]})", english, "");
        row("not allowed", R"({"allow":["en"]})", german, "language-de");
        row("several", R"({"allow":["en","fr"]})", french, "");
        row("denied", R"({"deny":["ja"]})", japanese, "language-ja");
        row("not denied", R"({"deny":["ja"]})", french, "");
        row("mixed", R"({"allow":["en"]})", QString(english) + "\n\n" + german, "language-de");
        row("a little of another", R"({"allow":["en"],"min_share":0.8})", QString(english) + "\n\n" + german,
            "");
        row("no language", R"({"allow":["en"]})", QString("0x1F 17;22;9.5 #### ").repeated(8), "");
        row("no language, strict", R"({"allow":["en"],"unknown":"fail"})",
            QString("0x1F 17;22;9.5 #### ").repeated(8), "language-unknown");
    }
    void finds()
    {
        QFETCH(QString, parameters);
        QFETCH(QString, text);
        QFETCH(QString, label);
        const CheckRunner runner("language", parameters.toStdString());
        QVERIFY2(runner.check(), runner.error().line().c_str());
        const CheckReport report = runner.run(text.toStdString());
        QCOMPARE(
            report.findings.empty() ? QString() : QString::fromStdString(report.findings[0].label), label);
        QCOMPARE(report.outcome, label.isEmpty() ? CheckOutcome::Pass : CheckOutcome::Fail);
    }

    void shortTextsAreNotJudged()
    {
        const CheckReport report
            = CheckRunner("language", R"({"allow":["en"]})").run(std::string("Guten Tag"));
        QCOMPARE(report.outcome, CheckOutcome::NotRun);
        QCOMPARE(report.reason, "too_short");
    }
};

QTEST_GUILESS_MAIN(TestLanguageCheck)
#include "tst_language_check.moc"
