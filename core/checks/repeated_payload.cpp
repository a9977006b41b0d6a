// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/behaviour.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/recent_times.h"

namespace gatehouse {

namespace {

class RepeatedPayloadCheck final : public Check {
public:
    RepeatedPayloadCheck(std::size_t keys, Micros window)
        : m_keys(keys)
        , m_window(window)
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        if (input.call.behaviour == nullptr || !input.call.now)
            return CheckReport::notRun("no_history");
        const std::size_t keys = countSince(input.call.behaviour->payloadSenders, *input.call.now - m_window);
        CheckReport report;
        if (keys < m_keys)
            return report;
        report.outcome = CheckOutcome::Fail;
        report.reason = std::to_string(keys) + " keys sent this very text";
        return report;
    }

    std::optional<std::size_t> decisiveBytes() const override { return 0; }

private:
    std::size_t m_keys;
    Micros m_window;
};

Result<std::unique_ptr<Check>> makeRepeatedPayload(const CheckParameters &parameters, PatternSetBuilder &)
{
    const auto keys = static_cast<std::size_t>(parameters.number("keys", 3));
    const std::chrono::minutes window(static_cast<int>(parameters.number("window_minutes", 60)));
    return std::make_unique<RepeatedPayloadCheck>(keys, window);
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
