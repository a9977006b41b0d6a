// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::CheckRunner;
using gatehouse::test::describe;

class TestKeywordsCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("findings");
        QTest::newRow("any case") << R"({"keywords":["project falcon"]})"
                                  << "About Project FALCON."
                                  << "keyword@6-20";
        QTest::newRow("exact case") << R"({"keywords":["Falcon"],"case_sensitive":true})"
                                    << "falcon Falcon"
                                    << "keyword@7-13";
        QTest::newRow("whole word") << R"({"keywords":["cat"]})"
                                    << "concat cat cats"
                                    << "keyword@7-10";
        QTest::newRow("inside words") << R"({"keywords":["cat"],"whole_word":false})"
                                      << "concat"
                                      << "keyword@3-6";
        QTest::newRow("label") << R"({"keywords":["x1"],"label":"codename"})"
                               << "x1"
                               << "codename@0-2";
        QTest::newRow("signs are literal") << R"re({"keywords":["a.b(c)"]})re"
                                           << "axb(c) a.b(c)"
                                           << "keyword@7-13";
        QTest::newRow("capital umlaut") << R"({"keywords":["über"]})"
                                        << "ÜBER"
                                        << "keyword@0-5";
        QTest::newRow("cyrillic") << R"({"keywords":["Секрет"]})"
                                  << "это секрет"
                                  << "keyword@7-19";
        QTest::newRow("Chinese has no spaces") << R"({"keywords":["机密"]})"
                                               << "这是机密文件"
                                               << "keyword@6-12";
        QTest::newRow("Korean takes particles") << R"({"keywords":["비밀"]})"
                                                << "비밀은 대외비밀"
                                                << "keyword@0-6";
        QTest::newRow("Vietnamese capitals") << R"({"keywords":["bí mật"]})"
                                             << "BÍ MẬT"
                                             << "keyword@0-9";
        QTest::newRow("the longest at a place") << R"({"keywords":["red","red team"]})"
                                                << "a red team, red"
                                                << "keyword@2-10 keyword@12-15";
        QTest::newRow("none") << R"({"keywords":["falcon"]})"
                              << "nothing here"
                              << "";
    }
    void finds()
    {
        QFETCH(QString, parameters);
        QFETCH(QString, text);
        QFETCH(QString, findings);
        const CheckRunner runner("keywords", parameters.toStdString());
        QVERIFY2(runner.check(), runner.error().line().c_str());
        const CheckReport report = runner.run(text.toStdString());
        QCOMPARE(describe(report), findings);
        QCOMPARE(report.outcome, findings.isEmpty() ? CheckOutcome::Pass : CheckOutcome::Fail);
        QCOMPARE(report.bytesRead, static_cast<std::uint64_t>(text.toUtf8().size()));
    }

    void decidedWithinTheLongest()
    {
        QCOMPARE(CheckRunner("keywords", R"({"keywords":["ab","abcd"]})").check()->decisiveBytes(),
            std::size_t(10));
        const std::string longWord(150, 'a');
        QVERIFY(!CheckRunner("keywords", R"({"keywords":[")" + longWord + R"("]})").check()->decisiveBytes());
    }

    // A long list is not scanned for with the policy's patterns; what it finds is the same.
    void longListsFindTheSame()
    {
        QString keywords = "\"über falcon\"";
        for (int i = 0; i < 5000; ++i)
            keywords += QStringLiteral(",\"word%1x\"").arg(i);
        const CheckRunner runner("keywords", ("{\"keywords\":[" + keywords + "]}").toStdString());
        QCOMPARE(describe(runner.run("An ÜBER Falcon and WORD17X, word17xy")), "keyword@3-15 keyword@20-27");
        QCOMPARE(runner.check()->decisiveBytes(), std::size_t(12 + 6 + 4));
        QCOMPARE(runner.run("nothing").outcome, CheckOutcome::Pass);
        QVERIFY(!runner.check()->needsPatternHit());
        QVERIFY(CheckRunner("keywords", R"({"keywords":["falcon"]})").check()->needsPatternHit());
    }

    void emptyListIsRefused()
    {
        const CheckRunner runner("keywords", R"({"keywords":[]})");
        QVERIFY(!runner.check());
        QCOMPARE(runner.error().where, "keywords");
    }
};

QTEST_GUILESS_MAIN(TestKeywordsCheck)
#include "tst_keywords_check.moc"
