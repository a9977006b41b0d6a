// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/json/json_validator.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/remote_judge.h"

namespace gatehouse {

namespace {

Result<std::unique_ptr<Check>> makeLlmJudge(const CheckParameters &parameters, PatternSetBuilder &)
{
    for (const std::string_view field : {"model", "question"}) {
        if (parameters.text(field).empty())
            return fail(ErrorKind::InvalidInput, "a judge needs a model and a question", std::string(field));
    }
    if (const boost::json::value *output = parameters.object().if_contains("output")) {
        auto validator = JsonValidator::compile(*output);
        if (!validator) {
            validator.error().where = "output" + validator.error().where;
            return tl::unexpected(validator.error());
        }
    }
    return std::make_unique<RemoteCheck>("llm_judge", parameters.object());
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "provider": {"type": "string", "minLength": 1, "maxLength": 100, "description": "Name of the provider asked; any that serves the model when left out"},
    "model": {"type": "string", "minLength": 1, "maxLength": 200, "description": "Model that judges"},
    "question": {"type": "string", "minLength": 1, "maxLength": 8000, "description": "What it is asked about the text, which it gets apart from the question, as data"},
    "output": {"type": "object", "description": "JSON Schema its answer must fit; {\"fail\": boolean, \"score\": number} when left out"},
    "min_confidence": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.5, "description": "A score from here on fails, when the answer has one"},
    "timeout_ms": {"type": "integer", "minimum": 100, "maximum": 120000, "default": 2000, "description": "How long to wait; on_timeout says what silence means"},
    "max_bytes": {"type": "integer", "minimum": 1, "maximum": 10000000, "default": 65536, "description": "Larger texts are not sent and count as an error"}
  },
  "required": ["model", "question"],
  "additionalProperties": false
})json";

} // namespace

CheckKind llmJudgeKind()
{
    return {.kind = "llm_judge",
        .summary = "Asks a model a question of your own about the text.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeLlmJudge,
        .findsSpans = false,
        .stateful = true,
        .cost = CheckCost::Outside,
        .asksRemote = true};
}

} // namespace gatehouse
