// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a term of a filter is in SQL, before it is joined with the others.

#include "store/sql/filter_sql.h"

namespace gatehouse::store {

struct Condition {
    std::string sql;
    std::vector<SqlValue> values;
};

[[nodiscard]] std::vector<SqlValue> textValues(const std::vector<std::string> &values);
// The number a query answers; 0 when it answers nothing.
[[nodiscard]] std::int64_t countOf(
    Connection &connection, const std::string &sql, const std::vector<SqlValue> &values);

// Terms that an index of words or findings answers: text; check and rule.
[[nodiscard]] Condition textCondition(Connection &connection, const FilterTerm &term, const ReadPlan &plan);
[[nodiscard]] Condition findingCondition(Connection &connection, const FilterTerm &term, std::int64_t few);

// Terms that name calls, or calls like those: id, group, similar, payload, conversation.
[[nodiscard]] bool namesCalls(std::string_view field);
[[nodiscard]] Result<Condition> namedCondition(Connection &connection, const FilterTerm &term);

} // namespace gatehouse::store
