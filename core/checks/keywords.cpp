// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/characters.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/pattern_set.h"

#include <algorithm>

namespace gatehouse {

namespace {

// A keyword as an expression. Case is spelt out letter by letter: the scan engine folds ASCII only.
std::string expressionFor(std::string_view keyword, bool caseSensitive)
{
    std::string out;
    for (std::size_t at = 0; at < keyword.size();) {
        const DecodedCharacter character = decodeCharacter(keyword, at);
        const char32_t other = caseSensitive ? character.value : otherCase(character.value);
        if (other != character.value) {
            out += '[';
            appendUtf8(out, character.value);
            appendUtf8(out, other);
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
    KeywordsCheck(std::vector<Pattern> patterns, bool wholeWord, std::string label, std::size_t longest)
        : m_patterns(std::move(patterns))
        , m_wholeWord(wholeWord)
        , m_label(std::move(label))
        , m_longest(longest)
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        for (const ScannedSegment &scanned : input.segments) {
            for (const Pattern &pattern : m_patterns) {
                if (scanned.hits->contains(pattern.id()))
                    collect(pattern, scanned, report);
            }
        }
        if (!report.findings.empty())
            report.outcome = CheckOutcome::Fail;
        return report;
    }

    // The word and the character after it, which tells whether it goes on.
    std::optional<std::size_t> decisiveBytes() const override
    {
        constexpr std::size_t oneCharacter = 4, most = 128;
        return m_longest + oneCharacter <= most ? std::optional(m_longest + oneCharacter) : std::nullopt;
    }

    bool needsPatternHit() const override { return true; }

private:
    void collect(const Pattern &pattern, const ScannedSegment &scanned, CheckReport &report) const
    {
        pattern.forEachSpan(scanned.text, [&](ByteRange range) {
            if (!m_wholeWord || standsAlone(scanned.text, range.start, range.end))
                report.findings.push_back({&scanned, range, m_label});
            return true;
        });
    }

    std::vector<Pattern> m_patterns;
    bool m_wholeWord;
    std::string m_label;
    std::size_t m_longest;
};

Result<std::unique_ptr<Check>> makeKeywords(const CheckParameters &parameters, PatternSetBuilder &patterns)
{
    const std::vector<std::string> keywords = parameters.texts("keywords");
    if (keywords.empty())
        return fail(ErrorKind::InvalidInput, "at least one keyword is needed", "keywords");
    const bool caseSensitive = parameters.flag("case_sensitive", false);
    std::vector<Pattern> compiled;
    std::size_t longest = 0;
    for (std::size_t index = 0; index < keywords.size(); ++index) {
        auto pattern
            = patterns.add({.expression = expressionFor(keywords[index], caseSensitive), .anchor = {}});
        if (!pattern) {
            pattern.error().where = "keywords/" + std::to_string(index);
            return tl::unexpected(pattern.error());
        }
        // A letter's other case can be one byte longer.
        longest = std::max(longest, keywords[index].size() + keywords[index].size() / 2);
        compiled.push_back(*pattern);
    }
    return std::make_unique<KeywordsCheck>(std::move(compiled), parameters.flag("whole_word", true),
        parameters.text("label", "keyword"), longest);
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "keywords": {"type": "array", "minItems": 1, "maxItems": 2000,
      "items": {"type": "string", "minLength": 1, "maxLength": 200}, "description": "Words or phrases to look for"},
    "case_sensitive": {"type": "boolean", "default": false, "description": "Whether capitals must match"},
    "whole_word": {"type": "boolean", "default": true, "description": "Whether a hit inside a longer word is left out"},
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
        .readsRespelt = true};
}

} // namespace gatehouse
