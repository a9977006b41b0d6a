// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/filter.h"
#include "store/filter_completion.h"
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
    void findsTheWordAtAPlace_data();
    void findsTheWordAtAPlace();
    void anyPlaceHasItsWord();
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
    QTest::newRow("more than") << "severity>medium"
                               << "severity>medium";
    QTest::newRow("less than") << "severity<medium"
                               << "severity<medium";
    QTest::newRow("zones") << "zone:tool,document"
                           << "zone:tool,document";
    QTest::newRow("score") << "score>0.8 score<=0.95"
                           << "score>0.8 score<=0.95";
    QTest::newRow("a word between angles") << "<b>"
                                           << "\"<b>\"";
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
    QTest::addColumn<QString>("underlined");
    QTest::newRow("unknown field") << "state:open colour:red"
                                   << "colour"
                                   << "colour";
    QTest::newRow("address") << "http://example.com"
                             << "http"
                             << "http";
    QTest::newRow("unknown verdict") << "verdict:angry"
                                     << "angry"
                                     << "angry";
    QTest::newRow("second of two") << "verdict:blocked,angry"
                                   << "angry"
                                   << "angry";
    QTest::newRow("no value") << "team:"
                              << "team"
                              << "team";
    QTest::newRow("comma and nothing") << "verdict:blocked,"
                                       << "verdict"
                                       << "verdict:blocked,";
    QTest::newRow("comparison of text") << "team>=a"
                                        << "team"
                                        << "team";
    QTest::newRow("two comparisons") << "severity>=low,high"
                                     << "severity"
                                     << "severity>=low,high";
    QTest::newRow("no time") << "since:yesterday"
                             << "yesterday"
                             << "yesterday";
    QTest::newRow("two times") << "since:1d,2d"
                               << "since"
                               << "since:1d,2d";
    QTest::newRow("open quote") << "team:\"pay"
                                << "\"pay"
                                << "\"pay";
    QTest::newRow("empty phrase") << "\"\""
                                  << "text"
                                  << "\"\"";
    QTest::newRow("empty state") << "state:\"\""
                                 << "state"
                                 << "state";
    QTest::newRow("unknown zone") << "state:open zone:tools"
                                  << "tools"
                                  << "tools";
    QTest::newRow("no group") << "group:0123456789abcdef,12"
                              << "12"
                              << "12";
    QTest::newRow("no score") << "zebra score>high"
                              << "high"
                              << "high";
    QTest::newRow("score above one") << "score>1.5"
                                     << "1.5"
                                     << "1.5";
    QTest::newRow("score in letters") << "score>1e-3"
                                      << "1e-3"
                                      << "1e-3";
    QTest::newRow("excluded") << "-verdict:angry"
                              << "angry"
                              << "angry";
    QTest::newRow("after other letters") << "\u652f\u6255\u3044 colour:red"
                                         << "colour"
                                         << "colour";
}

void TestFilter::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, offence);
    QFETCH(QString, underlined);
    const auto filter = parseFilter(text.toStdString());
    QVERIFY(!filter);
    const auto read = readFilter(text.toStdString());
    QVERIFY(!read);
    QCOMPARE(read.error().error.line(), filter.error().line());
    QCOMPARE(text.toUtf8().mid(static_cast<qsizetype>(read.error().word.start),
                 static_cast<qsizetype>(read.error().word.end - read.error().word.start)),
        underlined.toUtf8());
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

void TestFilter::findsTheWordAtAPlace_data()
{
    QTest::addColumn<QString>("text"); // the cursor is where | stands
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("replaced");
    const auto row = [](const char *text, const char *field, const char *prefix, const char *replaced) {
        QTest::newRow(text) << text << field << prefix << replaced;
    };
    row("|", "", "", "");
    row("sta|", "", "sta", "sta");
    row("st|a", "", "st", "sta");
    row("-sta|", "", "sta", "sta");
    row("state|:open", "", "state", "state");
    row("state:|", "state", "", "");
    row("State:op|en", "state", "op", "open");
    row("severity>=|", "severity", "", "");
    row("severity>hi|", "severity", "hi", "hi");
    row("verdict:blocked,ma|", "verdict", "ma", "ma");
    row("verdict:bl|ocked,masked", "verdict", "bl", "blocked");
    row("verdict:blocked,|", "verdict", "", "");
    row("team:\"hr as|sist\" zebra", "team", "hr as", "\"hr assist\"");
    row("team:\"hr as|", "team", "hr as", "\"hr as");
    row("state:open |", "", "", "");
    row("state:open  |team:a", "", "", "team");
    row("\"a ze|bra\"", "", "a ze", "\"a zebra\"");
    row("team:a -verdict:fl|", "verdict", "fl", "fl");
}

void TestFilter::findsTheWordAtAPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, field);
    QFETCH(QString, prefix);
    QFETCH(QString, replaced);
    const auto at = static_cast<std::size_t>(text.indexOf('|'));
    const std::string whole = text.remove('|').toStdString();
    const FilterWord word = filterWordAt(whole, at);
    QCOMPARE(QString::fromStdString(word.field), field);
    QCOMPARE(QString::fromStdString(word.prefix), prefix);
    QCOMPARE(
        QString::fromStdString(whole.substr(word.word.start, word.word.end - word.word.start)), replaced);
    QCOMPARE(word.hasSign, word.word.end < whole.size() && word.field.empty() && whole[word.word.end] == ':');
}

void TestFilter::anyPlaceHasItsWord()
{
    const std::string letters = "ab:,\"\\-<>=* \t\xc3\xff(";
    std::mt19937 random(13);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (unsigned length = random() % 12; length > 0; --length)
            text += letters[random() % letters.size()];
        const std::size_t at = random() % 14;
        const FilterWord word = filterWordAt(text, at);
        QVERIFY(word.word.start <= word.word.end && word.word.end <= text.size());
        // Inside of >= the value begins after it.
        QVERIFY(word.word.start <= std::min(at, text.size()) + 1);
    }
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
