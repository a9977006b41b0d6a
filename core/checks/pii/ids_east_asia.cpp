// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::pii {

namespace {

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

// National Registration Identity Card and Foreign Identification Number: weights 2,7,6,5,4,3,2; series M
// since 2022.
bool isNric(std::string_view id)
{
    int sum = weightedSum(id.substr(1), {2, 7, 6, 5, 4, 3, 2});
    const char series = id.front();
    if (series == 'T' || series == 'G')
        sum += 4;
    if (series == 'M')
        sum += 3;
    const auto rest = static_cast<std::size_t>(sum % 11);
    if (series == 'S' || series == 'T')
        return "JZIHGFEDCBA"[rest] == id.back();
    if (series == 'M')
        return "XWUTRQPNJLK"[rest] == id.back();
    return (series == 'F' || series == 'G') && "XWUTRQPNMLK"[rest] == id.back();
}

bool isThaiId(std::string_view digits)
{
    const int sum = weightedSum(digits, {13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2});
    return digits.front() != '0' && (11 - sum % 11) % 10 == digitAt(digits, 12)
        && !isOneDigitRepeated(digits);
}

// Hong Kong identity card: letters count 10 to 35, a missing first one 36, weights 9 to 1, A is ten.
bool isHongKongId(std::string_view id)
{
    const bool two = id.size() == 9;
    int sum = two ? 0 : 36 * 9;
    for (std::size_t at = 0; at + 1 < id.size(); ++at) {
        const int value = id[at] <= '9' ? id[at] - '0' : id[at] - 'A' + 10;
        sum += value * static_cast<int>(id.size() - at);
    }
    const int check = id.back() == 'A' ? 10 : id.back() <= '9' ? id.back() - '0' : 99;
    return check <= 10 && (sum + check) % 11 == 0;
}

// Identity card of Taiwan: the letter is two digits by the table of its place of registration.
bool isTaiwaneseId(std::string_view id)
{
    static constexpr std::array<int, 26> places{10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35,
        23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33};
    const int place = places[static_cast<std::size_t>(id.front() - 'A')];
    const int sum = place / 10 + place % 10 * 9 + weightedSum(id.substr(1), {8, 7, 6, 5, 4, 3, 2, 1, 1});
    return std::string_view("1289").find(id[1]) != std::string_view::npos && sum % 10 == 0;
}

// MyKad: date of birth and place of birth.
bool isMyKad(std::string_view digits)
{
    const int place = remainderOf(digits.substr(6, 2), 100);
    const bool known = (place >= 1 && place <= 16) || (place >= 21 && place <= 68)
        || (place >= 71 && place <= 79) || (place >= 82 && place <= 93) || place >= 98;
    return known
        && isDayAndMonth(remainderOf(digits.substr(4, 2), 100), remainderOf(digits.substr(2, 2), 100));
}

// Nomor Induk Kependudukan: province, date of birth (day 40 more for women), serial.
bool isNik(std::string_view digits)
{
    const int province = remainderOf(digits.substr(0, 2), 100), day = remainderOf(digits.substr(6, 2), 100);
    return province >= 11 && province <= 96 && digits.substr(12) != "0000"
        && isDayAndMonth(day > 40 ? day - 40 : day, remainderOf(digits.substr(8, 2), 100));
}

// Căn cước công dân: province from 001 to 096, century and sex, year of birth.
bool isVietnamese(std::string_view digits)
{
    const int province = remainderOf(digits.substr(0, 3), 1000);
    return province >= 1 && province <= 96 && digits[3] <= '3';
}

bool isPhilippine(std::string_view digits)
{
    return !isOneDigitRepeated(digits);
}

bool isKoreanLicence(std::string_view digits)
{
    const int region = remainderOf(digits.substr(0, 2), 100);
    return region >= 11 && region <= 28;
}

bool isResidenceCard(std::string_view)
{
    return true;
}

} // namespace

std::vector<IdentifierKind> eastAsianIdentifiers()
{
    return {
        {"jp-my-number", {{"9999 9999 9999", 0.3}, {"9999-9999-9999", 0.3}, {"999999999999", 0.1}},
            isMyNumber, {"my number", "mynumber", "individual number", "マイナンバー", "個人番号"}},
        {"jp-residence-card", {{"AA99999999AA", 0.4}}, isResidenceCard,
            {"residence card", "在留カード", "zairyu"}, 0.85},
        {"kr-rrn", {{"999999-9999999", 0.8}, {"9999999999999", 0.2}}, isRrn,
            {"rrn", "resident registration", "주민등록번호", "주민번호", "외국인등록번호"}},
        {"kr-driving-licence", {{"99-99-999999-99", 0.6}}, isKoreanLicence,
            {"driver", "driving", "licence", "license", "운전면허", "면허번호"}, 0.85},
        {"cn-resident-id", {{"99999999999999999*", 0.9}, {"999999 99999999 999*", 0.9}}, isChineseResident,
            {"身份证", "身份證", "身份证号", "公民身份号码", "resident id", "id card"}},
        {"hk-id", {{"A999999(*)", 0.8}, {"AA999999(*)", 0.8}, {"A999999*", 0.2}, {"AA999999*", 0.2}},
            isHongKongId, {"hkid", "hong kong id", "hk id", "香港身份證", "身份證"}},
        {"tw-id", {{"A999999999", 0.55}}, isTaiwaneseId,
            {"身分證", "身分證字號", "taiwan id", "national id", "統一證號"}},
        {"sg-nric", {{"A9999999A", 0.75}}, isNric, {"nric", "FIN", "fin number", "identity card"}},
        {"my-nric", {{"999999-99-9999", 0.7}, {"999999999999", 0}}, isMyKad,
            {"mykad", "IC", "ic number", "ic no", "kad pengenalan", "nric", "no kp"}, 0.85},
        {"id-nik", {{"9999999999999999", 0.2}, {"99.99.99.999999.9999", 0.6}}, isNik,
            {"nik", "ktp", "e-ktp", "kependudukan"}, 0.85},
        {"th-id", {{"9-9999-99999-99-9", 0.85}, {"9 9999 99999 99 9", 0.8}, {"9999999999999", 0.2}}, isThaiId,
            {"บัตรประชาชน", "เลขประจำตัวประชาชน", "thai id", "national id"}},
        {"vn-citizen-id", {{"999999999999", 0}}, isVietnamese,
            {"cccd", "căn cước", "cmnd", "số cccd", "citizen id"}, 0.75, "national-id", true},
        {"ph-sss", {{"99-9999999-9", 0.3}, {"9999999999", 0}}, isPhilippine, {"sss", "sss no", "sss number"},
            0.75, "national-id", true},
        {"ph-tin", {{"999-999-999-999", 0.2}, {"999-999-999-99999", 0.2}}, isPhilippine,
            {"TIN", "tin number", "bir"}, 0.7, "national-id", true},
    };
}

} // namespace gatehouse::pii
