// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/characters.h"
#include "core/checks/judge_hits.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/pattern_set.h"
#include "core/checks/span_list.h"

#include <algorithm>
#include <boost/json/value.hpp>
#include <cctype>

namespace gatehouse {

namespace {

namespace json = boost::json;

// What stands between the characters of a canary that was spaced, dashed or quoted apart.
constexpr std::string_view gap = R"((?:[\s\-_.,:;*|/\\'"`]{1,3})?)";

bool isLetterOrDigit(char32_t value)
{
    return value != '_' && isWordCharacter(value);
}

std::string oneCharacter(const DecodedCharacter &character, bool caseSensitive)
{
    std::string out;
    const char32_t other = caseSensitive ? character.value : otherCase(character.value);
    if (other == character.value) {
        appendUtf8(out, character.value);
        return out;
    }
    out += '[';
    appendUtf8(out, character.value);
    appendUtf8(out, other);
    out += ']';
    return out;
}

// The canary's letters and digits in order, whatever marks stand between them; and the start of it, cheap
// enough to scan for.
struct CanaryExpression {
    std::string whole, anchor;
    std::size_t characters = 0;
};

CanaryExpression expressionFor(std::string_view canary, bool caseSensitive)
{
    constexpr std::size_t anchorCharacters = 8;
    CanaryExpression out;
    for (std::size_t at = 0; at < canary.size();) {
        const DecodedCharacter character = decodeCharacter(canary, at);
        at += character.size;
        if (!isLetterOrDigit(character.value))
            continue;
        if (out.characters > 0)
            out.whole += gap;
        out.whole += oneCharacter(character, caseSensitive);
        if (++out.characters == anchorCharacters)
            out.anchor = out.whole;
    }
    return out;
}

struct CompiledCanary {
    Pattern pattern;
    std::string label;
};

class CanaryCheck final : public Check {
public:
    CanaryCheck(std::vector<CompiledCanary> canaries, std::optional<Pattern> generated)
        : m_canaries(std::move(canaries))
        , m_generated(std::move(generated))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        return judgeHits(
            input, [&](const ScannedSegment &scanned, CheckReport &report) { judge(scanned, report); });
    }

    bool needsPatternHit() const override { return true; }

private:
    // Enough to tell; a text full of them is no surer.
    static constexpr std::size_t mostSpans = 1000;

    void judge(const ScannedSegment &scanned, CheckReport &report) const
    {
        std::vector<CheckFinding> found;
        for (const CompiledCanary &canary : m_canaries) {
            if (!scanned.hits->contains(canary.pattern.id()))
                continue;
            canary.pattern.forEachSpan(scanned.text, [&](ByteRange range) {
                found.push_back({&scanned, range, canary.label});
                return found.size() < mostSpans;
            });
        }
        if (m_generated && scanned.hits->contains(m_generated->id())) {
            m_generated->forEachSpan(scanned.text, [&](ByteRange range) {
                found.push_back({&scanned, range, labelOf(scanned.text.substr(range.start, range.size()))});
                return found.size() < mostSpans;
            });
        }
        appendWithoutOverlap(std::move(found), report.findings);
    }

    // "gthk-canary-ID-SECRET": the id may be told, the secret may not.
    static std::string labelOf(std::string_view generated)
    {
        constexpr std::size_t prefix = std::string_view("gthk-canary-").size();
        std::string id(generated.substr(prefix, generated.find('-', prefix) - prefix));
        std::transform(id.begin(), id.end(), id.begin(),
            [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return "canary-" + id;
    }

    std::vector<CompiledCanary> m_canaries;
    std::optional<Pattern> m_generated;
};

Result<CompiledCanary> compileCanary(
    const json::object &canary, bool caseSensitive, PatternSetBuilder &patterns)
{
    constexpr std::size_t fewest = 8, most = 64;
    const auto value = json::value_to<std::string>(canary.at("value"));
    const CanaryExpression expression = expressionFor(value, caseSensitive);
    if (expression.characters < fewest || expression.characters > most)
        return fail(ErrorKind::InvalidInput,
            "a canary needs 8 to 64 letters and digits, so that none is met by chance", "value");
    auto pattern = patterns.add({.expression = expression.whole, .anchor = expression.anchor});
    if (!pattern) {
        pattern.error().where = "value";
        return tl::unexpected(pattern.error());
    }
    return CompiledCanary{*pattern, "canary-" + json::value_to<std::string>(canary.at("id"))};
}

Result<std::unique_ptr<Check>> makeCanary(const CheckParameters &parameters, PatternSetBuilder &patterns)
{
    std::vector<CompiledCanary> canaries;
    const bool caseSensitive = parameters.flag("case_sensitive", false);
    if (const json::value *list = parameters.object().if_contains("canaries")) {
        for (const json::value &item : list->as_array()) {
            auto canary = compileCanary(item.as_object(), caseSensitive, patterns);
            if (!canary) {
                canary.error().where
                    = "canaries/" + std::to_string(canaries.size()) + "/" + canary.error().where;
                return tl::unexpected(canary.error());
            }
            canaries.push_back(std::move(*canary));
        }
    }
    std::optional<Pattern> generated;
    if (parameters.flag("generated", true)) {
        auto pattern = patterns.add({.expression = "gthk-canary-[0-9a-z]{2,12}-[0-9a-z]{16,40}",
            .anchor = "gthk-canary-",
            .caseless = !caseSensitive,
            .rulePack = true});
        if (!pattern)
            return tl::unexpected(pattern.error());
        generated = *pattern;
    }
    if (canaries.empty() && !generated)
        return fail(ErrorKind::InvalidInput, "at least one canary is needed", "canaries");
    return std::make_unique<CanaryCheck>(std::move(canaries), std::move(generated));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "canaries": {"type": "array", "maxItems": 200,
      "items": {"type": "object",
        "properties": {
          "id": {"type": "string", "pattern": "^[a-z0-9-]{1,40}$"},
          "value": {"type": "string", "minLength": 8, "maxLength": 200}},
        "required": ["id", "value"], "additionalProperties": false},
      "description": "Strings planted where nobody should read them from; the evidence names the id, never the value"},
    "generated": {"type": "boolean", "default": true,
      "description": "Whether canaries of the form gthk-canary-ID-SECRET are found as well"},
    "case_sensitive": {"type": "boolean", "default": false, "description": "Whether capitals must match"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind canaryKind()
{
    return {.kind = "canary",
        .summary = "Finds planted strings that must never turn up, also spaced apart or encoded.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeCanary,
        .readsViews = true,
        .readsRespelt = true,
        .cost = CheckCost::Hits};
}

} // namespace gatehouse
