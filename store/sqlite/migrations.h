// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Brings a database to the newest schema, or says why it can't be ours.

#include "store/sqlite/connection.h"

namespace gatehouse::store {

// "GTHS": marks the file as ours (https://www.sqlite.org/pragma.html#pragma_application_id).
inline constexpr std::int64_t applicationId = 0x47544853;

// Corrupt: not a database, or another program's. Unsupported: from a newer version, or too old for ReadOnly.
// Safe when two processes do it at once. May throw SqlFailure.
[[nodiscard]] Status prepareSchema(SqliteConnection &connection, OpenMode mode);

} // namespace gatehouse::store
