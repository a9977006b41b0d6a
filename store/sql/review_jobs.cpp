// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/review_jobs.h"

#include "core/base/uuid7.h"
#include "store/filter_values.h"
#include "store/names.h"
#include "store/sql/ids.h"
#include "store/sql/matching_calls.h"
#include "store/sql/review_job_rows.h"
#include "store/sql/review_job_writer.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace gatehouse::store {

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t noteBytes = 8000;
constexpr Micros deadAfter = std::chrono::seconds(30);
// A slice holds the lock of all writers; semantics.md allows 20 ms.
constexpr Micros sliceAim = std::chrono::milliseconds(14);
constexpr std::size_t firstSlice = 256, smallestSlice = 16, largestSlice = 20000;
// Twice as long as who waits for a file's lock sleeps between two looks at it.
constexpr Micros betweenSlices = std::chrono::milliseconds(1);

Error lostClaim(std::int64_t number)
{
    return {ErrorKind::Conflict, "somebody else goes on with this job, or it is at its end",
        "job:" + std::to_string(number), ""};
}

Error noSuchJob(std::int64_t number)
{
    return {ErrorKind::NotFound, "there is no such job", "job:" + std::to_string(number), ""};
}

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
        const auto at = timeOf(term.values.front(), now);
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

Result<ReviewJob> found(Connection &connection, std::int64_t number)
{
    auto job = readReviewJob(connection, number);
    if (!job)
        return tl::unexpected(noSuchJob(number));
    return std::move(*job);
}

// One job from where it stands to its end.
class JobRun {
public:
    JobRun(Store &store, std::int64_t number)
        : m_connection(store.connection())
        , m_store(store)
        , m_writer(m_connection.reviewJobWriter(store))
        , m_claim{number, newUuid7(systemClock().now())}
    {
    }

    Result<ReviewJob> run(const std::function<Onward(const ReviewJob &)> &progress)
    {
        if (!inTransaction(
                [&] { return m_writer->claim(m_claim) ? std::optional<std::int64_t>(1) : std::nullopt; }))
            return tl::unexpected(
                readReviewJob(m_connection, m_claim.job) ? lostClaim(m_claim.job) : noSuchJob(m_claim.job));
        try {
            auto done = goOn(progress);
            if (!done)
                leave();
            return done;
        } catch (const SqlFailure &) {
            leave();
            throw;
        }
    }

private:
    using Step = std::optional<std::int64_t>;

    Result<ReviewJob> goOn(const std::function<Onward(const ReviewJob &)> &progress)
    {
        auto job = found(m_connection, m_claim.job);
        if (!job)
            return job;
        if (Status readable = prepare(*job); !readable)
            return tl::unexpected(readable.error());
        while (true) {
            const auto more = job->takesBack ? takeBackSlice() : changeSlice();
            if (!more)
                return tl::unexpected(more.error());
            job = found(m_connection, m_claim.job);
            if (!job || !*more)
                return job ? end(JobState::Done) : job;
            const Onward onward = progress(*job);
            if (onward == Onward::Cancel)
                return end(JobState::Cancelled);
            if (onward == Onward::Leave) {
                leave();
                return job;
            }
            std::this_thread::sleep_for(betweenSlices);
        }
    }

    Status prepare(const ReviewJob &job)
    {
        auto filter = compileFilter(m_store, job.order.filter);
        if (!filter)
            return tl::unexpected(filter.error());
        m_filter = std::move(*filter);
        m_calls.emplace(m_connection, m_filter, reachedBy(m_connection, job.number));
        return {};
    }

    // Whether there may be more.
    Result<bool> changeSlice()
    {
        if (m_calls->isAtEnd())
            return false;
        const CallSlice slice = m_calls->next(m_size);
        if (slice.numbers.empty()) {
            // Nothing matches down to there.
            const Step kept = inTransaction([&] { return m_writer->skip(m_claim, m_calls->reached()); });
            return kept ? Result<bool>(true) : tl::unexpected(lostClaim(m_claim.job));
        }
        const auto began = Steady::now();
        const Step changed = inTransaction([&] { return m_writer->change(m_claim, slice, m_filter); });
        if (!changed)
            return tl::unexpected(lostClaim(m_claim.job));
        adapt(slice.numbers.size(), Steady::now() - began);
        return true;
    }

    Result<bool> takeBackSlice()
    {
        const Step calls = inTransaction([&] { return m_writer->takeBack(m_claim); });
        if (!calls)
            return tl::unexpected(lostClaim(m_claim.job));
        return *calls > 0;
    }

    Result<ReviewJob> end(JobState state)
    {
        if (!inTransaction([&] { return m_writer->end(m_claim, state); }))
            return tl::unexpected(lostClaim(m_claim.job));
        return found(m_connection, m_claim.job);
    }

    // Whoever comes next need not wait until this one is taken for dead.
    void leave() noexcept
    {
        try {
            inTransaction([&] { return m_writer->leave(m_claim); });
        } catch (const SqlFailure &) {
            return; // out of reach: the claim runs out by itself
        }
    }

    void adapt(std::size_t size, Steady::duration took)
    {
        const double factor = std::clamp(
            std::chrono::duration<double>(sliceAim) / std::max(took, Steady::duration(1)), 0.5, 2.0);
        m_size = std::clamp(
            static_cast<std::size_t>(static_cast<double>(size) * factor), smallestSlice, largestSlice);
    }

    template <class Work>
    Step inTransaction(Work &&work)
    {
        WriteTransaction transaction(m_connection);
        const Step step = work();
        transaction.commit();
        return step;
    }

    Connection &m_connection;
    Store &m_store;
    std::unique_ptr<ReviewJobWriter> m_writer;
    JobClaim m_claim;
    SqlFilter m_filter;
    std::optional<MatchingCalls> m_calls;
    std::size_t m_size = firstSlice;
};

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
        auto job = found(connection, connection.reviewJobWriter(store)->start(fixed, *ceiling));
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
        auto job = found(connection, back);
        transaction.commit();
        return job;
    });
}

Result<ReviewJob> runReviewJob(
    Store &store, std::int64_t number, const std::function<Onward(const ReviewJob &)> &progress)
{
    return attempt(store.connection(), [&] { return JobRun(store, number).run(progress); });
}

Result<ReviewJob> reviewJob(Store &store, std::int64_t number)
{
    return attempt(store.connection(), [&] { return found(store.connection(), number); });
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
