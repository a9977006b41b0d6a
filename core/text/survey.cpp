// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/survey.h"

#include "core/text/byte_set.h"
#include "core/text/vocabulary.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace gatehouse {

namespace {

// What a byte can be part of.
constexpr std::uint16_t letter = 1, digit = 2, hexLetter = 4, bit = 8, morse = 16, code = 32, space = 64,
                        high = 128, sign = 256, mark = 512;

constexpr std::array<std::uint16_t, 256> classesOf()
{
    std::array<std::uint16_t, 256> table{};
    for (unsigned c = 'a'; c <= 'z'; ++c)
        table[c] = table[c - 32] = letter | code;
    for (unsigned c = 'a'; c <= 'f'; ++c) {
        table[c] |= hexLetter;
        table[c - 32] |= hexLetter;
    }
    for (unsigned c = '0'; c <= '9'; ++c)
        table[c] = digit | code;
    table['0'] |= bit;
    table['1'] |= bit;
    table['.'] = table['-'] = morse;
    table['-'] |= code;
    table['_'] = table['+'] = table['/'] = code;
    table['/'] |= morse;
    for (const unsigned char c : {' ', '\t', '\n', '\r', '\f', '\v'})
        table[c] = space;
    table['@'] = table['$'] = sign;
    table['!'] = sign;
    for (const unsigned char c : {'%', '&', '\\', '='})
        table[c] = mark;
    for (unsigned c = 128; c < 256; ++c)
        table[c] = high;
    return table;
}

constexpr std::array<std::uint16_t, 256> classes = classesOf();

std::uint16_t classOf(char c)
{
    return classes[static_cast<unsigned char>(c)];
}

bool isHex(char c)
{
    return (classOf(c) & (digit | hexLetter)) != 0;
}

constexpr ByteSet separators(",:;-"); // within a list of numbers

// Counts what stands in the text; one instance reads one text.
class Surveyor {
public:
    explicit Surveyor(std::string_view text)
        : m_text(text)
    {
    }

    Survey run()
    {
        for (std::size_t at = 0; at < m_text.size();) {
            const std::uint16_t kind = classOf(m_text[at]);
            if ((kind & letter) != 0)
                at = takeLetters(at);
            else
                takeOther(at++, kind);
        }
        endCodeRun(m_text.size());
        if (m_text.size() > m_word)
            endWord(m_word, m_text.size());
        m_survey.ascii = (m_all & high) == 0;
        return m_survey;
    }

private:
    static constexpr std::uint16_t other = 1024;
    static constexpr std::size_t longestNumber = 5; // with what may stand around it
    static constexpr std::size_t longWord = 6; // no coincidence

    // Letters in a row: a word of the vocabulary, or a letter that stands alone.
    std::size_t takeLetters(std::size_t start)
    {
        WordKey key;
        std::size_t end = start;
        for (; end < m_text.size() && (classOf(m_text[end]) & letter) != 0; ++end)
            key.add(static_cast<char>(m_text[end] | 0x20));
        m_classes |= letter;
        countLetters(key, end - start, end);
        return end;
    }

    void countLetters(WordKey key, std::size_t letters, std::size_t end)
    {
        constexpr std::size_t widestGap = 7;
        if (letters == 1) {
            const bool goesOn = m_singles != 0 && end - 1 - m_lastSingle <= widestGap;
            m_singles = goesOn ? m_singles + 1 : 1;
            m_lastSingle = end;
            m_survey.singles = std::max(m_survey.singles, m_singles);
        } else if (letters > 2) {
            const unsigned writings = writingsOf(key);
            m_survey.plainHits += (writings & vocabulary::plain) != 0;
            const std::size_t weight = letters >= longWord ? 2 : 1;
            m_survey.rotatedHits += (writings & vocabulary::rotated) != 0 ? weight : 0;
            m_survey.reversedHits += (writings & vocabulary::reversed) != 0 ? weight : 0;
        }
    }

    void takeOther(std::size_t at, std::uint16_t kind)
    {
        m_all |= kind;
        if ((kind & code) == 0)
            endCodeRun(at);
        if ((kind & mark) != 0)
            takeMark(at);
        if ((kind & space) == 0) {
            m_digitAmongLetters = m_digitAmongLetters
                || ((kind & (digit | sign)) != 0 && at + 1 < m_text.size()
                    && (classOf(m_text[at + 1]) & letter) != 0);
            m_classes |= kind == 0 ? other : kind;
            return;
        }
        if (at > m_word)
            endWord(m_word, at);
        m_word = at + 1;
        m_classes = 0;
        m_digitAmongLetters = false;
    }

    void endCodeRun(std::size_t end)
    {
        m_survey.codeRuns += end - m_codeStart >= shortestCodeRun;
        m_codeStart = end + 1;
    }

    void endWord(std::size_t start, std::size_t end)
    {
        const std::size_t size = end - start;
        ++m_survey.words;
        const auto only = [&](std::uint16_t allowed) { return (m_classes & ~allowed & ~code) == 0; };
        m_survey.morseWords += (m_classes & ~(morse | code)) == 0 && (m_classes & morse) != 0
            && m_text.substr(start, size).find_first_not_of(".-/") == std::string_view::npos;
        m_survey.bitWords += size % 8 == 0 && only(digit | bit)
            && m_text.substr(start, size).find_first_not_of("01") == std::string_view::npos;
        countNumbers(start, size);
        countGroup(size, only(letter | digit | hexLetter | bit | morse));
        m_survey.digitWords += m_digitAmongLetters && (m_classes & letter) != 0;
    }

    // Words of one size one after the other may be the parts of one code, as a dump writes it.
    void countGroup(std::size_t size, bool isCode)
    {
        const bool isGroup = isCode && size >= shortestCodeGroup && size < shortestCodeRun && size % 2 == 0;
        m_groups = !isGroup ? 0 : size == m_groupSize ? m_groups + 1 : 1;
        m_groupSize = size;
        m_survey.groups = std::max(m_survey.groups, m_groups);
    }

    // Numbers one after the other may be characters; a price among words is none.
    void countNumbers(std::size_t start, std::size_t size)
    {
        const std::string_view word = m_text.substr(start, size);
        const bool hasDigit = (m_classes & digit) != 0;
        if (hasDigit && size > longestNumber)
            return countListed(word);
        const bool isNumber = size >= 2 && size <= longestNumber
            && (hasDigit || (size == 2 && isHex(word[0]) && isHex(word[1])));
        countNumber(isNumber);
    }

    void countNumber(bool isNumber)
    {
        m_numbers = isNumber ? m_numbers + 1 : 0;
        m_survey.numbers = std::max(m_survey.numbers, m_numbers);
    }

    // Numbers with nothing but separators between them, as those who read them out see it. A long word
    // without separators is none.
    void countListed(std::string_view word)
    {
        std::size_t digits = 0;
        bool readable = true;
        const auto endPart = [&] {
            if (digits > 0 || !readable)
                countNumber(readable && digits >= 2 && digits <= 3);
            digits = 0;
            readable = true;
        };
        for (const char c : word) {
            if (separators.has(c))
                endPart();
            else if (isHex(c))
                ++digits;
            else if (c == 'x' && digits == 1)
                digits = 0; // 0x49
            else
                readable = false;
        }
        endPart();
    }

    void takeMark(std::size_t at)
    {
        const auto isHexAt = [&](std::size_t where) { return where < m_text.size() && isHex(m_text[where]); };
        const char c = m_text[at];
        const char next = at + 1 < m_text.size() ? m_text[at + 1] : '\0';
        if (c == '%')
            m_survey.percents += isHexAt(at + 1) && isHexAt(at + 2);
        else if (c == '=')
            m_survey.equalsPairs += isHexAt(at + 1) && isHexAt(at + 2);
        else if (c == '&')
            m_survey.entities += next == '#' || (classOf(next) & letter) != 0;
        else
            m_survey.escapes += (next == 'u' || next == 'x' || next == 'U' || (classOf(next) & digit) != 0);
    }

    std::string_view m_text;
    Survey m_survey;
    std::size_t m_word = 0; // start of the word that goes on
    std::size_t m_codeStart = 0;
    std::size_t m_numbers = 0; // one after the other
    std::size_t m_groups = 0, m_groupSize = 0; // words of one size, one after the other
    std::size_t m_singles = 0, m_lastSingle = 0; // letters alone, one after the other
    std::uint16_t m_classes = 0; // of the word that goes on
    std::uint16_t m_all = 0;
    bool m_digitAmongLetters = false;
};

} // namespace

Survey surveyOf(std::string_view text)
{
    return Surveyor(text).run();
}

} // namespace gatehouse
