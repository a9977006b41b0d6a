// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::pii {

namespace {

// Tax File Number: weighted sum divisible by 11, eight or nine digits.
bool isTfn(std::string_view digits)
{
    const int sum = digits.size() == 9 ? weightedSum(digits, {1, 4, 3, 7, 5, 8, 6, 9, 10})
                                       : weightedSum(digits, {10, 7, 8, 4, 6, 3, 5, 1});
    return sum % 11 == 0 && !isOneDigitRepeated(digits);
}

bool isAustralianMedicare(std::string_view digits)
{
    return digits.front() >= '2' && digits.front() <= '6'
        && weightedSum(digits, {1, 3, 7, 9, 1, 3, 7, 9}) % 10 == digitAt(digits, 8);
}

// Australian Business Number: one taken from the first digit, then divisible by 89.
bool isAbn(std::string_view digits)
{
    const int sum = weightedSum(digits, {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19}) - 10;
    return digits.front() != '0' && sum % 89 == 0;
}

// Individual Healthcare Identifier (AS 5017): 800360, Luhn.
bool isIhi(std::string_view digits)
{
    return digits.starts_with("800360") && passesLuhn(digits);
}

// Inland Revenue: weights 3, 2, 7 to 2, and a second row where the first gives ten.
bool isIrd(std::string_view digits)
{
    const std::string nine = std::string(9 - digits.size(), '0') + std::string(digits);
    const int number = remainderOf(nine, 1000000000);
    if (number < 10000000 || number > 150000000 || isOneDigitRepeated(digits))
        return false;
    int check = (11 - weightedSum(nine, {3, 2, 7, 6, 5, 4, 3, 2}) % 11) % 11;
    if (check == 10)
        check = (11 - weightedSum(nine, {7, 4, 3, 2, 5, 2, 7, 6}) % 11) % 11;
    return check == digitAt(nine, 8);
}

// National Health Index (HISO 10046): letters without I and O, weights 7 to 2.
bool isNhi(std::string_view id)
{
    static constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    int sum = 0;
    for (std::size_t at = 0; at < 6; ++at) {
        const std::size_t letter = letters.find(id[at]);
        if (at < 3 && letter == std::string_view::npos)
            return false;
        sum += (at < 3 ? static_cast<int>(letter) + 1 : digitAt(id, at)) * static_cast<int>(7 - at);
    }
    return sum % 11 != 0 && (11 - sum % 11) % 10 == digitAt(id, 6);
}

} // namespace

std::vector<IdentifierKind> pacificIdentifiers()
{
    return {
        {"au-tfn", {{"999 999 999", 0.3}, {"999-999-999", 0.3}, {"99999999", 0.1}, {"999999999", 0.1}}, isTfn,
            {"tfn", "tax file"}},
        {"au-medicare",
            {{"9999 99999 9", 0.5}, {"9999-99999-9", 0.5}, {"9999999999", 0.1}, {"99999999999", 0.1}},
            isAustralianMedicare, {"medicare"}},
        {"au-ihi", {{"9999 9999 9999 9999", 0.7}, {"9999999999999999", 0.6}}, isIhi,
            {"ihi", "healthcare identifier"}},
        {"au-abn", {{"99 999 999 999", 0.5}, {"99999999999", 0.1}}, isAbn, {"abn", "business number"}, 0.9,
            "business-id"},
        {"nz-ird", {{"999-999-999", 0.2}, {"99-999-999", 0.3}, {"999999999", 0.05}, {"99999999", 0}}, isIrd,
            {"ird", "inland revenue", "ird number"}},
        {"nz-nhi", {{"AAA9999", 0.05}}, isNhi, {"nhi", "health index"}},
    };
}

} // namespace gatehouse::pii
