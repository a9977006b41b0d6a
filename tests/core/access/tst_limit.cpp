// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/limit.h"

#include <QTest>

using namespace gatehouse;

// Limits between text and value.
class TestLimit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        const auto same = [](const char *text) { QTest::newRow(text) << text << text; };
        same("60requests/minute");
        same("1000tokens/hour");
        same("100000tokens/day");
        same("8parallel");
        same("0.10usd/day");
        same("10.00usd/month@Europe/Berlin");
        same("0.000001usd/week@UTC");
        same("500000budget-tokens/year@America/New_York");
        same("5requests/90m");
        same("5requests/12h");
        same("5requests/30d");
        same("5requests/hour@Asia/Kathmandu");
        same("60requests/minute+30 until 2026-12-01T08:00:00Z");
        same("10.00usd/month@Europe/Berlin+2.50 until 2026-12-01T08:00:00.000001Z");
        same("10.00usd/day@Etc/GMT+5+5.00 until 2026-12-01T08:00:00Z");
        same("8parallel+2 until 2026-12-01T08:00:00Z");
        QTest::newRow("a raise to a day") << "10usd/day+5 until 2026-12-01"
                                          << "10.00usd/day+5.00 until 2026-12-01T00:00:00Z";
        QTest::newRow("a space") << "60 requests/minute"
                                 << "60requests/minute";
        QTest::newRow("whole USD") << "10usd/day"
                                   << "10.00usd/day";
        QTest::newRow("a month is a calendar's") << "10usd/month"
                                                 << "10.00usd/month@UTC";
        QTest::newRow("a year too") << "10tokens/year"
                                    << "10tokens/year@UTC";
        QTest::newRow("another name") << "5tokens/60m"
                                      << "5tokens/hour";
        QTest::newRow("seven days") << "5tokens/7d"
                                    << "5tokens/week";
        QTest::newRow("nothing at all") << "0requests/minute"
                                        << "0requests/minute";
    }
    void readsWhatItWrites()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        const auto limit = parseLimit(text.toStdString());
        QVERIFY2(limit, limit ? "" : limit.error().line().c_str());
        QCOMPARE(QString::fromStdString(limitText(*limit)), written);
        QCOMPARE(*parseLimit(limitText(*limit)), *limit);
    }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "/", "60", "requests/minute", "60requests", "60requests/",
                 "60calls/minute", "-1requests/day", "1.5requests/day", "60requests/second", "60requests/30s",
                 "60requests/minute@UTC", "60requests/90m@UTC", "60requests/day@Nowhere/Town",
                 "60requests/day@", "1.0000001usd/day", ".5usd/day", "5.usd/day", "parallel", "-1parallel",
                 "60requests/400d", "99999999999999999999tokens/day", "2000000000000usd/day",
                 "60requests/day/UTC", "60requests/day+5", "60requests/day until 2026-12-01",
                 "60requests/day+0 until 2026-12-01", "60requests/day+-5 until 2026-12-01",
                 "60requests/day+2.5 until 2026-12-01", "60requests/day+5 until noon",
                 "60requests/day+ until 2026-12-01", "60requests/day+5 until ",
                 "60requests/day+5 until 2026-12-01+5 until 2026-12-02"})
            QTest::newRow(*text ? text : "empty") << text;
    }
    void refusesWhatIsNone()
    {
        QFETCH(QString, text);
        const auto limit = parseLimit(text.toStdString());
        QVERIFY(!limit);
        QVERIFY(!limit.error().what.empty());
    }

    void readsBudgets()
    {
        QCOMPARE(*parseBudget("10/day"), *parseLimit("10usd/day"));
        QCOMPARE(*parseBudget("0.10usd/hour"), *parseLimit("0.1usd/hour"));
        QCOMPARE(*parseBudget("100/month@Europe/Berlin"), *parseLimit("100usd/month@Europe/Berlin"));
        QCOMPARE(*parseBudget("500000tokens/day"), *parseLimit("500000budget-tokens/day"));
        for (const char *text : {"10", "/day", "tokens/day", "usd/day", "ten/day", "-1/day"})
            QVERIFY2(!parseBudget(text), text);
    }

    void replacesTheSameUnitAndPeriod()
    {
        const std::vector<Limit> before{*parseLimit("60requests/minute"), *parseLimit("10usd/day")};
        const auto after = mergedLimits(before,
            {*parseLimit("90requests/minute"), *parseLimit("10usd/day@UTC"), *parseLimit("2parallel")});
        std::vector<std::string> texts;
        for (const Limit &limit : after)
            texts.push_back(limitText(limit));
        const std::vector<std::string> expected{
            "90requests/minute", "2parallel", "10.00usd/day", "10.00usd/day@UTC"};
        QCOMPARE(texts, expected);
    }

    void writesMoney()
    {
        QCOMPARE(usdText(0), std::string("0.00"));
        QCOMPARE(usdText(100'000), std::string("0.10"));
        QCOMPARE(usdText(1'234'567), std::string("1.234567"));
        QCOMPARE(usdText(-10'500), std::string("-0.0105"));
    }

    void namesTiers()
    {
        for (const LimitTier tier : limitTiers)
            QCOMPARE(limitTierFromName(name(tier)), std::optional(tier));
        QCOMPARE(limitTierFromName("use-case"), std::optional(LimitTier::UseCase));
        QVERIFY(!limitTierFromName("planet"));
    }
};

QTEST_APPLESS_MAIN(TestLimit)
#include "tst_limit.moc"
