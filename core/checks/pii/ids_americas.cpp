// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::pii {

namespace {

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

// Canada Revenue Agency: a business number is nine digits by Luhn, then the account.
bool isCanadianBusiness(std::string_view id)
{
    static constexpr std::array<std::string_view, 5> accounts{"RT", "RP", "RC", "RM", "RR"};
    return passesLuhn(id.substr(0, 9))
        && std::find(accounts.begin(), accounts.end(), id.substr(9, 2)) != accounts.end();
}

bool isOntarioHealth(std::string_view id)
{
    return id.front() != '0' && passesLuhn(id.substr(0, 10)) && !isOneDigitRepeated(id.substr(0, 10));
}

// Régie de l'assurance maladie: name, year, month (50 more for women), day.
bool isRamq(std::string_view id)
{
    const int month = remainderOf(id.substr(6, 2), 100);
    return isDayAndMonth(remainderOf(id.substr(8, 2), 100), month > 50 ? month - 50 : month);
}

// Servicio de Administración Tributaria: alphabet with & at 24 and Ñ at 38, weights 13 down to 2, modulo 11.
bool isRfc(std::string_view id)
{
    static constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ";
    int sum = 0;
    for (std::size_t at = 0; at < 12; ++at)
        sum += static_cast<int>(alphabet.find(id[at])) * static_cast<int>(13 - at);
    const int check = (11 - sum % 11) % 11;
    return isDayAndMonth(remainderOf(id.substr(8, 2), 100), remainderOf(id.substr(6, 2), 100))
        && id.back() == (check == 10 ? 'A' : static_cast<char>('0' + check));
}

bool isByLuhn(std::string_view digits)
{
    return passesLuhn(digits) && !isOneDigitRepeated(digits);
}

// Cartão Nacional de Saúde (DATASUS): weights 15 to 1, divisible by 11.
bool isCns(std::string_view digits)
{
    return std::string_view("12789").find(digits.front()) != std::string_view::npos
        && weightedSum(digits, {15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
}

// PIS, PASEP, NIT: weights 3, 2, 9 to 2.
bool isPis(std::string_view digits)
{
    const int rest = weightedSum(digits, {3, 2, 9, 8, 7, 6, 5, 4, 3, 2}) % 11;
    return (rest < 2 ? 0 : 11 - rest) == digitAt(digits, 10) && !isOneDigitRepeated(digits);
}

// Dirección de Impuestos y Aduanas: the first nine primes from 3 on, and 41, from the right.
bool isNit(std::string_view digits)
{
    const int rest = weightedSum(digits, {41, 37, 29, 23, 19, 17, 13, 7, 3}) % 11;
    return (rest < 2 ? rest : 11 - rest) == digitAt(digits, 9) && !isOneDigitRepeated(digits);
}

// SUNAT: 10 and 15 to 17 are persons, 20 companies.
bool isRuc(std::string_view digits)
{
    const int type = remainderOf(digits.substr(0, 2), 100);
    const int check = (11 - weightedSum(digits, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11) % 10;
    return (type == 10 || type == 15 || type == 17 || type == 20) && check == digitAt(digits, 10);
}

// Registro Civil: province, a third digit below 6, Luhn.
bool isEcuadorianId(std::string_view digits)
{
    const int province = remainderOf(digits.substr(0, 2), 100);
    return ((province >= 1 && province <= 24) || province == 30) && digits[2] < '6' && passesLuhn(digits);
}

// Dirección Nacional de Identificación Civil: weights 2, 9, 8, 7, 6, 3, 4.
bool isUruguayanId(std::string_view digits)
{
    const std::string eight = std::string(8 - digits.size(), '0') + std::string(digits);
    return (10 - weightedSum(eight, {2, 9, 8, 7, 6, 3, 4}) % 10) % 10 == digitAt(eight, 7)
        && !isOneDigitRepeated(digits);
}

// SENIAT: the letter counts four times its place, weights 3, 2, 7 to 2.
bool isRif(std::string_view id)
{
    static constexpr std::string_view letters = "VEJPG";
    const std::size_t type = letters.find(id.front());
    if (type == std::string_view::npos)
        return false;
    const int sum = static_cast<int>(type + 1) * 4 + weightedSum(id.substr(1), {3, 2, 7, 6, 5, 4, 3, 2});
    const int check = 11 - sum % 11;
    return (check > 9 ? 0 : check) == digitAt(id, 9);
}

} // namespace

std::vector<IdentifierKind> americanIdentifiers()
{
    return {
        {"ca-sin", {{"999-999-999", 0.45}, {"999 999 999", 0.35}, {"999999999", 0.1}}, isSin,
            {"SIN", "sin number", "social insurance", "assurance sociale", "NAS"}},
        {"ca-business-number", {{"999999999AA9999", 0.8}, {"999999999 AA 9999", 0.85}}, isCanadianBusiness,
            {"business number", "gst", "hst", "cra"}, 0.9, "business-id"},
        {"ca-health-card", {{"9999_999_999_AA", 0.8}, {"9999_999_999", 0.2}, {"9999999999", 0.05}},
            isOntarioHealth, {"ohip", "health card", "health number", "carte santé"}},
        {"ca-ramq", {{"AAAA 9999 9999", 0.4}, {"AAAA99999999", 0.3}}, isRamq,
            {"ramq", "assurance maladie", "health insurance"}, 0.85, "national-id", false, true},
        {"br-cpf",
            {{"999.999.999-99", 0.9}, {"999_999_999_99", 0.5}, {"999999999-99", 0.5}, {"99999999999", 0.1}},
            isCpf, {"cpf", "contribuinte", "pessoa", "documento", "cliente"}},
        {"br-cnpj", {{"99.999.999/9999-99", 0.85}, {"99999999/9999-99", 0.7}, {"99999999999999", 0.1}},
            isCnpj, {"cnpj", "empresa"}},
        {"br-cns", {{"999 9999 9999 9999", 0.5}, {"999999999999999", 0.1}}, isCns,
            {"cns", "cartão nacional de saúde", "cartão sus", "sus", "saúde"}},
        {"br-pis", {{"999.99999.99-9", 0.75}, {"99999999999", 0.05}}, isPis,
            {"pis", "pasep", "nis", "nit", "pis/pasep"}},
        {"mx-curp", {{"AAAA999999AAAAAA*9", 0.9}}, isCurp, {"curp"}},
        {"mx-rfc", {{"AAAA999999***", 0.6}, {"AAAA-999999-***", 0.7}}, isRfc,
            {"rfc", "registro federal", "contribuyente"}},
        {"mx-nss", {{"99999999999", 0.05}, {"99-99-99-9999-9", 0.6}, {"99 99 99 9999 9", 0.5}}, isByLuhn,
            {"nss", "imss", "seguridad social", "seguro social"}},
        {"cl-rut", {{"99.999.999-*", 0.75}, {"9.999.999-*", 0.7}, {"99999999-*", 0.3}, {"9999999-*", 0.2}},
            isRut, {"rut", "RUN", "rol único", "rol unico", "cédula"}},
        {"ar-cuit", {{"99-99999999-9", 0.6}, {"99 99999999 9", 0.4}, {"99999999999", 0.1}}, isCuit,
            {"cuit", "cuil"}},
        {"co-nit", {{"999.999.999-9", 0.6}, {"999999999-9", 0.3}, {"9999999999", 0}}, isNit,
            {"nit", "rut", "dian", "identificación tributaria"}},
        {"pe-ruc", {{"99999999999", 0.1}}, isRuc, {"ruc", "sunat"}},
        {"ec-cedula", {{"9999999999", 0.05}, {"999999999-9", 0.2}}, isEcuadorianId,
            {"cédula", "cedula", "cédula de identidad", "identidad"}},
        {"uy-ci", {{"9.999.999-9", 0.6}, {"9999999-9", 0.2}, {"99999999", 0}}, isUruguayanId,
            {"cédula", "cedula", "cédula de identidad", "CI"}},
        {"ve-rif", {{"A-99999999-9", 0.75}, {"A999999999", 0.3}, {"A-999999999", 0.5}}, isRif,
            {"rif", "seniat"}},
        {"do-cedula", {{"999-9999999-9", 0.7}, {"99999999999", 0.05}}, isByLuhn,
            {"cédula", "cedula", "cédula de identidad"}},
    };
}

} // namespace gatehouse::pii
