// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/service_levels.h"

#include "store/policies.h"

namespace gatehouse::store {

bool waitsForReview(ReviewState state)
{
    return state == ReviewState::Open || state == ReviewState::InReview || state == ReviewState::Escalated;
}

std::optional<Timestamp> ServiceLevels::dueAt(const InteractionRow &row) const
{
    const auto within = times.of(row.severity);
    if (!within || !waitsForReview(row.state))
        return {};
    return row.at + *within;
}

Result<ServiceLevels> serviceLevels(Store &store)
{
    const auto policy = publishedPolicy(store);
    if (policy)
        return ServiceLevels{reviewTimesOf(policy->json)};
    if (policy.error().kind == ErrorKind::NotFound)
        return ServiceLevels();
    return tl::unexpected(policy.error());
}

} // namespace gatehouse::store
