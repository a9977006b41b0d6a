// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/hidden/hidden_span.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/pattern_set.h"
#include "core/checks/span_list.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

constexpr std::array<std::string_view, 7> labels{"zero-width", "bidi-control", "tag-characters",
    "variation-selectors", "invisible-filler", "mixed-script", "hidden-html"};

class HiddenTextCheck final : public Check {
public:
    HiddenTextCheck(std::vector<std::string> types, double leastConfidence, Pattern element, Pattern comment)
        : m_types(std::move(types))
        , m_leastConfidence(leastConfidence)
        , m_element(std::move(element))
        , m_comment(std::move(comment))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        for (const ScannedSegment &scanned : input.segments)
            judge(scanned, report);
        closeReport(report);
        return report;
    }

private:
    // Enough to tell; a text full of them is no surer.
    static constexpr std::size_t mostElements = 64;

    void judge(const ScannedSegment &scanned, CheckReport &report) const
    {
        std::vector<HiddenSpan> spans;
        ScriptsSeen scripts;
        findHiddenCharacters(scanned.text, spans, scripts);
        if (scripts.cyrillicOrGreek)
            findMixedScript(scanned.text, spans);
        findMarkup(scanned, m_element, findHiddenElement, spans);
        findMarkup(scanned, m_comment, findHiddenComment, spans);
        std::erase_if(spans, [&](const HiddenSpan &span) { return !isWanted(span); });
        std::sort(spans.begin(), spans.end(),
            [](const HiddenSpan &a, const HiddenSpan &b) { return a.range < b.range; });
        const std::size_t first = report.findings.size();
        for (const HiddenSpan &span : spans)
            addFinding(scanned, span, first, report.findings);
    }

    [[nodiscard]] bool isWanted(const HiddenSpan &span) const
    {
        const bool named
            = m_types.empty() || std::find(m_types.begin(), m_types.end(), span.label) != m_types.end();
        return named && span.score >= m_leastConfidence;
    }

    // Spans that overlap become one, named by its surest part. There may be one in every word, so no
    // finding is compared with any but the last.
    static void addFinding(const ScannedSegment &scanned, const HiddenSpan &span, std::size_t first,
        std::vector<CheckFinding> &findings)
    {
        const bool joins = findings.size() > first && findings.back().range.overlaps(span.range);
        if (!joins) {
            findings.push_back({&scanned, span.range, std::string(span.label), span.score});
            return;
        }
        CheckFinding &last = findings.back();
        last.range.end = std::max(last.range.end, span.range.end);
        if (span.score > last.score) {
            last.label = span.label;
            last.score = span.score;
        }
    }

    static void findMarkup(const ScannedSegment &scanned, const Pattern &pattern,
        void (*read)(std::string_view, ByteRange, std::vector<HiddenSpan> &), std::vector<HiddenSpan> &spans)
    {
        if (!scanned.hits->contains(pattern.id()))
            return;
        std::size_t count = 0;
        pattern.forEachSpan(scanned.text, [&](ByteRange range) {
            read(scanned.text, range, spans);
            return ++count < mostElements;
        });
    }

    std::vector<std::string> m_types;
    double m_leastConfidence;
    Pattern m_element, m_comment;
};

Result<std::unique_ptr<Check>> makeHiddenText(const CheckParameters &parameters, PatternSetBuilder &patterns)
{
    constexpr double defaultConfidence = 0.6;
    const std::vector<std::string> types = parameters.texts("types");
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (std::find(labels.begin(), labels.end(), types[i]) == labels.end())
            return fail(ErrorKind::InvalidInput, "\"" + types[i] + "\" is no type known here",
                "types/" + std::to_string(i));
    }
    const auto element = patterns.add({.expression
        = R"(<[a-z][a-z0-9]{0,15}\s(?:[^<>]{0,400}?(?:display|visibility|font-size|line-height|opacity|color|left|top|text-indent)\s{0,4}:[^<>]{0,400}|(?:[^<>]{0,400}?\s)?hidden(?:[\s=][^<>]{0,400})?)>)",
        .anchor
        = R"(display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}(?:hidden|collapse)|(?:font-size|line-height|opacity)\s{0,4}:\s{0,4}[01.]|color\s{0,4}:\s{0,4}(?:white|#fff|rgb)|(?:left|top|indent)\s{0,4}:\s{0,4}-\d|\shidden[\s>=])",
        .caseless = true,
        .rulePack = true});
    const auto comment = patterns.add({.expression = "<!--", .anchor = {}, .rulePack = true});
    for (const auto *pattern : {&element, &comment}) {
        if (!*pattern)
            return tl::unexpected(pattern->error());
    }
    return std::make_unique<HiddenTextCheck>(
        types, parameters.number("min_confidence", defaultConfidence), *element, *comment);
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "types": {"type": "array", "minItems": 1, "maxItems": 7,
      "items": {"type": "string", "enum": ["zero-width", "bidi-control", "tag-characters", "variation-selectors", "invisible-filler", "mixed-script", "hidden-html"]},
      "description": "What to look for; all when left out"},
    "min_confidence": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.6,
      "description": "Findings below this are left out: 0.95 text in tag characters, 0.9 runs of invisible characters and overridden direction, 0.8 letters without size, 0.7 a disguised word, 0.5 elements that are not displayed, 0.3 stray spaces without width"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind hiddenTextKind()
{
    return {.kind = "hidden_text",
        .summary
        = "Finds text that people can't see or can't tell apart: invisible and direction characters, "
          "look-alike letters, hidden HTML.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeHiddenText};
}

} // namespace gatehouse
