// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Payment cards and bank accounts.

#include "core/checks/pii/identifier.h"

#include <optional>
#include <string_view>

namespace gatehouse {

// A card number by itself: digits only. Luhn, issuer ranges and the lengths each issuer uses.
[[nodiscard]] bool isCardNumber(std::string_view digits);
// An IBAN without spaces, in capitals: known country, its length, mod 97.
[[nodiscard]] bool isIban(std::string_view compact);

namespace pii {

inline constexpr double ibanConfidence = 0.97;
// Where the IBAN that starts at `at` ends, written together or in groups of four.
[[nodiscard]] std::optional<std::size_t> ibanEnd(std::string_view text, std::size_t at);
// ISO 3166 codes of the countries that have a bank identifier code or an IBAN.
[[nodiscard]] bool isBicCountry(std::string_view code);

} // namespace pii

} // namespace gatehouse
