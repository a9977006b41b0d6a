// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/rows.h"

#include "store/sql/ids.h"

namespace gatehouse::store {

// The schema keeps these numbers: an enum may grow at its end, never be reordered.
static_assert(static_cast<int>(VerdictKind::Allowed) == 0 && static_cast<int>(VerdictKind::Blocked) == 4);
static_assert(static_cast<int>(Severity::Info) == 0 && static_cast<int>(Severity::Critical) == 4);
static_assert(static_cast<int>(Outcome::Pending) == 0 && static_cast<int>(Outcome::Interrupted) == 6);
static_assert(static_cast<int>(ReviewState::None) == 0 && static_cast<int>(ReviewState::Open) == 1
    && static_cast<int>(ReviewState::Escalated) == 3 && static_cast<int>(ReviewState::Resolved) == 4);
static_assert(static_cast<int>(Disposition::None) == 0 && static_cast<int>(Disposition::Duplicate) == 4);
static_assert(static_cast<int>(KeyState::Active) == 0 && static_cast<int>(KeyState::Revoked) == 3);
static_assert(static_cast<int>(ProviderKind::OpenAi) == 0 && static_cast<int>(ProviderKind::Sandbox) == 1
    && static_cast<int>(ProviderKind::Azure) == 3);
static_assert(static_cast<int>(CircuitState::Closed) == 0 && static_cast<int>(CircuitState::HalfOpen) == 2);

namespace {

std::string columnsWith(const std::string &snippet)
{
    return "i.id, i.at, i.key, i.team, i.environment, i.use_case, i.route, i.model, i.provider, i.verdict, "
           "i.severity, "
           "i.outcome, i.policy_name, i.policy_version, i.tokens_in, i.tokens_out, i.cost_uusd, "
           "i.latency_us, "
           "i.overhead_us, i.rules, i.top_check, "
        + snippet + ", i.state, i.disposition, i.assignee";
}

} // namespace

const std::string &interactionColumns()
{
    static const std::string columns = columnsWith("i.snippet");
    return columns;
}

std::string interactionColumns(const Dialect &dialect)
{
    return columnsWith(dialect.snippet);
}

InteractionRow readInteraction(const Query &query, int firstColumn)
{
    int column = firstColumn;
    InteractionRow row;
    row.id = toInteractionId(query.blob(column++));
    row.at = query.time(column++);
    row.key.value = query.text(column++);
    row.team = query.text(column++);
    row.environment = query.text(column++);
    row.useCase = query.text(column++);
    row.route = query.text(column++);
    row.model = query.text(column++);
    row.provider = query.text(column++);
    row.verdict = static_cast<VerdictKind>(query.integer(column++));
    row.severity = static_cast<Severity>(query.integer(column++));
    row.outcome = static_cast<Outcome>(query.integer(column++));
    row.policyName = query.text(column++);
    row.policyVersion.value = query.text(column++);
    row.tokensIn = query.integer(column++);
    row.tokensOut = query.integer(column++);
    row.costUusd = query.integer(column++);
    row.latencyUs = query.integer(column++);
    row.overheadUs = query.integer(column++);
    row.rules = splitLines(query.text(column++));
    row.topCheck = query.text(column++);
    row.snippet = query.text(column++);
    row.state = static_cast<ReviewState>(query.integer(column++));
    row.disposition = static_cast<Disposition>(query.integer(column++));
    row.assignee = query.text(column);
    return row;
}

std::vector<InteractionRow> readInteractions(Query &query)
{
    std::vector<InteractionRow> rows;
    while (query.step())
        rows.push_back(readInteraction(query));
    return rows;
}

} // namespace gatehouse::store
