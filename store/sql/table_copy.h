// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows of a table of one store, as they are, and into the same table of another.

#include "store/sql/query.h"

#include <optional>
#include <string>
#include <vector>

namespace gatehouse::store {

struct CopiedTable {
    std::string name;
    // "name:kind …", kinds being i (integer), t (text), b (bytes); any may be null.
    std::string columns;
    std::string order; // by what rows are read, and so written
};

using CopiedRow = std::vector<std::optional<SqlValue>>;

// The names, "a, b, c"; each with `prefix` before it.
[[nodiscard]] std::string columnNames(const CopiedTable &table, const std::string &prefix = {});
[[nodiscard]] std::size_t columnCount(const CopiedTable &table);

// The columns of `table` from `first` on in the row a query stands at.
[[nodiscard]] CopiedRow readRow(const Query &query, const CopiedTable &table, int first = 0);
// All rows in few statements.
void insertRows(Connection &connection, const CopiedTable &table, const std::vector<CopiedRow> &rows);
[[nodiscard]] std::int64_t countRows(Connection &connection, const std::string &table);

} // namespace gatehouse::store
