// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::pii {

namespace {

// NHS data dictionary: weights 10 to 2; a check of 10 is never issued.
bool isNhs(std::string_view digits)
{
    const int check = (11 - weightedSum(digits, {10, 9, 8, 7, 6, 5, 4, 3, 2}) % 11) % 11;
    return check != 10 && check == digitAt(digits, 9) && !isOneDigitRepeated(digits);
}

// HMRC: letters never used in the first two places, prefixes kept back, suffix A to D.
bool isNino(std::string_view id)
{
    static constexpr std::array<std::string_view, 7> keptBack{"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};
    const std::string_view prefix = id.substr(0, 2);
    return prefix.find_first_of("DFIQUV") == std::string_view::npos && prefix[1] != 'O'
        && std::find(keptBack.begin(), keptBack.end(), prefix) == keptBack.end() && id.back() >= 'A'
        && id.back() <= 'D';
}

// Personal Public Service number: weights 8 to 2, a second letter counts nine times its place.
bool isPps(std::string_view id)
{
    int sum = weightedSum(id, {8, 7, 6, 5, 4, 3, 2});
    if (id.size() == 9 && id.back() != 'W')
        sum += (id.back() - 'A' + 1) * 9;
    return "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23] == id[7];
}

// Community Health Index of Scotland: date of birth, weights 10 to 2 modulo 11.
bool isChi(std::string_view digits)
{
    const int check = (11 - weightedSum(digits, {10, 9, 8, 7, 6, 5, 4, 3, 2}) % 11) % 11;
    return check == digitAt(digits, 9)
        && isDayAndMonth(remainderOf(digits.substr(0, 2), 100), remainderOf(digits.substr(2, 2), 100));
}

// Unique Taxpayer Reference: the first digit checks the others.
bool isUtr(std::string_view digits)
{
    const int rest = weightedSum(digits.substr(1), {6, 7, 8, 9, 10, 5, 4, 3, 2}) % 11;
    return "21987654321"[rest] == digits.front();
}

// Driver and Vehicle Licensing Agency: surname padded with 9, decade, month (50 more for women), day, year,
// initials, three characters of their own.
bool isDvla(std::string_view id)
{
    const std::string_view name = id.substr(0, 5);
    const std::size_t padding = name.find('9');
    const bool named = padding > 0
        && std::all_of(name.begin(), name.end(), [](char c) { return c == '9' || (c >= 'A' && c <= 'Z'); })
        && (padding == std::string_view::npos
            || name.find_first_not_of('9', padding) == std::string_view::npos);
    const int month = remainderOf(id.substr(6, 2), 100);
    return named && isDayAndMonth(remainderOf(id.substr(8, 2), 100), month > 50 ? month - 50 : month);
}

} // namespace

std::vector<IdentifierKind> britishIdentifiers()
{
    return {
        {"uk-nhs-number", {{"999 999 9999", 0.4}, {"999-999-9999", 0.3}, {"9999999999", 0.1}}, isNhs,
            {"nhs", "national health", "patient", "health and care number"}},
        {"uk-nino",
            {{"AA999999A", 0.75}, {"AA 99 99 99 A", 0.8}, {"AA 999999 A", 0.75}, {"AA-99-99-99-A", 0.8},
                {"AA999999 A", 0.7}},
            isNino, {"nino", "national insurance", "ni number", "ni no"}},
        {"uk-chi", {{"9999999999", 0.05}, {"999999 9999", 0.3}}, isChi,
            {"chi", "chi number", "community health"}},
        {"uk-utr", {{"9999999999", 0.05}, {"99999 99999", 0.2}}, isUtr,
            {"utr", "unique taxpayer", "self assessment", "tax reference"}},
        {"uk-driving-licence",
            {{"*****999999**9AA", 0.75}, {"*****999999*99AA", 0.75}, {"***** 999999 **9AA", 0.8}}, isDvla,
            {"driving licence", "driver number", "licence number", "dvla"}, 0.9},
        {"ie-pps", {{"9999999A", 0.4}, {"9999999AA", 0.5}}, isPps, {"pps", "ppsn", "public service"}},
    };
}

} // namespace gatehouse::pii
