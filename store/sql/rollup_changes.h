// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Counts calls into the rollups, or out of them, from the rows that the store has of them.

#include "store/sql/query.h"

#include <vector>

namespace gatehouse::store {

// Inside the transaction that changes or deletes them, before it does; may throw SqlFailure.
void takeFromRollups(Connection &connection, const std::vector<std::int64_t> &numbers);
// As they stand now.
void addToRollups(Connection &connection, const std::vector<std::int64_t> &numbers);
// What checks took and what they read, of hours before this time, and which kinds of calls there were then.
void forgetMeasures(Connection &connection, Timestamp before);

} // namespace gatehouse::store
