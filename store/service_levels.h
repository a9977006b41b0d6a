// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// When what was found in a call is due to be decided on. The policy in force says how soon, for every call
// that waits, whichever version judged it: a promise is kept by those who gave it last.

#include "core/policy/review_times.h"
#include "store/records.h"
#include "store/store.h"

namespace gatehouse::store {

// Whether somebody has yet to decide.
[[nodiscard]] bool waitsForReview(ReviewState state);

struct ServiceLevels {
    ReviewTimes times;
    // Nothing for a call that waits for nobody, and where the policy says nothing of its severity.
    [[nodiscard]] std::optional<Timestamp> dueAt(const InteractionRow &row) const;
};
// Without a published policy, none.
[[nodiscard]] Result<ServiceLevels> serviceLevels(Store &store);

} // namespace gatehouse::store
