// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/recent_times.h"

namespace gatehouse {

namespace {

std::string reasonOf(std::size_t keys, Micros)
{
    return std::to_string(keys) + " keys sent this very text";
}

Result<std::unique_ptr<Check>> makeRepeatedPayload(const CheckParameters &parameters, PatternSetBuilder &)
{
    const auto keys = static_cast<std::size_t>(parameters.number("keys", 3));
    const std::chrono::minutes window(static_cast<int>(parameters.number("window_minutes", 60)));
    return makeRecentTimesCheck({&BehaviourFacts::payloadSenders, keys, window, reasonOf});
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "keys": {"type": "integer", "minimum": 2, "maximum": 100, "default": 3,
      "description": "Fails once so many keys sent the same user text of at least 64 bytes"},
    "window_minutes": {"type": "integer", "minimum": 1, "maximum": 1440, "default": 60,
      "description": "Within so many minutes"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind repeatedPayloadKind()
{
    return {.kind = "repeated_payload",
        .summary = "Fails when the same user text comes from several keys: one attempt tried on many doors.",
        .stages = {Stage::Access, Stage::Request},
        .readsSegments = false,
        .parameterSchema = schema,
        .make = makeRepeatedPayload,
        .stateful = true,
        .cost = CheckCost::Facts};
}

} // namespace gatehouse
