// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/json/json_text.h"
#include "core/checks/json/json_validator.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

namespace gatehouse {

namespace {

class JsonSchemaCheck final : public Check {
public:
    JsonSchemaCheck(JsonValidator validator, JsonPlace place)
        : m_validator(std::move(validator))
        , m_place(place)
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        for (const ScannedSegment &scanned : input.segments) {
            if (auto status = judge(scanned, report); !status)
                return CheckReport::error("too_many_steps");
        }
        if (!report.findings.empty())
            report.outcome = CheckOutcome::Fail;
        return report;
    }

private:
    Status judge(const ScannedSegment &scanned, CheckReport &report) const
    {
        const auto range = findJson(scanned.text, m_place);
        if (!range) {
            report.findings.push_back({&scanned, {0, scanned.text.size()}, "no-json"});
            return {};
        }
        auto value = readJson(scanned.text.substr(range->start, range->size()));
        if (!value) {
            report.findings.push_back({&scanned, *range, "not-json"});
            return {};
        }
        const auto accepted = m_validator.accepts(std::move(*value));
        if (!accepted)
            return tl::unexpected(accepted.error());
        if (!*accepted)
            report.findings.push_back({&scanned, *range, "schema-mismatch"});
        return {};
    }

    JsonValidator m_validator;
    JsonPlace m_place;
};

Result<std::unique_ptr<Check>> makeJsonSchema(const CheckParameters &parameters, PatternSetBuilder &)
{
    const boost::json::value *given = parameters.object().if_contains("schema");
    auto validator = JsonValidator::compile(given ? *given : boost::json::object());
    if (!validator) {
        validator.error().where = "schema" + validator.error().where;
        return tl::unexpected(validator.error());
    }
    return std::make_unique<JsonSchemaCheck>(std::move(*validator), jsonPlaceFrom(parameters));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "schema": {"type": "object",
      "description": "JSON Schema (draft 7) each text must fit; any JSON when left out. No patternProperties and no references outside it"},
    "in": {"type": "string", "enum": ["whole", "block"], "default": "whole",
      "description": "Whether the whole text is the JSON, or the first block of it fenced by three backticks"},
    "allow_fence": {"type": "boolean", "default": true, "description": "Whether a whole text may stand in such a block"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind jsonSchemaKind()
{
    return {.kind = "json_schema",
        .summary = "Fails when a text is not JSON, or does not fit a schema.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeJsonSchema,
        .findsSpans = false};
}

} // namespace gatehouse
