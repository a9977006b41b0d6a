// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Identifiers of what a person carries or drives.
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <array>

namespace gatehouse::pii {

namespace {

// GSMA TS.06: Luhn over all fifteen.
bool isImei(std::string_view digits)
{
    return passesLuhn(digits) && !isOneDigitRepeated(digits.substr(0, 8)) && digits.front() != '0';
}

// ITU-T E.118: 89, then Luhn.
bool isIccid(std::string_view digits)
{
    return digits.starts_with("89") && passesLuhn(digits);
}

bool isHexadecimal(std::string_view id)
{
    return std::all_of(
        id.begin(), id.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); });
}

// Neither nobody nor everybody, and with a letter: twelve digits in pairs are more often something else.
bool isMac(std::string_view id)
{
    return isHexadecimal(id) && !isOneDigitRepeated(id) && !isDigits(id);
}

bool isUuid(std::string_view id)
{
    return isHexadecimal(id) && !isOneDigitRepeated(id);
}

int vinValue(char c)
{
    static constexpr std::array<int, 26> letters{
        1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9};
    return c <= '9' ? c - '0' : letters[static_cast<std::size_t>(c - 'A')];
}

// ISO 3779 and 49 CFR 565.15: no I, O or Q; the ninth character checks the rest.
bool isVin(std::string_view id)
{
    static constexpr std::array<int, 17> weights{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    if (id.find_first_of("IOQ") != std::string_view::npos || isDigits(id) || !isDigits(id.substr(14)))
        return false;
    int sum = 0;
    for (std::size_t at = 0; at < weights.size(); ++at)
        sum += vinValue(id[at]) * weights[at];
    return "0123456789X"[sum % 11] == id[8];
}

} // namespace

std::vector<IdentifierKind> deviceIdentifiers()
{
    return {
        {"imei", {{"999999999999999", 0.1}, {"99-999999-999999-9", 0.6}, {"99 999999 999999 9", 0.6}}, isImei,
            {"imei", "imei number", "device", "handset"}, 0.9, "device"},
        {"iccid", {{"9999999999999999999", 0.3}, {"99999999999999999999", 0.3}}, isIccid,
            {"iccid", "sim", "sim card", "sim number", "esim"}, 0.9, "device"},
        {"mac-address", {{"**:**:**:**:**:**", 0.6}, {"**-**-**-**-**-**", 0.6}, {"****.****.****", 0.3}},
            isMac,
            {"mac", "mac address", "bssid", "ethernet", "hwaddr", "wi-fi", "wifi", "bluetooth", "interface"},
            0.8, "device"},
        {"advertising-id", {{"********-****-****-****-************", 0}}, isUuid,
            {"idfa", "gaid", "aaid", "idfv", "advertising id", "advertising identifier", "device id",
                "ad id"},
            0.75, "device"},
        {"vin", {{"*****************", 0.3}}, isVin,
            {"vin", "vin number", "chassis", "vehicle identification", "fahrgestellnummer",
                "fahrzeug-identifizierungsnummer", "fin", "numéro de châssis", "bastidor", "telaio", "chassi",
                "chassisnummer", "вин", "车架号"},
            0.85, "vehicle"},
    };
}

} // namespace gatehouse::pii
