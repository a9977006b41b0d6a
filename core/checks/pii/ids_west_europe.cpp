// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::pii {

namespace {

// Steuer-Identifikationsnummer: one of the first ten digits comes two or three times; ISO 7064 MOD 11,10 at
// the end.
bool isGermanTaxId(std::string_view digits)
{
    std::array<int, 10> counts{};
    for (std::size_t at = 0; at < 10; ++at)
        ++counts[static_cast<std::size_t>(digitAt(digits, at))];
    const auto repeated = std::count_if(counts.begin(), counts.end(), [](int count) { return count > 1; });
    const int most = *std::max_element(counts.begin(), counts.end());
    return digits.front() != '0' && repeated == 1 && most <= 3 && passesMod11Hybrid10(digits);
}

// Burgerservicenummer: weights 9 to 2 and minus 1.
bool isBsn(std::string_view digits)
{
    return weightedSum(digits, {9, 8, 7, 6, 5, 4, 3, 2, -1}) % 11 == 0 && !isOneDigitRepeated(digits);
}

// Rijksregisternummer: 97 minus the remainder; from the year 2000 on a 2 stands before the number.
bool isBelgian(std::string_view digits)
{
    const int check = remainderOf(digits.substr(9, 2), 100);
    const std::string body(digits.substr(0, 9));
    const int month = remainderOf(digits.substr(2, 2), 100) % 20;
    return month <= 12 && (97 - remainderOf(body, 97) == check || 97 - remainderOf("2" + body, 97) == check);
}

// AHV/AVS: 756, then the EAN-13 check digit.
bool isSwiss(std::string_view digits)
{
    const int sum = weightedSum(digits, {1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3});
    return digits.starts_with("756") && (10 - sum % 10) % 10 == digitAt(digits, 12);
}

// Sozialversicherungsnummer: the fourth digit is the check.
bool isAustrian(std::string_view digits)
{
    return digits.front() != '0'
        && weightedSum(digits, {3, 7, 9, 0, 5, 8, 4, 2, 1, 6}) % 11 == digitAt(digits, 3)
        && isDayAndMonth(remainderOf(digits.substr(4, 2), 100), remainderOf(digits.substr(6, 2), 100));
}

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

// Versicherungsnummer (VKVV): the letter counts as two digits, weights 2, 1, 2, 5, 7, 1, 2, …, digit sums.
bool isRvnr(std::string_view id)
{
    static constexpr std::array<int, 12> weights{2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    const int letter = id[8] - 'A' + 1;
    std::string digits(id.substr(0, 8));
    digits += static_cast<char>('0' + letter / 10);
    digits += static_cast<char>('0' + letter % 10);
    digits += id.substr(9, 2);
    if (!isDigits(digits))
        return false;
    int sum = 0;
    for (std::size_t at = 0; at < weights.size(); ++at)
        sum += digitSum(digitAt(digits, at) * weights[at]);
    const int day = remainderOf(id.substr(2, 2), 100);
    return sum % 10 == digitAt(id, 11)
        && isDayAndMonth(day > 50 ? day - 50 : day, remainderOf(id.substr(4, 2), 100));
}

// Krankenversichertennummer: the letter as two digits, weights 1 and 2 in turn, digit sums.
bool isKvnr(std::string_view id)
{
    const int letter = id.front() - 'A' + 1;
    const std::string digits
        = std::to_string(letter / 10) + std::to_string(letter % 10) + std::string(id.substr(1, 8));
    int sum = 0;
    for (std::size_t at = 0; at < digits.size(); ++at)
        sum += digitSum(digitAt(digits, at) * (at % 2 == 0 ? 1 : 2));
    return sum % 10 == digitAt(id, 9);
}

// Identity card and passport of Germany (ICAO 9303): letters count 10 to 35, weights 7, 3, 1.
bool isGermanCard(std::string_view id)
{
    static constexpr std::string_view letters = "CFGHJKLMNPRTVWXYZ";
    const auto allowed
        = [](char c) { return (c >= '0' && c <= '9') || letters.find(c) != std::string_view::npos; };
    return std::all_of(id.begin(), id.end(), allowed) && letters.find(id.front()) != std::string_view::npos
        && icaoCheck(id.substr(0, 9)) == digitAt(id, 9);
}

// Matricule: date of birth, then Luhn over twelve digits and Verhoeff over eleven.
bool isLuxembourgish(std::string_view digits)
{
    const std::string verhoeff = std::string(digits.substr(0, 11)) + digits[12];
    const int year = remainderOf(digits.substr(0, 4), 10000);
    return year >= 1880 && year <= 2100
        && isDayAndMonth(remainderOf(digits.substr(6, 2), 100), remainderOf(digits.substr(4, 2), 100))
        && passesLuhn(digits.substr(0, 12)) && passesVerhoeff(verhoeff);
}

// Numéro fiscal: the first ten digits modulo 511 are the last three.
bool isSpi(std::string_view digits)
{
    return digits.front() <= '3'
        && remainderOf(digits.substr(0, 10), 511) == remainderOf(digits.substr(10), 1000)
        && !isOneDigitRepeated(digits);
}

bool isSirene(std::string_view digits)
{
    return passesLuhn(digits) && !isOneDigitRepeated(digits);
}

// Unternehmens-Identifikationsnummer: weights 5, 4, 3, 2, 7, 6, 5, 4.
bool isUid(std::string_view id)
{
    if (!id.starts_with("CHE"))
        return false;
    const int check = (11 - weightedSum(id.substr(3), {5, 4, 3, 2, 7, 6, 5, 4}) % 11) % 11;
    return check == digitAt(id, 11);
}

} // namespace

std::vector<IdentifierKind> westEuropeanIdentifiers()
{
    return {
        {"de-tax-id",
            {{"99 999 999 999", 0.6}, {"99999999999", 0.2}, {"99-999-999-999", 0.5}, {"99/999/999/999", 0.5}},
            isGermanTaxId,
            {"steuer-id", "steuerid", "steueridentifikationsnummer", "identifikationsnummer", "idnr",
                "steuer-identifikationsnummer", "steuernummer", "tax id", "TIN", "tin number"}},
        {"de-social-insurance",
            {{"99999999A999", 0.7}, {"99 999999 A 999", 0.9}, {"99 999999 A 99 9", 0.9},
                {"99 999999 A999", 0.85}},
            isRvnr,
            {"rentenversicherungsnummer", "rvnr", "sozialversicherungsnummer", "sv-nummer",
                "versicherungsnummer", "svnr"}},
        {"de-health-insurance", {{"A999999999", 0.3}, {"A 999 999 999", 0.4}}, isKvnr,
            {"krankenversichertennummer", "versichertennummer", "kvnr", "krankenkasse", "gesundheitskarte"}},
        {"de-id-card", {{"A********9", 0.1}, {"A******** 9", 0.1}}, isGermanCard,
            {"personalausweis", "ausweisnummer", "reisepass", "reisepassnummer", "passnummer", "id card",
                "personalausweisnummer"}},
        {"nl-bsn", {{"999999999", 0.1}, {"9999.99.999", 0.5}, {"999 999 999", 0.15}}, isBsn,
            {"bsn", "burgerservicenummer", "sofinummer", "sofi"}},
        {"be-national-number",
            {{"99.99.99-999.99", 0.9}, {"99.99.99-999-99", 0.8}, {"99.99.99 999 99", 0.8},
                {"99 99 99 999 99", 0.6}, {"999999-999-99", 0.6}, {"99999999999", 0.2}},
            isBelgian,
            {"rijksregister", "rijksregisternummer", "registre national", "national number", "insz", "niss",
                "numéro national", "nationaal nummer"}},
        {"lu-matricule", {{"9999999999999", 0.4}, {"9999 99 99 999 99", 0.9}}, isLuxembourgish,
            {"matricule", "luxembourg", "sozialversicherungsnummer", "cns", "identification nationale"}},
        {"ch-ahv", {{"999.9999.9999.99", 0.95}, {"999 9999 9999 99", 0.9}, {"9999999999999", 0.6}}, isSwiss,
            {"ahv", "avs", "sozialversicherung", "sozialversicherungsnummer"}},
        {"ch-uid", {{"AAA-999.999.999", 0.9}, {"AAA999999999", 0.6}, {"AAA 999 999 999", 0.8}}, isUid,
            {"uid", "mwst", "ide", "tva"}, 0.9, "business-id"},
        {"at-svnr", {{"9999 999999", 0.5}, {"9999-999999", 0.5}, {"9999/999999", 0.5}, {"9999999999", 0.1}},
            isAustrian,
            {"svnr", "sozialversicherungsnummer", "sv-nummer", "sv nummer", "versicherungsnummer"}},
        {"fr-nir",
            {{"9 99 99 9* 999 999 99", 0.9}, {"999999*99999999", 0.7}, {"99999 9* 999 999 99", 0.7},
                {"9_99_99_9*_999_999_99", 0.9}, {"9 99 99 9* 999 999", 0}, {"999999*999999 99", 0.7},
                {"9 99 99 9* 999 999 / 99", 0.9}},
            isNir,
            {"nir", "securite sociale", "sécurité sociale", "sécu", "numéro de sécurité", "insee", "n° ss",
                "carte vitale"}},
        {"fr-tax-id", {{"9999999999999", 0.2}, {"99 99 999 999 999", 0.75}}, isSpi,
            {"spi", "numéro fiscal", "numero fiscal", "identifiant fiscal", "impôts", "avis d'imposition"}},
        {"fr-siren", {{"999999999", 0.05}, {"999 999 999", 0.2}}, isSirene, {"siren", "rcs"}, 0.9,
            "business-id"},
        {"fr-siret", {{"99999999999999", 0.1}, {"999 999 999 99999", 0.6}}, isSirene, {"siret", "siren"}, 0.9,
            "business-id"},
    };
}

} // namespace gatehouse::pii
