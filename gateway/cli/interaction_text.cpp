// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/interaction_text.h"

#include "gateway/cli/output.h"

namespace gatehouse::gateway::cli {

namespace {

using store::InteractionDetail;

std::string milliseconds(std::int64_t micros)
{
    return std::to_string(micros / 1000) + "." + std::to_string(micros % 1000 / 100) + " ms";
}

std::string stateText(const InteractionDetail &detail)
{
    if (detail.row.state == store::ReviewState::None)
        return "nothing to review";
    std::string text(store::name(detail.row.state));
    if (detail.row.disposition != store::Disposition::None)
        text += ", " + std::string(store::name(detail.row.disposition));
    if (!detail.row.assignee.empty())
        text += ", assigned to " + detail.row.assignee;
    if (!detail.decidedBy.empty() && detail.decidedAt)
        text += ", by " + printable(detail.decidedBy) + " at " + toRfc3339(*detail.decidedAt);
    if (!detail.heldState.empty())
        text += ", held call " + detail.heldState;
    return text;
}

void printFacts(const InteractionDetail &detail)
{
    const store::InteractionRow &row = detail.row;
    Table table({"id", row.id.value});
    table.add({"at", toRfc3339(row.at)});
    table.add({"verdict", std::string(name(row.verdict)) + ", severity " + std::string(name(row.severity))});
    table.add({"outcome", std::string(store::name(row.outcome))});
    table.add({"review", stateText(detail)});
    table.add({"key", row.key.value + " of " + row.team + " / " + row.environment + " / " + row.useCase});
    table.add({"call", row.route + ", model " + row.model + ", provider " + orDash(row.provider)});
    table.add({"policy", row.policyName + " " + row.policyVersion.value.substr(0, 7)});
    table.add({"tokens",
        std::to_string(row.tokensIn) + " in, " + std::to_string(row.tokensOut) + " out, "
            + std::to_string(row.costUusd) + " micro-USD"});
    table.add({"time", milliseconds(row.latencyUs) + ", of it in Gatehouse " + milliseconds(row.overheadUs)});
    table.add({"coverage",
        std::to_string(detail.coverage.read) + " of " + std::to_string(detail.coverage.bytes)
            + " bytes read"});
    for (const NotRead &part : detail.coverage.notRead)
        table.add({"not read", part.kind + " at " + part.pointer + " (" + part.reason + ")"});
    table.print();
}

void printChecks(const InteractionDetail &detail)
{
    Table table({"RULE", "CHECK", "STAGE", "MODE", "OUTCOME", "ACTION", "FOUND"});
    for (const CheckResult &check : detail.checks) {
        std::vector<std::string> labels;
        for (const Evidence &evidence : check.evidence)
            labels.push_back(evidence.label + " in " + std::string(name(evidence.zone)));
        table.add({check.rule, check.check, std::string(name(check.stage)), std::string(name(check.mode)),
            std::string(name(check.outcome)) + (check.reason.empty() ? "" : " (" + check.reason + ")"),
            std::string(name(check.action)), joined(labels)});
    }
    writeLine("");
    table.print();
}

} // namespace

void printInteraction(const InteractionDetail &detail)
{
    printFacts(detail);
    printChecks(detail);
    if (!detail.segments.empty()) {
        Table table({"BODY", "ZONE", "STORED TEXT"});
        for (const StoredSegment &stored : detail.segments)
            table.add(
                {std::string(name(stored.in)), std::string(name(stored.segment.zone)), stored.segment.text});
        writeLine("");
        table.print();
    }
    if (!detail.notes.empty()) {
        Table table({"NOTED", "BY", "NOTE"});
        for (const store::ReviewNote &note : detail.notes)
            table.add({shortTime(note.at), note.author, note.text});
        writeLine("");
        table.print();
    }
}

} // namespace gatehouse::gateway::cli
