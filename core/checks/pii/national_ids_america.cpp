// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>

namespace gatehouse {

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

// Social Insurance Number: Luhn; none starts with 0 or 8.
bool isSin(std::string_view digits)
{
    return digits.front() != '0' && digits.front() != '8' && passesLuhn(digits)
        && !isOneDigitRepeated(digits);
}

int brazilianDigit(std::string_view digits, int firstWeight, int highest)
{
    int sum = 0, weight = firstWeight;
    for (const char c : digits) {
        sum += (c - '0') * weight;
        weight = weight == 2 ? highest : weight - 1;
    }
    const int rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
}

bool isCpf(std::string_view digits)
{
    return !isOneDigitRepeated(digits) && brazilianDigit(digits.substr(0, 9), 10, 11) == digitAt(digits, 9)
        && brazilianDigit(digits.substr(0, 10), 11, 11) == digitAt(digits, 10);
}

bool isCnpj(std::string_view digits)
{
    return !isOneDigitRepeated(digits) && brazilianDigit(digits.substr(0, 12), 5, 9) == digitAt(digits, 12)
        && brazilianDigit(digits.substr(0, 13), 6, 9) == digitAt(digits, 13);
}

// Clave Única: alphabet with Ñ at 24, weights 18 down to 2 (Renapo).
bool isCurp(std::string_view id)
{
    static constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMN_OPQRSTUVWXYZ";
    int sum = 0;
    for (std::size_t at = 0; at < 17; ++at)
        sum += static_cast<int>(alphabet.find(id[at])) * static_cast<int>(18 - at);
    const bool sex = id[10] == 'H' || id[10] == 'M' || id[10] == 'X';
    return sex && (10 - sum % 10) % 10 == digitAt(id, 17);
}

// Rol Único Tributario: weights 2 to 7 from the right, K stands for 10.
bool isRut(std::string_view id)
{
    int sum = 0, weight = 2;
    for (std::size_t at = id.size() - 1; at-- > 0; weight = weight == 7 ? 2 : weight + 1)
        sum += digitAt(id, at) * weight;
    const int check = (11 - sum % 11) % 11;
    return id.back() == (check == 10 ? 'K' : static_cast<char>('0' + check));
}

bool isCuit(std::string_view digits)
{
    const int check = (11 - weightedSum(digits, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11) % 11;
    const std::string_view type = digits.substr(0, 2);
    return (type == "20" || type == "23" || type == "24" || type == "27") && check == digitAt(digits, 10);
}

} // namespace

std::vector<IdentifierKind> americanIdentifiers()
{
    return {
        {"us-ssn", {{"999-99-9999", 0.7}, {"999 99 9999", 0.4}, {"999999999", 0.1}}, isSsn,
            {"ssn", "social security", "social sec", "soc sec", "ss#", "ss number", "tax id", "taxpayer"}},
        {"us-itin", {{"999-99-9999", 0.6}, {"999999999", 0.1}}, isItin, {"itin", "taxpayer", "tax id"}},
        {"us-npi", {{"9999999999", 0.1}}, isNpi,
            {"npi", "provider identifier", "provider number", "national provider"}},
        {"us-dea-number", {{"AA9999999", 0.45}, {"A99999999", 0.2}}, isDea,
            {"dea", "prescriber", "drug enforcement"}},
        {"us-medicare-id", {{"9A*9A*9AA99", 0.6}, {"9A*9-A*9-AA99", 0.7}}, isMbi,
            {"medicare", "mbi", "beneficiary"}},
        {"ca-sin", {{"999-999-999", 0.45}, {"999 999 999", 0.35}, {"999999999", 0.1}}, isSin,
            {"sin", "social insurance", "assurance sociale", "nas"}},
        {"br-cpf", {{"999.999.999-99", 0.9}, {"99999999999", 0.1}}, isCpf, {"cpf", "contribuinte", "pessoa"}},
        {"br-cnpj", {{"99.999.999/9999-99", 0.85}, {"99999999999999", 0.1}}, isCnpj, {"cnpj", "empresa"}},
        {"mx-curp", {{"AAAA999999AAAAAA*9", 0.9}}, isCurp, {"curp"}},
        {"cl-rut", {{"99.999.999-*", 0.75}, {"9.999.999-*", 0.7}, {"99999999-*", 0.2}}, isRut,
            {"rut", "run", "rol"}},
        {"ar-cuit", {{"99-99999999-9", 0.6}, {"99999999999", 0.1}}, isCuit, {"cuit", "cuil"}},
    };
}

} // namespace gatehouse
