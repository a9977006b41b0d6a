// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/record_writer.h"

#include "core/policy/verdict_rows.h"
#include "store/likeness.h"
#include "store/sql/call_groups.h"
#include "store/sql/ids.h"
#include "store/sql/record_changes.h"

namespace gatehouse::store {

namespace {

void writeFindings(
    Connection &connection, std::int64_t n, Timestamp at, const std::vector<CheckResult> &checks)
{
    static const std::string sql = "INSERT INTO finding (n, rule, kind, at, zones, score) "
                                   "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    for (const CheckResult &check : checks) {
        if (isFinding(check))
            Query(connection, sql, n, check.rule, check.check, at, zonesOf(check), storedScore(check)).run();
    }
}

std::optional<Placement> placeOf(Connection &connection, const std::optional<std::uint64_t> &fingerprint,
    const std::string &team, Timestamp at)
{
    if (!fingerprint)
        return {};
    static const std::string sql = leadersLike("?1", "?2", "?3");
    Query query(
        connection, sql, static_cast<std::int64_t>(*fingerprint), team, smallestIdAt(at - groupsReachBack));
    std::vector<std::uint64_t> groups;
    while (query.step())
        groups.push_back(static_cast<std::uint64_t>(query.integer(0)));
    return placeAmong(*fingerprint, groups);
}

bool insertIndexRow(Connection &connection, const NewCall &call)
{
    static const std::string sql
        = "INSERT INTO interaction (id, at, key, team, environment, use_case, route, model, provider, "
          "verdict, severity, outcome, policy_name, policy_version, tokens_in, tokens_out, cost_uusd, "
          "latency_us, overhead_us, rules, top_check, snippet, state, disposition, assignee, "
          "fingerprint, alike, leads, payload) "
          "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING";
    const InteractionRow &row = call.row;
    std::optional<std::int64_t> fingerprint, group;
    const auto place = placeOf(connection, call.fingerprint, row.team, row.at);
    if (place) {
        fingerprint = place->fingerprint;
        group = place->group;
    }
    Query query(connection, sql, call.id, row.at, row.key.value, row.team, row.environment, row.useCase,
        row.route, row.model, row.provider, row.verdict, row.severity, row.outcome, row.policyName,
        row.policyVersion.value, row.tokensIn, row.tokensOut, row.costUusd, row.latencyUs, row.overheadUs,
        joinLines(row.rules), row.topCheck, row.snippet, call.state, Disposition::None, "", fingerprint,
        group, place && place->leads, call.payload);
    return query.run() == 1;
}

void putResponseBody(Connection &connection, std::int64_t n, const std::vector<StoredSegment> &segments)
{
    static const std::string sql = "INSERT INTO response_body (n, segments) VALUES (?, ?) "
                                   "ON CONFLICT (n) DO UPDATE SET segments = excluded.segments";
    if (!segments.empty())
        Query(connection, sql, n, segmentsToJson(segments)).run();
}

// A body is sealed once; whoever says so again says the same.
void putSealed(Connection &connection, std::int64_t n, BodyPart in, const std::string &envelope)
{
    static const std::string sql
        = "INSERT INTO sealed_originals (n, body, envelope) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    if (!envelope.empty())
        Query(connection, sql, n, in, envelope).run();
}

void insertParts(Connection &connection, std::int64_t n, const NewCall &call)
{
    static const std::string detail
        = "INSERT INTO interaction_detail (n, checks, coverage, source_address, conversation, payload_hash, "
          "held, received_bytes, counted, reserved_in, reserved_out, reserved_uusd, end_user, answer) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static const std::string body = "INSERT INTO request_body (n, segments) VALUES (?, ?)";
    const RequestRecord &record = *call.request;
    Query(connection, detail, n, checksToRows(call.checks()), coverageToJson(call.coverage()),
        record.sourceAddress, record.conversation, record.payloadHash, call.isHeld() ? 1 : 0,
        call.receivedBytes(), record.reserved.counted, record.reserved.tokensIn, record.reserved.tokensOut,
        record.reserved.costUusd, record.endUser, call.answer())
        .run();
    Query(connection, body, n, segmentsToJson(record.segments)).run();
    putSealed(connection, n, BodyPart::Request, record.sealed);
    if (call.verdict) {
        putResponseBody(connection, n, call.verdict->responseSegments);
        putSealed(connection, n, BodyPart::Response, call.verdict->sealed);
    }
    writeFindings(connection, n, record.row.at, call.checks());
}

std::optional<KnownCall> findKnown(Connection &connection, const Blob &id)
{
    static const std::string sql = "SELECT " + knownColumns()
        + " FROM interaction i JOIN interaction_detail d ON d.n = i.n WHERE i.id = ?";
    Query query(connection, sql, id);
    if (!query.step())
        return {};
    return readKnown(query);
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

// A call that was let pass, and is to be reviewed for its answer.
void placeJudged(Connection &connection, const KnownCall &known, const VerdictRecord &record)
{
    if (known.hasGroup)
        return;
    static const std::string sql
        = "UPDATE interaction SET fingerprint = ?2, alike = ?3, leads = ?4 WHERE n = ?1";
    if (const auto place = placeOf(connection, fingerprintOf(record), known.team, known.at))
        Query(connection, sql, known.n, place->fingerprint, place->group, place->leads).run();
}

std::vector<FoundBy> takeFindings(Connection &connection, std::int64_t n)
{
    static const std::string sql = "DELETE FROM finding WHERE n = ? RETURNING rule, kind";
    Query query(connection, sql, n);
    std::vector<FoundBy> findings;
    while (query.step())
        findings.push_back({query.text(0), query.text(1)});
    return findings;
}

void writeRollups(Connection &connection, const RollupSheet &sheet)
{
    static const std::string counts = "INSERT INTO rollup (hour, dim, team, value, shard, "
        + std::string(rollupCounts) + ") VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        + addingTo("rollup", rollupPlace, rollupCounts);
    static const std::string checks = "INSERT INTO rollup_check (hour, team, kind, shard, "
        + std::string(rollupTimes) + ") VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        + addingTo("rollup_check", rollupCheckPlace, rollupTimes);
    static const std::string coverage
        = "INSERT INTO rollup_coverage (hour, team, reason, shard, calls, bytes) VALUES (?, ?, ?, 0, ?, ?)"
        + addingTo("rollup_coverage", rollupCoveragePlace, rollupBytes);
    for (const auto &[place, rows] : sheet.hours()) {
        const auto &[hour, team] = place;
        for (std::size_t dim = 0; dim < rows.counts.size(); ++dim) {
            for (const auto &[value, row] : rows.counts[dim]) {
                if (row != RollupSheet::Counts{})
                    Query(connection, counts, hour, dim, team, value, row).run();
            }
        }
        for (const auto &[kind, row] : rows.checks)
            Query(connection, checks, hour, team, kind, row).run();
        for (const auto &[reason, row] : rows.coverage)
            Query(connection, coverage, hour, team, reason, row.calls, row.bytes).run();
    }
}

void updateParts(Connection &connection, const KnownCall &known, const VerdictRecord &record)
{
    static const std::string detail
        = "UPDATE interaction_detail SET checks = ?2, coverage = ?3, received_bytes = ?4, "
          "held = CASE WHEN held = 0 THEN ?5 ELSE held END, answer = ?6 WHERE n = ?1";
    Query(connection, detail, known.n, checksToRows(record.checks), coverageToJson(record.coverage),
        record.receivedBytes, record.verdict == VerdictKind::Held ? 1 : 0, record.answer)
        .run();
    putResponseBody(connection, known.n, record.responseSegments);
    putSealed(connection, known.n, BodyPart::Response, record.sealed);
    writeFindings(connection, known.n, known.at, record.checks);
}

} // namespace

bool RowWriter::insert(const NewCall &call)
{
    if (!insertIndexRow(m_connection, call))
        return false;
    const std::int64_t n = m_connection.lastInsertedRow();
    insertParts(m_connection, n, call);
    m_usage.add(call.row.key.value, call.row.at, call.charge());
    countNew(m_rollups, call);
    m_exceptions.add(call.row.at, call.checks());
    if (isSearchable(call.row.verdict, call.row.outcome))
        m_connection.addToSearch(n);
    noteChange(m_connection, call.id);
    return true;
}

void RowWriter::write(const RequestRecord &record, Status &status)
{
    if (const auto call = newCall(record, nullptr))
        (void)insert(*call);
    else
        status = tl::unexpected(call.error());
}

void RowWriter::write(const VerdictRecord &record, Status &status)
{
    const auto id = toBlob(record.id);
    const auto known = id ? findKnown(m_connection, *id) : std::nullopt;
    if (!known) {
        status = tl::unexpected(id ? strangeVerdict(record.id) : notAnId(record.id));
        return;
    }
    if (isSearchable(known->verdict, known->outcome))
        m_connection.removeFromSearch(known->n);
    updateIndexRow(m_connection, known->n, record);
    placeJudged(m_connection, *known, record);
    m_usage.add(known->key, known->at, correction(*known, record));
    countVerdict(m_rollups, *known, takeFindings(m_connection, known->n), record);
    // Those of the request were counted with its record, and those of an answer once.
    if (!isMeasured(known->outcome))
        m_exceptions.add(known->at, record.checks, Stage::Response);
    updateParts(m_connection, *known, record);
    if (isSearchable(record.verdict, record.outcome))
        m_connection.addToSearch(known->n);
    noteChange(m_connection, *id);
}

void RowWriter::write(const RequestRecord &request, const VerdictRecord &verdict, Status &status)
{
    const auto call = newCall(request, &verdict);
    if (!call)
        status = tl::unexpected(call.error());
    else if (!insert(*call))
        write(verdict, status);
}

void RowWriter::finish()
{
    m_usage.write(m_connection);
    writeRollups(m_connection, m_rollups);
    m_exceptions.write(m_connection);
}

} // namespace gatehouse::store
