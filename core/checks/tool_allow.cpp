// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/globs.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

#include <algorithm>

namespace gatehouse {

namespace {

struct ToolLists {
    bool hasAllow = false; // a list that is there and empty allows nothing
    std::vector<std::string> allow, deny;
};

class ToolAllowCheck final : public Check {
public:
    explicit ToolAllowCheck(ToolLists lists)
        : m_lists(std::move(lists))
    {
    }

    // A rule's own lists narrow the key's; without either there is nothing to judge by.
    CheckReport run(const CheckInput &input) const override
    {
        if (!input.call.entitlementKnown && !m_lists.hasAllow && m_lists.deny.empty())
            return CheckReport::notRun("no_identity");
        CheckReport report;
        for (const std::string &tool : input.call.request->toolNames) {
            if (!allows(tool, input.call))
                addDefinition(tool, input.content.request, report);
        }
        for (const auto part : {input.content.request, input.content.response})
            judgeCalls(part, input.call, report);
        return report;
    }

    // Calls of an answer are assembled before any of them is released.
    std::optional<std::size_t> decisiveBytes() const override { return 0; }

private:
    [[nodiscard]] bool allows(const std::string &tool, const CallFacts &call) const
    {
        const bool byKey = !call.entitlementKnown || matchesAnyGlob(tool, call.allowedTools);
        const bool byRule = !m_lists.hasAllow || matchesAnyGlob(tool, m_lists.allow);
        return byKey && byRule && !matchesAnyGlob(tool, m_lists.deny);
    }

    static void addDefinition(
        const std::string &tool, std::span<const ScannedSegment> segments, CheckReport &report)
    {
        report.outcome = CheckOutcome::Fail;
        const auto definition
            = std::find_if(segments.begin(), segments.end(), [&](const ScannedSegment &scanned) {
                  return scanned.segment->zone == TrustZone::ToolDefinition && scanned.text == tool;
              });
        if (definition != segments.end())
            report.findings.push_back({&*definition, {0, definition->text.size()}, "tool-defined"});
    }

    void judgeCalls(
        std::span<const ScannedSegment> segments, const CallFacts &call, CheckReport &report) const
    {
        for (const ScannedSegment &scanned : segments) {
            const Segment &segment = *scanned.segment;
            const bool isCall = segment.zone == TrustZone::ToolCall && !segment.toolName.empty();
            if (!isCall || allows(segment.toolName, call))
                continue;
            report.outcome = CheckOutcome::Fail;
            report.findings.push_back({&scanned, {0, scanned.text.size()}, "tool-called"});
        }
    }

    ToolLists m_lists;
};

Result<std::unique_ptr<Check>> makeToolAllow(const CheckParameters &parameters, PatternSetBuilder &)
{
    return std::make_unique<ToolAllowCheck>(
        ToolLists{parameters.has("allow"), parameters.texts("allow"), parameters.texts("deny")});
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "allow": {"type": "array", "maxItems": 1000, "items": {"type": "string", "minLength": 1, "maxLength": 200},
      "description": "Tools the rule allows (* and ? stand for any characters); an empty list allows none; what the key allows must hold as well"},
    "deny": {"type": "array", "maxItems": 1000, "items": {"type": "string", "minLength": 1, "maxLength": 200},
      "description": "Tools the rule refuses, also where they are allowed"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind toolAllowKind()
{
    return {.kind = "tool_allow",
        .summary = "Fails when a tool that is offered or called is not among those the key (and the rule) "
                   "allows.",
        .stages = {Stage::Access, Stage::Request, Stage::Response},
        .readsSegments = false,
        .parameterSchema = schema,
        .make = makeToolAllow,
        .findsSpans = false,
        .cost = CheckCost::Facts};
}

} // namespace gatehouse
