// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The few numbers that say how a period went.

#include "store/records.h"
#include "store/store.h"

namespace gatehouse::store {

struct Figures {
    std::int64_t calls = 0; // all of the period
    std::int64_t blocked = 0;
    std::int64_t flagged = 0;
    std::int64_t spendUusd = 0;
    std::int64_t openReviews = 0; // now, whenever they were made

    friend bool operator==(const Figures &, const Figures &) = default;
};
// From the beginning of the hour `from` is in.
[[nodiscard]] Result<Figures> figuresSince(Store &store, Timestamp from);

} // namespace gatehouse::store
