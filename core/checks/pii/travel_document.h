// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The machine-readable lines of passports and identity cards (ICAO 9303), proven by their check digits.

#include <optional>
#include <string_view>

namespace gatehouse::pii {

// Where the second line of a passport or card that starts at `at` ends: the line that carries number, date of
// birth and date of expiry.
[[nodiscard]] std::optional<std::size_t> travelLineEnd(std::string_view text, std::size_t at);

} // namespace gatehouse::pii
