// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/figures.h"

#include "store/sql/query.h"

namespace gatehouse::store {

namespace {

const std::string ofPeriod
    = "SELECT count(*), count(*) FILTER (WHERE verdict = ?2), count(*) FILTER (WHERE verdict = ?3), "
      "coalesce(sum(cost_uusd), 0) FROM interaction WHERE at >= ?1";
// The list of states is spelt out so that the partial index of the queue answers.
const std::string openNow = "SELECT count(*) FROM interaction WHERE state IN (1, 2, 3)";

} // namespace

Result<Figures> figuresSince(Store &store, Timestamp from)
{
    return attempt(store.connection(), [&]() -> Result<Figures> {
        Figures figures;
        Query period(store.connection(), ofPeriod, from, VerdictKind::Blocked, VerdictKind::Flagged);
        if (period.step()) {
            figures.calls = period.integer(0);
            figures.blocked = period.integer(1);
            figures.flagged = period.integer(2);
            figures.spendUusd = period.integer(3);
        }
        Query open(store.connection(), openNow);
        if (open.step())
            figures.openReviews = open.integer(0);
        return figures;
    });
}

} // namespace gatehouse::store
