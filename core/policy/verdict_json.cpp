// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/verdict_json.h"

#include "core/base/plain_json.h"
#include "core/policy/verdict_values.h"

#include <utility>

namespace gatehouse {

namespace json = boost::json;

namespace {

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
    out["duration_us"] = roundedMicros(verdict.durationUs);
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
