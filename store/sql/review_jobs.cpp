// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/review_jobs.h"

#include "store/filter_values.h"
#include "store/names.h"
#include "store/sql/ids.h"
#include "store/sql/review_job_rows.h"
#include "store/sql/review_job_run.h"
#include "store/sql/review_job_writer.h"

#include <chrono>

namespace gatehouse::store {

namespace {

constexpr std::size_t noteBytes = 8000;
constexpr Micros deadAfter = std::chrono::seconds(30);

Status checkOrder(const JobOrder &order)
{
    if (order.action == JobAction::Resolve && order.disposition == Disposition::None)
        return fail(ErrorKind::InvalidInput, "a disposition is required", "disposition",
            "known: true_positive, false_positive, benign, duplicate");
    if (order.action == JobAction::Assign)
        return order.detail.empty() ? Status() : checkName("person", order.detail);
    if (order.action != JobAction::Note)
        return {};
    if (order.detail.empty())
        return fail(ErrorKind::InvalidInput, "the note is empty", "note");
    return checkText("note", order.detail, noteBytes);
}

// Ages become times, so that the job matches the same tomorrow.
Result<Filter> withFixedTimes(Filter filter, Timestamp now)
{
    for (FilterTerm &term : filter.terms) {
        if (!isSingleValued(term.field) || term.values.empty())
            continue;
        const std::string &value = term.values.front();
        const auto at = term.field == "due" ? dueUntil(value, now) : timeOf(value, now);
        if (!at)
            return tl::unexpected(at.error());
        term.values.front() = toRfc3339(*at);
    }
    return filter;
}

Result<Blob> ceilingOf(Connection &connection, const InteractionId &id)
{
    if (id.empty()) {
        Query query(connection, "SELECT id FROM interaction ORDER BY id DESC LIMIT 1");
        return query.step() ? query.blob(0) : Blob{std::string(16, '\0')};
    }
    auto blob = toBlob(id);
    if (!blob)
        return fail(
            ErrorKind::InvalidInput, "not an interaction id", id.value, "an id is a UUID in text form");
    return *blob;
}

} // namespace

Result<ReviewJob> startReviewJob(Store &store, const JobOrder &order)
{
    if (Status good = checkOrder(order); !good)
        return tl::unexpected(good.error());
    JobOrder fixed = order;
    auto filter = withFixedTimes(order.filter, store.clock().now());
    if (!filter)
        return tl::unexpected(filter.error());
    fixed.filter = std::move(*filter);
    if (const auto compiled = compileFilter(store, fixed.filter); !compiled)
        return tl::unexpected(compiled.error());
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<ReviewJob> {
        const auto ceiling = ceilingOf(connection, order.ceiling);
        if (!ceiling)
            return tl::unexpected(ceiling.error());
        WriteTransaction transaction(connection);
        auto job = findReviewJob(connection, connection.reviewJobWriter(store)->start(fixed, *ceiling));
        transaction.commit();
        return job;
    });
}

Result<ReviewJob> startTakingBack(Store &store, std::int64_t number)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<ReviewJob> {
        WriteTransaction transaction(connection);
        const std::int64_t back = connection.reviewJobWriter(store)->startTakingBack(number);
        if (back == 0)
            return tl::unexpected(readReviewJob(connection, number)
                    ? Error{ErrorKind::Conflict, "the job is not at its end yet",
                        "job:" + std::to_string(number), "go on with it, or cancel it, first"}
                    : noSuchJob(number));
        auto job = findReviewJob(connection, back);
        transaction.commit();
        return job;
    });
}

Result<ReviewJob> runReviewJob(
    Store &store, std::int64_t number, const std::function<Onward(const ReviewJob &)> &progress)
{
    return attempt(store.connection(), [&] { return JobRun(store, number).run(progress); });
}

Result<ReviewJob> cancelReviewJob(Store &store, std::int64_t number)
{
    return attempt(store.connection(), [&] { return JobRun(store, number).cancel(); });
}

Result<ReviewJob> reviewJob(Store &store, std::int64_t number)
{
    return attempt(store.connection(), [&] { return findReviewJob(store.connection(), number); });
}

Result<std::vector<ReviewJob>> unfinishedReviewJobs(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<ReviewJob>> {
        return readUnfinishedJobs(store.connection(), store.actor(), store.clock().now() - deadAfter);
    });
}

Status tidyReviewJobs(Store &store)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        const auto writer = connection.reviewJobWriter(store);
        bool more = true;
        while (more) {
            WriteTransaction transaction(connection);
            more = writer->tidy();
            transaction.commit();
        }
        return {};
    });
}

} // namespace gatehouse::store
