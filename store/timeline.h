// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The calls a filter matches over its time, in equal steps: at once from the rollups where the filter asks
// for nothing they don't know, else counted piece by piece, newest first.

#include "store/filter.h"
#include "store/records.h"
#include "store/store.h"

#include <array>
#include <vector>

namespace gatehouse::store {

struct Timeline {
    struct Step {
        std::array<std::int64_t, 5> verdicts{}; // by VerdictKind
        friend bool operator==(const Step &, const Step &) = default;
    };
    Timestamp from{}; // of the first step; what the filter's `since` leaves out of it is not counted
    Micros step{};
    std::vector<Step> steps; // oldest first; none when there is no call at all
    std::size_t uncounted = 0; // of the steps, the oldest
    std::size_t piece = 4; // steps to be counted next
    bool isRolledUp = false; // as cheap to be asked again

    [[nodiscard]] Timestamp startOf(std::size_t number) const
    {
        return from + static_cast<std::int64_t>(number) * step;
    }
    friend bool operator==(const Timeline &, const Timeline &) = default;
};

// The filter's time from `since` to `until`; without them from the oldest call, until now. InvalidInput as
// the filter language gives it.
[[nodiscard]] Result<Timeline> beginTimeline(Store &store, const Filter &filter);
// With the next piece counted; one that is over soon.
[[nodiscard]] Result<Timeline> continueTimeline(Store &store, const Filter &filter, Timeline timeline);

} // namespace gatehouse::store
