// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A filter as a condition over the table `interaction i`, every value bound.

#include "store/filter.h"
#include "store/sql/query.h"
#include "store/sql/text_search.h"

#include <optional>

namespace gatehouse::store {

struct SqlFilter {
    static constexpr const char *everything = "TRUE";
    std::string where = everything;
    std::vector<SqlValue> values; // for the parameters of `where`, in order

    // Joins one more condition with and.
    void require(const std::string &condition, std::vector<SqlValue> bound = {});
};

// What decides how an engine without statistics goes about it; what matches is the same.
struct ReadPlan {
    Reads reads = Reads::All;
    // Fewer calls than this with a finding are gone to directly; of more, enough are among the newest, which
    // lists show first. 20,000 are gone to in some 100 ms.
    std::int64_t fewFindings = 20000;
    std::optional<TextWay> text = {}; // none: the one that costs least
};

// That `column` holds one of the term's values; that it holds one of the numbers which words of the term's
// field stand for, or compares to it (InvalidInput as parseFilter gives it).
[[nodiscard]] SqlFilter holdsText(const std::string &column, const FilterTerm &term);
[[nodiscard]] Result<SqlFilter> holdsNumber(const std::string &column, const FilterTerm &term);

// Ages are counted from the store's now. InvalidInput as parseFilter gives it.
[[nodiscard]] Result<SqlFilter> compileFilter(Store &store, const Filter &filter, const ReadPlan &plan = {});

} // namespace gatehouse::store
