// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a transaction counted, in one statement a table.

#include "store/sql/connection.h"
#include "store/sql/rollup_sheet.h"

namespace gatehouse::store {

// At the end of the transaction; may throw SqlFailure.
void writeRollups(Connection &connection, const RollupSheet &sheet);

} // namespace gatehouse::store
