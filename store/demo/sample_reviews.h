// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What sample analysts did about the sample calls: most of the older ones are decided.

#include "store/demo/dice.h"
#include "store/records.h"
#include "store/store.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gatehouse::store {

class SampleReviews {
public:
    SampleReviews(std::uint64_t seed, Timestamp now);

    // Draws what becomes of one call.
    void consider(const InteractionRow &row, VerdictKind finalVerdict);
    // Writes the decisions, as the analysts who made them.
    [[nodiscard]] Status apply(Store &store);

private:
    Dice m_dice;
    Timestamp m_now;
    std::map<std::pair<std::string, Disposition>, std::vector<InteractionId>> m_decided; // by analyst
    std::map<std::string, std::vector<InteractionId>> m_assigned;
    std::vector<InteractionId> m_escalated;
};

} // namespace gatehouse::store
