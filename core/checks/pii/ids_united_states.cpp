// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::pii {

namespace {

// Social Security Administration: no area 000, 666 or 900-999, no group 00, no serial 0000; three numbers
// were printed in advertisements and samples.
bool isSsn(std::string_view digits)
{
    const std::string_view area = digits.substr(0, 3);
    const bool sample = digits == "078051120" || digits == "219099999";
    return area != "000" && area != "666" && area.front() != '9' && digits.substr(3, 2) != "00"
        && digits.substr(5) != "0000" && !sample && !isOneDigitRepeated(digits);
}

// Internal Revenue Service: starts with 9, fourth and fifth digit 50-65, 70-88, 90-92 or 94-99.
bool isItin(std::string_view digits)
{
    const int group = remainderOf(digits.substr(3, 2), 100);
    const bool issued
        = (group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group != 93);
    return digits.front() == '9' && issued;
}

// National Provider Identifier: Luhn with the prefix 80840.
bool isNpi(std::string_view digits)
{
    return (digits.front() == '1' || digits.front() == '2') && passesLuhn("80840" + std::string(digits));
}

// Drug Enforcement Administration: two letters, then digits 1+3+5 plus twice 2+4+6 end in the seventh.
bool isDea(std::string_view id)
{
    const std::string_view digits = id.substr(2);
    const int sum = weightedSum(digits, {1, 2, 1, 2, 1, 2});
    return std::string_view("ABCDEFGHJKLMPRSTUX").find(id.front()) != std::string_view::npos
        && sum % 10 == digitAt(digits, 6) && !isOneDigitRepeated(digits);
}

// Medicare Beneficiary Identifier: letters without S, L, O, I, B and Z in fixed places; no check digit.
bool isMbi(std::string_view id)
{
    return id.front() != '0' && id.find_first_of("SLOIBZ") == std::string_view::npos;
}

// Internal Revenue Service, prefixes by campus: these were never given out.
bool isEin(std::string_view digits)
{
    static constexpr std::array<int, 17> unused{
        0, 7, 8, 9, 17, 18, 19, 28, 29, 49, 69, 70, 78, 79, 89, 96, 97};
    const int prefix = remainderOf(digits.substr(0, 2), 100);
    return std::find(unused.begin(), unused.end(), prefix) == unused.end() && !isOneDigitRepeated(digits);
}

} // namespace

std::vector<IdentifierKind> unitedStatesIdentifiers()
{
    return {
        {"us-ssn", {{"999-99-9999", 0.7}, {"999 99 9999", 0.4}, {"999.99.9999", 0.3}, {"999999999", 0.1}},
            isSsn,
            {"ssn", "social security", "social sec", "soc sec", "ss#", "ss number", "tax id", "taxpayer",
                "seguro social", "itin or ssn", "last four ssn"}},
        {"us-itin", {{"999-99-9999", 0.6}, {"999 99 9999", 0.3}, {"999999999", 0.1}}, isItin,
            {"itin", "taxpayer", "tax id"}},
        {"us-ein", {{"99-9999999", 0.15}, {"999999999", 0}}, isEin,
            {"ein", "fein", "employer identification", "employer id", "federal tax id"}, 0.75, "business-id"},
        {"us-npi", {{"9999999999", 0.1}}, isNpi,
            {"npi", "provider identifier", "provider number", "national provider"}},
        {"us-dea-number", {{"AA9999999", 0.45}, {"A99999999", 0.2}}, isDea,
            {"dea", "prescriber", "drug enforcement"}},
        {"us-medicare-id", {{"9A*9A*9AA99", 0.6}, {"9A*9_A*9_AA99", 0.7}}, isMbi,
            {"medicare", "mbi", "beneficiary"}},
    };
}

} // namespace gatehouse::pii
