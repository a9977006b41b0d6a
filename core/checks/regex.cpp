// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/pattern_set.h"

#include <algorithm>
#include <boost/json/value.hpp>

namespace gatehouse {

namespace {

namespace json = boost::json;

struct LabelledPattern {
    Pattern pattern;
    std::string label;
};

class RegexCheck final : public Check {
public:
    explicit RegexCheck(std::vector<LabelledPattern> patterns)
        : m_patterns(std::move(patterns))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        for (const ScannedSegment &scanned : input.segments) {
            for (const LabelledPattern &labelled : m_patterns) {
                if (!scanned.hits->contains(labelled.pattern.id()))
                    continue;
                labelled.pattern.forEachSpan(scanned.text, [&](ByteRange range) {
                    report.findings.push_back({&scanned, range, labelled.label});
                    return true;
                });
            }
        }
        if (!report.findings.empty())
            report.outcome = CheckOutcome::Fail;
        return report;
    }

    // The longest match, when every expression has one; a repeat without end can be decided only with the
    // text.
    std::optional<std::size_t> decisiveBytes() const override
    {
        constexpr std::size_t most = 128;
        std::size_t longest = 0;
        for (const LabelledPattern &labelled : m_patterns) {
            const std::optional<std::size_t> length = labelled.pattern.longestMatch();
            if (!length || *length >= most)
                return std::nullopt;
            longest = std::max(longest, *length + 1);
        }
        return longest;
    }

    bool needsPatternHit() const override { return true; }

private:
    std::vector<LabelledPattern> m_patterns;
};

std::string textOf(const json::object &object, std::string_view field, std::string_view otherwise)
{
    const json::value *value = object.if_contains(field);
    if (!value || !value->is_string())
        return std::string(otherwise);
    return {value->get_string().data(), value->get_string().size()};
}

Result<LabelledPattern> compileOne(const json::value &value, PatternSetBuilder &patterns)
{
    if (!value.is_object())
        return fail(ErrorKind::InvalidInput, "must be an object with \"expression\"");
    const json::object &object = value.get_object();
    const json::value *sensitive = object.if_contains("case_sensitive");
    PatternSource source;
    source.expression = textOf(object, "expression", "");
    source.caseless = sensitive && sensitive->is_bool() && !sensitive->get_bool();
    if (source.expression.empty())
        return fail(ErrorKind::InvalidInput, "an expression is needed", "expression");
    auto pattern = patterns.add(source);
    if (!pattern) {
        pattern.error().where = "expression";
        return tl::unexpected(pattern.error());
    }
    return LabelledPattern{*pattern, textOf(object, "label", "regex")};
}

Result<std::unique_ptr<Check>> makeRegex(const CheckParameters &parameters, PatternSetBuilder &patterns)
{
    const json::value *listed = parameters.object().if_contains("patterns");
    if (!listed || !listed->is_array() || listed->get_array().empty())
        return fail(ErrorKind::InvalidInput, "at least one pattern is needed", "patterns");
    std::vector<LabelledPattern> compiled;
    for (const json::value &value : listed->get_array()) {
        auto pattern = compileOne(value, patterns);
        if (!pattern) {
            Error error = pattern.error();
            const std::string inner = error.where.empty() ? std::string() : "/" + error.where;
            error.where = "patterns/" + std::to_string(compiled.size()) + inner;
            return tl::unexpected(error);
        }
        compiled.push_back(std::move(*pattern));
    }
    return std::make_unique<RegexCheck>(std::move(compiled));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "patterns": {"type": "array", "minItems": 1, "maxItems": 500, "description": "Expressions to look for",
      "items": {"type": "object",
        "properties": {
          "expression": {"type": "string", "minLength": 1, "maxLength": 4000,
            "description": "RE2 syntax: no look-around, no back-references; group 1, when there is one, is the evidence"},
          "label": {"type": "string", "minLength": 1, "maxLength": 60, "default": "regex", "description": "What the evidence is called"},
          "case_sensitive": {"type": "boolean", "default": true, "description": "Whether capitals must match"}
        },
        "required": ["expression"],
        "additionalProperties": false}}
  },
  "required": ["patterns"],
  "additionalProperties": false
})json";

} // namespace

CheckKind regexKind()
{
    return {.kind = "regex",
        .summary = "Finds text that matches expressions of your own.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeRegex,
        .readsViews = true,
        .readsRespelt = true,
        .cost = CheckCost::Hits};
}

} // namespace gatehouse
