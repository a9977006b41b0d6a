// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/figures.h"

#include "store/rollups.h"

namespace gatehouse::store {

Result<Figures> figuresSince(Store &store, Timestamp from)
{
    // Calls of a gateway whose clock is ahead count.
    const auto teams
        = countsByName(store, RollupDim::All, {from, store.clock().now() + std::chrono::days(14)});
    if (!teams)
        return tl::unexpected<Error>(teams.error());
    const auto open = openReviews(store);
    if (!open)
        return tl::unexpected<Error>(open.error());
    Figures figures;
    figures.openReviews = *open;
    for (const auto &[team, counts] : *teams) {
        figures.calls += counts.calls();
        figures.blocked += counts.of(VerdictKind::Blocked);
        figures.flagged += counts.of(VerdictKind::Flagged);
        figures.spendUusd += counts.costUusd;
    }
    return figures;
}

} // namespace gatehouse::store
