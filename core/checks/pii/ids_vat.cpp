// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// VAT numbers by country prefix, as the European Commission's VIES and HMRC describe them. Those of sole
// traders are personal data.
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::pii {

namespace {

struct VatCountry {
    std::string_view prefix;
    std::size_t length; // behind the prefix
    bool (*isValid)(std::string_view rest);
};

int remainderFrom11(std::string_view digits, std::initializer_list<int> weights)
{
    return (11 - weightedSum(digits, weights) % 11) % 11;
}

bool isAustrianVat(std::string_view rest)
{
    int sum = 4;
    for (std::size_t at = 1; at < 8; ++at)
        sum += digitSum(digitAt(rest, at) * (at % 2 == 0 ? 2 : 1));
    return rest.front() == 'U' && isDigits(rest.substr(1)) && (10 - sum % 10) % 10 == digitAt(rest, 8);
}

bool isBelgianVat(std::string_view rest)
{
    return isDigits(rest) && rest.front() <= '1'
        && 97 - remainderOf(rest.substr(0, 8), 97) == remainderOf(rest.substr(8), 100);
}

bool isCzechVat(std::string_view rest)
{
    return isDigits(rest) && (11 - weightedSum(rest, {8, 7, 6, 5, 4, 3, 2}) % 11) % 10 == digitAt(rest, 7);
}

bool isDanishVat(std::string_view rest)
{
    return isDigits(rest) && rest.front() != '0' && weightedSum(rest, {2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
}

bool isEstonianVat(std::string_view rest)
{
    return isDigits(rest) && weightedSum(rest, {3, 7, 1, 3, 7, 1, 3, 7, 1}) % 10 == 0;
}

bool isGreekVat(std::string_view rest)
{
    return isDigits(rest) && weightedSum(rest, {256, 128, 64, 32, 16, 8, 4, 2}) % 11 % 10 == digitAt(rest, 8);
}

// Of persons: the DNI, or the NIE with X, Y, Z for 0, 1, 2.
bool isSpanishVat(std::string_view rest)
{
    std::string digits(rest.substr(0, 8));
    if (digits.front() >= 'X' && digits.front() <= 'Z')
        digits.front() = static_cast<char>('0' + (digits.front() - 'X'));
    return isDigits(digits) && "TRWAGMYFPDXBNJZSQVHLCKE"[remainderOf(digits, 23)] == rest.back();
}

bool isFinnishVat(std::string_view rest)
{
    return isDigits(rest) && remainderFrom11(rest, {7, 9, 10, 5, 8, 4, 2}) == digitAt(rest, 7);
}

bool isFrenchVat(std::string_view rest)
{
    const std::string_view siren = rest.substr(2);
    return isDigits(rest) && passesLuhn(siren)
        && (12 + 3 * remainderOf(siren, 97)) % 97 == remainderOf(rest.substr(0, 2), 100);
}

bool isBritishVat(std::string_view rest)
{
    const int sum = weightedSum(rest, {8, 7, 6, 5, 4, 3, 2}) + remainderOf(rest.substr(7), 100);
    return isDigits(rest) && (sum % 97 == 0 || (sum + 55) % 97 == 0);
}

bool isHungarianVat(std::string_view rest)
{
    return isDigits(rest) && (10 - weightedSum(rest, {9, 7, 3, 1, 9, 7, 3}) % 10) % 10 == digitAt(rest, 7);
}

bool isItalianVat(std::string_view rest)
{
    return isDigits(rest) && passesLuhn(rest) && !isOneDigitRepeated(rest);
}

bool isLuxembourgishVat(std::string_view rest)
{
    return isDigits(rest) && remainderOf(rest.substr(0, 6), 89) == remainderOf(rest.substr(6), 100);
}

bool isMalteseVat(std::string_view rest)
{
    return isDigits(rest)
        && 37 - weightedSum(rest, {3, 4, 6, 7, 8, 9}) % 37 == remainderOf(rest.substr(6), 100);
}

// Nine digits by the test of eleven, or (since 2020) the whole by modulo 97 with letters as numbers.
bool isDutchVat(std::string_view rest)
{
    if (!isDigits(rest.substr(0, 9)) || rest[9] != 'B' || !isDigits(rest.substr(10)))
        return false;
    const bool old = weightedSum(rest, {9, 8, 7, 6, 5, 4, 3, 2, -1}) % 11 == 0;
    const std::string numbers = "2321" + std::string(rest.substr(0, 9)) + "11" + std::string(rest.substr(10));
    return old || remainderOf(numbers, 97) == 1;
}

bool isPolishVat(std::string_view rest)
{
    return isDigits(rest) && weightedSum(rest, {6, 5, 7, 2, 3, 4, 5, 6, 7}) % 11 == digitAt(rest, 9);
}

bool isPortugueseVat(std::string_view rest)
{
    const int check = remainderFrom11(rest, {9, 8, 7, 6, 5, 4, 3, 2});
    return isDigits(rest) && check % 10 == digitAt(rest, 8) && rest.front() != '0';
}

bool isSwedishVat(std::string_view rest)
{
    return isDigits(rest) && passesLuhn(rest.substr(0, 10)) && rest.substr(10) == "01";
}

bool isSlovenianVat(std::string_view rest)
{
    const int check = 11 - weightedSum(rest, {8, 7, 6, 5, 4, 3, 2}) % 11;
    return isDigits(rest) && check != 11 && check % 10 == digitAt(rest, 7);
}

bool isSlovakVat(std::string_view rest)
{
    return isDigits(rest) && rest.front() != '0' && remainderOf(rest, 11) == 0;
}

bool isGermanVat(std::string_view rest)
{
    return isDigits(rest) && rest.front() != '0' && passesMod11Hybrid10(rest);
}

bool isCroatianVat(std::string_view rest)
{
    return isDigits(rest) && passesMod11Hybrid10(rest);
}

constexpr std::array<VatCountry, 23> countries{{{"AT", 9, isAustrianVat}, {"BE", 10, isBelgianVat},
    {"CZ", 8, isCzechVat}, {"DE", 9, isGermanVat}, {"DK", 8, isDanishVat}, {"EE", 9, isEstonianVat},
    {"EL", 9, isGreekVat}, {"ES", 9, isSpanishVat}, {"FI", 8, isFinnishVat}, {"FR", 11, isFrenchVat},
    {"GB", 9, isBritishVat}, {"HR", 11, isCroatianVat}, {"HU", 8, isHungarianVat}, {"IT", 11, isItalianVat},
    {"LU", 8, isLuxembourgishVat}, {"MT", 8, isMalteseVat}, {"NL", 12, isDutchVat}, {"PL", 10, isPolishVat},
    {"PT", 9, isPortugueseVat}, {"SE", 12, isSwedishVat}, {"SI", 8, isSlovenianVat}, {"SK", 10, isSlovakVat},
    {"XI", 9, isBritishVat}}};

bool isVat(std::string_view id)
{
    const std::string_view rest = id.substr(2);
    const auto fits = [&](const VatCountry &country) {
        return id.starts_with(country.prefix) && rest.size() == country.length && country.isValid(rest);
    };
    return std::any_of(countries.begin(), countries.end(), fits);
}

} // namespace

std::vector<IdentifierKind> vatIdentifiers()
{
    return {{"vat-number",
        {{"AA99999999", 0.2}, {"AA999999999", 0.2}, {"AA9999999999", 0.3}, {"AA99999999999", 0.4},
            {"AA999999999999", 0.3}, {"AAA99999999", 0.4}, {"AA99999999A", 0.4}, {"AAA9999999A", 0.4},
            {"AA999999999A99", 0.6}, {"AA 99999999", 0.1}, {"AA 999999999", 0.2}, {"AA 9999999999", 0.2},
            {"AA 99999999999", 0.3}, {"AA 999_999_999", 0.3}, {"AA 9999_999_999", 0.4},
            {"AA9999.999.999", 0.5}, {"AA 999 9999 99", 0.4}, {"AA 99 999999999", 0.5},
            {"AA 99 999 999 999", 0.6}, {"AA-999999999", 0.2}, {"AA-9999999999", 0.2},
            {"AA 9999.99.999.A.99", 0.6}, {"AA999_9999_99", 0.4}},
        isVat,
        {"vat", "vat number", "vat no", "vat id", "ust-idnr", "ust-id", "ustid", "umsatzsteuer", "uid", "tva",
            "n° tva", "iva", "p.iva", "partita iva", "btw", "btw-nummer", "moms", "momsnr", "nip", "cif",
            "nif", "alv", "dič", "ič dph", "pdv", "ддс", "áfa", "αφμ", "käibemaksu", "tax number", "tax id"},
        0.85, "business-id"}};
}

} // namespace gatehouse::pii
