// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/json/json_text.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

#include <algorithm>
#include <charconv>

namespace gatehouse {

namespace json = boost::json;

namespace {

// The steps to a value; "*" stands for every item or member.
using KeyPath = std::vector<std::string>;

// A name at the top, or an RFC 6901 pointer.
KeyPath pathFrom(std::string_view written)
{
    if (!written.starts_with('/'))
        return {std::string(written)};
    KeyPath path;
    for (std::size_t at = 0; at < written.size();) {
        const std::size_t next = std::min(written.find('/', at + 1), written.size());
        std::string step;
        for (std::size_t i = at + 1; i < next; ++i) {
            const bool escape
                = written[i] == '~' && i + 1 < next && (written[i + 1] == '0' || written[i + 1] == '1');
            step += !escape ? written[i] : written[i + 1] == '0' ? '~' : '/';
            i += escape ? 1 : 0;
        }
        path.push_back(std::move(step));
        at = next;
    }
    return path;
}

std::vector<KeyPath> pathsFrom(const std::vector<std::string> &written)
{
    std::vector<KeyPath> paths;
    std::transform(written.begin(), written.end(), std::back_inserter(paths), pathFrom);
    return paths;
}

const json::value *step(const json::value &value, const std::string &name)
{
    if (value.is_object())
        return value.get_object().if_contains(name);
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
    const bool padded = name.size() > 1 && name.front() == '0'; // RFC 6901: no leading zeros
    if (!value.is_array() || padded || error != std::errc() || end != name.data() + name.size())
        return nullptr;
    return value.get_array().if_contains(index);
}

enum class Want { Every, Some }; // of what '*' stands for

bool isThere(const json::value &value, const KeyPath &path, std::size_t at, Want want)
{
    if (at == path.size())
        return true;
    if (path[at] != "*") {
        const json::value *inner = step(value, path[at]);
        return inner && isThere(*inner, path, at + 1, want);
    }
    const auto holds = [&](const json::value &inner) { return isThere(inner, path, at + 1, want); };
    const auto memberHolds = [&](const auto &member) { return holds(member.value()); };
    if (value.is_array()) {
        const json::array &items = value.get_array();
        return want == Want::Every ? std::all_of(items.begin(), items.end(), holds)
                                   : std::any_of(items.begin(), items.end(), holds);
    }
    if (!value.is_object())
        return false;
    const json::object &members = value.get_object();
    return want == Want::Every ? std::all_of(members.begin(), members.end(), memberHolds)
                               : std::any_of(members.begin(), members.end(), memberHolds);
}

struct Demands {
    std::vector<KeyPath> required, forbidden;
    bool anywhere = false; // forbidden names at any depth
    JsonPlace place;
};

bool holdsForbidden(const json::value &value, const Demands &demands)
{
    const bool here = std::any_of(demands.forbidden.begin(), demands.forbidden.end(),
        [&](const KeyPath &path) { return isThere(value, path, 0, Want::Some); });
    if (here || !demands.anywhere)
        return here;
    const auto inside = [&](const json::value &inner) { return holdsForbidden(inner, demands); };
    if (value.is_array())
        return std::any_of(value.get_array().begin(), value.get_array().end(), inside);
    return value.is_object()
        && std::any_of(value.get_object().begin(), value.get_object().end(),
            [&](const auto &member) { return inside(member.value()); });
}

class JsonKeysCheck final : public Check {
public:
    explicit JsonKeysCheck(Demands demands)
        : m_demands(std::move(demands))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        for (const ScannedSegment &scanned : input.segments)
            judge(scanned, report);
        if (!report.findings.empty())
            report.outcome = CheckOutcome::Fail;
        return report;
    }

private:
    void judge(const ScannedSegment &scanned, CheckReport &report) const
    {
        const auto range = findJson(scanned.text, m_demands.place);
        if (!range) {
            report.findings.push_back({&scanned, {0, scanned.text.size()}, "no-json"});
            return;
        }
        const auto value = readJson(scanned.text.substr(range->start, range->size()));
        if (!value) {
            report.findings.push_back({&scanned, *range, "not-json"});
            return;
        }
        const bool complete = std::all_of(m_demands.required.begin(), m_demands.required.end(),
            [&](const KeyPath &path) { return isThere(*value, path, 0, Want::Every); });
        if (!complete)
            report.findings.push_back({&scanned, *range, "missing-key"});
        if (holdsForbidden(*value, m_demands))
            report.findings.push_back({&scanned, *range, "forbidden-key"});
    }

    Demands m_demands;
};

Result<std::unique_ptr<Check>> makeJsonKeys(const CheckParameters &parameters, PatternSetBuilder &)
{
    Demands demands;
    demands.required = pathsFrom(parameters.texts("required"));
    demands.forbidden = pathsFrom(parameters.texts("forbidden"));
    demands.anywhere = parameters.flag("anywhere", false);
    demands.place = jsonPlaceFrom(parameters);
    if (demands.required.empty() && demands.forbidden.empty())
        return fail(
            ErrorKind::InvalidInput, "a json_keys check needs \"required\" or \"forbidden\"", "required");
    return std::make_unique<JsonKeysCheck>(std::move(demands));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "required": {"type": "array", "maxItems": 200, "items": {"type": "string", "minLength": 1, "maxLength": 400},
      "description": "Keys that must be there: a name at the top, or a pointer such as /items/*/price, where * stands for every item"},
    "forbidden": {"type": "array", "maxItems": 200, "items": {"type": "string", "minLength": 1, "maxLength": 400},
      "description": "Keys that must not be there, written alike"},
    "anywhere": {"type": "boolean", "default": false, "description": "Whether forbidden keys count at any depth"},
    "in": {"type": "string", "enum": ["whole", "block"], "default": "whole",
      "description": "Whether the whole text is the JSON, or the first block of it fenced by three backticks"},
    "allow_fence": {"type": "boolean", "default": true, "description": "Whether a whole text may stand in such a block"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind jsonKeysKind()
{
    return {.kind = "json_keys",
        .summary = "Fails when a text is not JSON, lacks a key it must have or has one it must not have.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeJsonKeys,
        .findsSpans = false};
}

} // namespace gatehouse
