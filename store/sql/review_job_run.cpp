// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/review_job_run.h"

#include "core/base/uuid7.h"
#include "store/sql/review_job_rows.h"

#include <algorithm>
#include <thread>

namespace gatehouse::store {

namespace {

// A slice holds the lock of all writers; semantics.md allows 20 ms.
constexpr Micros sliceAim = std::chrono::milliseconds(12);
constexpr std::size_t firstSlice = 256, smallestSlice = 16, largestSlice = 20000;
// Longer than who waits for a file's lock sleeps between two looks at it, also on a busy machine.
constexpr Micros betweenSlices = std::chrono::milliseconds(2);

Error lostClaim(std::int64_t number)
{
    return {ErrorKind::Conflict, "somebody else goes on with this job, or it is at its end",
        "job:" + std::to_string(number), ""};
}

} // namespace

template <class Work>
JobRun::Step JobRun::inTransaction(Work &&work)
{
    WriteTransaction transaction(m_connection);
    const auto began = Steady::now();
    const Step step = work();
    transaction.commit();
    m_held = Steady::now() - began;
    return step;
}

JobRun::JobRun(Store &store, std::int64_t number)
    : m_connection(store.connection())
    , m_store(store)
    , m_writer(m_connection.reviewJobWriter(store))
    , m_claim{number, newUuid7(systemClock().now())}
    , m_size(firstSlice)
{
}

Result<ReviewJob> JobRun::run(const std::function<Onward(const ReviewJob &)> &progress)
{
    if (Status mine = claim(); !mine)
        return tl::unexpected(mine.error());
    try {
        m_writer->hurry(true);
        auto done = goOn(progress);
        if (!done)
            leave();
        return done;
    } catch (const SqlFailure &) {
        leave();
        throw;
    }
}

Result<ReviewJob> JobRun::cancel()
{
    if (Status mine = claim(); !mine)
        return tl::unexpected(mine.error());
    return end(JobState::Cancelled);
}

Status JobRun::claim()
{
    const auto taken = inTransaction([&] { return m_writer->claim(m_claim) ? Step(1) : std::nullopt; });
    if (taken)
        return {};
    return tl::unexpected(
        readReviewJob(m_connection, m_claim.job) ? lostClaim(m_claim.job) : noSuchJob(m_claim.job));
}

Result<ReviewJob> JobRun::goOn(const std::function<Onward(const ReviewJob &)> &progress)
{
    auto job = findReviewJob(m_connection, m_claim.job);
    if (!job)
        return job;
    if (Status readable = prepare(*job); !readable)
        return tl::unexpected(readable.error());
    while (true) {
        const auto more = job->takesBack ? takeBackSlice() : changeSlice();
        if (!more)
            return tl::unexpected(more.error());
        job = findReviewJob(m_connection, m_claim.job);
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

Status JobRun::prepare(const ReviewJob &job)
{
    auto filter = compileFilter(m_store, job.order.filter);
    if (!filter)
        return tl::unexpected(filter.error());
    m_filter = std::move(*filter);
    m_calls.emplace(m_connection, m_filter, reachedBy(m_connection, job.number));
    return {};
}

Result<bool> JobRun::changeSlice()
{
    if (m_calls->isAtEnd())
        return false;
    const CallSlice slice = m_calls->next(m_size);
    if (slice.numbers.empty()) {
        // Nothing matches down to there.
        const Step kept = inTransaction([&] { return m_writer->skip(m_claim, m_calls->reached()); });
        return kept ? Result<bool>(true) : tl::unexpected(lostClaim(m_claim.job));
    }
    const Step changed = inTransaction([&] { return m_writer->change(m_claim, slice, m_filter); });
    if (!changed)
        return tl::unexpected(lostClaim(m_claim.job));
    adapt(slice.numbers.size());
    return true;
}

Result<bool> JobRun::takeBackSlice()
{
    const Step calls = inTransaction([&] { return m_writer->takeBack(m_claim); });
    if (!calls)
        return tl::unexpected(lostClaim(m_claim.job));
    return *calls > 0;
}

Result<ReviewJob> JobRun::end(JobState state)
{
    m_writer->hurry(false); // its entry is on disk with all before it
    if (!inTransaction([&] { return m_writer->end(m_claim, state); }))
        return tl::unexpected(lostClaim(m_claim.job));
    return findReviewJob(m_connection, m_claim.job);
}

// Whoever comes next need not wait until this one is taken for dead.
void JobRun::leave() noexcept
{
    try {
        m_writer->hurry(false);
        inTransaction([&] { return m_writer->leave(m_claim); });
    } catch (const SqlFailure &) {
        return; // out of reach: the claim runs out by itself
    }
}

void JobRun::adapt(std::size_t size)
{
    const double factor = std::clamp(
        std::chrono::duration<double>(sliceAim) / std::max(m_held, Steady::duration(1)), 0.5, 2.0);
    // A short slice, at the end of a stretch, says nothing of how long a larger one would take.
    if (size < m_size && factor > 1)
        return;
    m_size = std::clamp(
        static_cast<std::size_t>(static_cast<double>(size) * factor), smallestSlice, largestSlice);
}

} // namespace gatehouse::store
