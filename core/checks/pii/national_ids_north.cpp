// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <array>

namespace gatehouse {

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

// Months run on by 20, 40, 60 and 80 for other centuries.
bool isPesel(std::string_view digits)
{
    const int check = (10 - weightedSum(digits, {1, 3, 7, 9, 1, 3, 7, 9, 1, 3}) % 10) % 10;
    return check == digitAt(digits, 10)
        && isDayAndMonth(remainderOf(digits.substr(4, 2), 100), remainderOf(digits.substr(2, 2), 20));
}

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

// Personal Public Service number: weights 8 to 2, a second letter counts nine times its place.
bool isPps(std::string_view id)
{
    int sum = weightedSum(id, {8, 7, 6, 5, 4, 3, 2});
    if (id.size() == 9 && id.back() != 'W')
        sum += (id.back() - 'A' + 1) * 9;
    return "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23] == id[7];
}

// Czech and Slovak rodné číslo: divisible by 11, women's months run on by 50.
bool isRodneCislo(std::string_view digits)
{
    const int month = remainderOf(digits.substr(2, 2), 100) % 50 % 20;
    return remainderOf(digits, 11) == 0 && isDayAndMonth(remainderOf(digits.substr(4, 2), 100), month);
}

} // namespace

std::vector<IdentifierKind> northEuropeanIdentifiers()
{
    return {
        {"uk-nhs-number", {{"999 999 9999", 0.4}, {"999-999-9999", 0.3}, {"9999999999", 0.1}}, isNhs,
            {"nhs", "national health", "patient"}},
        {"uk-nino", {{"AA999999A", 0.75}, {"AA 99 99 99 A", 0.8}, {"AA 999999 A", 0.75}}, isNino,
            {"nino", "national insurance", "ni number"}},
        {"de-tax-id", {{"99 999 999 999", 0.6}, {"99999999999", 0.2}}, isGermanTaxId,
            {"steuer-id", "steuerid", "steueridentifikationsnummer", "identifikationsnummer", "idnr",
                "steuer-identifikationsnummer", "tax id", "tin"}},
        {"nl-bsn", {{"999999999", 0.1}, {"9999.99.999", 0.5}}, isBsn,
            {"bsn", "burgerservicenummer", "sofinummer", "sofi"}},
        {"be-national-number", {{"99.99.99-999.99", 0.9}, {"99.99.99-999-99", 0.8}, {"99999999999", 0.2}},
            isBelgian,
            {"rijksregister", "rijksregisternummer", "registre national", "national number", "insz", "niss"}},
        {"pl-pesel", {{"99999999999", 0.3}}, isPesel, {"pesel"}},
        {"se-personal-number",
            {{"999999-9999", 0.55}, {"99999999-9999", 0.8}, {"999999+9999", 0.6}, {"999999999999", 0.3},
                {"9999999999", 0.1}},
            isSwedish, {"personnummer", "samordningsnummer", "personal number", "pnr"}},
        {"fi-hetu", {{"999999-999*", 0.8}, {"999999A999*", 0.85}, {"999999+999*", 0.7}}, isHetu,
            {"hetu", "henkilötunnus", "personal identity code"}},
        {"no-birth-number", {{"999999 99999", 0.65}, {"99999999999", 0.45}}, isNorwegian,
            {"fødselsnummer", "fodselsnummer", "personnummer", "birth number", "d-nummer"}},
        {"dk-cpr", {{"999999-9999", 0.3}, {"9999999999", 0}}, isDanish, {"cpr", "cpr-nummer", "personnummer"},
            0.8},
        {"ch-ahv", {{"999.9999.9999.99", 0.95}, {"9999999999999", 0.6}}, isSwiss,
            {"ahv", "avs", "sozialversicherung"}},
        {"at-svnr", {{"9999 999999", 0.5}, {"9999999999", 0.1}}, isAustrian,
            {"svnr", "sozialversicherungsnummer", "sv-nummer"}},
        {"ie-pps", {{"9999999A", 0.4}, {"9999999AA", 0.5}}, isPps, {"pps", "ppsn", "public service"}},
        {"cz-birth-number", {{"999999/9999", 0.75}, {"9999999999", 0.1}}, isRodneCislo,
            {"rodné číslo", "rodne cislo", "rč"}},
    };
}

std::vector<IdentifierKind> nationalIdentifiers()
{
    std::vector<IdentifierKind> all = americanIdentifiers();
    for (const auto table :
        {northEuropeanIdentifiers, southEuropeanIdentifiers, asianAndPacificIdentifiers}) {
        std::vector<IdentifierKind> more = table();
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

} // namespace gatehouse
