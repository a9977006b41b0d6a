// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

bool hasPart(const CheckInput &input, std::string_view kind)
{
    const auto &parts = input.content.unreadRequest;
    return std::any_of(parts.begin(), parts.end(), [&](const UnreadPart &part) { return part.kind == kind; });
}

bool hasZone(const CheckInput &input, TrustZone zone)
{
    const auto &segments = input.content.request;
    return std::any_of(segments.begin(), segments.end(),
        [&](const ScannedSegment &scanned) { return scanned.segment->zone == zone; });
}

bool wantsStructure(const RequestFacts &request)
{
    return std::any_of(
        request.parameters.begin(), request.parameters.end(), [](const RequestParameter &parameter) {
            return parameter.name == "response_format" && parameter.value != "text";
        });
}

struct Trait {
    std::string_view name;
    bool (*holds)(const CheckInput &input);
};
constexpr std::array<Trait, 9> traits{{
    {"audio", [](const CheckInput &input) { return hasPart(input, "audio"); }},
    {"files", [](const CheckInput &input) { return hasPart(input, "file"); }},
    {"images", [](const CheckInput &input) { return hasPart(input, "image"); }},
    {"instructions", [](const CheckInput &input) { return hasZone(input, TrustZone::System); }},
    {"several_answers", [](const CheckInput &input) { return input.call.request->choices > 1; }},
    {"stream", [](const CheckInput &input) { return input.call.request->stream; }},
    {"structured_output", [](const CheckInput &input) { return wantsStructure(*input.call.request); }},
    {"tool_results", [](const CheckInput &input) { return hasZone(input, TrustZone::Tool); }},
    {"tools", [](const CheckInput &input) { return !input.call.request->toolNames.empty(); }},
}};

std::vector<const Trait *> traitsFrom(const std::vector<std::string> &names)
{
    std::vector<const Trait *> found;
    for (const Trait &trait : traits) {
        if (std::find(names.begin(), names.end(), trait.name) != names.end())
            found.push_back(&trait);
    }
    return found;
}

struct Demands {
    std::vector<std::string> routes;
    std::vector<const Trait *> required, forbidden;
};

class RequestTypeCheck final : public Check {
public:
    explicit RequestTypeCheck(Demands demands)
        : m_demands(std::move(demands))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        const std::string &route = input.call.route;
        if (route.empty())
            return CheckReport::notRun("no_route"); // a bare text: there is no request
        const bool routeAllowed = m_demands.routes.empty()
            || std::find(m_demands.routes.begin(), m_demands.routes.end(), route) != m_demands.routes.end();
        const auto holds = [&](const Trait *trait) { return trait->holds(input); };
        const bool met = routeAllowed
            && std::all_of(m_demands.required.begin(), m_demands.required.end(), holds)
            && std::none_of(m_demands.forbidden.begin(), m_demands.forbidden.end(), holds);
        CheckReport report;
        report.outcome = met ? CheckOutcome::Pass : CheckOutcome::Fail;
        return report;
    }

    std::optional<std::size_t> decisiveBytes() const override { return 0; }

private:
    Demands m_demands;
};

Result<std::unique_ptr<Check>> makeRequestType(const CheckParameters &parameters, PatternSetBuilder &)
{
    Demands demands;
    demands.routes = parameters.texts("routes");
    demands.required = traitsFrom(parameters.texts("require"));
    demands.forbidden = traitsFrom(parameters.texts("forbid"));
    if (demands.routes.empty() && demands.required.empty() && demands.forbidden.empty())
        return fail(ErrorKind::InvalidInput,
            "a request_type check needs \"routes\", \"require\" or \"forbid\"", "routes");
    return std::make_unique<RequestTypeCheck>(std::move(demands));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "routes": {"type": "array", "maxItems": 20, "items": {"type": "string", "minLength": 1, "maxLength": 40},
      "description": "Routes a call may take, as chat; all when left out"},
    "require": {"type": "array", "uniqueItems": true, "items": {"type": "string",
        "enum": ["audio", "files", "images", "instructions", "several_answers", "stream", "structured_output", "tool_results", "tools"]},
      "description": "What a request must have; instructions are system messages, several_answers more than one choice"},
    "forbid": {"type": "array", "uniqueItems": true, "items": {"type": "string",
        "enum": ["audio", "files", "images", "instructions", "several_answers", "stream", "structured_output", "tool_results", "tools"]},
      "description": "What a request must not have"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind requestTypeKind()
{
    return {.kind = "request_type",
        .summary
        = "Fails when a request takes another route, or has or lacks streaming, tools, images and the like.",
        .stages = {Stage::Access, Stage::Request},
        .readsSegments = false,
        .parameterSchema = schema,
        .make = makeRequestType,
        .cost = CheckCost::Facts};
}

} // namespace gatehouse
