// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/case_folding.h"
#include "core/checks/characters.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/pattern_set.h"
#include "core/checks/word_list.h"

#include <algorithm>

namespace gatehouse {

namespace {

// Up to so many keywords are looked for in the policy's one scan first; only a text with a hit is searched.
constexpr std::size_t mostScanned = 64;

// A keyword as an expression. Case is spelt out letter by letter: the scan engine folds ASCII only.
std::string expressionFor(std::string_view keyword, bool caseSensitive)
{
    std::string out;
    for (std::size_t at = 0; at < keyword.size();) {
        const DecodedCharacter character = decodeCharacter(keyword, at);
        const auto variants
            = caseSensitive ? std::vector<char32_t>{character.value} : caseVariants(character.value);
        if (variants.size() > 1) {
            out += '[';
            for (const char32_t variant : variants)
                appendUtf8(out, variant);
            out += ']';
        } else {
            if (character.value < 0x80 && !isWordCharacter(character.value))
                out += '\\';
            out += keyword.substr(at, character.size);
        }
        at += character.size;
    }
    return out;
}

class KeywordsCheck final : public Check {
public:
    KeywordsCheck(WordList words, std::vector<Pattern> patterns, std::string label)
        : m_words(std::move(words))
        , m_patterns(std::move(patterns))
        , m_label(std::move(label))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        for (const ScannedSegment &scanned : input.segments) {
            if (!mayHold(*scanned.hits))
                continue;
            for (const WordList::Hit &hit : m_words.search(scanned.text))
                report.findings.push_back({&scanned, hit.range, m_label});
        }
        if (!report.findings.empty())
            report.outcome = CheckOutcome::Fail;
        return report;
    }

    // The word and the character after it, which tells whether it goes on.
    std::optional<std::size_t> decisiveBytes() const override
    {
        constexpr std::size_t oneCharacter = 4, most = 128;
        const std::size_t decisive = m_words.longestHit() + oneCharacter;
        return decisive <= most ? std::optional(decisive) : std::nullopt;
    }

    bool needsPatternHit() const override { return !m_patterns.empty(); }

private:
    [[nodiscard]] bool mayHold(const PatternHits &hits) const
    {
        return m_patterns.empty()
            || std::any_of(m_patterns.begin(), m_patterns.end(),
                [&](const Pattern &pattern) { return hits.contains(pattern.id()); });
    }

    WordList m_words;
    std::vector<Pattern> m_patterns; // empty: too many to be scanned for
    std::string m_label;
};

Result<std::unique_ptr<Check>> makeKeywords(const CheckParameters &parameters, PatternSetBuilder &patterns)
{
    const std::vector<std::string> keywords = parameters.texts("keywords");
    if (keywords.empty())
        return fail(ErrorKind::InvalidInput, "at least one keyword is needed", "keywords");
    const bool caseSensitive = parameters.flag("case_sensitive", false);
    std::vector<Pattern> scanned;
    for (std::size_t index = 0; index < keywords.size() && keywords.size() <= mostScanned; ++index) {
        auto pattern
            = patterns.add({.expression = expressionFor(keywords[index], caseSensitive), .anchor = {}});
        if (!pattern) {
            pattern.error().where = "keywords/" + std::to_string(index);
            return tl::unexpected(pattern.error());
        }
        scanned.push_back(*pattern);
    }
    return std::make_unique<KeywordsCheck>(
        WordList(keywords, {caseSensitive, parameters.flag("whole_word", true)}), std::move(scanned),
        parameters.text("label", "keyword"));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "keywords": {"type": "array", "minItems": 1, "maxItems": 50000,
      "items": {"type": "string", "minLength": 1, "maxLength": 200}, "description": "Words or phrases to look for"},
    "case_sensitive": {"type": "boolean", "default": false, "description": "Whether capitals must match"},
    "whole_word": {"type": "boolean", "default": true, "description": "Whether a hit inside a longer word is left out; in scripts without spaces between words there is none"},
    "label": {"type": "string", "minLength": 1, "maxLength": 60, "default": "keyword", "description": "What the evidence is called"}
  },
  "required": ["keywords"],
  "additionalProperties": false
})json";

} // namespace

CheckKind keywordsKind()
{
    return {.kind = "keywords",
        .summary = "Finds words or phrases from a list.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeKeywords,
        .readsViews = true,
        .readsRespelt = true,
        .cost = CheckCost::Hits};
}

} // namespace gatehouse
