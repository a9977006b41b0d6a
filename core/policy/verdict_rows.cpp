// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/verdict_rows.h"

#include "core/base/plain_json.h"
#include "core/policy/verdict_values.h"

#include <utility>

namespace gatehouse {

namespace json = boost::json;

namespace {

// The members of a check that most results leave as they are, all in one object; none: nothing differs.
json::object unusualOf(const CheckResult &check)
{
    json::object out;
    if (check.mode != Mode::Enforce)
        out["mode"] = name(check.mode);
    if (!check.reason.empty())
        out["reason"] = check.reason;
    if (check.applied)
        out["applied"] = true;
    if (!check.evidence.empty()) {
        json::array evidence;
        for (const Evidence &item : check.evidence)
            evidence.push_back(evidenceValue(item));
        out["evidence"] = std::move(evidence);
    }
    return out;
}

void appendRow(const CheckResult &check, std::string &out)
{
    char before = '[';
    const auto addText = [&](std::string_view text) {
        out += std::exchange(before, ',');
        appendPlainText(text, out);
    };
    for (const std::string_view text : {std::string_view(check.rule), std::string_view(check.check),
             name(check.stage), name(check.outcome), name(check.action), name(check.severity)})
        addText(text);
    out += ',';
    if (check.score)
        appendPlainNumber(roundedScore(*check.score), out);
    else
        out += "null";
    out += ',';
    appendPlainNumber(roundedMicros(check.durationUs), out);
    out += ',';
    appendPlainNumber(check.bytesRead, out);
    if (const json::object unusual = unusualOf(check); !unusual.empty()) {
        out += ',';
        out += plainJson(unusual);
    }
    out += ']';
}

template <class Enum>
Enum wordOf(const json::value &value)
{
    return fromName<Enum>(json::value_to<std::string>(value)).value();
}

void readUnusual(const json::object &in, CheckResult &out)
{
    if (in.contains("mode"))
        out.mode = wordAt<Mode>(in, "mode");
    if (in.contains("reason"))
        out.reason = textAt(in, "reason");
    out.applied = in.contains("applied");
    if (in.contains("evidence")) {
        for (const json::value &item : in.at("evidence").as_array())
            out.evidence.push_back(evidenceFrom(item.as_object()));
    }
}

CheckResult checkFromRow(const json::array &in)
{
    CheckResult out;
    std::size_t at = 0;
    const auto next = [&]() -> const json::value & { return in.at(at++); };
    out.rule = json::value_to<std::string>(next());
    out.check = json::value_to<std::string>(next());
    out.stage = wordOf<Stage>(next());
    out.outcome = wordOf<CheckOutcome>(next());
    out.action = wordOf<Action>(next());
    out.severity = wordOf<Severity>(next());
    if (const json::value &score = next(); !score.is_null())
        out.score = score.to_number<double>();
    out.durationUs = next().to_number<double>();
    out.bytesRead = next().to_number<std::uint64_t>();
    if (at < in.size())
        readUnusual(next().as_object(), out);
    return out;
}

} // namespace

std::string checksToRows(const std::vector<CheckResult> &checks)
{
    constexpr std::size_t usualRow = 96;
    std::string out;
    out.reserve(2 + checks.size() * usualRow);
    for (const CheckResult &check : checks) {
        out += out.empty() ? '[' : ',';
        appendRow(check, out);
    }
    return out.empty() ? "[]" : out + ']';
}

Result<std::vector<CheckResult>> checksFromRows(std::string_view text)
{
    return parsed(text, "checks", [](const json::value &value) {
        std::vector<CheckResult> out;
        for (const json::value &item : value.as_array())
            out.push_back(item.is_object() ? checkFrom(item.as_object()) : checkFromRow(item.as_array()));
        return out;
    });
}

} // namespace gatehouse
