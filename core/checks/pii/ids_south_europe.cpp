// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::pii {

namespace {

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
// their value. Where two people would get the same code, digits become letters from the right (omocodia).
bool isFiscalCode(std::string_view id)
{
    static constexpr int odd[26]
        = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
    static constexpr std::string_view asDigits = "LMNPQRSTUV";
    for (const std::size_t place : {6U, 7U, 9U, 10U, 12U, 13U, 14U}) {
        const bool digit = id[place] >= '0' && id[place] <= '9';
        if (!digit && asDigits.find(id[place]) == std::string_view::npos)
            return false;
    }
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

// Número de la Seguridad Social: province and number modulo 97; a number below ten million has one digit
// less.
bool isNuss(std::string_view digits)
{
    const std::string_view province = digits.substr(0, 2), number = digits.substr(2, 8);
    const std::string whole
        = std::string(province) + std::string(number.front() == '0' ? number.substr(1) : number);
    return remainderOf(whole, 97) == remainderOf(digits.substr(10), 100) && !isOneDigitRepeated(digits);
}

// Número de Identificação da Segurança Social: the first ten primes, downwards.
bool isNiss(std::string_view digits)
{
    const int check = 9 - weightedSum(digits, {29, 23, 19, 17, 13, 11, 7, 5, 3, 2}) % 10;
    return (digits.front() == '1' || digits.front() == '2') && check == digitAt(digits, 10);
}

// Cartão de cidadão: letters count 10 to 35, every second from the right end doubled.
bool isPortugueseCard(std::string_view id)
{
    int sum = 0;
    for (std::size_t at = 0; at < id.size(); ++at) {
        int value = id[at] <= '9' ? id[at] - '0' : id[at] - 'A' + 10;
        if (at % 2 == 0)
            value = value * 2 > 9 ? value * 2 - 9 : value * 2;
        sum += value;
    }
    return sum % 10 == 0;
}

bool isPartitaIva(std::string_view digits)
{
    const int office = remainderOf(digits.substr(7, 3), 1000);
    const bool known
        = (office >= 1 && office <= 100) || office == 120 || office == 121 || office == 888 || office == 999;
    return known && passesLuhn(digits) && !isOneDigitRepeated(digits.substr(0, 7));
}

// Social security of Greece: date of birth, then Luhn over all eleven.
bool isAmka(std::string_view digits)
{
    return isDayAndMonth(remainderOf(digits.substr(0, 2), 100), remainderOf(digits.substr(2, 2), 100))
        && passesLuhn(digits);
}

// Tax number of Greece: powers of two, modulo 11, modulo 10.
bool isAfm(std::string_view digits)
{
    const int sum = weightedSum(digits, {256, 128, 64, 32, 16, 8, 4, 2});
    return sum % 11 % 10 == digitAt(digits, 8) && !isOneDigitRepeated(digits);
}

// Tax number of Cyprus: digits in odd places count by a table, the letter is the sum modulo 26.
bool isCypriotTaxId(std::string_view id)
{
    static constexpr std::array<int, 10> odd{1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
    int sum = 0;
    for (std::size_t at = 0; at < 8; ++at)
        sum += at % 2 == 0 ? odd[static_cast<std::size_t>(digitAt(id, at))] : digitAt(id, at);
    return 'A' + sum % 26 == id.back();
}

} // namespace

std::vector<IdentifierKind> southEuropeanIdentifiers()
{
    return {
        {"es-dni",
            {{"99999999A", 0.6}, {"99999999-A", 0.65}, {"99999999 A", 0.6}, {"99.999.999-A", 0.7},
                {"99.999.999 A", 0.7}, {"99.999.999A", 0.7}},
            isDni, {"dni", "nif", "identidad"}},
        {"es-nie", {{"A9999999A", 0.65}, {"A-9999999-A", 0.7}, {"A9999999-A", 0.65}, {"A 9999999 A", 0.6}},
            isNie, {"NIE", "nie número", "extranjero", "extranjera"}},
        {"es-social-security",
            {{"99/99999999/99", 0.8}, {"99 9999999999", 0.3}, {"99-99999999-99", 0.75},
                {"99 99999999 99", 0.6}, {"999999999999", 0.05}},
            isNuss, {"nuss", "naf", "seguridad social", "afiliación", "nss"}},
        {"it-fiscal-code",
            {{"AAAAAA**A**A***A", 0.95}, {"AAA AAA **A** A***A", 0.95}, {"AAA AAA **A** A*** A", 0.95}},
            isFiscalCode, {"codice fiscale", "CF", "cod fisc", "c.f."}},
        {"it-partita-iva", {{"99999999999", 0.1}}, isPartitaIva, {"partita iva", "p.iva", "p. iva", "piva"},
            0.9, "business-id"},
        {"pt-nif", {{"999 999 999", 0.2}, {"999999999", 0.1}}, isNif, {"nif", "contribuinte", "fiscal"}},
        {"pt-niss", {{"99999999999", 0.1}, {"999 9999 9999", 0.3}}, isNiss, {"niss", "segurança social"}},
        {"pt-citizen-card", {{"99999999 9 AA9", 0.9}, {"999999999AA9", 0.6}, {"99999999 9AA9", 0.8}},
            isPortugueseCard, {"cartão de cidadão", "cartao de cidadao", "cc"}},
        {"gr-amka", {{"99999999999", 0.15}}, isAmka, {"αμκα", "amka"}},
        {"gr-afm", {{"999999999", 0.05}}, isAfm, {"αφμ", "afm", "α.φ.μ"}},
        {"cy-tic", {{"99999999A", 0.2}}, isCypriotTaxId,
            {"TIC", "tic number", "φορολογικής ταυτότητας", "αφτ"}},
    };
}

} // namespace gatehouse::pii
