// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::pii {

namespace {

bool isIsraeliId(std::string_view digits)
{
    return passesLuhn(digits) && !isOneDigitRepeated(digits);
}

// The tenth digit from odd and even places, the eleventh from the sum of all before.
bool isTurkishId(std::string_view digits)
{
    const int odd = weightedSum(digits, {1, 0, 1, 0, 1, 0, 1, 0, 1});
    const int even = weightedSum(digits, {0, 1, 0, 1, 0, 1, 0, 1});
    const int tenth = ((odd * 7 - even) % 10 + 10) % 10;
    return digits.front() != '0' && tenth == digitAt(digits, 9)
        && (odd + even + tenth) % 10 == digitAt(digits, 10);
}

bool isSouthAfricanId(std::string_view digits)
{
    return isDayAndMonth(remainderOf(digits.substr(4, 2), 100), remainderOf(digits.substr(2, 2), 100))
        && digits[10] <= '2' && passesLuhn(digits);
}

// Emirates ID: 784, year of birth, Luhn.
bool isEmirati(std::string_view digits)
{
    const std::string_view century = digits.substr(3, 2);
    return digits.starts_with("784") && (century == "19" || century == "20") && passesLuhn(digits);
}

// National and resident number of Saudi Arabia: 1 or 2, then Luhn.
bool isSaudi(std::string_view digits)
{
    return (digits.front() == '1' || digits.front() == '2') && passesLuhn(digits);
}

// National number of Egypt: century, date of birth, governorate; no check digit that is published.
bool isEgyptian(std::string_view digits)
{
    const int governorate = remainderOf(digits.substr(7, 2), 100);
    const bool known = (governorate >= 1 && governorate <= 35) || governorate == 88;
    return known && (digits.front() == '2' || digits.front() == '3')
        && isDayAndMonth(remainderOf(digits.substr(5, 2), 100), remainderOf(digits.substr(3, 2), 100));
}

// Civil number of Kuwait: century, date of birth, weights 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2.
bool isKuwaiti(std::string_view digits)
{
    const int check = 11 - weightedSum(digits, {2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}) % 11;
    return (digits.front() == '2' || digits.front() == '3') && check == digitAt(digits, 11)
        && isDayAndMonth(remainderOf(digits.substr(5, 2), 100), remainderOf(digits.substr(3, 2), 100));
}

// National code of Iran: weights 10 to 2.
bool isIranian(std::string_view digits)
{
    const int rest = weightedSum(digits, {10, 9, 8, 7, 6, 5, 4, 3, 2}) % 11;
    return (rest < 2 ? rest : 11 - rest) == digitAt(digits, 9) && !isOneDigitRepeated(digits);
}

bool isNigerian(std::string_view digits)
{
    return !isOneDigitRepeated(digits) && digits.front() != '0';
}

bool isKenyanPin(std::string_view id)
{
    return id.front() == 'A' || id.front() == 'P';
}

bool isGhanaCard(std::string_view id)
{
    return id.starts_with("GHA");
}

} // namespace

std::vector<IdentifierKind> middleEasternAndAfricanIdentifiers()
{
    return {
        {"il-id", {{"999999999", 0.1}, {"99999999-9", 0.2}}, isIsraeliId,
            {"teudat zehut", "israeli id", "תעודת זהות", "ת.ז", "ת\"ז", "מספר זהות"}},
        {"tr-id", {{"99999999999", 0.3}}, isTurkishId,
            {"tc kimlik", "kimlik", "tckn", "t.c.", "t.c. kimlik no", "kimlik numarası", "tc no"}},
        {"ae-emirates-id",
            {{"999-9999-9999999-9", 0.9}, {"999999999999999", 0.5}, {"999 9999 9999999 9", 0.8}}, isEmirati,
            {"emirates id", "eid", "الهوية", "رقم الهوية"}},
        {"sa-national-id", {{"9999999999", 0.05}}, isSaudi,
            {"iqama", "saudi id", "national id", "هوية", "الهوية", "رقم الهوية", "إقامة", "الإقامة"}},
        {"eg-national-id", {{"99999999999999", 0.2}}, isEgyptian,
            {"national id", "egyptian id", "الرقم القومي", "رقم قومي"}, 0.8},
        {"kw-civil-id", {{"999999999999", 0.2}}, isKuwaiti, {"civil id", "paci", "الرقم المدني"}},
        {"ir-national-code", {{"9999999999", 0.05}, {"999-999999-9", 0.5}}, isIranian,
            {"کد ملی", "كد ملي", "melli", "national code", "code melli"}},
        {"za-id", {{"9999999999999", 0.4}, {"999999 9999 99 9", 0.7}, {"999999 9999 999", 0.6}},
            isSouthAfricanId,
            {"south african id", "sa id", "rsa id", "id number", "identity number", "id no"}},
        {"ng-nin", {{"99999999999", 0}}, isNigerian, {"nin", "nimc", "national identification number"}, 0.7,
            "national-id", true},
        {"ng-bvn", {{"99999999999", 0}}, isNigerian, {"bvn", "bank verification"}, 0.7, "national-id", true},
        {"ke-kra-pin", {{"A999999999A", 0.2}}, isKenyanPin, {"kra", "kra pin"}, 0.8},
        {"gh-card", {{"AAA-999999999-9", 0.8}}, isGhanaCard, {"ghana card", "ghanacard", "nia"}},
    };
}

} // namespace gatehouse::pii
