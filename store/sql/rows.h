// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Index rows of interactions between database and values.

#include "store/records.h"
#include "store/sql/query.h"

#include <string>
#include <vector>

namespace gatehouse::store {

// The columns readInteraction() expects, in its order, of the table named or aliased `i`.
[[nodiscard]] const std::string &interactionColumns();
// The same for those who may not read the call's words: the snippet is empty.
[[nodiscard]] std::string interactionColumns(const Dialect &dialect);
[[nodiscard]] InteractionRow readInteraction(const Query &query, int firstColumn = 0);
// All rows left in the query.
[[nodiscard]] std::vector<InteractionRow> readInteractions(Query &query);

} // namespace gatehouse::store
