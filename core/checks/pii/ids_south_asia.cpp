// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::pii {

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

// Goods and services tax number: state, PAN, and a check character modulo 36.
bool isGstin(std::string_view id)
{
    static constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    int sum = 0;
    for (std::size_t at = 0; at < 14; ++at) {
        const int product = static_cast<int>(alphabet.find(id[at])) * (at % 2 == 0 ? 1 : 2);
        sum += product / 36 + product % 36;
    }
    const int state = remainderOf(id.substr(0, 2), 100);
    return state >= 1 && (state <= 38 || state == 97) && isPan(id.substr(2, 10))
        && alphabet[static_cast<std::size_t>((36 - sum % 36) % 36)] == id.back();
}

bool anyId(std::string_view id)
{
    return !isOneDigitRepeated(id.substr(id.size() - 7));
}

// National identity card of Pakistan: a province from 1 to 7 comes first.
bool isCnic(std::string_view digits)
{
    return digits.front() >= '1' && digits.front() <= '7' && !isOneDigitRepeated(digits);
}

// National identity card of Sri Lanka until 2015: year, day of the year (500 more for women), V or X.
bool isOldSriLankan(std::string_view id)
{
    const int day = remainderOf(id.substr(2, 3), 1000) % 500;
    return (id.back() == 'V' || id.back() == 'X') && day >= 1 && day <= 366;
}

} // namespace

std::vector<IdentifierKind> southAsianIdentifiers()
{
    return {
        {"in-aadhaar", {{"9999 9999 9999", 0.55}, {"9999-9999-9999", 0.55}, {"999999999999", 0.1}}, isAadhaar,
            {"aadhaar", "aadhar", "adhaar", "uidai", "uid", "आधार"}},
        {"in-pan", {{"AAAAA9999A", 0.55}}, isPan,
            {"PAN", "pan card", "pan number", "pan no", "permanent account", "income tax"}},
        {"in-gstin", {{"99AAAAA9999A**9", 0.6}, {"99AAAAA9999A*A*", 0.7}}, isGstin,
            {"gstin", "gst", "gst no"}, 0.95, "business-id"},
        {"in-voter-id", {{"AAA9999999", 0.1}}, anyId,
            {"voter id", "voter", "epic", "epic no", "election card", "election commission", "मतदाता"}, 0.75},
        {"in-uan", {{"999999999999", 0}}, anyId, {"uan", "universal account number", "epfo"}, 0.7,
            "national-id", true},
        {"pk-cnic", {{"99999-9999999-9", 0.65}, {"9999999999999", 0}}, isCnic,
            {"cnic", "nadra", "شناختی کارڈ"}, 0.85},
        {"lk-nic", {{"999999999A", 0.2}}, isOldSriLankan, {"nic", "national identity", "sri lanka"}, 0.8},
    };
}

} // namespace gatehouse::pii
