// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/text_count.h"

#include "core/checks/characters.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

class Counter {
public:
    explicit Counter(std::size_t allowed)
        : m_allowed(allowed)
    {
    }

    void add(std::size_t at, std::size_t units = 1)
    {
        m_count.units += units;
        if (m_count.units > m_allowed && !m_count.passedAt)
            m_count.passedAt = at;
    }
    [[nodiscard]] TextCount count() const { return m_count; }

private:
    std::size_t m_allowed;
    TextCount m_count;
};

bool startsCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// Most texts are within the limit: counting first bytes is all they cost.
TextCount countCharacters(std::string_view text, std::size_t allowed)
{
    TextCount count;
    count.units = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), startsCharacter));
    if (count.units <= allowed)
        return count;
    std::size_t seen = 0;
    for (std::size_t at = 0; at < text.size() && !count.passedAt; ++at) {
        if (startsCharacter(text[at]) && seen++ == allowed)
            count.passedAt = at;
    }
    return count;
}

TextCount countWords(std::string_view text, std::size_t allowed)
{
    Counter counter(allowed);
    bool inWord = false;
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCharacter character = decodeCharacter(text, at);
        const bool space = isSpace(character.value);
        if (!space && !inWord)
            counter.add(at);
        inWord = !space;
        at += character.size;
    }
    return counter.count();
}

bool endsSentence(char32_t value)
{
    static constexpr char32_t ends[] = {'.', '!', '?', 0x2026, 0x203D, 0x061F, 0x06D4, 0x0964, 0x0589};
    return std::find(std::begin(ends), std::end(ends), value) != std::end(ends);
}

// Written without a space behind them.
bool endsSentenceAtOnce(char32_t value)
{
    static constexpr char32_t ends[] = {0x3002, 0xFF01, 0xFF1F, 0xFF61, 0x17D4, 0x104B};
    return std::find(std::begin(ends), std::end(ends), value) != std::end(ends);
}

bool closesQuotation(char32_t value)
{
    static constexpr char32_t closers[] = {'"', '\'', ')', ']', 0x2019, 0x201D, 0xBB, 0x300D, 0x300F};
    return std::find(std::begin(closers), std::end(closers), value) != std::end(closers);
}

class SentenceCounter {
public:
    SentenceCounter(std::string_view text, std::size_t allowed)
        : m_text(text)
        , m_counter(allowed)
    {
    }

    TextCount run()
    {
        for (std::size_t at = 0; at < m_text.size();) {
            const DecodedCharacter character = decodeCharacter(m_text, at);
            take(at, character.value);
            at += character.size;
        }
        return m_counter.count();
    }

private:
    void take(std::size_t at, char32_t value)
    {
        if (isSpace(value)) {
            m_lineEnds += value == '\n' ? 1 : 0;
            if (m_lineEnds >= 2)
                m_open = false;
            m_spaced = true;
            return;
        }
        const bool smallLetter = value >= 'a' && value <= 'z';
        if ((m_ended && m_spaced && !smallLetter) || (m_endedAtOnce && !closesQuotation(value)))
            m_open = false;
        if (endsSentence(value) || endsSentenceAtOnce(value)) {
            m_ended = true;
            m_endedAtOnce = endsSentenceAtOnce(value);
        } else if (!closesQuotation(value)) {
            m_ended = m_endedAtOnce = false;
        }
        if (!m_open && isWordCharacter(value)) {
            m_counter.add(at);
            m_open = true;
        }
        m_spaced = false;
        m_lineEnds = 0;
    }

    std::string_view m_text;
    Counter m_counter;
    bool m_open = false; // inside a sentence that was counted
    bool m_ended = false, m_endedAtOnce = false; // a full stop was the last thing but quotation marks
    bool m_spaced = false;
    int m_lineEnds = 0;
};

enum class Run { None, Letters, WideLetters, Digits, Sign, Spaces };

class TokenCounter {
public:
    TokenCounter(std::string_view text, std::size_t allowed)
        : m_text(text)
        , m_counter(allowed)
    {
    }

    TextCount run()
    {
        for (std::size_t at = 0; at < m_text.size();) {
            const auto byte = static_cast<unsigned char>(m_text[at]);
            if (byte < asciiRuns.size()) {
                take(at++, byte, asciiRuns[byte]);
                continue;
            }
            const DecodedCharacter character = decodeCharacter(m_text, at);
            take(at, character.value, runOf(character.value));
            at += character.size;
        }
        return m_counter.count();
    }

private:
    static Run runOf(char32_t value)
    {
        if (isSpace(value))
            return Run::Spaces;
        if (value >= '0' && value <= '9')
            return Run::Digits;
        if (isUnspacedScript(value) || !isWordCharacter(value))
            return Run::Sign;
        return value < 0x80 ? Run::Letters : Run::WideLetters;
    }

    static std::size_t perToken(Run run)
    {
        switch (run) {
        case Run::Letters:
            return 6;
        case Run::WideLetters:
        case Run::Digits:
            return 3;
        case Run::Sign:
            return 4;
        case Run::None:
        case Run::Spaces:
            break;
        }
        return 1;
    }

    void take(std::size_t at, char32_t value, Run run)
    {
        const bool goesOn
            = run == m_run && (run != Run::Sign || (value == m_last && !isUnspacedScript(value)));
        m_length = goesOn ? m_length + 1 : 1;
        m_run = run;
        m_last = value;
        if (run == Run::Spaces) {
            // A single space belongs to the word behind it.
            if (m_length == 1)
                m_spaceCounted = false;
            if (!m_spaceCounted && (value == '\n' || m_length == 2)) {
                m_spaceCounted = true;
                m_counter.add(at);
            }
        } else if ((m_length - 1) % perToken(run) == 0) {
            m_counter.add(at);
        }
    }

    // Most characters; deciding each anew was most of the cost.
    static const std::array<Run, 128> asciiRuns;

    std::string_view m_text;
    Counter m_counter;
    Run m_run = Run::None;
    char32_t m_last = 0;
    std::size_t m_length = 0; // of the run so far
    bool m_spaceCounted = false;
};

const std::array<Run, 128> TokenCounter::asciiRuns = [] {
    std::array<Run, 128> runs{};
    for (std::size_t value = 0; value < runs.size(); ++value)
        runs[value] = runOf(static_cast<char32_t>(value));
    return runs;
}();

} // namespace

TextCount countText(std::string_view text, TextUnit unit, std::size_t allowed)
{
    switch (unit) {
    case TextUnit::Characters:
        return countCharacters(text, allowed);
    case TextUnit::Words:
        return countWords(text, allowed);
    case TextUnit::Sentences:
        return SentenceCounter(text, allowed).run();
    case TextUnit::Tokens:
        return TokenCounter(text, allowed).run();
    case TextUnit::Bytes:
        break;
    }
    TextCount count{text.size(), {}};
    if (text.size() > allowed)
        count.passedAt = allowed;
    return count;
}

} // namespace gatehouse
