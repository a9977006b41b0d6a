// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Payment cards and bank accounts.

#include "core/checks/pii/identifier.h"

namespace gatehouse {

// Luhn, issuer ranges and the lengths each issuer uses.
[[nodiscard]] IdentifierKind cardIdentifier();

// A card number by itself: digits only.
[[nodiscard]] bool isCardNumber(std::string_view digits);
// An IBAN without spaces, in capitals: known country, its length, mod 97.
[[nodiscard]] bool isIban(std::string_view compact);
// Every IBAN in the text, written together or in groups of four.
void findIbans(std::string_view text, const std::function<void(const FoundIdentifier &)> &found);

} // namespace gatehouse
