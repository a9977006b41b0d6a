// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::pii {

namespace {

// Personnummer and samordningsnummer (day plus 60): Luhn over the last ten digits.
bool isSwedish(std::string_view digits)
{
    const std::string_view ten = digits.substr(digits.size() - 10);
    const int day = remainderOf(ten.substr(4, 2), 100);
    return passesLuhn(ten) && isDayAndMonth(day > 60 ? day - 60 : day, remainderOf(ten.substr(2, 2), 100));
}

// Henkilötunnus: day, month, year, century sign, three digits and a check character by 31.
bool isHetu(std::string_view id)
{
    const std::string_view tail = id.substr(id.size() - 4);
    if (!isDigits(tail.substr(0, 3)))
        return false;
    const std::string digits = std::string(id.substr(0, 6)) + std::string(tail.substr(0, 3));
    return isDayAndMonth(remainderOf(id.substr(0, 2), 100), remainderOf(id.substr(2, 2), 100))
        && "0123456789ABCDEFHJKLMNPRSTUVWXY"[remainderOf(digits, 31)] == tail.back();
}

// Fødselsnummer and D-number (day plus 40): two check digits.
bool isNorwegian(std::string_view digits)
{
    const int first = (11 - weightedSum(digits, {3, 7, 6, 1, 8, 9, 4, 5, 2}) % 11) % 11;
    const int second = (11 - weightedSum(digits, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11) % 11;
    const int day = remainderOf(digits.substr(0, 2), 100);
    return first == digitAt(digits, 9) && second == digitAt(digits, 10)
        && isDayAndMonth(day > 40 ? day - 40 : day, remainderOf(digits.substr(2, 2), 100));
}

// CPR numbers issued since 2007 have no check digit: only the date can be proven.
bool isDanish(std::string_view digits)
{
    return isDayAndMonth(remainderOf(digits.substr(0, 2), 100), remainderOf(digits.substr(2, 2), 100));
}

// Kennitala: weights 3, 2, 7 to 2; the last digit is the century.
bool isKennitala(std::string_view digits)
{
    const int check = (11 - weightedSum(digits, {3, 2, 7, 6, 5, 4, 3, 2}) % 11) % 11;
    const bool century = digits[9] == '0' || digits[9] == '8' || digits[9] == '9';
    return century && check == digitAt(digits, 8)
        && isDayAndMonth(remainderOf(digits.substr(0, 2), 100), remainderOf(digits.substr(2, 2), 100));
}

// Isikukood and asmens kodas: two rows of weights, the second where the first gives ten.
bool isBaltic(std::string_view digits)
{
    int check = weightedSum(digits, {1, 2, 3, 4, 5, 6, 7, 8, 9, 1}) % 11;
    if (check == 10)
        check = weightedSum(digits, {3, 4, 5, 6, 7, 8, 9, 1, 2, 3}) % 11 % 10;
    return digits.front() >= '1' && digits.front() <= '8' && check == digitAt(digits, 10)
        && isDayAndMonth(remainderOf(digits.substr(5, 2), 100), remainderOf(digits.substr(3, 2), 100));
}

// Personas kods as given out until 2017: date of birth, weights 10, 5, 8, 4, 2, 1, 6, 3, 7, 9 and one.
bool isLatvian(std::string_view digits)
{
    const int check = (1 + weightedSum(digits, {10, 5, 8, 4, 2, 1, 6, 3, 7, 9})) % 11 % 10;
    return check == digitAt(digits, 10)
        && isDayAndMonth(remainderOf(digits.substr(0, 2), 100), remainderOf(digits.substr(2, 2), 100));
}

} // namespace

std::vector<IdentifierKind> northEuropeanIdentifiers()
{
    return {
        {"se-personal-number",
            {{"999999-9999", 0.55}, {"99999999-9999", 0.8}, {"999999+9999", 0.6}, {"999999999999", 0.3},
                {"999999 9999", 0.3}, {"9999999999", 0.1}},
            isSwedish,
            {"personnummer", "samordningsnummer", "personal number", "PNR", "persnr", "pnr number"}},
        {"fi-hetu", {{"999999-999*", 0.8}, {"999999A999*", 0.85}, {"999999+999*", 0.7}}, isHetu,
            {"hetu", "henkilötunnus", "personal identity code", "sotu"}},
        {"no-birth-number", {{"999999 99999", 0.65}, {"999999-99999", 0.5}, {"99999999999", 0.45}},
            isNorwegian,
            {"fødselsnummer", "fodselsnummer", "personnummer", "birth number", "d-nummer", "fnr"}},
        {"dk-cpr", {{"999999-9999", 0.3}, {"999999 9999", 0.1}, {"9999999999", 0}}, isDanish,
            {"cpr", "cpr-nummer", "cpr nummer", "cpr-nr", "personnummer"}, 0.8},
        {"is-kennitala", {{"999999-9999", 0.5}, {"9999999999", 0.1}}, isKennitala,
            {"kennitala", "kt", "kt."}},
        {"ee-personal-code", {{"99999999999", 0.3}}, isBaltic, {"isikukood", "personal code", "estonian id"}},
        {"lt-personal-code", {{"99999999999", 0.3}}, isBaltic,
            {"asmens kodas", "asmens kodo", "personal code", "lithuanian id"}},
        {"lv-personal-code", {{"999999-99999", 0.5}, {"99999999999", 0.1}}, isLatvian,
            {"personas kods", "personas kodu", "personal code", "latvian id"}},
    };
}

} // namespace gatehouse::pii
