// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/record_writer.h"

#include "store/sqlite/ids.h"

#include <sqlite3.h>
#include <utility>

namespace gatehouse::store {

namespace {

constexpr int changesKept = 20000;

// Whether a call stands in the text index; the view `searchable` says the same.
bool isSearchable(VerdictKind verdict, Outcome outcome)
{
    return verdict != VerdictKind::Allowed && outcome != Outcome::Pending;
}

void addToSearch(Connection &connection, std::int64_t n)
{
    Query(connection, "INSERT INTO search_text (n, text) SELECT n, text FROM searchable WHERE n = ?", n)
        .run();
    Query(connection, "INSERT INTO search (rowid, text) SELECT n, text FROM search_text WHERE n = ?", n)
        .run();
}

void writeFindings(
    Connection &connection, std::int64_t n, Timestamp at, const std::vector<CheckResult> &checks)
{
    static const std::string sql = "INSERT OR IGNORE INTO finding (n, rule, kind, at) VALUES (?, ?, ?, ?)";
    for (const CheckResult &check : checks) {
        if (check.outcome == CheckOutcome::Fail || check.applied)
            Query(connection, sql, n, check.rule, check.check, at).run();
    }
}

// False when a row with this id is there already.
bool insertIndexRow(Connection &connection, const Blob &id, const InteractionRow &row)
{
    static const std::string sql
        = "INSERT INTO interaction (id, at, key, team, environment, use_case, route, model, provider, "
          "verdict, severity, "
          "outcome, policy_name, policy_version, tokens_in, tokens_out, cost_uusd, latency_us, overhead_us, "
          "rules, "
          "top_check, snippet, state, disposition, assignee) "
          "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING";
    const ReviewState state = row.verdict == VerdictKind::Allowed ? ReviewState::None : ReviewState::Open;
    Query query(connection, sql, id, row.at, row.key.value, row.team, row.environment, row.useCase, row.route,
        row.model, row.provider, row.verdict, row.severity, row.outcome, row.policyName,
        row.policyVersion.value, row.tokensIn, row.tokensOut, row.costUusd, row.latencyUs, row.overheadUs,
        joinLines(row.rules), row.topCheck, row.snippet, state, Disposition::None, "");
    return query.run() == 1;
}

void insertRequestParts(Connection &connection, std::int64_t n, const RequestRecord &record)
{
    static const std::string detail = "INSERT INTO interaction_detail (n, checks, coverage, source_address, "
                                      "conversation, payload_hash, held) "
                                      "VALUES (?, ?, ?, ?, ?, ?, ?)";
    Query(connection, detail, n, checksToJson(record.checks), coverageToJson(record.coverage),
        record.sourceAddress, record.conversation, record.payloadHash,
        record.row.verdict == VerdictKind::Held ? 1 : 0)
        .run();
    Query(connection, "INSERT INTO request_body (n, segments) VALUES (?, ?)", n,
        segmentsToJson(record.segments))
        .run();
}

Status invalidId(const InteractionId &id)
{
    return fail(ErrorKind::InvalidInput, "not an interaction id", id.value, "an id is a UUID in text form");
}

struct Known {
    std::int64_t n = 0;
    Timestamp at{};
    VerdictKind verdict = VerdictKind::Allowed;
    Outcome outcome = Outcome::Pending;
};

std::optional<Known> findKnown(Connection &connection, const Blob &id)
{
    Query query(connection, "SELECT n, at, verdict, outcome FROM interaction WHERE id = ?", id);
    if (!query.step())
        return {};
    return Known{query.integer(0), query.time(1), static_cast<VerdictKind>(query.integer(2)),
        static_cast<Outcome>(query.integer(3))};
}

void updateIndexRow(Connection &connection, std::int64_t n, const VerdictRecord &record)
{
    static const std::string sql
        = "UPDATE interaction SET verdict = ?2, severity = ?3, outcome = ?4, provider = iif(?5 = '', "
          "provider, ?5), "
          "tokens_in = ?6, tokens_out = ?7, cost_uusd = ?8, latency_us = ?9, overhead_us = ?10, rules = ?11, "
          "top_check = ?12, snippet = iif(?13 = '', snippet, ?13), state = iif(state = 0 AND ?2 <> 0, 1, "
          "state) "
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
          "held = iif(held = 0, ?5, held) WHERE n = ?1";
    Query(connection, detail, known.n, checksToJson(record.checks), coverageToJson(record.coverage),
        record.receivedBytes, record.verdict == VerdictKind::Held ? 1 : 0)
        .run();
    if (!record.responseSegments.empty()) {
        static const std::string body = "INSERT INTO response_body (n, segments) VALUES (?, ?) "
                                        "ON CONFLICT (n) DO UPDATE SET segments = excluded.segments";
        Query(connection, body, known.n, segmentsToJson(record.responseSegments)).run();
    }
    Query(connection, "DELETE FROM finding WHERE n = ?", known.n).run();
    writeFindings(connection, known.n, known.at, record.checks);
}

} // namespace

Status writeRequest(Connection &connection, const RequestRecord &record)
{
    const auto id = toBlob(record.row.id);
    if (!id)
        return invalidId(record.row.id);
    if (!insertIndexRow(connection, *id, record.row))
        return {};
    const std::int64_t n = sqlite3_last_insert_rowid(connection.handle());
    insertRequestParts(connection, n, record);
    writeFindings(connection, n, record.row.at, record.checks);
    if (isSearchable(record.row.verdict, record.row.outcome))
        addToSearch(connection, n);
    noteChange(connection, *id);
    return {};
}

Status writeVerdict(Connection &connection, const VerdictRecord &record)
{
    const auto id = toBlob(record.id);
    if (!id)
        return invalidId(record.id);
    const auto known = findKnown(connection, *id);
    if (!known)
        return fail(ErrorKind::NotFound, "a verdict came for a call that was not recorded", record.id.value);
    if (isSearchable(known->verdict, known->outcome))
        removeFromSearch(connection, known->n);
    updateIndexRow(connection, known->n, record);
    updateParts(connection, *known, record);
    if (isSearchable(record.verdict, record.outcome))
        addToSearch(connection, known->n);
    noteChange(connection, *id);
    return {};
}

int interruptPending(Connection &connection)
{
    std::vector<std::pair<std::int64_t, Blob>> found;
    {
        Query query(connection, "SELECT n, id FROM interaction WHERE outcome = 0");
        while (query.step())
            found.emplace_back(query.integer(0), query.blob(1));
    }
    for (const auto &[n, id] : found) {
        Query(connection, "UPDATE interaction SET outcome = ? WHERE n = ?", Outcome::Interrupted, n).run();
        addToSearch(connection, n);
        noteChange(connection, id);
    }
    return static_cast<int>(found.size());
}

void noteChange(Connection &connection, const Blob &id)
{
    Query(connection, "INSERT INTO change (id) VALUES (?)", id).run();
}

void trimChanges(Connection &connection)
{
    Query(connection, "DELETE FROM change WHERE seq <= (SELECT max(seq) FROM change) - ?", changesKept).run();
}

void removeFromSearch(Connection &connection, std::int64_t n)
{
    Query(connection, "DELETE FROM search WHERE rowid = ?", n).run();
    Query(connection, "DELETE FROM search_text WHERE n = ?", n).run();
}

} // namespace gatehouse::store
