// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/verdict_values.h"

#include "core/checks/check.h"

#include <cmath>

namespace gatehouse {

namespace json = boost::json;

// Microseconds with one decimal say all that can be measured.
double roundedMicros(double value)
{
    return std::round(value * 10) / 10;
}
double roundedScore(double value)
{
    return std::round(value * 1000) / 1000;
}

json::value evidenceValue(const Evidence &evidence)
{
    json::object out;
    out["in"] = name(evidence.in);
    out["segment"] = evidence.segment;
    out["pointer"] = evidence.pointer;
    out["zone"] = name(evidence.zone);
    out["start"] = evidence.range.start;
    out["end"] = evidence.range.end;
    out["label"] = evidence.label;
    json::array via;
    for (const std::string &step : evidence.via)
        via.emplace_back(step);
    out["via"] = std::move(via);
    if (evidence.stored) {
        out["stored_start"] = evidence.stored->start;
        out["stored_end"] = evidence.stored->end;
    }
    return out;
}

json::value checkValue(const CheckResult &check)
{
    json::object out;
    out["rule"] = check.rule;
    out["check"] = check.check;
    out["stage"] = name(check.stage);
    out["mode"] = name(check.mode);
    out["outcome"] = name(check.outcome);
    if (!check.reason.empty())
        out["reason"] = check.reason;
    out["score"] = check.score ? json::value(roundedScore(*check.score)) : json::value(nullptr);
    out["action"] = name(check.action);
    out["applied"] = check.applied;
    out["severity"] = name(check.severity);
    out["duration_us"] = roundedMicros(check.durationUs);
    out["bytes_read"] = check.bytesRead;
    // Might be another one the next time: it looked at more than the call and the policy.
    if (const CheckKind *kind = findCheckKind(check.check); kind && kind->stateful)
        out["stateful"] = true;
    json::array evidence;
    for (const Evidence &item : check.evidence)
        evidence.push_back(evidenceValue(item));
    out["evidence"] = std::move(evidence);
    return out;
}

Evidence evidenceFrom(const json::object &in)
{
    Evidence out;
    out.in = wordAt<BodyPart>(in, "in");
    out.segment = in.at("segment").to_number<int>();
    out.pointer = textAt(in, "pointer");
    out.zone = wordAt<TrustZone>(in, "zone");
    out.range = {in.at("start").to_number<std::size_t>(), in.at("end").to_number<std::size_t>()};
    out.label = textAt(in, "label");
    for (const json::value &step : in.at("via").as_array())
        out.via.push_back(json::value_to<std::string>(step));
    if (in.contains("stored_start")) {
        out.stored = ByteRange{
            in.at("stored_start").to_number<std::size_t>(), in.at("stored_end").to_number<std::size_t>()};
    }
    return out;
}

CheckResult checkFrom(const json::object &in)
{
    CheckResult out;
    out.rule = textAt(in, "rule");
    out.check = textAt(in, "check");
    out.stage = wordAt<Stage>(in, "stage");
    out.mode = wordAt<Mode>(in, "mode");
    out.outcome = wordAt<CheckOutcome>(in, "outcome");
    if (in.contains("reason"))
        out.reason = textAt(in, "reason");
    if (!in.at("score").is_null())
        out.score = in.at("score").to_number<double>();
    out.action = wordAt<Action>(in, "action");
    out.applied = in.at("applied").as_bool();
    out.severity = wordAt<Severity>(in, "severity");
    out.durationUs = in.at("duration_us").to_number<double>();
    out.bytesRead = in.at("bytes_read").to_number<std::uint64_t>();
    for (const json::value &item : in.at("evidence").as_array())
        out.evidence.push_back(evidenceFrom(item.as_object()));
    return out;
}

} // namespace gatehouse
