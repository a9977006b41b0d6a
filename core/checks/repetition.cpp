// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Flooding: text that costs much and says little. Three looks, each one pass over the bytes.
#include "core/checks/characters.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

#include <algorithm>
#include <array>
#include <bitset>

namespace gatehouse {

namespace {

struct Limits {
    std::size_t shortest = 400; // bytes of a text worth looking at
    std::size_t mostCharacters = 400; // the same one, in a row
    std::size_t mostPhrases = 100; // the same one, in a row
    double leastVariety = 0.06; // share of different 8-byte sequences in a window
};

void findCharacterRuns(const ScannedSegment &scanned, const Limits &limits, std::vector<CheckFinding> &found)
{
    const std::string_view text = scanned.text;
    std::size_t start = 0, length = 0;
    char32_t last = 0;
    const auto close = [&](std::size_t end) {
        if (length > limits.mostCharacters)
            found.push_back({&scanned, {start, end}, "character-run"});
    };
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCharacter character = decodeCharacter(text, at);
        if (length > 0 && character.value == last) {
            ++length;
        } else {
            close(at);
            start = at;
            length = 1;
            last = character.value;
        }
        at += character.size;
    }
    close(text.size());
}

// FNV-1a, 64 bits.
std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

// Phrases of one to eight words that come again and again right behind themselves.
class PhraseRuns {
public:
    PhraseRuns(const ScannedSegment &scanned, const Limits &limits, std::vector<CheckFinding> &found)
        : m_scanned(scanned)
        , m_limits(limits)
        , m_found(found)
    {
    }

    void run()
    {
        const std::string_view text = m_scanned.text;
        for (std::size_t at = 0; at < text.size();) {
            const DecodedCharacter character = decodeCharacter(text, at);
            const bool inWord = !isSpace(character.value);
            if (inWord && !m_inWord)
                m_wordStart = at;
            else if (!inWord && m_inWord)
                takeWord(at);
            m_inWord = inWord;
            at += character.size;
        }
        if (m_inWord)
            takeWord(text.size());
        for (std::size_t length = 1; length <= longestPhrase; ++length)
            close(length);
    }

private:
    static constexpr std::size_t longestPhrase = 8;
    struct Word {
        std::uint64_t hash = 0;
        std::size_t start = 0;
    };
    struct Run {
        std::size_t equal = 0; // words in a row equal to the one `length` before
        std::size_t start = 0, end = 0;
    };

    void takeWord(std::size_t end)
    {
        const Word word{hashOf(m_scanned.text.substr(m_wordStart, end - m_wordStart)), m_wordStart};
        for (std::size_t length = 1; length <= std::min(longestPhrase, m_words); ++length) {
            const Word &before = m_last.at((m_words - length) % longestPhrase);
            Run &run = m_runs.at(length);
            if (before.hash != word.hash) {
                close(length);
                continue;
            }
            if (run.equal++ == 0)
                run.start = before.start;
            run.end = end;
        }
        m_last.at(m_words++ % longestPhrase) = word;
    }

    void close(std::size_t length)
    {
        Run &run = m_runs.at(length);
        const bool seen = run.start < m_reportedTo; // by a shorter phrase
        if (run.equal / length >= m_limits.mostPhrases && !seen) {
            m_found.push_back({&m_scanned, {run.start, run.end}, "repeated-phrase"});
            m_reportedTo = run.end;
        }
        run = {};
    }

    const ScannedSegment &m_scanned;
    const Limits &m_limits;
    std::vector<CheckFinding> &m_found;
    std::array<Word, longestPhrase> m_last{};
    std::array<Run, longestPhrase + 1> m_runs{};
    std::size_t m_words = 0, m_wordStart = 0, m_reportedTo = 0;
    bool m_inWord = false;
};

// What a compressor would make of it, without one: how many sequences of eight bytes in a window differ.
double varietyOf(std::string_view window)
{
    constexpr std::size_t sequence = 8, slots = std::size_t{1} << 15U;
    std::bitset<slots> seen;
    std::uint64_t last = 0;
    std::size_t different = 0, all = 0;
    for (std::size_t i = 0; i < window.size(); ++i) {
        last = last << 8U | static_cast<unsigned char>(window[i]);
        if (i + 1 < sequence)
            continue;
        const auto slot = static_cast<std::size_t>((last * 0x9E3779B97F4A7C15ULL) >> 49U);
        ++all;
        different += seen.test(slot) ? 0 : 1;
        seen.set(slot);
    }
    return all == 0 ? 1.0 : static_cast<double>(different) / static_cast<double>(all);
}

void findLowVariety(const ScannedSegment &scanned, const Limits &limits, std::vector<CheckFinding> &found)
{
    constexpr std::size_t window = 4096;
    for (std::size_t at = 0; at < scanned.text.size(); at += window) {
        const std::string_view part = scanned.text.substr(at, window);
        if (part.size() < limits.shortest || varietyOf(part) >= limits.leastVariety)
            continue;
        const ByteRange range{at, at + part.size()};
        if (!found.empty() && found.back().label == "low-variety" && found.back().place == &scanned
            && found.back().range.end == at)
            found.back().range.end = range.end;
        else
            found.push_back({&scanned, range, "low-variety"});
    }
}

class RepetitionCheck final : public Check {
public:
    explicit RepetitionCheck(Limits limits)
        : m_limits(limits)
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        for (const ScannedSegment &scanned : input.segments) {
            if (scanned.text.size() < m_limits.shortest)
                continue;
            findCharacterRuns(scanned, m_limits, report.findings);
            PhraseRuns(scanned, m_limits, report.findings).run();
            findLowVariety(scanned, m_limits, report.findings);
        }
        if (!report.findings.empty())
            report.outcome = CheckOutcome::Fail;
        return report;
    }

private:
    Limits m_limits;
};

Result<std::unique_ptr<Check>> makeRepetition(const CheckParameters &parameters, PatternSetBuilder &)
{
    Limits limits;
    const auto size = [&](std::string_view field, std::size_t otherwise) {
        return static_cast<std::size_t>(parameters.number(field, static_cast<double>(otherwise)));
    };
    limits.shortest = size("min_bytes", limits.shortest);
    limits.mostCharacters = size("max_characters", limits.mostCharacters);
    limits.mostPhrases = size("max_phrases", limits.mostPhrases);
    limits.leastVariety = parameters.number("min_variety", limits.leastVariety);
    return std::make_unique<RepetitionCheck>(limits);
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "min_bytes": {"type": "integer", "minimum": 32, "maximum": 100000000, "default": 400, "description": "Texts below this size are not looked at"},
    "max_characters": {"type": "integer", "minimum": 8, "maximum": 100000000, "default": 400,
      "description": "How often one character may come in a row"},
    "max_phrases": {"type": "integer", "minimum": 3, "maximum": 1000000, "default": 100,
      "description": "How often a phrase of up to eight words may come again right behind itself"},
    "min_variety": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.06,
      "description": "Share of different sequences of eight bytes in each 4 KiB: prose has 0.8 and more, a line repeated over and over nearly none"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind repetitionKind()
{
    return {.kind = "repetition",
        .summary = "Finds flooding: one character, phrase or passage repeated over and over.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeRepetition};
}

} // namespace gatehouse
