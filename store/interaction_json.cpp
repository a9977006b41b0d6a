// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Interactions as the command line prints them.
#include "store/interactions.h"
#include "store/json_text.h"
#include "store/likeness.h"
#include "store/near_duplicates.h"
#include "store/service_levels.h"

namespace gatehouse::store {

namespace {

JsonObject rowJson(const InteractionRow &row)
{
    JsonObject object;
    object.add("id", row.id.value)
        .add("at", toRfc3339(row.at))
        .add("key", row.key.value)
        .add("team", row.team)
        .add("environment", row.environment)
        .add("use_case", row.useCase)
        .add("route", row.route)
        .add("model", row.model)
        .add("provider", row.provider)
        .add("verdict", name(row.verdict))
        .add("severity", name(row.severity))
        .add("outcome", name(row.outcome))
        .raw("policy",
            JsonObject()
                .add("name", row.policyName)
                .add("version", "sha256:" + row.policyVersion.value)
                .text())
        .add("tokens_in", row.tokensIn)
        .add("tokens_out", row.tokensOut)
        .add("cost_uusd", row.costUusd)
        .add("latency_us", row.latencyUs)
        .add("overhead_us", row.overheadUs)
        .add("rules", row.rules)
        .raw("top_check", jsonTextOrNull(row.topCheck))
        .add("snippet", row.snippet)
        .raw("state", jsonTextOrNull(name(row.state)))
        .raw("disposition", jsonTextOrNull(name(row.disposition)));
    return object;
}

// What was taken from the limits before the call was made.
std::string reservedJson(const Estimate &reserved)
{
    return JsonObject()
        .add("tokens_in", reserved.tokensIn)
        .add("tokens_out", reserved.tokensOut)
        .add("cost_uusd", reserved.costUusd)
        .text();
}

std::string reviewJson(const InteractionDetail &detail)
{
    std::string notes;
    for (const ReviewNote &note : detail.notes) {
        notes += notes.empty() ? "" : ",";
        notes += JsonObject()
                     .add("at", toRfc3339(note.at))
                     .add("author", note.author)
                     .add("text", note.text)
                     .text();
    }
    return JsonObject()
        .raw("state", jsonTextOrNull(name(detail.row.state)))
        .raw("disposition", jsonTextOrNull(name(detail.row.disposition)))
        .raw("assignee", jsonTextOrNull(detail.row.assignee))
        .raw("decided_by", jsonTextOrNull(detail.decidedBy))
        .raw("decided_at", jsonTextOrNull(detail.decidedAt ? toRfc3339(*detail.decidedAt) : ""))
        .raw("held", jsonTextOrNull(detail.heldState))
        .raw("permit_used_by", jsonTextOrNull(detail.permitUsedBy.value))
        .raw("permit_of", jsonTextOrNull(detail.permitOf.value))
        .raw("notes", "[" + notes + "]")
        .text();
}

} // namespace

std::string toJson(const InteractionRow &row)
{
    return rowJson(row).text();
}

std::string toReviewJson(
    const InteractionRow &row, const ServiceLevels &levels, const std::optional<std::uint64_t> &group)
{
    const auto due = levels.dueAt(row);
    return rowJson(row)
        .raw("assignee", jsonTextOrNull(row.assignee))
        .raw("due_at", jsonTextOrNull(due ? toRfc3339(*due) : ""))
        .raw("group", jsonTextOrNull(group ? groupText(*group) : ""))
        .text();
}

std::string toJson(const InteractionDetail &detail)
{
    return rowJson(detail.row)
        .raw("source_address", jsonTextOrNull(detail.sourceAddress))
        .raw("conversation", jsonTextOrNull(detail.conversation))
        .raw("answer", jsonTextOrNull(detail.answer))
        .raw("end_user", jsonTextOrNull(detail.endUser))
        .raw("reserved", reservedJson(detail.reserved))
        .raw("checks", checksToJson(detail.checks))
        .raw("segments", segmentsToJson(detail.segments))
        .raw("coverage", coverageToJson(detail.coverage))
        .raw("review", reviewJson(detail))
        .add("sealed", detail.sealed)
        .raw("received_bytes", detail.receivedBytes ? std::to_string(*detail.receivedBytes) : "null")
        .text();
}

} // namespace gatehouse::store
