// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/record_writer.h"

#include "core/policy/verdict_rows.h"
#include "store/sql/ids.h"

#include <algorithm>
#include <utility>

namespace gatehouse::store {

namespace {

constexpr int changesKept = 20000;

// Whether a call stands in the text index; the view `searchable` says the same.
bool isSearchable(VerdictKind verdict, Outcome outcome)
{
    return verdict != VerdictKind::Allowed && outcome != Outcome::Pending;
}

void writeFindings(
    Connection &connection, std::int64_t n, Timestamp at, const std::vector<CheckResult> &checks)
{
    static const std::string sql = "INSERT INTO finding (n, rule, kind, at) VALUES (?, ?, ?, ?) "
                                   "ON CONFLICT DO NOTHING";
    for (const CheckResult &check : checks) {
        if (check.outcome == CheckOutcome::Fail || check.applied)
            Query(connection, sql, n, check.rule, check.check, at).run();
    }
}

// False when a row with this id is there already.
bool insertIndexRow(Connection &connection, const Blob &id, const InteractionRow &row, ReviewState state)
{
    static const std::string sql
        = "INSERT INTO interaction (id, at, key, team, environment, use_case, route, model, provider, "
          "verdict, severity, "
          "outcome, policy_name, policy_version, tokens_in, tokens_out, cost_uusd, latency_us, overhead_us, "
          "rules, "
          "top_check, snippet, state, disposition, assignee) "
          "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING";
    Query query(connection, sql, id, row.at, row.key.value, row.team, row.environment, row.useCase, row.route,
        row.model, row.provider, row.verdict, row.severity, row.outcome, row.policyName,
        row.policyVersion.value, row.tokensIn, row.tokensOut, row.costUusd, row.latencyUs, row.overheadUs,
        joinLines(row.rules), row.topCheck, row.snippet, state, Disposition::None, "");
    return query.run() == 1;
}

ReviewState firstState(VerdictKind verdict)
{
    return verdict == VerdictKind::Allowed ? ReviewState::None : ReviewState::Open;
}

// What is known of a call beside its index row when it is first written.
struct FirstDetail {
    const std::vector<CheckResult> &checks;
    const Coverage &coverage;
    bool held = false;
    std::optional<std::int64_t> receivedBytes;
    std::string answer = {};
};

void insertRequestParts(
    Connection &connection, std::int64_t n, const RequestRecord &record, const FirstDetail &first)
{
    static const std::string detail
        = "INSERT INTO interaction_detail (n, checks, coverage, source_address, conversation, payload_hash, "
          "held, received_bytes, counted, reserved_in, reserved_out, reserved_uusd, end_user, answer) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static const std::string body = "INSERT INTO request_body (n, segments) VALUES (?, ?)";
    Query(connection, detail, n, checksToRows(first.checks), coverageToJson(first.coverage),
        record.sourceAddress, record.conversation, record.payloadHash, first.held ? 1 : 0,
        first.receivedBytes, record.reserved.counted, record.reserved.tokensIn, record.reserved.tokensOut,
        record.reserved.costUusd, record.endUser, first.answer)
        .run();
    Query(connection, body, n, segmentsToJson(record.segments)).run();
}

void putResponseBody(Connection &connection, std::int64_t n, const std::vector<StoredSegment> &segments)
{
    static const std::string sql = "INSERT INTO response_body (n, segments) VALUES (?, ?) "
                                   "ON CONFLICT (n) DO UPDATE SET segments = excluded.segments";
    if (!segments.empty())
        Query(connection, sql, n, segmentsToJson(segments)).run();
}

// The index row of a call that is over.
InteractionRow finishedRow(const InteractionRow &begun, const VerdictRecord &record)
{
    InteractionRow row = begun;
    row.verdict = record.verdict;
    row.severity = record.severity;
    row.outcome = record.outcome;
    if (!record.provider.empty())
        row.provider = record.provider;
    row.tokensIn = record.tokensIn;
    row.tokensOut = record.tokensOut;
    row.costUusd = record.costUusd;
    row.latencyUs = record.latencyUs;
    row.overheadUs = record.overheadUs;
    row.rules = record.rules;
    row.topCheck = record.topCheck;
    if (!record.snippet.empty())
        row.snippet = record.snippet;
    return row;
}

// What a call takes of its key's limits when it is recorded.
Charge chargeOf(const RequestRecord &record)
{
    const bool pending = record.row.outcome == Outcome::Pending;
    const Estimate &reserved = record.reserved;
    const std::int64_t requests = reserved.counted ? 1 : 0;
    if (pending)
        return {requests, reserved.tokensIn + reserved.tokensOut, reserved.costUusd};
    return {requests, record.row.tokensIn + record.row.tokensOut, record.row.costUusd};
}

Status invalidId(const InteractionId &id)
{
    return fail(ErrorKind::InvalidInput, "not an interaction id", id.value, "an id is a UUID in text form");
}

struct Known {
    std::int64_t n = 0;
    std::string key;
    Timestamp at{};
    Charge charged; // in the usage of its key so far
    VerdictKind verdict = VerdictKind::Allowed;
    Outcome outcome = Outcome::Pending;
};

std::optional<Known> findKnown(Connection &connection, const Blob &id)
{
    // A call under way stands in the usage with what is reserved for it.
    static const std::string sql
        = "SELECT i.n, i.key, i.at, i.verdict, i.outcome, "
          "CASE WHEN i.outcome = 0 THEN d.reserved_in + d.reserved_out ELSE i.tokens_in + i.tokens_out END, "
          "CASE WHEN i.outcome = 0 THEN d.reserved_uusd ELSE i.cost_uusd END "
          "FROM interaction i JOIN interaction_detail d ON d.n = i.n WHERE i.id = ?";
    Query query(connection, sql, id);
    if (!query.step())
        return {};
    return Known{query.integer(0), query.text(1), query.time(2), {0, query.integer(5), query.integer(6)},
        static_cast<VerdictKind>(query.integer(3)), static_cast<Outcome>(query.integer(4))};
}

void updateIndexRow(Connection &connection, std::int64_t n, const VerdictRecord &record)
{
    static const std::string sql
        = "UPDATE interaction SET verdict = ?2, severity = ?3, outcome = ?4, "
          "provider = CASE WHEN ?5 = '' THEN provider ELSE ?5 END, "
          "tokens_in = ?6, tokens_out = ?7, cost_uusd = ?8, latency_us = ?9, overhead_us = ?10, rules = ?11, "
          "top_check = ?12, snippet = CASE WHEN ?13 = '' THEN snippet ELSE ?13 END, "
          "state = CASE WHEN state = 0 AND ?2 <> 0 THEN 1 ELSE state END "
          "WHERE n = ?1";
    Query(connection, sql, n, record.verdict, record.severity, record.outcome, record.provider,
        record.tokensIn, record.tokensOut, record.costUusd, record.latencyUs, record.overheadUs,
        joinLines(record.rules), record.topCheck, record.snippet)
        .run();
}

void updateParts(Connection &connection, const Known &known, const VerdictRecord &record)
{
    static const std::string detail
        = "UPDATE interaction_detail SET checks = ?2, coverage = ?3, received_bytes = ?4, "
          "held = CASE WHEN held = 0 THEN ?5 ELSE held END, answer = ?6 WHERE n = ?1";
    Query(connection, detail, known.n, checksToRows(record.checks), coverageToJson(record.coverage),
        record.receivedBytes, record.verdict == VerdictKind::Held ? 1 : 0, record.answer)
        .run();
    putResponseBody(connection, known.n, record.responseSegments);
    static const std::string unfound = "DELETE FROM finding WHERE n = ?";
    Query(connection, unfound, known.n).run();
    writeFindings(connection, known.n, known.at, record.checks);
}

} // namespace

Status writeRequest(Connection &connection, const RequestRecord &record, UsageSheet &usage)
{
    const auto id = toBlob(record.row.id);
    if (!id)
        return invalidId(record.row.id);
    if (!insertIndexRow(connection, *id, record.row, firstState(record.row.verdict)))
        return {};
    const std::int64_t n = connection.lastInsertedRow();
    insertRequestParts(
        connection, n, record, {record.checks, record.coverage, record.row.verdict == VerdictKind::Held, {}});
    usage.add(record.row.key.value, record.row.at, chargeOf(record));
    writeFindings(connection, n, record.row.at, record.checks);
    if (isSearchable(record.row.verdict, record.row.outcome))
        connection.addToSearch(n);
    noteChange(connection, *id);
    return {};
}

Status writeVerdict(Connection &connection, const VerdictRecord &record, UsageSheet &usage)
{
    const auto id = toBlob(record.id);
    if (!id)
        return invalidId(record.id);
    const auto known = findKnown(connection, *id);
    if (!known)
        return fail(ErrorKind::NotFound, "a verdict came for a call that was not recorded", record.id.value);
    if (isSearchable(known->verdict, known->outcome))
        connection.removeFromSearch(known->n);
    updateIndexRow(connection, known->n, record);
    usage.add(known->key, known->at,
        {0, record.tokensIn + record.tokensOut - known->charged.tokens,
            record.costUusd - known->charged.microUsd});
    updateParts(connection, *known, record);
    if (isSearchable(record.verdict, record.outcome))
        connection.addToSearch(known->n);
    noteChange(connection, *id);
    return {};
}

Status writeCall(
    Connection &connection, const RequestRecord &request, const VerdictRecord &verdict, UsageSheet &usage)
{
    const auto id = toBlob(request.row.id);
    if (!id)
        return invalidId(request.row.id);
    const InteractionRow row = finishedRow(request.row, verdict);
    const ReviewState state = std::max(firstState(request.row.verdict), firstState(verdict.verdict));
    if (!insertIndexRow(connection, *id, row, state))
        return writeVerdict(connection, verdict, usage);
    const std::int64_t n = connection.lastInsertedRow();
    const bool held = request.row.verdict == VerdictKind::Held || verdict.verdict == VerdictKind::Held;
    insertRequestParts(connection, n, request,
        {verdict.checks, verdict.coverage, held, verdict.receivedBytes, verdict.answer});
    putResponseBody(connection, n, verdict.responseSegments);
    usage.add(row.key.value, row.at,
        {request.reserved.counted ? 1 : 0, row.tokensIn + row.tokensOut, row.costUusd});
    writeFindings(connection, n, row.at, verdict.checks);
    if (isSearchable(row.verdict, row.outcome))
        connection.addToSearch(n);
    noteChange(connection, *id);
    return {};
}

int interruptPending(Connection &connection, const std::string &which)
{
    std::vector<std::pair<std::int64_t, Blob>> found;
    {
        Query query(connection, which);
        while (query.step())
            found.emplace_back(query.integer(0), query.blob(1));
    }
    static const std::string sql
        = "UPDATE interaction SET outcome = ?1, tokens_in = d.reserved_in, tokens_out = d.reserved_out, "
          "cost_uusd = d.reserved_uusd FROM interaction_detail d WHERE d.n = interaction.n AND interaction.n "
          "= ?2";
    for (const auto &[n, id] : found) {
        Query(connection, sql, Outcome::Interrupted, n).run();
        connection.addToSearch(n);
        noteChange(connection, id);
    }
    return static_cast<int>(found.size());
}

void noteChange(Connection &connection, const Blob &id)
{
    static const std::string sql = "INSERT INTO change (id) VALUES (?)";
    Query(connection, sql, id).run();
}

void trimChanges(Connection &connection)
{
    Query(connection,
        "DELETE FROM change WHERE seq < (SELECT seq FROM change ORDER BY seq DESC LIMIT 1 OFFSET ?)",
        changesKept)
        .run();
}

} // namespace gatehouse::store
