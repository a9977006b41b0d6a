// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/injection/injection_pattern.h"
#include "core/checks/judge_hits.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/pattern_set.h"
#include "core/checks/span_list.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

struct CompiledMark {
    Pattern pattern;
    std::string_view form;
    double confidence = 0;
};

// Words that stand near control tokens where they are explained.
constexpr std::array<std::string_view, 14> lessons{"chat template", "chat_template", "chat format",
    "prompt format", "prompt template", "special token", "tokenizer", "chatml", "apply_chat_template",
    "fine-tun", "finetun", "stop sequence", "transcript", "training data"};

// In a block of code or between backticks, counted from the start of the text.
bool isInCode(std::string_view text, std::size_t at)
{
    std::size_t fences = 0;
    const std::string_view before = text.substr(0, at);
    for (std::size_t fence = before.find("```"); fence != std::string_view::npos;
         fence = before.find("```", fence + 3))
        ++fences;
    const std::string_view line = before.substr(before.rfind('\n') + 1);
    return fences % 2 == 1 || std::count(line.begin(), line.end(), '`') % 2 == 1;
}

bool isLesson(std::string_view text)
{
    std::string lowered(text);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::any_of(lessons.begin(), lessons.end(),
        [&](std::string_view word) { return lowered.find(word) != std::string::npos; });
}

class RoleSpoofCheck final : public Check {
public:
    RoleSpoofCheck(std::vector<CompiledMark> marks, double leastConfidence)
        : m_marks(std::move(marks))
        , m_leastConfidence(leastConfidence)
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        return judgeHits(
            input, [&](const ScannedSegment &scanned, CheckReport &report) { judge(scanned, report); });
    }

    bool needsPatternHit() const override { return true; }

private:
    // Enough to tell; a text full of marks is no surer.
    static constexpr std::size_t mostSpans = 64;

    void judge(const ScannedSegment &scanned, CheckReport &report) const
    {
        std::vector<CheckFinding> found;
        for (const CompiledMark &mark : m_marks) {
            if (!scanned.hits->contains(mark.pattern.id()))
                continue;
            mark.pattern.forEachSpan(scanned.text, [&](ByteRange range) {
                found.push_back({&scanned, range, std::string(mark.form), mark.confidence});
                return found.size() < mostSpans;
            });
        }
        if (found.empty())
            return;
        // Whoever explains templates shows them; whoever forges a turn does not say so.
        constexpr double shown = 0.6;
        const bool lesson = isLesson(scanned.text);
        for (CheckFinding &finding : found) {
            if (lesson || isInCode(scanned.text, finding.range.start)
                || isMention(scanned.text, finding.range))
                finding.score *= shown;
        }
        std::erase_if(found, [&](const CheckFinding &finding) { return finding.score < m_leastConfidence; });
        appendWithoutOverlap(std::move(found), report.findings);
    }

    std::vector<CompiledMark> m_marks;
    double m_leastConfidence;
};

Result<std::unique_ptr<Check>> makeRoleSpoof(const CheckParameters &parameters, PatternSetBuilder &patterns)
{
    constexpr double defaultConfidence = 0.6;
    const std::vector<std::string> wanted = parameters.texts("forms");
    std::vector<InjectionPattern> all = roleMarks();
    for (InjectionPattern &hint : roleHints())
        all.push_back(std::move(hint));
    std::vector<CompiledMark> compiled;
    for (const InjectionPattern &mark : all) {
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), mark.form) == wanted.end())
            continue;
        auto pattern = patterns.add({mark.expression, mark.anchor, mark.caseless, true});
        if (!pattern) {
            pattern.error().what = std::string(mark.form) + ": " + pattern.error().what;
            return tl::unexpected(pattern.error());
        }
        compiled.push_back({*pattern, mark.form, mark.confidence});
    }
    return std::make_unique<RoleSpoofCheck>(
        std::move(compiled), parameters.number("min_confidence", defaultConfidence));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "forms": {"type": "array", "minItems": 1, "maxItems": 4,
      "items": {"type": "string", "enum": ["chat-token", "fake-turn", "fake-tool-result", "fake-system"]},
      "description": "Which forgeries to look for; all when left out"},
    "min_confidence": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.6,
      "description": "Findings below this are left out: 0.85 control tokens, 0.6 tags and headings of system messages and tool results, 0.45 turns as transcripts have them; six tenths of that in code and where templates are explained"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind roleSpoofKind()
{
    return {.kind = "role_spoof",
        .summary = "Finds text that poses as another part of the conversation: control tokens, turns, system "
                   "messages or tool results.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeRoleSpoof,
        .readsViews = true,
        .cost = CheckCost::Hits};
}

} // namespace gatehouse
