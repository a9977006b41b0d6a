// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/price_table.h"

#include <QTest>

using namespace gatehouse;

// What models cost, and what calls are estimated to.
class TestPriceTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theClosestPatternWins()
    {
        const PriceTable table(std::vector<PriceRow>{{"*", {1, 1, 1}}, {"gpt-4*", {2, 2, 2}},
            {"gpt-4o*", {3, 3, 3}}, {"gpt-4o-mini", {4, 4, 4}}, {"*-embed", {5, 5, 5}}});
        QCOMPARE(table.find("gpt-4o-mini")->in, 4);
        QCOMPARE(table.find("gpt-4o-mini-2")->in, 3);
        QCOMPARE(table.find("gpt-4-turbo")->in, 2);
        QCOMPARE(table.find("tiny-embed")->in, 5);
        QCOMPARE(table.find("unknown")->in, 1);
        // Of a name for a model: its own price, but the row for every model is nobody's own.
        QCOMPARE(table.find("gpt-4-turbo", "gpt-4o-mini")->in, 2);
        QCOMPARE(table.find("fast", "gpt-4o-mini")->in, 4);
        QCOMPARE(table.find("fast", "unknown")->in, 1);
        QVERIFY(PriceTable(std::vector<PriceRow>{{"a*", {}}}).find("b") == nullptr);
        QVERIFY(PriceTable().find("a") == nullptr);
    }

    void theBuiltInTableKnowsTheUsualModels()
    {
        const PriceTable table(builtInPrices());
        QCOMPARE(*table.find("gpt-4o-2024-08-06"), (Price{2'500'000, 10'000'000, 1'250'000}));
        QCOMPARE(*table.find("gpt-4o-mini"), (Price{150'000, 600'000, 75'000}));
        QCOMPARE(table.find("claude-sonnet-4-20250514")->out, 15'000'000);
        QCOMPARE(table.find("omni-moderation-latest")->in, 0);
        QVERIFY(table.find("never heard of") != nullptr);
        for (const PriceRow &row : builtInPrices())
            QVERIFY(row.price.in >= 0 && row.price.in <= highestPrice && row.price.cached <= row.price.in);
    }

    void roundsUpOnce()
    {
        const Price price{2'500'000, 10'000'000, 1'250'000};
        QCOMPARE(costOf(price, {1, 0, 0}), 3); // 2.5
        QCOMPARE(costOf(price, {2, 0, 0}), 5);
        QCOMPARE(costOf(price, {1000, 500, 0}), 7500);
        QCOMPARE(costOf(price, {1000, 500, 400}), 7000);
        QCOMPARE(costOf(price, {0, 0, 0}), 0);
        QCOMPARE(costOf(price, {10, 0, 99}), 13); // no more is cached than was sent: 12.5
        QCOMPARE(costOf(price, {-5, -5, -5}), 0);
        QCOMPARE(costOf({1, 0, 0}, {1, 0, 0}), 1);
    }

    void hugeNumbersStayInRange()
    {
        const Price dearest{highestPrice, highestPrice, highestPrice};
        const std::int64_t most = costOf(dearest, {INT64_MAX, INT64_MAX, INT64_MAX});
        QCOMPARE(most, 2 * 1'000'000'000 / 1'000'000 * highestPrice);
    }

    void estimatesWhatACallMayUse()
    {
        RequestMessage request;
        Segment segment;
        segment.text = "What is the capital of France?";
        request.segments = {segment, segment};
        const std::int64_t in = estimatedTokens(request.segments);
        QVERIFY(in >= 14 && in <= 20);
        QCOMPARE(estimatedUsage(request, true).tokensOut, assumedOutputTokens);
        request.facts.maxTokens = 100;
        request.facts.choices = 3;
        QCOMPARE(estimatedUsage(request, true).tokensIn, in);
        QCOMPARE(estimatedUsage(request, true).tokensOut, 300);
        QCOMPARE(estimatedUsage(request, false).tokensOut, 0);
        const Price price{1'000'000, 1'000'000, 0};
        QCOMPARE(chargeOf({10, 20, 0}, &price), (Charge{1, 30, 30}));
        QCOMPARE(chargeOf({10, 20, 0}, nullptr), (Charge{1, 30, 0}));
    }
};

QTEST_APPLESS_MAIN(TestPriceTable)
#include "tst_price_table.moc"
