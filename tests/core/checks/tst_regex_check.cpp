// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::CheckRunner;
using gatehouse::test::describe;

class TestRegexCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWithItsLabel()
    {
        const CheckRunner runner("regex",
            R"re({"patterns":[{"expression":"\\bINV-([0-9]{4})\\b","label":"invoice"},{"expression":"secret","case_sensitive":false}]})re");
        QVERIFY2(runner.check(), runner.error().line().c_str());
        QCOMPARE(describe(runner.run("INV-1234 and SECRET")), QStringLiteral("invoice@4-8 regex@13-19"));
        QCOMPARE(runner.run("INV-12").outcome, CheckOutcome::Pass);
    }

    void everySegmentIsRead()
    {
        const CheckRunner runner("regex", R"({"patterns":[{"expression":"b+"}]})");
        const CheckReport report = runner.run(std::vector<std::string>{"aaa", "abb"});
        QCOMPARE(report.findings.size(), std::size_t(1));
        QCOMPARE(report.findings.front().place->index, 1);
        QCOMPARE(report.bytesRead, std::uint64_t(6));
    }

    void whatTheEngineCantTakeIsRefused_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("where");
        QTest::newRow("look-ahead") << "a(?=b)"
                                    << "patterns/1/expression";
        QTest::newRow("look-behind") << "(?<=a)b"
                                     << "patterns/1/expression";
        QTest::newRow("back-reference") << "(a)\\\\1"
                                        << "patterns/1/expression";
        QTest::newRow("open bracket") << "a[b"
                                      << "patterns/1/expression";
        QTest::newRow("matches nothing") << "a*"
                                         << "patterns/1/expression";
    }
    void whatTheEngineCantTakeIsRefused()
    {
        QFETCH(QString, expression);
        QFETCH(QString, where);
        const CheckRunner runner("regex",
            (R"({"patterns":[{"expression":"fine"},{"expression":")" + expression + R"("}]})").toStdString());
        QVERIFY(!runner.check());
        QCOMPARE(runner.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(QString::fromStdString(runner.error().where), where);
        QVERIFY(!runner.error().what.empty());
    }

    void decidedOnlyWhenBounded()
    {
        QCOMPARE(CheckRunner("regex", R"({"patterns":[{"expression":"ab{1,3}"}]})").check()->decisiveBytes(),
            std::size_t(5));
        QVERIFY(!CheckRunner("regex", R"({"patterns":[{"expression":"ab+"}]})").check()->decisiveBytes());
        QVERIFY(!CheckRunner("regex", R"({"patterns":[{"expression":"a{200}"}]})").check()->decisiveBytes());
    }
};

QTEST_GUILESS_MAIN(TestRegexCheck)
#include "tst_regex_check.moc"
