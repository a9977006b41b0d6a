// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The check-digit algorithms personal identifiers use. All take digits without separators; anything else is
// false.

#include <initializer_list>
#include <string_view>

namespace gatehouse {

// '0'..'9' as 0..9.
[[nodiscard]] inline int digitAt(std::string_view digits, std::size_t at)
{
    return digits[at] - '0';
}
[[nodiscard]] bool isDigits(std::string_view text);
// All characters the same: filler, whatever its checksum says.
[[nodiscard]] bool isOneDigitRepeated(std::string_view digits);
// The number modulo `modulus`, of any length.
[[nodiscard]] int remainderOf(std::string_view digits, int modulus);
// Sum of digit times weight, from the left, over as many as there are weights.
[[nodiscard]] int weightedSum(std::string_view digits, std::initializer_list<int> weights);

// ISO/IEC 7812-1 annex B.
[[nodiscard]] bool passesLuhn(std::string_view digits);
// Dihedral group D5 (Verhoeff 1969).
[[nodiscard]] bool passesVerhoeff(std::string_view digits);
// ISO/IEC 7064 MOD 11,10 (hybrid).
[[nodiscard]] bool passesMod11Hybrid10(std::string_view digits);
// ISO 13616: letters count 10 to 35, the first four characters move to the end, the remainder by 97 is 1.
[[nodiscard]] bool passesIbanMod97(std::string_view compact);

// 15 is 6.
[[nodiscard]] inline int digitSum(int number)
{
    return number / 10 + number % 10;
}
// Machine-readable travel documents (ICAO 9303 part 3, 4.9): letters count 10 to 35, '<' nothing, weights 7,
// 3, 1.
[[nodiscard]] int icaoCheck(std::string_view field);

// Two-digit year, month and day; a day that no year has is false.
[[nodiscard]] bool isDayAndMonth(int day, int month);

} // namespace gatehouse
