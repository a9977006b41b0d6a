// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Telephone numbers: international ones by country code and length, national ones by how their country groups
// the digits, any other only beside words for telephone.

#include "core/checks/pii/identifier_finder.h"

#include <span>
#include <string_view>

namespace gatehouse::pii {

// "phone", "téléphone", "電話", …
[[nodiscard]] std::span<const std::string_view> phoneWords();

void findPhones(std::string_view text, const FoundSink &found);

// How a country writes its own numbers: 9 any digit, N 2 to 9, M 1 to 9, a digit itself, _ one or two of
// space, dash, dot, slash and round brackets. `alone` is the confidence without a word beside it.
struct NationalPhone {
    std::string_view country; // ISO 3166
    std::string_view form;
    double alone = 0;
};
[[nodiscard]] std::span<const NationalPhone> nationalPhones();

// Whether the digits (country code first) have a length the country uses.
[[nodiscard]] bool isInternationalNumber(std::string_view digits);

} // namespace gatehouse::pii
