// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/case_folding.h"
#include "core/checks/characters.h"
#include "core/checks/word_list.h"

#include <QTest>
#include <algorithm>
#include <chrono>

using namespace gatehouse;

namespace {

class Random {
public:
    std::uint32_t below(std::uint32_t limit)
    {
        m_state = m_state * 1664525U + 1013904223U;
        return (m_state >> 8U) % limit;
    }

private:
    std::uint32_t m_state = 12345;
};

std::string foldedWhole(std::string_view text)
{
    FoldedText folded;
    folded.fill(text, true);
    return std::string(folded.text());
}

// The obvious way: every word compared at every character, by folding slices of the text.
QString slowSearch(const std::vector<std::string> &words, WordListOptions options, std::string_view text)
{
    QStringList out;
    for (std::size_t start = 0; start < text.size(); start += decodeCharacter(text, start).size) {
        std::size_t longest = 0;
        for (std::size_t end = start; end < text.size();) {
            end += decodeCharacter(text, end).size;
            const std::string_view slice = text.substr(start, end - start);
            const bool named = std::any_of(words.begin(), words.end(), [&](const std::string &word) {
                return options.caseSensitive ? word == slice : foldedWhole(word) == foldedWhole(slice);
            });
            if (named && (!options.wholeWord || standsAlone(text, start, end)))
                longest = end;
        }
        if (longest > 0)
            out << QStringLiteral("%1-%2").arg(start).arg(longest);
    }
    return out.join(' ');
}

QString fastSearch(const std::vector<std::string> &words, WordListOptions options, std::string_view text)
{
    QStringList out;
    for (const WordList::Hit &hit : WordList(words, options).search(text))
        out << QStringLiteral("%1-%2").arg(hit.range.start).arg(hit.range.end);
    return out.join(' ');
}

std::string randomText(Random &random, std::uint32_t most)
{
    static constexpr std::string_view letters[]
        = {"a", "B", "b", "A", " ", "-", "é", "É", "ß", "ẞ", "秘", "密", "σ", "ς", "Σ", "비", "은", "ⱥ", "Ⱥ"};
    std::string text;
    for (std::uint32_t i = 0, size = 1 + random.below(most); i < size; ++i)
        text += letters[random.below(std::size(letters))];
    return text;
}

} // namespace

class TestWordList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhatComparingFinds_data()
    {
        QTest::addColumn<bool>("caseSensitive");
        QTest::addColumn<bool>("wholeWord");
        for (const bool caseSensitive : {false, true}) {
            for (const bool wholeWord : {false, true})
                QTest::addRow("case %d word %d", caseSensitive, wholeWord) << caseSensitive << wholeWord;
        }
    }
    void findsWhatComparingFinds()
    {
        QFETCH(bool, caseSensitive);
        QFETCH(bool, wholeWord);
        const WordListOptions options{caseSensitive, wholeWord};
        Random random;
        for (int round = 0; round < 400; ++round) {
            std::vector<std::string> words;
            for (std::uint32_t i = 0, count = 1 + random.below(12); i < count; ++i)
                words.push_back(randomText(random, 4));
            const std::string text = randomText(random, 24);
            QCOMPARE(fastSearch(words, options, text), slowSearch(words, options, text));
        }
    }

    void hitsNameTheirWord()
    {
        const auto hits = WordList({"beta", "Alpha", "alpha", "alpha beta"}, {}).search("ALPHA, alpha beta");
        QCOMPARE(hits.size(), std::size_t(3));
        QCOMPARE(hits[0].word, std::size_t(1));
        QCOMPARE(hits[1].word, std::size_t(3));
        QCOMPARE(hits[2].word, std::size_t(0));
    }

    void noHitIsLongerThanItSays()
    {
        Random random;
        for (int round = 0; round < 200; ++round) {
            const WordList words({randomText(random, 5), randomText(random, 5)}, {false, false});
            for (const auto &hit : words.search(randomText(random, 60)))
                QVERIFY(hit.range.size() <= words.longestHit());
        }
    }

    void fiftyThousandWords()
    {
        Random random;
        std::vector<std::string> words;
        for (int i = 0; i < 50'000; ++i) {
            std::string word;
            for (std::uint32_t length = 4 + random.below(12); word.size() < length;)
                word += static_cast<char>('a' + random.below(26));
            words.push_back(word);
        }
        const auto start = std::chrono::steady_clock::now();
        const WordList list(words, {});
        const auto built = std::chrono::steady_clock::now() - start;
        QVERIFY2(built < std::chrono::seconds(1), "building takes milliseconds");
        for (std::size_t i = 0; i < words.size(); i += 100) {
            const auto hits = list.search("the " + words[i] + " it is");
            QVERIFY(std::any_of(hits.begin(), hits.end(), [&](const auto &hit) {
                return hit.range == ByteRange{4, 4 + words[i].size()};
            }));
        }
    }

    void worstTextsStayLinear()
    {
        std::vector<std::string> words;
        for (std::size_t size = 1; size <= 200; ++size)
            words.emplace_back(size, 'a');
        const std::string text(200'000, 'a');
        const auto start = std::chrono::steady_clock::now();
        QCOMPARE(WordList(words, {false, false}).search(text).size(), text.size());
        QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
    }

    void foldingKeepsThePlaces()
    {
        FoldedText folded;
        const std::string text = "A ẞ Ⱥ é Z";
        folded.fill(text, true);
        QCOMPARE(std::string(folded.text()), "a ß ⱥ é z");
        for (const std::string_view letter : {"Z", "é", "Ⱥ", "ẞ"}) {
            const std::size_t original = text.find(letter);
            const std::size_t here = folded.text().find(foldedWhole(letter));
            QCOMPARE(folded.originalOffset(here), original);
        }
        QCOMPARE(folded.originalOffset(folded.text().size()), text.size());
    }

    void variantsFoldToTheSame()
    {
        for (const char32_t value : {U'a', U'k', U'Ж', U'σ', U'ß', U'ǆ', U'7'}) {
            const auto variants = caseVariants(value);
            QVERIFY(std::find(variants.begin(), variants.end(), value) != variants.end());
            for (const char32_t variant : variants)
                QCOMPARE(foldCharacter(variant), foldCharacter(value));
        }
        QCOMPARE(caseVariants(U'σ').size(), std::size_t(3));
        QCOMPARE(caseVariants(U'k').size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestWordList)
#include "tst_word_list.moc"
