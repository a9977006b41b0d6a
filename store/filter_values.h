// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What each field of the filter language may hold; shared by the parser and the compiler to SQL.

#include "store/filter.h"

namespace gatehouse::store {

// InvalidInput for an unknown field, a word that is no value of its field, or a comparison it does not know.
[[nodiscard]] Status checkTerm(const FilterTerm &term);
// since and until: a second value replaces the first.
[[nodiscard]] bool isSingleValued(std::string_view field);
// The number the store keeps for a word of "verdict", "severity", "outcome", "state" or "disposition".
[[nodiscard]] Result<std::int64_t> numberOf(const std::string &field, const std::string &word);
// A time as written, or that long before `now`.
[[nodiscard]] Result<Timestamp> timeOf(const std::string &text, Timestamp now);

} // namespace gatehouse::store
