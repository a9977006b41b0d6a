// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/characters.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

#include <algorithm>

namespace gatehouse {

namespace {

enum class Unit { Characters, Bytes, Words };

struct Limits {
    Unit unit = Unit::Characters;
    std::size_t minimum = 0;
    std::optional<std::size_t> maximum;
    bool perSegment = false;
};

// Counts one text and remembers the byte at which a limit was passed.
struct Count {
    std::size_t units = 0;
    std::optional<std::size_t> passedAt;
};

bool startsCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// Most texts are within the limit: counting first-bytes is all they cost.
Count countCharacters(std::string_view text, std::size_t allowed)
{
    Count count;
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

Count countWords(std::string_view text, std::size_t allowed)
{
    Count count;
    bool inWord = false;
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCharacter character = decodeCharacter(text, at);
        const bool space = isSpace(character.value);
        if (!space && !inWord && count.units++ == allowed)
            count.passedAt = at;
        inWord = !space;
        at += character.size;
    }
    return count;
}

Count countText(std::string_view text, Unit unit, std::size_t allowed)
{
    if (unit == Unit::Characters)
        return countCharacters(text, allowed);
    if (unit == Unit::Words)
        return countWords(text, allowed);
    Count count{text.size(), {}};
    if (text.size() > allowed)
        count.passedAt = allowed;
    return count;
}

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
        std::size_t total = 0;
        for (const ScannedSegment &scanned : input.segments) {
            const std::string_view text = scanned.text;
            const std::size_t used = m_limits.perSegment ? 0 : total;
            const std::size_t most = m_limits.maximum.value_or(SIZE_MAX);
            const Count count = countText(text, m_limits.unit, most - std::min(most, used));
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
    const std::string unit = parameters.text("unit", "characters");
    limits.unit = unit == "bytes" ? Unit::Bytes : unit == "words" ? Unit::Words : Unit::Characters;
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
    "unit": {"type": "string", "enum": ["characters", "bytes", "words"], "default": "characters",
      "description": "What is counted; characters are Unicode code points"},
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
