// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/text_search.h"

#include <QTest>

using namespace gatehouse::store;

class TestTextSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPageTakesTheShortWay_data() const;
    void aPageTakesTheShortWay() const;
    void whatIsReadDecides() const;
    void moreCallsMoveTheLimit() const;
};

void TestTextSearch::aPageTakesTheShortWay_data() const
{
    QTest::addColumn<qint64>("found");
    QTest::addColumn<qint64>("calls");
    QTest::addColumn<int>("way");
    const auto row = [](const char *name, qint64 found, qint64 calls, TextWay way) {
        QTest::newRow(name) << found << calls << static_cast<int>(way);
    };
    row("nothing", 0, 10'000'000, TextWay::Found);
    row("a rare word", 50, 10'000'000, TextWay::Found);
    row("one call in two thousand", 5'000, 10'000'000, TextWay::Found);
    row("one in five hundred", 20'000, 10'000'000, TextWay::Listed);
    row("one in a hundred", 100'000, 10'000'000, TextWay::Listed);
    row("one in ten", 1'000'000, 10'000'000, TextWay::Asked);
    row("every call", 10'000'000, 10'000'000, TextWay::Asked);
    row("one in ten of a small store", 20'000, 200'000, TextWay::Listed);
    row("every call of a page", 200, 200, TextWay::Listed);
}

void TestTextSearch::aPageTakesTheShortWay() const
{
    QFETCH(qint64, found);
    QFETCH(qint64, calls);
    QTEST(static_cast<int>(cheapestTextWay(found, calls, Reads::Page)), "way");
}

// To read all is never to ask the index call by call; known calls are not looked for.
void TestTextSearch::whatIsReadDecides() const
{
    constexpr std::int64_t calls = 10'000'000;
    const auto way = [](std::int64_t found, Reads reads) { return cheapestTextWay(found, calls, reads); };
    QCOMPARE(way(50, Reads::All), TextWay::Found);
    QCOMPARE(way(calls, Reads::All), TextWay::Listed);
    QCOMPARE(way(50, Reads::Known), TextWay::Listed);
    QCOMPARE(way(calls, Reads::Known), TextWay::Asked);
}

// As many are dense in a small store and thin in a large one.
void TestTextSearch::moreCallsMoveTheLimit() const
{
    QCOMPARE(cheapestTextWay(300'000, 1'000'000, Reads::Page), TextWay::Asked);
    QCOMPARE(cheapestTextWay(300'000, 10'000'000, Reads::Page), TextWay::Listed);
}

QTEST_APPLESS_MAIN(TestTextSearch)
#include "tst_text_search.moc"
