// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The price table in force: the built-in list prices, changed by what the store says.

#include "core/access/price_table.h"
#include "store/store.h"

namespace gatehouse::store {

struct ListedPrice {
    PriceRow row;
    bool builtIn = false; // as it came with the program
};
// Sorted by model pattern.
[[nodiscard]] Result<std::vector<ListedPrice>> listPrices(Store &store);
// Prices are micro-USD for a million tokens, 0 to one USD a token. Audited.
[[nodiscard]] Status setPrice(Store &store, const PriceRow &row);
// The pattern has no price any more, neither its own nor the built-in one. NotFound when it had none;
// audited.
[[nodiscard]] Status removePrice(Store &store, const std::string &model);
// What the store says of the pattern is forgotten, so that it is as it came with the program. NotFound when
// the store says nothing of it; audited.
[[nodiscard]] Status revertPrice(Store &store, const std::string &model);
[[nodiscard]] Result<PriceTable> loadPrices(Store &store);

[[nodiscard]] std::string toJson(const ListedPrice &price);

} // namespace gatehouse::store
