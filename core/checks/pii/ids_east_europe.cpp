// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::pii {

namespace {

// Months run on by 20, 40, 60 and 80 for other centuries.
bool isPesel(std::string_view digits)
{
    const int check = (10 - weightedSum(digits, {1, 3, 7, 9, 1, 3, 7, 9, 1, 3}) % 10) % 10;
    return check == digitAt(digits, 10)
        && isDayAndMonth(remainderOf(digits.substr(4, 2), 100), remainderOf(digits.substr(2, 2), 20));
}

// Czech and Slovak rodné číslo: divisible by 11, women's months run on by 50.
bool isRodneCislo(std::string_view digits)
{
    const int month = remainderOf(digits.substr(2, 2), 100) % 50 % 20;
    return remainderOf(digits, 11) == 0 && isDayAndMonth(remainderOf(digits.substr(4, 2), 100), month);
}

// Cod numeric personal: weights 279146358279, ten becomes one.
bool isCnp(std::string_view digits)
{
    const int rest = weightedSum(digits, {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9}) % 11;
    return digits.front() != '0' && (rest == 10 ? 1 : rest) == digitAt(digits, 12)
        && isDayAndMonth(remainderOf(digits.substr(5, 2), 100), remainderOf(digits.substr(3, 2), 100));
}

// Unified civil number: months run on by 20 and 40 for other centuries.
bool isEgn(std::string_view digits)
{
    const int check = weightedSum(digits, {2, 4, 8, 5, 10, 9, 7, 3, 6}) % 11 % 10;
    return check == digitAt(digits, 9)
        && isDayAndMonth(remainderOf(digits.substr(4, 2), 100), remainderOf(digits.substr(2, 2), 20));
}

bool isOib(std::string_view digits)
{
    return passesMod11Hybrid10(digits) && !isOneDigitRepeated(digits);
}

int sumOfValues(std::string_view id, const std::array<int, 9> &weights)
{
    int sum = 0;
    for (std::size_t at = 0; at < weights.size(); ++at)
        sum += weights[at] * (id[at] <= '9' ? id[at] - '0' : id[at] - 'A' + 10);
    return sum;
}

// Numer identyfikacji podatkowej.
bool isNip(std::string_view digits)
{
    return digits.front() != '0'
        && weightedSum(digits, {6, 5, 7, 2, 3, 4, 5, 6, 7}) % 11 == digitAt(digits, 9)
        && !isOneDigitRepeated(digits);
}

bool isRegon(std::string_view digits)
{
    return weightedSum(digits, {8, 9, 2, 3, 4, 5, 6, 7}) % 11 % 10 == digitAt(digits, 8)
        && !isOneDigitRepeated(digits);
}

// Dowód osobisty: the digit after the letters checks the rest.
bool isPolishCard(std::string_view id)
{
    return sumOfValues(id, {7, 3, 1, 9, 7, 3, 1, 7, 3}) % 10 == 0;
}

bool isPolishPassport(std::string_view id)
{
    return sumOfValues(id, {7, 3, 9, 1, 7, 3, 1, 7, 3}) % 10 == 0;
}

// Társadalombiztosítási azonosító jel: 3 and 7 in turn.
bool isTaj(std::string_view digits)
{
    return weightedSum(digits, {3, 7, 3, 7, 3, 7, 3, 7}) % 10 == digitAt(digits, 8)
        && !isOneDigitRepeated(digits);
}

// Adóazonosító jel: starts with 8, each digit by its place.
bool isHungarianTaxId(std::string_view digits)
{
    return digits.front() == '8'
        && weightedSum(digits, {1, 2, 3, 4, 5, 6, 7, 8, 9}) % 11 == digitAt(digits, 9);
}

// Unique master citizen number of Yugoslavia and after: weights 7 to 2, twice.
bool isMasterNumber(std::string_view digits)
{
    const int check = (11 - weightedSum(digits, {7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11) % 11;
    return check == digitAt(digits, 12) && (digits[4] == '9' || digits[4] == '0')
        && isDayAndMonth(remainderOf(digits.substr(0, 2), 100), remainderOf(digits.substr(2, 2), 100));
}

bool isSlovenian(std::string_view digits)
{
    return digits[7] == '5' && isMasterNumber(digits);
}

// Davčna številka: weights 8 to 2.
bool isSlovenianTaxId(std::string_view digits)
{
    const int check = 11 - weightedSum(digits, {8, 7, 6, 5, 4, 3, 2}) % 11;
    return digits.front() != '0' && check % 10 == digitAt(digits, 7) && check != 11;
}

// Реєстраційний номер облікової картки платника податків.
bool isRnokpp(std::string_view digits)
{
    const int sum = weightedSum(digits, {-1, 5, 7, 9, 4, 6, 10, 5, 7});
    return ((sum % 11) + 11) % 11 % 10 == digitAt(digits, 9) && !isOneDigitRepeated(digits);
}

// Страховой номер: weights 9 to 1, modulo 101.
bool isSnils(std::string_view digits)
{
    const int check = weightedSum(digits, {9, 8, 7, 6, 5, 4, 3, 2, 1}) % 101 % 100;
    return check == remainderOf(digits.substr(9), 100) && !isOneDigitRepeated(digits.substr(0, 9));
}

// Идентификационный номер налогоплательщика of a person: two check digits.
bool isInn(std::string_view digits)
{
    return weightedSum(digits, {7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10 == digitAt(digits, 10)
        && weightedSum(digits, {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10 == digitAt(digits, 11)
        && !isOneDigitRepeated(digits);
}

bool isRussianPassport(std::string_view digits)
{
    return !isOneDigitRepeated(digits) && digits.substr(0, 2) != "00";
}

// Жеке сәйкестендіру нөмірі: date of birth, two rows of weights.
bool isIin(std::string_view digits)
{
    int check = weightedSum(digits, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}) % 11;
    if (check == 10)
        check = weightedSum(digits, {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2}) % 11;
    return check == digitAt(digits, 11)
        && isDayAndMonth(remainderOf(digits.substr(4, 2), 100), remainderOf(digits.substr(2, 2), 100));
}

// Numărul de identificare de stat: 7, 3, 1 in turn.
bool isIdnp(std::string_view digits)
{
    return (digits.front() == '0' || digits.front() == '2')
        && weightedSum(digits, {7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1}) % 10 == digitAt(digits, 12)
        && !isOneDigitRepeated(digits);
}

} // namespace

std::vector<IdentifierKind> eastEuropeanIdentifiers()
{
    return {
        {"pl-pesel", {{"99999999999", 0.3}}, isPesel, {"pesel"}},
        {"pl-nip",
            {{"999-999-99-99", 0.6}, {"999-99-99-999", 0.6}, {"999 999 99 99", 0.4}, {"9999999999", 0.05}},
            isNip, {"nip", "podatkowy", "podatnika"}},
        {"pl-regon", {{"999999999", 0.05}}, isRegon, {"regon"}, 0.9, "business-id"},
        {"pl-id-card", {{"AAA999999", 0.35}, {"AAA 999999", 0.3}}, isPolishCard,
            {"dowód", "dowod", "dowodu", "dowód osobisty", "dowodu osobistego", "id card"}},
        {"pl-passport", {{"AA9999999", 0.1}, {"AA 9999999", 0.1}}, isPolishPassport,
            {"paszport", "paszportu"}},
        {"cz-birth-number", {{"999999/9999", 0.75}, {"9999999999", 0.1}}, isRodneCislo,
            {"rodné číslo", "rodne cislo", "rodného čísla", "rč", "r.č"}},
        {"hu-taj", {{"999 999 999", 0.2}, {"999-999-999", 0.3}, {"999999999", 0.05}}, isTaj,
            {"taj", "taj szám", "tajszám", "társadalombiztosítási"}},
        {"hu-tax-id", {{"9999999999", 0.05}}, isHungarianTaxId,
            {"adóazonosító", "adóazonosító jel", "adószám"}},
        {"ro-cnp", {{"9999999999999", 0.35}}, isCnp, {"cnp", "cod numeric", "cod numeric personal"}},
        {"bg-egn", {{"9999999999", 0.1}}, isEgn, {"egn", "егн"}},
        {"hr-oib", {{"99999999999", 0.1}}, isOib, {"oib", "osobni identifikacijski"}},
        {"si-emso", {{"9999999999999", 0.3}}, isSlovenian, {"emšo", "emso", "matična številka"}},
        {"si-tax-id", {{"99999999", 0}}, isSlovenianTaxId, {"davčna številka", "davčna"}},
        {"rs-jmbg", {{"9999999999999", 0.3}}, isMasterNumber,
            {"jmbg", "јмбг", "embg", "ембг", "matični broj", "матични број"}},
        {"ua-tax-id", {{"9999999999", 0.05}}, isRnokpp,
            {"рнокпп", "ідентифікаційний", "іпн", "ідентифікаційний код", "платника податків", "rnokpp"}},
        {"ru-snils", {{"999-999-999 99", 0.85}, {"999-999-999-99", 0.7}, {"99999999999", 0.1}}, isSnils,
            {"снилс", "snils", "страховой номер"}},
        {"ru-inn", {{"999999999999", 0.3}}, isInn, {"инн", "INN", "налогоплательщика"}},
        {"ru-passport", {{"99 99 999999", 0}, {"9999 999999", 0}, {"9999999999", 0}}, isRussianPassport,
            {"паспорт", "паспорта", "паспортные данные", "серия", "серия и номер"}, 0.7, "national-id", true},
        {"kz-iin", {{"999999999999", 0.3}}, isIin, {"иин", "iin", "жсн"}},
        {"md-idnp", {{"9999999999999", 0.1}}, isIdnp, {"idnp", "cod personal"}},
    };
}

} // namespace gatehouse::pii
