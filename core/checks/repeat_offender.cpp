// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/recent_times.h"

namespace gatehouse {

namespace {

std::string reasonOf(std::size_t blocks, Micros window)
{
    return std::to_string(blocks) + " calls of this key were blocked within "
        + std::to_string(std::chrono::duration_cast<std::chrono::minutes>(window).count()) + " minutes";
}

Result<std::unique_ptr<Check>> makeRepeatOffender(const CheckParameters &parameters, PatternSetBuilder &)
{
    const auto blocks = static_cast<std::size_t>(parameters.number("blocks", 5));
    const std::chrono::minutes window(static_cast<int>(parameters.number("window_minutes", 10)));
    return makeRecentTimesCheck({&BehaviourFacts::blocks, blocks, window, reasonOf});
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "blocks": {"type": "integer", "minimum": 2, "maximum": 1000, "default": 5,
      "description": "Fails once so many calls of the key were blocked for what stood in user text"},
    "window_minutes": {"type": "integer", "minimum": 1, "maximum": 1440, "default": 10,
      "description": "Within so many minutes"},
    "suspend": {"type": "boolean", "default": false,
      "description": "Whether the gateway suspends the key as well; an administrator resumes it"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind repeatOffenderKind()
{
    return {.kind = "repeat_offender",
        .summary = "Fails when calls of a key were blocked again and again for what stood in user text; may "
                   "suspend the key.",
        .stages = {Stage::Access, Stage::Request},
        .readsSegments = false,
        .parameterSchema = schema,
        .make = makeRepeatOffender,
        .stateful = true,
        .cost = CheckCost::Facts};
}

} // namespace gatehouse
