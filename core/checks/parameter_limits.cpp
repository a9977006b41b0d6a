// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <map>

namespace gatehouse {

namespace json = boost::json;

namespace {

struct Limits {
    std::optional<double> minimum, maximum;
};

struct Demands {
    std::map<std::string, Limits> limits;
    std::map<std::string, std::vector<std::string>> allowed; // name -> accepted values
    std::vector<std::string> required, forbidden;
};

// Two names of one thing: what a rule says of the first holds for the second.
std::string_view ruleNameOf(std::string_view name)
{
    return name == "max_completion_tokens" || name == "max_output_tokens" ? "max_tokens" : name;
}

bool isAbout(const std::string &rule, const RequestParameter &parameter)
{
    return rule == parameter.name || rule == ruleNameOf(parameter.name);
}

bool isWithin(const std::string &value, const Limits &limits)
{
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size()
        && (!limits.minimum || number >= *limits.minimum) && (!limits.maximum || number <= *limits.maximum);
}

bool isNamed(const std::vector<std::string> &names, const RequestParameter &parameter)
{
    return std::any_of(
        names.begin(), names.end(), [&](const std::string &name) { return isAbout(name, parameter); });
}

bool isAccepted(const RequestParameter &parameter, const Demands &demands)
{
    const auto withinLimits = [&](const auto &limit) {
        return !isAbout(limit.first, parameter) || isWithin(parameter.value, limit.second);
    };
    const auto amongAllowed = [&](const auto &allowed) {
        return !isAbout(allowed.first, parameter)
            || std::find(allowed.second.begin(), allowed.second.end(), parameter.value)
            != allowed.second.end();
    };
    return !isNamed(demands.forbidden, parameter)
        && std::all_of(demands.limits.begin(), demands.limits.end(), withinLimits)
        && std::all_of(demands.allowed.begin(), demands.allowed.end(), amongAllowed);
}

class ParametersCheck final : public Check {
public:
    explicit ParametersCheck(Demands demands)
        : m_demands(std::move(demands))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        const auto &given = input.call.request->parameters;
        if (given.empty())
            return CheckReport::notRun("no_parameters"); // a bare text: there is no request
        const auto isGiven = [&](const std::string &name) {
            return std::any_of(given.begin(), given.end(),
                [&](const RequestParameter &parameter) { return isAbout(name, parameter); });
        };
        const bool met = std::all_of(m_demands.required.begin(), m_demands.required.end(), isGiven)
            && std::all_of(given.begin(), given.end(),
                [&](const RequestParameter &parameter) { return isAccepted(parameter, m_demands); });
        CheckReport report;
        report.outcome = met ? CheckOutcome::Pass : CheckOutcome::Fail;
        return report;
    }

    std::optional<std::size_t> decisiveBytes() const override { return 0; }

private:
    Demands m_demands;
};

Result<Limits> limitsFrom(const json::value &value)
{
    if (!value.is_object())
        return fail(ErrorKind::InvalidInput, "must be an object with \"min\" or \"max\"");
    Limits limits;
    for (const auto &member : value.get_object()) {
        if (!member.value().is_number() || (member.key() != "min" && member.key() != "max"))
            return fail(ErrorKind::InvalidInput, "takes the numbers \"min\" and \"max\"");
        (member.key() == "min" ? limits.minimum : limits.maximum) = member.value().to_number<double>();
    }
    if (limits.minimum && limits.maximum && *limits.minimum > *limits.maximum)
        return fail(ErrorKind::InvalidInput, "\"min\" is greater than \"max\"");
    return limits;
}

Status readLimits(const CheckParameters &parameters, Demands &demands)
{
    const json::value *given = parameters.object().if_contains("limits");
    if (!given || !given->is_object())
        return {};
    for (const auto &member : given->get_object()) {
        auto limits = limitsFrom(member.value());
        if (!limits) {
            limits.error().where = "limits/" + std::string(member.key());
            return tl::unexpected(limits.error());
        }
        demands.limits.emplace(member.key(), *limits);
    }
    return {};
}

void readAllowed(const CheckParameters &parameters, Demands &demands)
{
    const json::value *given = parameters.object().if_contains("allowed");
    if (!given || !given->is_object())
        return;
    for (const auto &member : given->get_object()) {
        std::vector<std::string> &values = demands.allowed[std::string(member.key())];
        for (const json::value &value :
            member.value().is_array() ? member.value().get_array() : json::array())
            values.push_back(value.is_string() ? std::string(value.get_string()) : json::serialize(value));
    }
}

Result<std::unique_ptr<Check>> makeParameters(const CheckParameters &parameters, PatternSetBuilder &)
{
    Demands demands;
    if (const Status read = readLimits(parameters, demands); !read)
        return tl::unexpected(read.error());
    readAllowed(parameters, demands);
    demands.required = parameters.texts("required");
    demands.forbidden = parameters.texts("forbidden");
    if (demands.limits.empty() && demands.allowed.empty() && demands.required.empty()
        && demands.forbidden.empty())
        return fail(ErrorKind::InvalidInput,
            "a parameters check needs \"limits\", \"allowed\", \"required\" or \"forbidden\"", "limits");
    return std::make_unique<ParametersCheck>(std::move(demands));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "limits": {"type": "object", "maxProperties": 100,
      "additionalProperties": {"type": "object",
        "properties": {"min": {"type": "number"}, "max": {"type": "number"}}, "additionalProperties": false},
      "description": "Numbers a parameter must lie between when it is given, as {\"temperature\": {\"max\": 1}}; max_tokens stands for its newer names as well"},
    "allowed": {"type": "object", "maxProperties": 100,
      "additionalProperties": {"type": "array", "maxItems": 200, "items": {"type": ["string", "number", "boolean"]}},
      "description": "Values a parameter may have when it is given; of response_format and the like its type"},
    "required": {"type": "array", "maxItems": 100, "items": {"type": "string", "minLength": 1, "maxLength": 100},
      "description": "Parameters a request must give"},
    "forbidden": {"type": "array", "maxItems": 100, "items": {"type": "string", "minLength": 1, "maxLength": 100},
      "description": "Parameters a request must not give"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind parametersKind()
{
    return {.kind = "parameters",
        .summary = "Fails when a parameter of the request is out of its limits, missing or not allowed.",
        .stages = {Stage::Access, Stage::Request},
        .readsSegments = false,
        .parameterSchema = schema,
        .make = makeParameters,
        .cost = CheckCost::Facts};
}

} // namespace gatehouse
