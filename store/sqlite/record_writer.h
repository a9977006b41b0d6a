// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Writes the records of calls inside a transaction the caller has begun: used by the journal and by sample
// data.

#include "store/records.h"
#include "store/sql/connection.h"
#include "store/sql/query.h"
#include "store/sqlite/usage_rows.h"

namespace gatehouse::store {

// Each may throw SqlFailure; the transaction must then be rolled back. An error that is returned
// concerns this record alone and nothing of it was written. Writing the same record again changes nothing.
// What the record adds to or corrects of its key's usage is noted in `usage`, to be written with the
// transaction.
[[nodiscard]] Status writeRequest(Connection &connection, const RequestRecord &record, UsageSheet &usage);
[[nodiscard]] Status writeVerdict(Connection &connection, const VerdictRecord &record, UsageSheet &usage);
// Both of one call at once: the same rows as one after the other, for half the work.
[[nodiscard]] Status writeCall(
    Connection &connection, const RequestRecord &request, const VerdictRecord &verdict, UsageSheet &usage);

// Calls still pending whose gateway died, as the dialect's `which` finds them. They are settled at what was
// reserved for them. Returns how many.
int interruptPending(Connection &connection, const std::string &which);

// Keeps the list of recent changes, which live views follow.
void noteChange(Connection &connection, const Blob &id);
void trimChanges(Connection &connection);

} // namespace gatehouse::store
