// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/verdict_json.h"

#include "core/base/plain_json.h"
#include "core/checks/check.h"

#include <boost/json.hpp>
#include <cmath>
#include <utility>

namespace gatehouse {

namespace json = boost::json;

namespace {

// Microseconds with one decimal say all that can be measured.
double rounded(double value)
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
    out["duration_us"] = rounded(check.durationUs);
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

json::array checksArray(const std::vector<CheckResult> &checks)
{
    json::array out;
    for (const CheckResult &check : checks)
        out.push_back(checkValue(check));
    return out;
}

json::object coverageObject(const Coverage &coverage)
{
    json::array notRead;
    for (const NotRead &part : coverage.notRead) {
        notRead.push_back(json::object{{"in", name(part.in)}, {"pointer", part.pointer}, {"kind", part.kind},
            {"reason", part.reason}, {"bytes", part.bytes}});
    }
    return {{"bytes", coverage.bytes}, {"read", coverage.read}, {"not_read", std::move(notRead)}};
}

// Reading back what we wrote: a damaged row must give an error, so every access is a checked one and
// Boost.JSON's exceptions are caught once, in parsed().
template <class Read>
auto parsed(std::string_view text, const char *what, Read read) -> Result<decltype(read(json::value()))>
{
    try {
        return read(json::parse(json::string_view(text.data(), text.size())));
    } catch (const std::exception &) {
        return fail(ErrorKind::Corrupt, std::string("stored ") + what + " can't be read");
    }
}

std::string textAt(const json::object &object, std::string_view key)
{
    return json::value_to<std::string>(object.at(key));
}

template <class Enum>
Enum wordAt(const json::object &object, std::string_view key)
{
    return fromName<Enum>(textAt(object, key)).value();
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
    appendPlainNumber(rounded(check.durationUs), out);
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

StoredSegment segmentFrom(const json::object &in)
{
    StoredSegment out;
    out.in = wordAt<BodyPart>(in, "in");
    out.segment.zone = wordAt<TrustZone>(in, "zone");
    out.segment.role = textAt(in, "role");
    out.segment.pointer = textAt(in, "pointer");
    out.segment.text = textAt(in, "text");
    out.segment.toolName = textAt(in, "tool");
    out.segment.unclaimed = in.at("unclaimed").as_bool();
    return out;
}

} // namespace

std::string checksToJson(const std::vector<CheckResult> &checks)
{
    return plainJson(checksArray(checks));
}

Result<std::vector<CheckResult>> checksFromJson(std::string_view text)
{
    return parsed(text, "checks", [](const json::value &value) {
        std::vector<CheckResult> out;
        for (const json::value &item : value.as_array())
            out.push_back(checkFrom(item.as_object()));
        return out;
    });
}

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

std::string coverageToJson(const Coverage &coverage)
{
    if (!coverage.notRead.empty())
        return plainJson(coverageObject(coverage));
    std::string out = R"({"bytes":)";
    appendPlainNumber(coverage.bytes, out);
    out += R"(,"read":)";
    appendPlainNumber(coverage.read, out);
    return out + R"(,"not_read":[]})";
}

Result<Coverage> coverageFromJson(std::string_view text)
{
    return parsed(text, "coverage", [](const json::value &value) {
        const json::object &in = value.as_object();
        Coverage out;
        out.bytes = in.at("bytes").to_number<std::uint64_t>();
        out.read = in.at("read").to_number<std::uint64_t>();
        for (const json::value &item : in.at("not_read").as_array()) {
            const json::object &part = item.as_object();
            out.notRead.push_back({wordAt<BodyPart>(part, "in"), textAt(part, "pointer"),
                textAt(part, "kind"), textAt(part, "reason"), part.at("bytes").to_number<std::uint64_t>()});
        }
        return out;
    });
}

std::string verdictToJson(const Verdict &verdict)
{
    json::object out;
    out["verdict"] = name(verdict.kind);
    out["severity"] = name(verdict.severity);
    out["policy"]
        = json::object{{"name", verdict.policyName}, {"version", "sha256:" + verdict.policyVersion.value}};
    out["core"]
        = json::object{{"version", verdict.coreVersion}, {"resources", "sha256:" + verdict.coreResources}};
    out["duration_us"] = rounded(verdict.durationUs);
    out["coverage"] = coverageObject(verdict.coverage);
    out["checks"] = checksArray(verdict.checks);
    return plainJson(std::move(out));
}

// Long texts, and one of them for each call: written without a document in between.
std::string segmentsToJson(const std::vector<StoredSegment> &segments)
{
    std::string out;
    std::size_t size = 2;
    for (const StoredSegment &item : segments)
        size += item.segment.text.size() + 160;
    out.reserve(size);
    const auto add = [&out](std::string_view member, std::string_view text) {
        out += member;
        appendPlainText(text, out);
    };
    for (const StoredSegment &item : segments) {
        out += out.empty() ? '[' : ',';
        add(R"({"in":)", name(item.in));
        add(R"(,"zone":)", name(item.segment.zone));
        add(R"(,"role":)", item.segment.role);
        add(R"(,"pointer":)", item.segment.pointer);
        add(R"(,"text":)", item.segment.text);
        add(R"(,"tool":)", item.segment.toolName);
        out += item.segment.unclaimed ? R"(,"unclaimed":true})" : R"(,"unclaimed":false})";
    }
    return out.empty() ? "[]" : out + ']';
}

Result<std::vector<StoredSegment>> segmentsFromJson(std::string_view text)
{
    return parsed(text, "segments", [](const json::value &value) {
        std::vector<StoredSegment> out;
        for (const json::value &item : value.as_array())
            out.push_back(segmentFrom(item.as_object()));
        return out;
    });
}

} // namespace gatehouse
