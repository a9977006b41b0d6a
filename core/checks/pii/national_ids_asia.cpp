// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>

namespace gatehouse {

namespace {

bool isAadhaar(std::string_view digits)
{
    return digits.front() >= '2' && passesVerhoeff(digits) && !isOneDigitRepeated(digits);
}

// Permanent Account Number: the fourth letter is the kind of holder.
bool isPan(std::string_view id)
{
    return std::string_view("ABCFGHJLPT").find(id[3]) != std::string_view::npos;
}

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

// Individual Number (Ordinance No. 85 of 2014): weights 6,5,4,3,2,7,6,5,4,3,2.
bool isMyNumber(std::string_view digits)
{
    const int rest = weightedSum(digits, {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11;
    return !isOneDigitRepeated(digits) && (rest <= 1 ? 0 : 11 - rest) == digitAt(digits, 11);
}

// Resident Registration Number: date, sex and century digit, weights 2..9 and 2..5.
bool isRrn(std::string_view digits)
{
    const int check = (11 - weightedSum(digits, {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5}) % 11) % 10;
    return isDayAndMonth(remainderOf(digits.substr(4, 2), 100), remainderOf(digits.substr(2, 2), 100))
        && digits[6] >= '1' && digits[6] <= '8' && check == digitAt(digits, 12);
}

// GB 11643: date of birth in the middle, ISO/IEC 7064 MOD 11-2 at the end.
bool isChineseResident(std::string_view id)
{
    if (!isDigits(id.substr(0, 17)) || (id.back() != 'X' && !isDigits(id.substr(17))))
        return false;
    const int sum = weightedSum(id, {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2});
    const std::string_view century = id.substr(6, 2);
    return "10X98765432"[sum % 11] == id.back() && (century == "19" || century == "20")
        && isDayAndMonth(remainderOf(id.substr(12, 2), 100), remainderOf(id.substr(10, 2), 100));
}

// National Registration Identity Card and Foreign Identification Number: weights 2,7,6,5,4,3,2.
bool isNric(std::string_view id)
{
    int sum = weightedSum(id.substr(1), {2, 7, 6, 5, 4, 3, 2});
    const char series = id.front();
    if (series == 'T' || series == 'G')
        sum += 4;
    const auto rest = static_cast<std::size_t>(sum % 11);
    if (series == 'S' || series == 'T')
        return "JZIHGFEDCBA"[rest] == id.back();
    return (series == 'F' || series == 'G') && "XWUTRQPNMLK"[rest] == id.back();
}

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

bool isThaiId(std::string_view digits)
{
    const int sum = weightedSum(digits, {13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2});
    return digits.front() != '0' && (11 - sum % 11) % 10 == digitAt(digits, 12)
        && !isOneDigitRepeated(digits);
}

} // namespace

std::vector<IdentifierKind> asianAndPacificIdentifiers()
{
    return {
        {"in-aadhaar", {{"9999 9999 9999", 0.55}, {"9999-9999-9999", 0.55}, {"999999999999", 0.1}}, isAadhaar,
            {"aadhaar", "aadhar", "uidai", "uid"}},
        {"in-pan", {{"AAAAA9999A", 0.55}}, isPan, {"pan", "permanent account", "income tax"}},
        {"au-tfn", {{"999 999 999", 0.3}, {"99999999", 0.1}, {"999999999", 0.1}}, isTfn, {"tfn", "tax file"}},
        {"au-medicare", {{"9999 99999 9", 0.5}, {"9999999999", 0.1}, {"99999999999", 0.1}},
            isAustralianMedicare, {"medicare"}},
        {"jp-my-number", {{"9999 9999 9999", 0.3}, {"9999-9999-9999", 0.3}, {"999999999999", 0.1}},
            isMyNumber, {"my number", "mynumber", "individual number", "マイナンバー", "個人番号"}},
        {"kr-rrn", {{"999999-9999999", 0.8}, {"9999999999999", 0.2}}, isRrn,
            {"rrn", "resident registration", "주민등록번호", "주민번호"}},
        {"cn-resident-id", {{"99999999999999999*", 0.9}}, isChineseResident,
            {"身份证", "resident id", "id card"}},
        {"sg-nric", {{"A9999999A", 0.75}}, isNric, {"nric", "fin", "identity card"}},
        {"il-id", {{"999999999", 0.1}}, isIsraeliId, {"teudat zehut", "israeli id", "תעודת זהות", "ת.ז"}},
        {"tr-id", {{"99999999999", 0.3}}, isTurkishId, {"tc kimlik", "kimlik", "tckn", "t.c."}},
        {"za-id", {{"9999999999999", 0.4}}, isSouthAfricanId,
            {"south african id", "sa id", "id number", "identity number"}},
        {"th-id", {{"9-9999-99999-99-9", 0.85}, {"9999999999999", 0.2}}, isThaiId,
            {"บัตรประชาชน", "thai id", "national id"}},
    };
}

} // namespace gatehouse
