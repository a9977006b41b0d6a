// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

#include <algorithm>
#include <boost/json/value.hpp>
#include <map>

namespace gatehouse {

namespace {

namespace json = boost::json;
using Values = std::map<std::string, std::vector<std::string>>;

struct Demands {
    bool ofKey = false;
    std::vector<std::string> required;
    Values allowed; // name -> accepted values
};

bool isMet(const Demands &demands, const std::map<std::string, std::string> &metadata)
{
    const auto present = [&](const std::string &name) {
        const auto found = metadata.find(name);
        return found != metadata.end() && !found->second.empty();
    };
    const auto accepted = [&](const Values::value_type &demand) {
        const auto found = metadata.find(demand.first);
        return found != metadata.end()
            && std::find(demand.second.begin(), demand.second.end(), found->second) != demand.second.end();
    };
    return std::all_of(demands.required.begin(), demands.required.end(), present)
        && std::all_of(demands.allowed.begin(), demands.allowed.end(), accepted);
}

class MetadataCheck final : public Check {
public:
    explicit MetadataCheck(Demands demands)
        : m_demands(std::move(demands))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        const CallFacts &call = input.call;
        if (m_demands.ofKey && !call.identity)
            return CheckReport::notRun("no_identity");
        CheckReport report;
        const bool met
            = isMet(m_demands, m_demands.ofKey ? call.identity->keyMetadata : call.request->metadata);
        report.outcome = met ? CheckOutcome::Pass : CheckOutcome::Fail;
        return report;
    }

    std::optional<std::size_t> decisiveBytes() const override { return 0; }

private:
    Demands m_demands;
};

// "equals" gives one accepted value a name, "in" a list of them.
Status readAllowed(const CheckParameters &parameters, std::string_view field, Values &allowed)
{
    const json::value *value = parameters.object().if_contains(field);
    if (!value)
        return {};
    if (!value->is_object())
        return fail(ErrorKind::InvalidInput, "must be an object of names and values", std::string(field));
    for (const auto &[name, accepted] : value->get_object()) {
        const std::string key(name.data(), name.size());
        const std::string where = std::string(field) + "/" + key;
        if (allowed.contains(key))
            return fail(ErrorKind::InvalidInput, "this name stands in \"equals\" and in \"in\"", where);
        json::array items = accepted.is_array() ? accepted.get_array() : json::array{accepted};
        for (const json::value &item : items) {
            if (!item.is_string())
                return fail(ErrorKind::InvalidInput, "metadata values are strings", where);
            allowed[key].emplace_back(item.get_string().data(), item.get_string().size());
        }
    }
    return {};
}

Result<std::unique_ptr<Check>> makeMetadata(const CheckParameters &parameters, PatternSetBuilder &)
{
    Demands demands;
    demands.ofKey = parameters.text("of", "call") == "key";
    demands.required = parameters.texts("require");
    for (const std::string_view field : {"equals", "in"}) {
        if (const Status read = readAllowed(parameters, field, demands.allowed); !read)
            return tl::unexpected(read.error());
    }
    if (demands.required.empty() && demands.allowed.empty())
        return fail(
            ErrorKind::InvalidInput, "a metadata check needs \"require\", \"equals\" or \"in\"", "require");
    return std::make_unique<MetadataCheck>(std::move(demands));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "of": {"type": "string", "enum": ["call", "key"], "default": "call",
      "description": "Metadata the caller sent with the call, or what was set when the key was issued"},
    "require": {"type": "array", "maxItems": 100, "items": {"type": "string", "minLength": 1, "maxLength": 200},
      "description": "Names that must have a value"},
    "equals": {"type": "object", "additionalProperties": {"type": "string"},
      "description": "Names and the one value each must have"},
    "in": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}},
      "description": "Names and the values each may have"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind metadataKind()
{
    return {.kind = "metadata",
        .summary = "Fails when metadata of the call or of its key is missing or has another value.",
        .stages = {Stage::Access, Stage::Request},
        .readsSegments = false,
        .parameterSchema = schema,
        .make = makeMetadata,
        .cost = CheckCost::Facts};
}

} // namespace gatehouse
