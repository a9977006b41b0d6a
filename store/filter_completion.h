// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What can stand where somebody is writing a filter: the word that is being written, and the values of its
// field that the store knows.

#include "core/base/byte_range.h"
#include "store/filter.h"
#include "store/store.h"

namespace gatehouse::store {

struct FilterWord {
    std::string field; // whose value it is, in lower case; "" for a field or a bare word
    std::string prefix; // of it, up to the place asked about; without quotes
    ByteRange word; // what a completion takes the place of
    bool hasSign = false; // of a field: a colon or comparison follows
};
// The word that holds or ends at byte `at`; empty and of length 0 between words.
[[nodiscard]] FilterWord filterWordAt(std::string_view text, std::size_t at);
// A value as a filter spells it: in quotes where it must be.
[[nodiscard]] std::string filterValueText(std::string_view value);

// Names, keys, rules and so on, A to Z, at most `limit`; of what only calls tell, that of the newest calls.
// Empty for fields whose values nobody lists. Of a field that has filterWords(), those.
[[nodiscard]] Result<std::vector<std::string>> knownFilterValues(
    Store &store, std::string_view field, std::size_t limit);

} // namespace gatehouse::store
