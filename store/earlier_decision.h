// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who was first when two decide about the same call: the facts of such a Conflict, for whoever says them in
// words of their own.

#include "store/reviews.h"

#include <optional>
#include <string>

namespace gatehouse::store {

enum class EarlierDeed { Changed, Took, Gave, GaveBack, Closed, Escalated, Reopened, Released, Denied };

struct EarlierDecision {
    std::string who; // the login; "" when the store does not know
    EarlierDeed deed = EarlierDeed::Changed;
    Disposition disposition = Disposition::None; // of Closed
    std::string to = {}; // of Gave
    std::optional<Timestamp> at = {}; // nullopt when the store does not know
};

// What was done last to a call that was `seen` otherwise. NotFound: there is no such call, or it is as it was
// seen.
[[nodiscard]] Result<EarlierDecision> earlierDecision(Store &store, const SeenCall &seen);

// "ada marked it benign 2 minutes ago", in the English of the command line.
[[nodiscard]] std::string line(const EarlierDecision &earlier, Timestamp now);

} // namespace gatehouse::store
