// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The list of recent changes, and calls whose gateway will not come back to them.

#include "store/sql/query.h"

#include <string>

namespace gatehouse::store {

// Each inside the caller's transaction; may throw SqlFailure.

// Keeps the list of recent changes, which live views follow.
void noteChange(Connection &connection, const Blob &id);
void trimChanges(Connection &connection);

// Pending calls that `which` selects (number and id): their gateway died. They are settled at what was
// reserved for them. Returns how many.
int interruptPending(Connection &connection, const std::string &which);

} // namespace gatehouse::store
