// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What an engine writes of jobs: a file's programs do it themselves, in a database its own functions do,
// which know who may change which calls.

#include "store/review_jobs.h"
#include "store/sql/filter_sql.h"
#include "store/sql/query.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::store {

// Calls in the order of their ids, newest first.
struct CallSlice {
    std::vector<std::int64_t> numbers;
    Blob newest, oldest; // ids
};

// Whoever runs a job, for as long as that is heard of.
struct JobClaim {
    std::int64_t job = 0;
    std::string worker;
};

// Each but the first inside the caller's transaction; may throw SqlFailure.
class ReviewJobWriter {
public:
    virtual ~ReviewJobWriter() = default;
    // Outside a transaction: from now on slices need not be on disk when they are committed. A power failure
    // takes back the last ones with how far the job says it is, and it is gone on with from there.
    virtual void hurry([[maybe_unused]] bool yes) { }
    virtual std::int64_t start(const JobOrder &order, const Blob &ceiling) = 0;
    virtual std::int64_t startTakingBack(std::int64_t of) = 0;
    // False when somebody else runs it or it is at its end.
    virtual bool claim(const JobClaim &claim) = 0;

    // All below: nothing when the claim is lost.
    // Changes those of the slice that match the filter still; how many these were.
    virtual std::optional<std::int64_t> change(
        const JobClaim &claim, const CallSlice &slice, const SqlFilter &filter)
        = 0;
    // Notes that nothing down to this id matches.
    virtual std::optional<std::int64_t> skip(const JobClaim &claim, const Blob &reached) = 0;
    // Takes back the next slice of the other job; how many calls it had, 0 when there is none left.
    virtual std::optional<std::int64_t> takeBack(const JobClaim &claim) = 0;
    // With its audit entry.
    virtual std::optional<std::int64_t> end(const JobClaim &claim, JobState state) = 0;
    virtual std::optional<std::int64_t> leave(const JobClaim &claim) = 0;

    // False when nothing is left to be tidied.
    virtual bool tidy() = 0;
};

// Changed calls that are noted one by one for those who follow changes; of more, the list is said to be
// overrun.
inline constexpr std::int64_t changesNotedOneByOne = 2000;

} // namespace gatehouse::store
