// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Runs a job from where it stands to its end, slice by slice, for as long as nobody else does.

#include "store/review_jobs.h"
#include "store/sql/matching_calls.h"
#include "store/sql/review_job_writer.h"

#include <chrono>

namespace gatehouse::store {

// Members may throw SqlFailure. The store outlives it.
class JobRun {
public:
    JobRun(Store &store, std::int64_t number);
    Result<ReviewJob> run(const std::function<Onward(const ReviewJob &)> &progress);
    Result<ReviewJob> cancel(); // as far as it came

private:
    using Steady = std::chrono::steady_clock;
    using Step = std::optional<std::int64_t>; // nothing: the claim is lost

    Status claim();
    Result<ReviewJob> goOn(const std::function<Onward(const ReviewJob &)> &progress);
    Status prepare(const ReviewJob &job);
    // Whether there may be more.
    Result<bool> changeSlice();
    Result<bool> takeBackSlice();
    Result<ReviewJob> end(JobState state);
    void leave() noexcept;
    void adapt(std::size_t size);
    template <class Work>
    Step inTransaction(Work &&work);

    Connection &m_connection;
    Store &m_store;
    std::unique_ptr<ReviewJobWriter> m_writer;
    JobClaim m_claim;
    SqlFilter m_filter;
    std::optional<MatchingCalls> m_calls;
    std::size_t m_size;
    Steady::duration m_held{}; // the lock, for the last transaction
};

} // namespace gatehouse::store
