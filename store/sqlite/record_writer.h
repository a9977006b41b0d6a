// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Writes the records of calls inside a transaction the caller has begun: used by the journal and by sample
// data.

#include "store/records.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/query.h"

namespace gatehouse::store {

// Each may throw SQLite::Exception; the transaction must then be rolled back. An error that is returned
// concerns this record alone and nothing of it was written. Writing the same record again changes nothing.
[[nodiscard]] Status writeRequest(Connection &connection, const RequestRecord &record);
[[nodiscard]] Status writeVerdict(Connection &connection, const VerdictRecord &record);

// Calls still pending: their gateway died. Returns how many.
int interruptPending(Connection &connection);

// Keeps the list of recent changes, which live views follow.
void noteChange(Connection &connection, const Blob &id);
void trimChanges(Connection &connection);

// Takes a call out of the text index; nothing happens when it is not in it.
void removeFromSearch(Connection &connection, std::int64_t n);

} // namespace gatehouse::store
