// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/review_job_writer.h"

#include "store/sql/audit_log.h"
#include "store/sql/review_job_rows.h"
#include "store/sql/rollup_sheet.h"
#include "store/sqlite/connection.h"

#include <chrono>
#include <sqlite3.h>

namespace gatehouse::store {

namespace {

constexpr Micros deadAfter = std::chrono::seconds(30);
constexpr Micros abandonedAfter = std::chrono::days(1);
constexpr Micros forgottenAfter = std::chrono::days(7);
constexpr int rowsForgottenAtOnce = 2000;

std::string numbered(const std::vector<std::int64_t> &numbers)
{
    std::string text = "[";
    for (const std::int64_t n : numbers)
        text += (text.size() == 1 ? "" : ",") + std::to_string(n);
    return text + "]";
}

// State, disposition and assignee of a call `i` that the action of job `j` leaves.
const std::string afterJob
    = "CASE j.action WHEN 0 THEN 4 WHEN 1 THEN 3 WHEN 2 THEN 1 WHEN 3 THEN CASE WHEN i.state = 1 AND "
      "j.detail <> '' THEN 2 WHEN i.state = 2 AND j.detail = '' THEN 1 ELSE i.state END ELSE i.state END, "
      "CASE j.action WHEN 0 THEN j.disposition WHEN 1 THEN 0 WHEN 2 THEN 0 ELSE i.disposition END, "
      "CASE j.action WHEN 3 THEN j.detail ELSE i.assignee END";

// Its first parameters: numbers, job; a filter follows.
const std::string rememberSql
    = "INSERT INTO review_job_row SELECT j.job, j.slice + 1, i.n, i.state, i.disposition, i.assignee, "
    + afterJob
    + " FROM review_job j CROSS JOIN json_each(?) c CROSS JOIN interaction i ON i.n = c.value WHERE "
      "j.job = ? AND i.id <= j.ceiling AND (j.action = 4 OR (i.state, i.disposition, i.assignee) IS NOT ("
    + afterJob + ")) AND ";

// What the trigger `rollup_decided` counts a call at a time, of a slice at once and before it is written.
// Parameters: job, slice, time of the decision.
const std::string countSql
    = "WITH decided AS MATERIALIZED (SELECT i.n, i.at / 3600000000 AS hour, i.team, (r.state_after IN (1, 2, "
      "3)) - (i.state IN (1, 2, 3)) AS open, (r.disposition_after <> 0) - (i.disposition <> 0) AS judged, "
      "(r.disposition_after = 2) - (i.disposition = 2) AS false_positive, (r.state_after = 4) - (i.state = 4 "
      "AND i.decided_at IS NOT NULL) AS timed, CASE WHEN r.state_after = 4 THEN max(?3 - i.at, 0) ELSE 0 END "
      "- CASE WHEN i.state = 4 THEN max(coalesce(i.decided_at - i.at, 0), 0) ELSE 0 END AS decision_us FROM "
      "review_job_row r CROSS JOIN interaction i ON i.n = r.n WHERE r.job = ?1 AND r.slice = ?2) "
      "INSERT INTO rollup (hour, dim, team, value, shard, open, judged, false_positive, timed, decision_us) "
      "SELECT hour, 0, team, '', 0, sum(open), sum(judged), sum(false_positive), sum(timed), "
      "sum(decision_us) FROM decided GROUP BY hour, team UNION ALL SELECT d.hour, 4, d.team, f.rule, 0, "
      "sum(d.open), sum(d.judged), sum(d.false_positive), sum(d.timed), sum(d.decision_us) FROM decided d "
      "CROSS JOIN finding f ON f.n = d.n WHERE TRUE GROUP BY d.hour, d.team, f.rule "
    + addingTo("rollup", rollupPlace, "open, judged, false_positive, timed, decision_us");

// The triggers of this connection do nothing meanwhile.
class WithoutTriggers {
public:
    explicit WithoutTriggers(sqlite3 *database)
        : m_database(database)
    {
        sqlite3_db_config(m_database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    }
    ~WithoutTriggers() { sqlite3_db_config(m_database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, nullptr); }
    WithoutTriggers(const WithoutTriggers &) = delete;
    WithoutTriggers &operator=(const WithoutTriggers &) = delete;

private:
    sqlite3 *m_database;
};

} // namespace

struct RowJobWriter::Held {
    std::int64_t job = 0, slice = 0, changed = 0;
    JobAction action{};
    Blob ceiling;
    std::int64_t takesBack = 0;
    bool removes = false;
};

void RowJobWriter::hurry(bool yes)
{
    // A slice touches more pages than the usual 2 MiB hold, and the next one the same again.
    m_connection.execute(yes ? "PRAGMA cache_size = -32768" : "PRAGMA cache_size = -2000");
    // What a statement would be taken back with is in files otherwise, as much as it changes.
    m_connection.execute(yes ? "PRAGMA temp_store = MEMORY" : "PRAGMA temp_store = DEFAULT");
    m_connection.execute(yes ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL");
}

std::int64_t RowJobWriter::start(const JobOrder &order, const Blob &ceiling)
{
    const Timestamp now = m_store.clock().now();
    Query query(m_connection,
        "INSERT INTO review_job (action, disposition, detail, filter, ceiling, reached, expected, actor, "
        "started_at, heard_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING job",
        order.action, order.disposition, order.detail, order.filter.toText(), ceiling, justAbove(ceiling),
        order.expected, m_store.actor(), now, now);
    return query.step() ? query.integer(0) : 0;
}

std::int64_t RowJobWriter::startTakingBack(std::int64_t of)
{
    const Timestamp now = m_store.clock().now();
    Query query(m_connection,
        "INSERT INTO review_job (action, disposition, detail, filter, ceiling, takes_back, removes, reached, "
        "expected, actor, started_at, heard_at) SELECT action, disposition, detail, filter, ceiling, job, "
        "1 - removes, ceiling, changed, ?2, ?3, ?3 FROM review_job WHERE job = ?1 AND state <> 0 "
        "RETURNING job",
        of, m_store.actor(), now);
    return query.step() ? query.integer(0) : 0;
}

bool RowJobWriter::claim(const JobClaim &claim)
{
    const Timestamp now = m_store.clock().now();
    return Query(m_connection,
               "UPDATE review_job SET worker = ?, heard_at = ? WHERE job = ? AND state = 0 AND (worker = '' "
               "OR heard_at < ?)",
               claim.worker, now, claim.job, now - deadAfter)
               .run()
        == 1;
}

std::optional<RowJobWriter::Held> RowJobWriter::held(const JobClaim &claim)
{
    Query query(m_connection,
        "UPDATE review_job SET heard_at = ? WHERE job = ? AND worker = ? AND state = 0 RETURNING slice, "
        "changed, action, ceiling, coalesce(takes_back, 0), removes",
        m_store.clock().now(), claim.job, claim.worker);
    if (!query.step())
        return {};
    return Held{claim.job, query.integer(0), query.integer(1), static_cast<JobAction>(query.integer(2)),
        query.blob(3), query.integer(4), query.integer(5) != 0};
}

std::optional<std::int64_t> RowJobWriter::change(
    const JobClaim &claim, const CallSlice &calls, const SqlFilter &filter)
{
    const auto job = held(claim);
    if (!job)
        return {};
    const std::int64_t slice = job->slice + 1;
    const std::int64_t changed = rememberMatching(job->job, calls, filter);
    write(*job, slice, changed);
    Query(m_connection,
        "UPDATE review_job SET slice = ?, reached = ?, matched = matched + ?, changed = changed + ? WHERE "
        "job = ?",
        slice, calls.oldest, calls.numbers.size(), changed, job->job)
        .run();
    return changed;
}

std::int64_t RowJobWriter::rememberMatching(std::int64_t job, const CallSlice &calls, const SqlFilter &filter)
{
    return Query(m_connection, rememberSql + filter.where, numbered(calls.numbers), job, filter.values).run();
}

// A number may be given again after its call was erased; the new one is above the ceiling.
std::int64_t RowJobWriter::rememberUnchanged(const Held &job, std::int64_t slice)
{
    static const std::string sql
        = "INSERT INTO review_job_row SELECT ?1, r.slice, r.n, r.state_after, r.disposition_after, "
          "r.assignee_after, r.state, r.disposition, r.assignee FROM review_job_row r CROSS JOIN interaction "
          "i ON i.n = r.n WHERE r.job = ?2 AND r.slice = ?3 AND i.id <= ?4 AND (?5 = 4 OR "
          "(i.state = r.state_after AND i.disposition = r.disposition_after AND i.assignee = "
          "r.assignee_after))";
    return Query(m_connection, sql, job.job, job.takesBack, slice, job.ceiling, job.action).run();
}

std::optional<std::int64_t> RowJobWriter::takeBack(const JobClaim &claim)
{
    const auto job = held(claim);
    if (!job)
        return {};
    Query next(m_connection,
        "SELECT slice, count(*) FROM review_job_row WHERE job = ?1 AND slice = (SELECT min(slice) FROM "
        "review_job_row WHERE job = ?1 AND slice > ?2) GROUP BY slice",
        job->takesBack, job->slice);
    if (!next.step())
        return 0;
    const std::int64_t slice = next.integer(0), calls = next.integer(1);
    const std::int64_t changed = rememberUnchanged(*job, slice);
    write(*job, slice, changed);
    Query(m_connection,
        "UPDATE review_job SET slice = ?, matched = matched + ?, changed = changed + ? WHERE job = ?", slice,
        calls, changed, job->job)
        .run();
    return calls;
}

std::optional<std::int64_t> RowJobWriter::skip(const JobClaim &claim, const Blob &reached)
{
    if (!held(claim))
        return {};
    return Query(m_connection, "UPDATE review_job SET reached = ? WHERE job = ?", reached, claim.job).run();
}

void RowJobWriter::write(const Held &job, std::int64_t slice, std::int64_t changed)
{
    if (changed == 0)
        return;
    if (job.action == JobAction::Note)
        writeNotes(job, slice);
    else
        writeStates(job, slice);
    noteChanges(job, slice, changed);
}

void RowJobWriter::writeStates(const Held &job, std::int64_t slice)
{
    const Timestamp now = m_store.clock().now();
    Query(m_connection, countSql, job.job, slice, now).run();
    const WithoutTriggers counted(m_connection.handle());
    Query(m_connection,
        "UPDATE interaction SET state = r.state_after, disposition = r.disposition_after, assignee = "
        "r.assignee_after, decided_by = j.actor, decided_at = ?3 FROM review_job_row r JOIN review_job j "
        "USING (job) WHERE r.job = ?1 AND r.slice = ?2 AND interaction.n = r.n",
        job.job, slice, now)
        .run();
}

void RowJobWriter::writeNotes(const Held &job, std::int64_t slice)
{
    if (job.removes)
        Query(m_connection,
            "DELETE FROM review_note WHERE seq IN (SELECT o.seq FROM review_job_row r CROSS JOIN review_note "
            "o ON o.n = r.n JOIN review_job j ON j.job = ?3 WHERE r.job = ?1 AND r.slice = ?2 AND o.at = "
            "j.started_at AND o.author = j.actor AND o.text = j.detail)",
            job.job, slice, job.takesBack)
            .run();
    else
        Query(m_connection,
            "INSERT INTO review_note (n, at, author, text) SELECT r.n, j.started_at, j.actor, j.detail FROM "
            "review_job_row r JOIN review_job j USING (job) WHERE r.job = ? AND r.slice = ?",
            job.job, slice)
            .run();
}

void RowJobWriter::noteChanges(const Held &job, std::int64_t slice, std::int64_t changed)
{
    if (job.changed + changed <= changesNotedOneByOne) {
        Query(m_connection,
            "INSERT INTO change (id) SELECT i.id FROM review_job_row r CROSS JOIN interaction i ON i.n = r.n "
            "WHERE r.job = ? AND r.slice = ?",
            job.job, slice)
            .run();
        return;
    }
    // A gap behind what anybody has read.
    Query(m_connection,
        "INSERT INTO change (seq, id) SELECT (SELECT coalesce(max(seq), 0) + 2 FROM change), i.id FROM "
        "review_job_row r CROSS JOIN interaction i ON i.n = r.n WHERE r.job = ? AND r.slice = ? LIMIT 1",
        job.job, slice)
        .run();
    Query(m_connection, "DELETE FROM change WHERE seq < (SELECT max(seq) FROM change)").run();
}

std::optional<std::int64_t> RowJobWriter::end(const JobClaim &claim, JobState state)
{
    const auto job = held(claim);
    if (!job)
        return {};
    writeEnd(claim.job, state);
    return job->changed;
}

void RowJobWriter::writeEnd(std::int64_t number, JobState state)
{
    Query(m_connection, "UPDATE review_job SET state = ?, ended_at = ?, worker = '' WHERE job = ?", state,
        m_store.clock().now(), number)
        .run();
    if (const auto job = readReviewJob(m_connection, number))
        appendAudit(m_store, auditOf(*job));
}

std::optional<std::int64_t> RowJobWriter::leave(const JobClaim &claim)
{
    if (!held(claim))
        return {};
    return Query(m_connection, "UPDATE review_job SET worker = '' WHERE job = ?", claim.job).run();
}

std::optional<std::int64_t> RowJobWriter::abandoned()
{
    Query query(m_connection, "SELECT job FROM review_job WHERE state = 0 AND heard_at < ? LIMIT 1",
        m_store.clock().now() - abandonedAfter);
    return query.step() ? std::optional(query.integer(0)) : std::nullopt;
}

bool RowJobWriter::tidy()
{
    if (const auto job = abandoned()) {
        writeEnd(*job, JobState::Cancelled);
        return true;
    }
    return Query(m_connection,
               "DELETE FROM review_job_row WHERE (job, slice, n) IN (SELECT r.job, r.slice, r.n FROM "
               "review_job j "
               "JOIN review_job_row r ON r.job = j.job WHERE j.state <> 0 AND j.ended_at < ? LIMIT ?)",
               m_store.clock().now() - forgottenAfter, rowsForgottenAtOnce)
               .run()
        > 0;
}

} // namespace gatehouse::store
