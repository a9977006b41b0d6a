// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What each field of the filter language may hold; shared by the parser and the compiler to SQL.

#include "core/message/segment.h"
#include "store/filter.h"

namespace gatehouse::store {

// InvalidInput for an unknown field, a word that is no value of its field, or a comparison it does not know.
[[nodiscard]] Status checkTerm(const FilterTerm &term);
// since, until and due: a second value replaces the first.
[[nodiscard]] bool isSingleValued(std::string_view field);
[[nodiscard]] bool isComparable(std::string_view field);
// A score as written, as the store keeps it: in millionths.
[[nodiscard]] Result<std::int64_t> scoreOf(const std::string &word);
[[nodiscard]] std::int64_t millionths(double score);
// A finding keeps the zones of its evidence as a set.
[[nodiscard]] constexpr std::int64_t zoneBit(TrustZone zone)
{
    return std::int64_t{1} << static_cast<int>(zone);
}
// The number the store keeps for a word of a field that has filterWords().
[[nodiscard]] Result<std::int64_t> numberOf(const std::string &field, const std::string &word);
// A time as written, or that long before `now`.
[[nodiscard]] Result<Timestamp> timeOf(const std::string &text, Timestamp now);
// What is to be decided until then is due: now for "overdue", a time as written, or that long after `now`.
[[nodiscard]] Result<Timestamp> dueUntil(const std::string &text, Timestamp now);

} // namespace gatehouse::store
