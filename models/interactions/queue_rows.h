// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Rows from the store as lists show them.

#include "models/review/queue_row.h"
#include "store/service_levels.h"

#include <vector>

namespace gatehouse::console {

// On a worker's thread. Where the service levels can't be read nothing is due; the list itself is there.
[[nodiscard]] inline std::vector<QueueRow> queueRowsOf(
    store::Store &store, const std::vector<store::InteractionRow> &rows)
{
    const store::ServiceLevels levels = store::serviceLevels(store).value_or(store::ServiceLevels());
    std::vector<QueueRow> out;
    out.reserve(rows.size());
    for (const store::InteractionRow &row : rows)
        out.push_back(queueRowOf(row, levels));
    return out;
}

} // namespace gatehouse::console
