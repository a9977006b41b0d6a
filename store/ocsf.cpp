// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/ocsf.h"

#include "store/json_text.h"

namespace gatehouse::store {

namespace {

// Of the schema's enumerations.
constexpr int detectionFinding = 2004, findings = 2, create = 1, update = 2, other = 99;

std::string listOf(const std::vector<std::string> &values)
{
    std::string list;
    for (const std::string &value : values)
        list += (list.empty() ? "" : ",") + value;
    return "[" + list + "]";
}

std::string titleOf(const InteractionRow &row)
{
    std::string title = "A model call was " + std::string(name(row.verdict));
    for (std::size_t i = 0; i < row.rules.size(); ++i)
        title += (i == 0 ? " by rule " : ", ") + row.rules[i];
    return title;
}

// status_id: 1 New, 2 In Progress, 4 Resolved; 0 Unknown for what nobody has to review.
int statusOf(ReviewState state)
{
    switch (state) {
    case ReviewState::None:
        return 0;
    case ReviewState::Open:
        return 1;
    case ReviewState::InReview:
    case ReviewState::Escalated:
        return 2;
    case ReviewState::Resolved:
        return 4;
    }
    return 0;
}

std::string evidenceJson(const CheckResult &check, const Evidence &evidence)
{
    return JsonObject()
        .raw("data",
            JsonObject()
                .add("rule", check.rule)
                .add("label", evidence.label)
                .add("in", name(evidence.in))
                .add("zone", name(evidence.zone))
                .add("pointer", evidence.pointer)
                .add("start", static_cast<std::int64_t>(evidence.range.start))
                .add("end", static_cast<std::int64_t>(evidence.range.end))
                .add("via", evidence.via)
                .text())
        .text();
}

std::string evidencesOf(const std::vector<CheckResult> &checks)
{
    std::vector<std::string> all;
    for (const CheckResult &check : checks) {
        for (const Evidence &evidence : check.evidence)
            all.push_back(evidenceJson(check, evidence));
    }
    return listOf(all);
}

std::string rulesOf(const std::vector<CheckResult> &checks)
{
    std::vector<std::string> all;
    for (const CheckResult &check : checks) {
        if (check.outcome == CheckOutcome::Fail)
            all.push_back(JsonObject()
                              .add("rule", check.rule)
                              .add("check", check.check)
                              .add("action", name(check.action))
                              .add("mode", name(check.mode))
                              .add("applied", check.applied)
                              .add("severity", name(check.severity))
                              .text());
    }
    return listOf(all);
}

std::vector<std::string> typesOf(const std::vector<CheckResult> &checks)
{
    std::vector<std::string> types;
    for (const CheckResult &check : checks) {
        if (check.outcome == CheckOutcome::Fail)
            types.push_back(check.check);
    }
    return types;
}

std::string findingOf(const InteractionDetail &detail, std::int64_t milliseconds)
{
    return JsonObject()
        .add("uid", detail.row.id.value)
        .add("title", titleOf(detail.row))
        .add("types", typesOf(detail.checks))
        .add("created_time", milliseconds)
        .text();
}

std::string actorOf(const InteractionRow &row)
{
    return JsonObject()
        .raw("user",
            JsonObject().add("uid", row.key.value).add("type_id", other).add("type", "virtual key").text())
        .add("app_name", row.useCase)
        .text();
}

std::string metadataOf(const InteractionRow &row)
{
    return JsonObject()
        .add("version", "1.3.0")
        .add("uid", row.id.value)
        .add("profiles", std::vector<std::string>{"security_control"})
        .raw("product",
            JsonObject()
                .add("name", "Gatehouse")
                .add("vendor_name", "Gatehouse")
                .add("version", GATEHOUSE_VERSION)
                .text())
        .text();
}

// What the schema has no place for.
std::string unmappedOf(const InteractionDetail &detail)
{
    const InteractionRow &row = detail.row;
    return JsonObject()
        .add("verdict", name(row.verdict))
        .add("outcome", name(row.outcome))
        .add("team", row.team)
        .add("environment", row.environment)
        .add("route", row.route)
        .add("model", row.model)
        .add("provider", row.provider)
        .raw("disposition", jsonTextOrNull(name(row.disposition)))
        .raw("assignee", jsonTextOrNull(row.assignee))
        .raw("coverage", coverageToJson(detail.coverage))
        .raw("rules", rulesOf(detail.checks))
        .text();
}

} // namespace

std::string toOcsf(const InteractionDetail &detail)
{
    const InteractionRow &row = detail.row;
    const std::int64_t milliseconds = toMicros(row.at) / 1000;
    const int activity = row.state == ReviewState::None || row.state == ReviewState::Open ? create : update;
    const bool isDenied = row.verdict >= VerdictKind::Held;
    JsonObject object;
    object.add("activity_id", activity)
        .add("category_uid", findings)
        .add("class_uid", detectionFinding)
        .add("type_uid", detectionFinding * 100 + activity)
        .add("time", milliseconds)
        .add("severity_id", static_cast<int>(row.severity) + 1) // 1 informational … 5 critical
        .add("status_id", statusOf(row.state))
        .add("action_id", isDenied ? 2 : 1) // denied, allowed
        .add("message", titleOf(row))
        .raw("metadata", metadataOf(row))
        .raw("finding_info", findingOf(detail, milliseconds))
        .raw("actor", actorOf(row));
    if (!detail.sourceAddress.empty())
        object.raw("src_endpoint", JsonObject().add("ip", detail.sourceAddress).text());
    object
        .raw("policy",
            JsonObject()
                .add("name", row.policyName)
                .add("version", "sha256:" + row.policyVersion.value)
                .text())
        .raw("evidences", evidencesOf(detail.checks))
        .raw("unmapped", unmappedOf(detail));
    return object.text();
}

} // namespace gatehouse::store
