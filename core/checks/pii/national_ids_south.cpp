// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>

namespace gatehouse {

namespace {

// Numéro d'inscription au répertoire: 97 minus the number modulo 97; Corsica's 2A and 2B count 19 and 18.
bool isNir(std::string_view id)
{
    std::string digits(id);
    if (digits[6] == 'A' || digits[6] == 'B') {
        if (digits[5] != '2')
            return false;
        digits[5] = '1';
        digits[6] = digits[6] == 'A' ? '9' : '8';
    }
    if (!isDigits(digits) || std::string_view("123478").find(digits.front()) == std::string_view::npos)
        return false;
    const int month = remainderOf(digits.substr(3, 2), 100);
    const bool monthKnown = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
    return monthKnown && 97 - remainderOf(digits.substr(0, 13), 97) == remainderOf(digits.substr(13, 2), 100);
}

bool isSpanishLetter(std::string_view digits, char letter)
{
    return "TRWAGMYFPDXBNJZSQVHLCKE"[remainderOf(digits, 23)] == letter;
}

bool isDni(std::string_view id)
{
    return isSpanishLetter(id.substr(0, 8), id.back());
}

// X, Y and Z count 0, 1 and 2.
bool isNie(std::string_view id)
{
    if (id.front() < 'X' || id.front() > 'Z')
        return false;
    const std::string digits = static_cast<char>('0' + (id.front() - 'X')) + std::string(id.substr(1, 7));
    return isSpanishLetter(digits, id.back());
}

// Codice fiscale: characters in odd places count by the table of the decree of 23 December 1976, even ones
// their value.
bool isFiscalCode(std::string_view id)
{
    static constexpr int odd[26]
        = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
    if (std::string_view("ABCDEHLMPRST").find(id[8]) == std::string_view::npos)
        return false;
    int sum = 0;
    for (std::size_t at = 0; at < 15; ++at) {
        const int value = id[at] <= '9' ? id[at] - '0' : id[at] - 'A';
        sum += at % 2 == 0 ? odd[value] : value;
    }
    return 'A' + sum % 26 == id.back();
}

// Número de identificação fiscal: weights 9 to 2.
bool isNif(std::string_view digits)
{
    const int rest = weightedSum(digits, {9, 8, 7, 6, 5, 4, 3, 2}) % 11;
    return std::string_view("1235689").find(digits.front()) != std::string_view::npos
        && !isOneDigitRepeated(digits) && (rest < 2 ? 0 : 11 - rest) == digitAt(digits, 8);
}

// Cod numeric personal: weights 279146358279, ten becomes one.
bool isCnp(std::string_view digits)
{
    const int rest = weightedSum(digits, {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9}) % 11;
    return digits.front() != '0' && (rest == 10 ? 1 : rest) == digitAt(digits, 12)
        && isDayAndMonth(remainderOf(digits.substr(5, 2), 100), remainderOf(digits.substr(3, 2), 100));
}

// Unified civil number: months run on by 20 and 40 for other centuries.
bool isEgn(std::string_view digits)
{
    const int check = weightedSum(digits, {2, 4, 8, 5, 10, 9, 7, 3, 6}) % 11 % 10;
    return check == digitAt(digits, 9)
        && isDayAndMonth(remainderOf(digits.substr(4, 2), 100), remainderOf(digits.substr(2, 2), 20));
}

bool isOib(std::string_view digits)
{
    return passesMod11Hybrid10(digits) && !isOneDigitRepeated(digits);
}

} // namespace

std::vector<IdentifierKind> southEuropeanIdentifiers()
{
    return {
        {"fr-nir", {{"9 99 99 9* 999 999 99", 0.9}, {"999999*99999999", 0.7}, {"99999 9* 999 999 99", 0.7}},
            isNir, {"nir", "securite sociale", "sécurité sociale", "sécu", "numéro de sécurité", "insee"}},
        {"es-dni", {{"99999999A", 0.6}, {"99999999-A", 0.65}, {"99.999.999-A", 0.7}}, isDni,
            {"dni", "nif", "identidad"}},
        {"es-nie", {{"A9999999A", 0.65}, {"A-9999999-A", 0.7}, {"A9999999-A", 0.65}}, isNie,
            {"nie", "extranjero"}},
        {"it-fiscal-code", {{"AAAAAA99A99A999A", 0.95}}, isFiscalCode, {"codice fiscale", "cf"}},
        {"pt-nif", {{"999 999 999", 0.2}, {"999999999", 0.1}}, isNif, {"nif", "contribuinte", "fiscal"}},
        {"ro-cnp", {{"9999999999999", 0.35}}, isCnp, {"cnp", "cod numeric"}},
        {"bg-egn", {{"9999999999", 0.1}}, isEgn, {"egn", "егн"}},
        {"hr-oib", {{"99999999999", 0.1}}, isOib, {"oib", "osobni identifikacijski"}},
    };
}

} // namespace gatehouse
