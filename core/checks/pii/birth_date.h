// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Dates of birth: a date in any common writing right after (or before) "born", "DOB", "né le", "geboren am",
// …

#include "core/checks/pattern_set.h"
#include "core/checks/pii/identifier_finder.h"

#include <optional>
#include <string_view>

namespace gatehouse::pii {

// The words for birth in many languages.
[[nodiscard]] PatternSource birthWords();
// Dates that stand beside the word at `word`.
void findBirthDates(std::string_view text, ByteRange word, const FoundSink &found);

// Where the date that starts at `at` ends: "1985-03-12", "12/3/85", "12. März 1985", "March 12th, 1985",
// "1985年3月12日".
[[nodiscard]] std::optional<std::size_t> dateEnd(std::string_view text, std::size_t at);

} // namespace gatehouse::pii
