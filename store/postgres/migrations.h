// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Brings a database's schema `gatehouse` to the newest version, or says why it can't be ours.

#include "store/postgres/connection.h"

namespace gatehouse::store {

// NotFound: there is none. Corrupt: another program's. Unsupported: from a newer version, or too old for
// ReadOnly. Safe when several processes do it at once. May throw SqlFailure.
[[nodiscard]] Status prepareSchema(PostgresConnection &connection, OpenMode mode);

} // namespace gatehouse::store
