// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/injection/injection_pattern.h"
#include "core/checks/injection/trained_judge.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/pattern_set.h"
#include "core/checks/span_list.h"
#include "core/checks/zone_thresholds.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gatehouse {

namespace {

struct CompiledInjection {
    Pattern pattern;
    std::string_view label;
    double confidence = 0;
    bool canBeMention = true;
};

class PromptInjectionCheck final : public Check {
public:
    PromptInjectionCheck(std::vector<CompiledInjection> injections, double leastConfidence,
        std::optional<TrainedJudge> trained)
        : m_injections(std::move(injections))
        , m_leastConfidence(leastConfidence)
        , m_trained(trained)
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        double highest = 0;
        for (const ScannedSegment &scanned : input.segments) {
            std::vector<CheckFinding> found;
            if (!scanned.hits->empty())
                highest = std::max(highest, findPatterns(scanned, found));
            if (m_trained)
                highest = std::max(highest, m_trained->judge(scanned, found));
            appendWithoutOverlap(std::move(found), report.findings);
        }
        closeReport(report);
        report.score = highest;
        return report;
    }

private:
    // The highest confidence seen, also of findings that are left out.
    double findPatterns(const ScannedSegment &scanned, std::vector<CheckFinding> &found) const
    {
        const std::string_view text = scanned.text;
        for (const CompiledInjection &injection : m_injections) {
            if (!scanned.hits->contains(injection.pattern.id()))
                continue;
            injection.pattern.forEachSpan(text, [&](ByteRange range) {
                if (!injection.canBeMention
                    || !(isMention(text, range) || isGuardrail(injection, text, range)))
                    found.push_back({&scanned, range, std::string(injection.label), injection.confidence});
                return true;
            });
        }
        raiseBySeveralReasons(found);
        double highest = 0;
        for (const CheckFinding &finding : found)
            highest = std::max(highest, finding.score);
        std::erase_if(found, [&](const CheckFinding &finding) { return finding.score < m_leastConfidence; });
        return highest;
    }

    // A persona is described by what it never does; only the other reasons can be forbidden.
    static bool isGuardrail(const CompiledInjection &injection, std::string_view text, ByteRange range)
    {
        return injection.label != "persona" && injection.label != "concealment" && isForbidden(text, range);
    }

    // Two different reasons in one text are surer than each alone.
    static void raiseBySeveralReasons(std::vector<CheckFinding> &found)
    {
        const auto otherReason
            = [&](const CheckFinding &finding) { return finding.label != found.front().label; };
        if (found.empty() || std::none_of(found.begin(), found.end(), otherReason))
            return;
        constexpr double raise = 0.1, most = 0.98;
        for (CheckFinding &finding : found)
            finding.score = std::max(finding.score, std::min(finding.score + raise, most));
    }

    std::vector<CompiledInjection> m_injections;
    double m_leastConfidence;
    std::optional<TrainedJudge> m_trained;
};

constexpr std::array<std::string_view, 7> labels{
    "override", "persona", "prompt-leak", "role-spoof", "exfiltration", "concealment", "hidden-text"};

Result<std::unique_ptr<Check>> makePromptInjection(
    const CheckParameters &parameters, PatternSetBuilder &patterns)
{
    constexpr double defaultConfidence = 0.7;
    const std::vector<std::string> wanted = parameters.texts("reasons");
    for (std::size_t index = 0; index < wanted.size(); ++index) {
        if (std::find(labels.begin(), labels.end(), wanted[index]) == labels.end())
            return fail(ErrorKind::InvalidInput, "\"" + wanted[index] + "\" is no reason known here",
                "reasons/" + std::to_string(index));
    }
    std::vector<CompiledInjection> compiled;
    for (const InjectionPattern &injection : injectionPatterns()) {
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), injection.label) == wanted.end())
            continue;
        auto pattern = patterns.add({injection.expression, injection.anchor, injection.caseless, true});
        if (!pattern) {
            pattern.error().what = std::string(injection.label) + ": " + pattern.error().what;
            return tl::unexpected(pattern.error());
        }
        compiled.push_back({*pattern, injection.label, injection.confidence, injection.canBeMention});
    }
    const double leastConfidence = parameters.number("min_confidence", defaultConfidence);
    std::optional<TrainedJudge> trained;
    if (parameters.flag("model", wanted.empty()))
        trained.emplace(ZoneThresholds(parameters, leastConfidence));
    return std::make_unique<PromptInjectionCheck>(std::move(compiled), leastConfidence, trained);
}

std::string buildSchema()
{
    return R"json({
  "type": "object",
  "properties": {
    "reasons": {"type": "array", "minItems": 1, "maxItems": 7,
      "items": {"type": "string", "enum": ["override", "persona", "prompt-leak", "role-spoof", "exfiltration", "concealment", "hidden-text"]},
      "description": "Which attempts to look for; all when left out"},
    "min_confidence": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.7,
      "description": "Findings below this are left out: 0.9 plain takeovers and control tokens, 0.75 wordings that also occur in good faith"},
    "model": {"type": "boolean",
      "description": "Whether the trained model is asked as well; left out, it is unless reasons are chosen"},
    "threshold": {"type": "number", "minimum": 0, "maximum": 1,
      "description": "The model's score that is a finding: 0.7 is reached by at most one harmless text in a hundred, 0.9 by one in a thousand; min_confidence when left out"},
    "zone_thresholds": )json"
        + ZoneThresholds::schema("0") + R"json(
  },
  "additionalProperties": false
})json";
}

} // namespace

CheckKind promptInjectionKind()
{
    static const std::string schema = buildSchema();
    return {.kind = "prompt_injection",
        .summary = "Finds text that tries to take over the model: overriding its instructions, forging "
                   "turns, drawing out its prompt or data.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makePromptInjection,
        .readsViews = true,
        .readsRespelt = true};
}

} // namespace gatehouse
