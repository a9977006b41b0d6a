// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pattern_set.h"

#include <QTest>
#include <thread>

using namespace gatehouse;

namespace {

std::vector<ByteRange> spansOf(const Pattern &pattern, std::string_view text)
{
    std::vector<ByteRange> spans;
    pattern.forEachSpan(text, [&](ByteRange range) {
        spans.push_back(range);
        return true;
    });
    return spans;
}

} // namespace

class TestPatternSet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsAndConfirms()
    {
        PatternSetBuilder builder;
        const Pattern digits
            = *builder.add({.expression = R"(\b([0-9]{4})x)", .anchor = {}, .caseless = false});
        const Pattern word = *builder.add({.expression = "hello", .anchor = {}, .caseless = true});
        const auto set = *builder.build();
        const std::string text = "HeLLo 1234x 12345x 5678x";
        const PatternHits hits = set->scan(text);
        QVERIFY(hits.contains(digits.id()));
        QVERIFY(hits.contains(word.id()));
        const std::vector<ByteRange> expected{{6, 10}, {19, 23}};
        QCOMPARE(spansOf(digits, text), expected);
        QVERIFY(set->scan("nothing here").empty());
    }

    void anyCharacterIsOneCharacter()
    {
        PatternSetBuilder builder;
        const Pattern pattern = *builder.add({.expression = "a[^x]{3}b", .anchor = {}, .caseless = false});
        const auto set = *builder.build();
        const std::string text = "a\u00e9\u4e2d\u00e9b";
        QVERIFY(set->scan(text).contains(pattern.id()));
        QCOMPARE(spansOf(pattern, text).size(), std::size_t(1));
    }

    void saysWhyItRefuses_data()
    {
        QTest::addColumn<QString>("expression");
        for (const char *expression : {"(", "(?=a)b", "(a)\\1", "a*", "", "x{1,100000}", "[z-a]"})
            QTest::newRow(expression) << QString(expression);
    }
    void saysWhyItRefuses()
    {
        QFETCH(QString, expression);
        PatternSetBuilder builder;
        const auto pattern
            = builder.add({.expression = expression.toStdString(), .anchor = {}, .caseless = false});
        QVERIFY(!pattern.has_value());
        QCOMPARE(pattern.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!pattern.error().what.empty());
    }

    void knowsTheLongestMatch()
    {
        PatternSetBuilder builder;
        QCOMPARE(builder.add({.expression = "ab{1,3}", .anchor = {}, .caseless = false})->longestMatch(),
            std::optional<std::size_t>(4));
        QVERIFY(!builder.add({.expression = "ab+", .anchor = {}, .caseless = false})->longestMatch());
    }

    void anEmptySetScansToNothing()
    {
        PatternSetBuilder builder;
        QVERIFY((*builder.build())->scan("anything").empty());
    }

    void hitsAreUsedAgain()
    {
        PatternSetBuilder builder;
        std::vector<Pattern> words;
        constexpr int count = 200;
        words.reserve(count);
        for (int i = 0; i < count; ++i)
            words.push_back(*builder.add({.expression = "word" + std::to_string(i) + "x", .anchor = {}}));
        const auto set = *builder.build();
        PatternHits hits;
        set->scan("word199x and word3x", hits);
        QVERIFY(hits.contains(words[199].id()) && hits.contains(words[3].id()));
        set->scan("word64x", hits);
        for (std::size_t i = 0; i < words.size(); ++i)
            QCOMPARE(hits.contains(words[i].id()), i == 64);
        set->scan("nothing", hits);
        QVERIFY(hits.empty());
    }

    void packsAndOwnExpressionsAreToldApart()
    {
        PatternSetBuilder builder;
        const auto add = [&](const char *expression, bool rulePack) {
            return *builder.add({.expression = expression, .anchor = {}, .rulePack = rulePack});
        };
        const Pattern pack = add("key-[0-9]+", true), own = add("key-[0-9]+", false);
        const Pattern otherPack = add("token", true), otherOwn = add("name", false);
        const auto set = *builder.build();
        QCOMPARE(set->size(), std::size_t{4});
        const PatternHits both = set->scan("key-1");
        QVERIFY(both.contains(pack.id()) && both.contains(own.id()));
        QVERIFY(!both.contains(otherPack.id()) && !both.contains(otherOwn.id()));
        QVERIFY(set->scan("a token").contains(otherPack.id()));
        QVERIFY(set->scan("a name").contains(otherOwn.id()));
    }

    void aBrokenRulePackIsRefusedWhenBuilt_data()
    {
        QTest::addColumn<QString>("expression");
        for (const char *expression : {"(", "a*", "(?=a)b"})
            QTest::newRow(expression) << QString(expression);
    }
    void aBrokenRulePackIsRefusedWhenBuilt()
    {
        QFETCH(QString, expression);
        PatternSetBuilder builder;
        const std::string written = expression.toStdString();
        QVERIFY(builder.add({.expression = written, .anchor = {}, .rulePack = true}).has_value());
        const auto set = builder.build();
        QVERIFY(!set.has_value());
        QCOMPARE(set.error().where, written);
    }

    void threadsConfirmTogether()
    {
        PatternSetBuilder builder;
        // Not compiled before the first of the threads asks.
        const Pattern pattern = *builder.add(
            {.expression = "confirmed ([a-z]+) (?:once|twice)", .anchor = "confirmed", .rulePack = true});
        std::atomic<int> found{0};
        constexpr int count = 4;
        std::vector<std::thread> threads;
        threads.reserve(count);
        for (int t = 0; t < count; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 200; ++i)
                    found
                        += static_cast<int>(spansOf(pattern, "confirmed by once, confirmed it twice").size());
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(found.load(), 4 * 200 * 2);
    }

    void threadsShareASet()
    {
        PatternSetBuilder builder;
        const Pattern pattern = *builder.add({.expression = "needle[0-9]", .anchor = {}, .caseless = false});
        const auto set = *builder.build();
        std::atomic<int> wrong{0};
        constexpr int count = 4;
        std::vector<std::thread> threads;
        threads.reserve(count);
        for (int t = 0; t < count; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 2000; ++i) {
                    const bool planted = i % 2 == 0;
                    const std::string text = std::string(static_cast<std::size_t>(i % 300), '.')
                        + (planted ? "needle7" : "needle");
                    wrong += set->scan(text).contains(pattern.id()) != planted;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPatternSet)
#include "tst_pattern_set.moc"
