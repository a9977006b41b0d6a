// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A filter as a condition over the table `interaction i`, every value bound.

#include "store/filter.h"
#include "store/sqlite/query.h"

namespace gatehouse::store {

struct SqlFilter {
    std::string where = "1";
    std::vector<SqlValue> values; // for the parameters of `where`, in order

    // Joins one more condition with and.
    void require(const std::string &condition, std::vector<SqlValue> bound = {});
};

// Ages are counted from `now`. InvalidInput as parseFilter gives it.
[[nodiscard]] Result<SqlFilter> compileFilter(const Filter &filter, Timestamp now);

} // namespace gatehouse::store
