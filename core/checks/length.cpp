// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/text_count.h"

#include <algorithm>

namespace gatehouse {

namespace {

TextUnit unitFrom(std::string_view word)
{
    static constexpr std::pair<std::string_view, TextUnit> units[] = {{"bytes", TextUnit::Bytes},
        {"words", TextUnit::Words}, {"sentences", TextUnit::Sentences}, {"tokens", TextUnit::Tokens}};
    const auto found = std::find_if(
        std::begin(units), std::end(units), [&](const auto &unit) { return unit.first == word; });
    return found == std::end(units) ? TextUnit::Characters : found->second;
}

struct Limits {
    TextUnit unit = TextUnit::Characters;
    std::size_t minimum = 0;
    std::optional<std::size_t> maximum;
    bool perSegment = false;
};

class LengthCheck final : public Check {
public:
    explicit LengthCheck(Limits limits)
        : m_limits(limits)
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        // No unit is smaller than a byte: most texts need no counting.
        if (m_limits.minimum == 0 && report.bytesRead <= m_limits.maximum.value_or(SIZE_MAX))
            return report;
        std::size_t total = 0;
        for (const ScannedSegment &scanned : input.segments) {
            const std::string_view text = scanned.text;
            const std::size_t used = m_limits.perSegment ? 0 : total;
            const std::size_t most = m_limits.maximum.value_or(SIZE_MAX);
            const TextCount count = countText(text, m_limits.unit, most - std::min(most, used));
            total += count.units;
            if (count.passedAt)
                report.findings.push_back({&scanned, {*count.passedAt, text.size()}, "too-long"});
            if (m_limits.perSegment && count.units < m_limits.minimum)
                report.findings.push_back({&scanned, {0, text.size()}, "too-short"});
        }
        const bool tooShort = !m_limits.perSegment && total < m_limits.minimum;
        report.outcome = tooShort || !report.findings.empty() ? CheckOutcome::Fail : CheckOutcome::Pass;
        return report;
    }

private:
    Limits m_limits;
};

Result<std::unique_ptr<Check>> makeLength(const CheckParameters &parameters, PatternSetBuilder &)
{
    Limits limits;
    limits.unit = unitFrom(parameters.text("unit", "characters"));
    limits.perSegment = parameters.text("per", "message") == "segment";
    if (!parameters.has("min") && !parameters.has("max"))
        return fail(ErrorKind::InvalidInput, "a length check needs \"min\" or \"max\"", "max");
    limits.minimum = static_cast<std::size_t>(parameters.number("min", 0));
    if (parameters.has("max"))
        limits.maximum = static_cast<std::size_t>(parameters.number("max", 0));
    if (limits.maximum && *limits.maximum < limits.minimum)
        return fail(ErrorKind::InvalidInput, "\"min\" is greater than \"max\"", "min");
    return std::make_unique<LengthCheck>(limits);
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "unit": {"type": "string", "enum": ["characters", "bytes", "words", "sentences", "tokens"], "default": "characters",
      "description": "What is counted; characters are Unicode code points, tokens an estimate by rule that needs no model"},
    "min": {"type": "integer", "minimum": 0, "maximum": 100000000, "description": "Fails below this"},
    "max": {"type": "integer", "minimum": 0, "maximum": 100000000, "description": "Fails above this"},
    "per": {"type": "string", "enum": ["message", "segment"], "default": "message",
      "description": "Whether all segments are counted together or each by itself"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind lengthKind()
{
    return {.kind = "length",
        .summary = "Fails when the text is longer or shorter than allowed.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeLength,
        .findsSpans = false};
}

} // namespace gatehouse
