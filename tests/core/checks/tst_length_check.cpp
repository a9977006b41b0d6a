// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::CheckRunner;
using gatehouse::test::describe;

class TestLengthCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<bool>("fails");
        QTest::addColumn<QString>("findings");
        QTest::newRow("characters at the limit") << R"({"max":4})" << QStringList{"äöü中"} << false << "";
        QTest::newRow("one character too many")
            << R"({"max":3})" << QStringList{"äöü中"} << true << "too-long@6-9";
        QTest::newRow("bytes") << R"({"max":3,"unit":"bytes"})" << QStringList{"abcde"} << true
                               << "too-long@3-5";
        QTest::newRow("words") << R"({"max":2,"unit":"words"})" << QStringList{"one  two\nthree"} << true
                               << "too-long@9-14";
        QTest::newRow("all segments together")
            << R"({"max":5})" << QStringList{"abc", "def"} << true << "too-long@2-3";
        QTest::newRow("each segment")
            << R"({"max":5,"per":"segment"})" << QStringList{"abc", "def"} << false << "";
        QTest::newRow("too short in all") << R"({"min":7})" << QStringList{"abc", "def"} << true << "";
        QTest::newRow("too short in one")
            << R"({"min":2,"per":"segment"})" << QStringList{"abc", "d"} << true << "too-short@0-1";
        QTest::newRow("long enough") << R"({"min":6})" << QStringList{"abc", "def"} << false << "";
    }
    void counts()
    {
        QFETCH(QString, parameters);
        QFETCH(QStringList, texts);
        QFETCH(bool, fails);
        QFETCH(QString, findings);
        std::vector<std::string> segments;
        for (const QString &text : texts)
            segments.push_back(text.toStdString());
        const CheckReport report = CheckRunner("length", parameters.toStdString()).run(segments);
        QCOMPARE(report.outcome, fails ? CheckOutcome::Fail : CheckOutcome::Pass);
        QCOMPARE(describe(report), findings);
    }

    void mistakesAreNamed()
    {
        QCOMPARE(CheckRunner("length", "{}").error().where, "max");
        QCOMPARE(CheckRunner("length", R"({"min":5,"max":4})").error().where, "min");
    }

    // A whole answer's length is known behind the stream.
    void isNotDecidedByAPrefix()
    {
        QVERIFY(!CheckRunner("length", R"({"max":5})").check()->decisiveBytes());
        QVERIFY(!CheckRunner("length", R"({"min":5})").check()->decisiveBytes());
    }
};

QTEST_GUILESS_MAIN(TestLengthCheck)
#include "tst_length_check.moc"
