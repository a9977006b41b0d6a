// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/filter.h"
#include "store_fixture.h"

#include <random>

using namespace gatehouse;
using namespace gatehouse::store;

// The filter language: text to terms and back.
class TestFilter : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void anyTermSurvivesTheRoundTrip();
    void anyTextIsAnsweredWithoutHarm();
    void togglesTerms_data();
    void togglesTerms();
    void removesAField();
};

void TestFilter::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("again"); // as toText() spells it
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("spaces") << " \t "
                            << "";
    QTest::newRow("one") << "state:open"
                         << "state:open";
    QTest::newRow("many") << "state:open  severity>=high team:payments"
                          << "state:open severity>=high team:payments";
    QTest::newRow("alternatives") << "verdict:blocked,masked"
                                  << "verdict:blocked,masked";
    QTest::newRow("excluded") << "-verdict:flagged"
                              << "-verdict:flagged";
    QTest::newRow("at most") << "severity<=low"
                             << "severity<=low";
    QTest::newRow("equals sign") << "severity=low"
                                 << "severity:low";
    QTest::newRow("field in capitals") << "Team:payments"
                                       << "team:payments";
    QTest::newRow("quoted value") << "team:\"hr, assist\",payments"
                                  << "team:\"hr, assist\",payments";
    QTest::newRow("bare word") << "zebra"
                               << "zebra";
    QTest::newRow("phrase") << "\"a zebra crosses\""
                            << "\"a zebra crosses\"";
    QTest::newRow("excluded phrase") << "-\"a zebra\""
                                     << "-\"a zebra\"";
    QTest::newRow("phrase with a quote") << "\"say \\\"please\\\"\""
                                         << "\"say \\\"please\\\"\"";
    QTest::newRow("a colon in quotes is text") << "\"team:payments\""
                                               << "\"team:payments\"";
    QTest::newRow("begins with") << "zeb*"
                                 << "zeb*";
    QTest::newRow("comma in a word") << "a,b"
                                     << "a,b";
    QTest::newRow("lonely dash") << "-"
                                 << "\"-\"";
    QTest::newRow("age") << "since:2d"
                         << "since:2d";
    QTest::newRow("times") << "since:2026-11-01 until:2026-11-02T12:00:00Z"
                           << "since:2026-11-01 until:2026-11-02T12:00:00Z";
    QTest::newRow("none") << "state:none disposition:none"
                          << "state:none disposition:none";
    QTest::newRow("other script") << "支払い"
                                  << "支払い";
}

void TestFilter::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, again);
    const auto filter = parseFilter(text.toStdString());
    QVERIFY2(filter.has_value(), qPrintable(test::why(filter)));
    QCOMPARE(QString::fromStdString(filter->toText()), again);
    QVERIFY(parseFilter(filter->toText())->terms == filter->terms);
}

void TestFilter::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("offence"); // what `where` holds
    QTest::newRow("unknown field") << "state:open colour:red"
                                   << "colour";
    QTest::newRow("address") << "http://example.com"
                             << "http";
    QTest::newRow("unknown verdict") << "verdict:angry"
                                     << "angry";
    QTest::newRow("second of two") << "verdict:blocked,angry"
                                   << "angry";
    QTest::newRow("no value") << "team:"
                              << "team";
    QTest::newRow("comma and nothing") << "verdict:blocked,"
                                       << "verdict";
    QTest::newRow("comparison of text") << "team>=a"
                                        << "team";
    QTest::newRow("two comparisons") << "severity>=low,high"
                                     << "severity";
    QTest::newRow("no time") << "since:yesterday"
                             << "yesterday";
    QTest::newRow("two times") << "since:1d,2d"
                               << "since";
    QTest::newRow("open quote") << "team:\"pay"
                                << "\"pay";
    QTest::newRow("empty phrase") << "\"\""
                                  << "text";
    QTest::newRow("empty state") << "state:\"\""
                                 << "state";
}

void TestFilter::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, offence);
    const auto filter = parseFilter(text.toStdString());
    QVERIFY(!filter);
    QCOMPARE(filter.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(QString::fromStdString(filter.error().where), offence);
    QVERIFY(
        offence == "severity" || offence == "since" || offence == "text" || !filter.error().advice.empty());
}

void TestFilter::anyTermSurvivesTheRoundTrip()
{
    const std::vector<std::string> pieces{"a", " ", "\"", "\\", ",", ":", "-", ">=", "=", "é", "*", "team"};
    std::mt19937 random(7);
    for (int i = 0; i < 5000; ++i) {
        Filter filter;
        for (unsigned terms = random() % 3 + 1; terms > 0; --terms) {
            std::string value = "x";
            for (unsigned length = random() % 5; length > 0; --length)
                value.insert(random() % 2 ? 0 : value.size(), pieces[random() % pieces.size()]);
            const bool words = random() % 2 == 0;
            filter.terms.push_back(
                {words ? "text" : "team", FilterTerm::Comparison::Is, {value}, random() % 2 == 0});
        }
        const auto again = parseFilter(filter.toText());
        QVERIFY2(again.has_value(), filter.toText().c_str());
        QVERIFY2(again->terms == filter.terms, filter.toText().c_str());
    }
}

void TestFilter::anyTextIsAnsweredWithoutHarm()
{
    const std::string letters = "ab:,\"\\-<>=* \t\n\xc3\xff(";
    std::mt19937 random(11);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (unsigned length = random() % 12; length > 0; --length)
            text += letters[random() % letters.size()];
        if (const auto filter = parseFilter(text))
            QVERIFY(parseFilter(filter->toText())->terms == filter->terms);
    }
}

void TestFilter::togglesTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("excluded");
    QTest::addColumn<QString>("result");
    QTest::newRow("new") << "state:open"
                         << "team"
                         << "payments" << false << "state:open team:payments";
    QTest::newRow("added") << "team:payments"
                           << "team"
                           << "support" << false << "team:payments,support";
    QTest::newRow("taken out") << "team:payments,support"
                               << "team"
                               << "payments" << false << "team:support";
    QTest::newRow("last one taken out") << "team:payments zebra"
                                        << "team"
                                        << "payments" << false << "zebra";
    QTest::newRow("excluded instead") << "team:payments"
                                      << "team"
                                      << "payments" << true << "-team:payments";
    QTest::newRow("wanted instead") << "-team:a,b"
                                    << "team"
                                    << "a" << false << "-team:b team:a";
    QTest::newRow("time replaced") << "since:2d"
                                   << "since"
                                   << "7d" << false << "since:7d";
    QTest::newRow("comparison replaced") << "severity>=high"
                                         << "severity"
                                         << "low" << false << "severity:low";
    QTest::newRow("needs quotes") << ""
                                  << "team"
                                  << "hr assist" << false << "team:\"hr assist\"";
    QTest::newRow("word toggled") << "zebra"
                                  << "text"
                                  << "zebra" << false << "";
    QTest::newRow("unreadable before") << "colour:red"
                                       << "team"
                                       << "a" << false << "team:a";
}

void TestFilter::togglesTerms()
{
    QFETCH(QString, text);
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(bool, excluded);
    QFETCH(QString, result);
    QCOMPARE(QString::fromStdString(
                 withTerm(text.toStdString(), field.toStdString(), value.toStdString(), excluded)),
        result);
}

void TestFilter::removesAField()
{
    QCOMPARE(withoutField("state:open -state:resolved team:a", "state"), std::string("team:a"));
    QCOMPARE(withoutField("team:a", "state"), std::string("team:a"));
    QCOMPARE(withoutField("colour:red", "state"), std::string("colour:red"));
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
