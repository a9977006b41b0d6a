// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/review_job_rows.h"

#include "store/json_text.h"
#include "store/sql/ids.h"

namespace gatehouse::store {

namespace {

const std::string columns
    = "job, action, disposition, detail, filter, ceiling, takes_back, state, matched, changed, expected, "
      "actor, started_at, ended_at";

// What was stored was readable; if it is not any more, going on says so.
Filter filterIn(const std::string &text)
{
    auto filter = parseFilter(text);
    return filter ? std::move(*filter) : Filter{{{"text", {}, {text}}}};
}

ReviewJob readJob(const Query &query)
{
    ReviewJob job;
    job.number = query.integer(0);
    job.order.action = static_cast<JobAction>(query.integer(1));
    job.order.disposition = static_cast<Disposition>(query.integer(2));
    job.order.detail = query.text(3);
    job.order.filter = filterIn(query.text(4));
    job.order.ceiling = toInteractionId(query.blob(5));
    if (!query.isNull(6))
        job.takesBack = query.integer(6);
    job.state = static_cast<JobState>(query.integer(7));
    job.matched = query.integer(8);
    job.changed = query.integer(9);
    job.order.expected = query.integer(10);
    job.actor = query.text(11);
    job.startedAt = query.time(12);
    job.endedAt = query.optionalTime(13);
    return job;
}

std::string auditAction(const ReviewJob &job)
{
    return job.takesBack ? "review.undo" : "review." + std::string(name(job.order.action));
}

} // namespace

std::string_view name(JobAction value)
{
    switch (value) {
    case JobAction::Resolve:
        return "resolve";
    case JobAction::Escalate:
        return "escalate";
    case JobAction::Reopen:
        return "reopen";
    case JobAction::Assign:
        return "assign";
    case JobAction::Note:
        break;
    }
    return "note";
}

std::optional<ReviewJob> readReviewJob(Connection &connection, std::int64_t number)
{
    Query query(connection, "SELECT " + columns + " FROM review_job WHERE job = ?", number);
    return query.step() ? std::optional(readJob(query)) : std::nullopt;
}

Error noSuchJob(std::int64_t number)
{
    return {ErrorKind::NotFound, "there is no such job", "job:" + std::to_string(number), ""};
}

Result<ReviewJob> findReviewJob(Connection &connection, std::int64_t number)
{
    auto job = readReviewJob(connection, number);
    if (!job)
        return tl::unexpected(noSuchJob(number));
    return std::move(*job);
}

std::vector<ReviewJob> readUnfinishedJobs(
    Connection &connection, const std::string &actor, Timestamp deadBefore)
{
    Query query(connection,
        "SELECT " + columns
            + " FROM review_job WHERE state = 0 AND actor = ? AND (worker = '' OR heard_at < ?) ORDER BY job",
        actor, deadBefore);
    std::vector<ReviewJob> jobs;
    while (query.step())
        jobs.push_back(readJob(query));
    return jobs;
}

Blob reachedBy(Connection &connection, std::int64_t number)
{
    Query query(connection, "SELECT reached FROM review_job WHERE job = ?", number);
    return query.step() ? query.blob(0) : Blob{};
}

// Members sorted; store/postgres/access/jobs.sql writes the same.
AuditDraft auditOf(const ReviewJob &job)
{
    JsonObject after;
    if (job.order.action == JobAction::Assign)
        after.add("assignee", job.order.detail);
    after.add("ceiling", job.order.ceiling.value).add("changed", job.changed);
    if (job.order.action == JobAction::Resolve)
        after.add("disposition", name(job.order.disposition));
    after.add("filter", job.order.filter.toText()).add("matched", job.matched);
    if (job.order.action == JobAction::Note)
        after.add("note", job.order.detail);
    after.add("outcome", job.state == JobState::Done ? "done" : "cancelled");
    after.add("started_at", toRfc3339(job.startedAt)).add("started_by", job.actor);
    if (job.takesBack)
        after.add("takes_back", *job.takesBack);
    return {auditAction(job), "job:" + std::to_string(job.number), "", after.text()};
}

Blob justAbove(const Blob &id)
{
    return {id.bytes + '\0'};
}

} // namespace gatehouse::store
