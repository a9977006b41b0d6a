// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Checks that read every byte without patterns, against slow ways that anybody can read off their
// description.
#include "check_runner.h"
#include "core/checks/text_count.h"

#include <QString>
#include <QStringList>
#include <QTest>
#include <random>
#include <set>

using namespace gatehouse;
using gatehouse::test::CheckRunner;

namespace {

// Words over and over, runs of one character, many scripts and spaces.
std::string flooded(std::minstd_rand &random)
{
    static const std::vector<std::string> parts{
        "a", "b", "spam", "über", "\u4e16", "\U0001F600", "x1", ".", "end."};
    static const std::vector<std::string> spaces{" ", " ", " ", "\n", "\t", "  ", "\u00a0", "\u3000", ""};
    std::string text;
    while (text.size() < 40 + random() % 300) {
        std::string phrase;
        for (std::size_t words = 1 + random() % 10; words > 0; --words)
            phrase += parts[random() % parts.size()] + spaces[random() % spaces.size()];
        for (std::size_t times = 1 + random() % 4; times > 0; --times)
            text += phrase;
        if (random() % 4 == 0) {
            const std::string &one = parts[4 + random() % 2];
            for (std::size_t times = random() % 20; times > 0; --times)
                text += one;
        }
    }
    return text;
}

std::vector<char32_t> charactersOf(const std::string &text)
{
    const QList<uint> values = QString::fromStdString(text).toUcs4();
    return {values.begin(), values.end()};
}

bool isBlank(char32_t value)
{
    static const std::set<char32_t> blanks{' ', '\t', '\n', 0xA0, 0x3000};
    return blanks.contains(value);
}

std::vector<std::u32string> wordsOf(const std::string &text)
{
    std::vector<std::u32string> words;
    bool inWord = false;
    for (const char32_t value : charactersOf(text)) {
        if (!isBlank(value) && !inWord)
            words.emplace_back();
        inWord = !isBlank(value);
        if (inWord)
            words.back() += value;
    }
    return words;
}

bool hasRun(const std::string &text, std::size_t longerThan)
{
    const auto characters = charactersOf(text);
    for (std::size_t start = 0; start < characters.size(); ++start) {
        std::size_t end = start;
        while (end < characters.size() && characters[end] == characters[start])
            ++end;
        if (end - start > longerThan)
            return true;
    }
    return false;
}

// Some phrase of one to eight words comes again so many times right behind itself.
bool hasRepeatedPhrase(const std::string &text, std::size_t times)
{
    const auto words = wordsOf(text);
    for (std::size_t length = 1; length <= 8; ++length) {
        for (std::size_t start = 0; start + length * (times + 1) <= words.size(); ++start) {
            std::size_t same = 0;
            while (same < length * times && words[start + same] == words[start + same + length])
                ++same;
            if (same == length * times)
                return true;
        }
    }
    return false;
}

bool found(const CheckReport &report, const char *label)
{
    return std::any_of(report.findings.begin(), report.findings.end(),
        [&](const CheckFinding &finding) { return finding.label == label; });
}

} // namespace

class TestPlainTwins : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void repetition()
    {
        constexpr std::size_t mostCharacters = 8, mostPhrases = 3;
        const CheckRunner check(
            "repetition", R"({"min_bytes":32,"max_characters":8,"max_phrases":3,"min_variety":0})");
        std::minstd_rand random(11);
        int runs = 0, phrases = 0;
        for (int round = 0; round < 3000; ++round) {
            const std::string text = flooded(random);
            const CheckReport report = check.run({text});
            const bool run = hasRun(text, mostCharacters), phrase = hasRepeatedPhrase(text, mostPhrases);
            QVERIFY2(found(report, "character-run") == run, text.c_str());
            QVERIFY2(found(report, "repeated-phrase") == phrase, text.c_str());
            runs += run ? 1 : 0;
            phrases += phrase ? 1 : 0;
        }
        QVERIFY2(runs > 200 && runs < 2800 && phrases > 200 && phrases < 2800,
            qPrintable(QString("%1 %2").arg(runs).arg(phrases)));
    }

    void length()
    {
        std::minstd_rand random(13);
        for (int round = 0; round < 2000; ++round) {
            const std::string text = flooded(random);
            QCOMPARE(countText(text, TextUnit::Bytes, text.size()).units, text.size());
            QCOMPARE(countText(text, TextUnit::Characters, text.size()).units, charactersOf(text).size());
            QCOMPARE(countText(text, TextUnit::Words, text.size()).units, wordsOf(text).size());
        }
    }

    // The place at which a text is too long is where the first unit starts that its beginning has not yet.
    void whereALengthIsPassed()
    {
        std::minstd_rand random(17);
        for (int round = 0; round < 300; ++round) {
            const std::string text = flooded(random);
            for (const TextUnit unit : {TextUnit::Bytes, TextUnit::Characters, TextUnit::Words}) {
                const std::size_t units = countText(text, unit, text.size()).units;
                const std::size_t allowed = random() % (units + 2);
                const TextCount count = countText(text, unit, allowed);
                QCOMPARE(count.passedAt.has_value(), units > allowed);
                if (count.passedAt)
                    QCOMPARE(countText(text.substr(0, *count.passedAt), unit, text.size()).units, allowed);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestPlainTwins)
#include "tst_plain_twins.moc"
