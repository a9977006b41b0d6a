// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Roles, grants, row security and the functions behind them, as store/postgres/access/ has them.

#include "store/sql/connection.h"

namespace gatehouse::store {

// Puts all of it in place, whatever was there before; inside a transaction, by whoever the tables belong to.
// May throw SqlFailure.
void putAccessInPlace(Connection &connection);

} // namespace gatehouse::store
