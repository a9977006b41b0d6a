// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Rows from the store as lists show them.

#include "models/review/queue_row.h"
#include "store/records.h"

#include <vector>

namespace gatehouse::console {

[[nodiscard]] inline std::vector<QueueRow> queueRowsOf(const std::vector<store::InteractionRow> &rows)
{
    std::vector<QueueRow> out;
    out.reserve(rows.size());
    for (const store::InteractionRow &row : rows)
        out.push_back(queueRowOf(row));
    return out;
}

} // namespace gatehouse::console
