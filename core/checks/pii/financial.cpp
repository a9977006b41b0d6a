// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/financial.h"

#include "core/checks/pii/ascii.h"
#include "core/checks/pii/checksums.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse {

using namespace pii;

namespace {

struct Issuer {
    int first, last; // of the leading four digits
    std::size_t shortest, longest;
};

// Ranges by ISO/IEC 7812 as the schemes publish them: Visa, Mastercard, American Express, Diners Club,
// Discover, JCB, UnionPay, Maestro, Mir, RuPay, Verve.
constexpr std::array<Issuer, 18> issuers{{{4000, 4999, 13, 19}, {5100, 5599, 16, 16}, {2221, 2720, 16, 16},
    {3400, 3499, 15, 15}, {3700, 3799, 15, 15}, {3000, 3059, 14, 19}, {3600, 3699, 14, 19},
    {3800, 3999, 14, 19}, {6011, 6011, 16, 19}, {6440, 6599, 16, 19}, {3500, 3599, 16, 19},
    {1800, 1800, 15, 15}, {2131, 2131, 15, 15}, {6200, 6299, 16, 19}, {5000, 5099, 12, 19},
    {5600, 5899, 12, 19}, {6300, 6399, 12, 19}, {6700, 6799, 12, 19}}};
constexpr std::array<Issuer, 3> otherIssuers{
    {{2200, 2204, 16, 19}, {6521, 6522, 16, 16}, {8100, 8171, 16, 16}}};

struct IbanCountry {
    std::string_view code;
    std::size_t length;
};

// The SWIFT IBAN registry.
constexpr std::array<IbanCountry, 79> countries{
    {{"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22},
        {"BH", 22}, {"BI", 27}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24},
        {"DE", 22}, {"DJ", 27}, {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18},
        {"FK", 18}, {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27},
        {"GT", 28}, {"HR", 21}, {"HU", 28}, {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27},
        {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28}, {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20},
        {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MN", 20}, {"MR", 27},
        {"MT", 31}, {"MU", 30}, {"NI", 28}, {"NL", 18}, {"NO", 15}, {"OM", 23}, {"PK", 24}, {"PL", 28},
        {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"SA", 24}, {"SC", 31}, {"SE", 24},
        {"SI", 19}, {"SK", 24}, {"SM", 27}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"XK", 20}}};

std::size_t ibanLength(std::string_view code)
{
    const auto found = std::find_if(
        countries.begin(), countries.end(), [&](const IbanCountry &country) { return country.code == code; });
    return found == countries.end() ? 0 : found->length;
}

// As many letters and digits as the country asks for, single spaces or dashes between groups left out.
std::size_t collect(std::string_view text, std::size_t at, std::size_t wanted, std::string &compact)
{
    while (at < text.size() && compact.size() < wanted) {
        if (isAlphanumeric(text[at]))
            compact.push_back(upper(text[at]));
        else if ((text[at] != ' ' && text[at] != '-') || compact.size() % 4 != 0)
            break;
        ++at;
    }
    return at;
}

// American Bankers Association: weights 3, 7, 1; the first two digits name a Federal Reserve district.
bool isAbaRouting(std::string_view digits)
{
    const int district = remainderOf(digits.substr(0, 2), 100);
    const bool known = (district >= 1 && district <= 12) || (district >= 21 && district <= 32)
        || (district >= 61 && district <= 72) || district == 80;
    return known && weightedSum(digits, {3, 7, 1, 3, 7, 1, 3, 7, 1}) % 10 == 0;
}

// Asociación de Bancos de México: the last digit of each product with 3, 7, 1.
bool isClabe(std::string_view digits)
{
    static constexpr std::array<int, 3> weights{3, 7, 1};
    int sum = 0;
    for (std::size_t at = 0; at < 17; ++at)
        sum += digitAt(digits, at) * weights[at % 3] % 10;
    return !isOneDigitRepeated(digits) && (10 - sum % 10) % 10 == digitAt(digits, 17);
}

// Banco Central de la República Argentina, A 2622: two blocks, each with its check digit.
bool isCbu(std::string_view digits)
{
    const int first = weightedSum(digits, {7, 1, 3, 9, 7, 1, 3});
    const int second = weightedSum(digits.substr(8), {3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3});
    return !isOneDigitRepeated(digits) && (10 - first % 10) % 10 == digitAt(digits, 7)
        && (10 - second % 10) % 10 == digitAt(digits, 21);
}

// Reserve Bank of India: the fifth character is always 0.
bool isIfsc(std::string_view code)
{
    return code[4] == '0';
}

bool anyNumber(std::string_view digits)
{
    return !isOneDigitRepeated(digits);
}

IdentifierKind cardIdentifier()
{
    return {"card",
        {{"9999_9999_9999_9999", 0.95}, {"9999999999999999", 0.85}, {"9999_999999_99999", 0.9},
            {"999999999999999", 0.7}, {"9999_999999_9999", 0.7}, {"9999_9999_9999_9999_999", 0.9},
            {"99999999999999", 0.4}, {"9999999999999999999", 0.6}, {"999999999999999999", 0.5},
            {"99999999999999999", 0.5}, {"9999999999999", 0.4}, {"999999999999", 0.3},
            {"9999_9999_9999", 0.3}, {"9999_9999_9999_9", 0.4}, {"999999_9999999999", 0.6}},
        isCardNumber,
        {"card", "credit", "debit", "visa", "mastercard", "amex", "cc", "ccn", "PAN", "maestro", "payment",
            "karte", "kreditkarte", "kartennummer", "tarjeta", "carte", "carte bancaire", "carta", "cartão",
            "kaart", "kort", "kortti", "karta", "karty", "kártya", "cvv", "cvc", "карта", "карты", "κάρτα",
            "kart", "信用卡", "银行卡", "卡号", "カード", "카드", "बैंक कार्ड", "บัตรเครดิต", "بطاقة"},
        0.95, "card"};
}

} // namespace

bool isCardNumber(std::string_view digits)
{
    if (digits.size() < 12 || digits.size() > 19 || !passesLuhn(digits) || isOneDigitRepeated(digits))
        return false;
    const int leading = remainderOf(digits.substr(0, 4), 10000);
    const auto fits = [&](const Issuer &issuer) {
        return leading >= issuer.first && leading <= issuer.last && digits.size() >= issuer.shortest
            && digits.size() <= issuer.longest;
    };
    return std::any_of(issuers.begin(), issuers.end(), fits)
        || std::any_of(otherIssuers.begin(), otherIssuers.end(), fits);
}

bool isIban(std::string_view compact)
{
    return compact.size() > 4 && ibanLength(compact.substr(0, 2)) == compact.size()
        && passesIbanMod97(compact);
}

namespace pii {

std::optional<std::size_t> ibanEnd(std::string_view text, std::size_t at)
{
    constexpr std::size_t head = 4;
    if (at + head >= text.size() || !isDigit(text[at + 2]) || !isDigit(text[at + 3]) || !isLetter(text[at])
        || !isLetter(text[at + 1]))
        return {};
    const std::array<char, 2> code{upper(text[at]), upper(text[at + 1])};
    const std::size_t length = ibanLength({code.data(), code.size()});
    if (length == 0)
        return {};
    std::string compact;
    const std::size_t end = collect(text, at, length, compact);
    const bool whole = end == text.size() || !isAlphanumeric(text[end]);
    return whole && isIban(compact) ? std::optional(end) : std::nullopt;
}

bool isBicCountry(std::string_view code)
{
    // Where banks have codes but no IBANs.
    static constexpr std::string_view others = "US CA AU NZ JP CN HK TW KR SG MY TH ID PH VN IN PK BD LK ZA "
                                               "NG KE GH TZ UG MX AR CL CO PE EC UY VE "
                                               "RU AM UZ KG TJ TM MA DZ IR YE SY NP MM KH LA MO BN PG FJ BO "
                                               "PY PA HN JM BS BB TT BM KY MZ ZM ZW NA "
                                               "BW AO CM CI SN ET RW";
    return ibanLength(code) != 0 || others.find(code) != std::string_view::npos;
}

std::vector<IdentifierKind> bankIdentifiers()
{
    return {cardIdentifier(),
        {"us-aba-routing", {{"999999999", 0.1}, {"9999-9999-9", 0.3}}, isAbaRouting,
            {"routing", "routing number", "aba", "rtn", "transit", "transit number", "ach"}, 0.85, "bank"},
        {"mx-clabe", {{"999999999999999999", 0.3}, {"999 999 99999999999 9", 0.6}}, isClabe,
            {"clabe", "cuenta", "interbancaria", "spei", "transferencia"}, 0.9, "bank"},
        {"ar-cbu", {{"9999999999999999999999", 0.5}, {"99999999 99999999999999", 0.6}}, isCbu,
            {"cbu", "cvu", "cuenta", "transferencia", "alias"}, 0.9, "bank"},
        {"in-ifsc", {{"AAAA9******", 0.3}}, isIfsc, {"ifsc", "neft", "rtgs", "branch code"}, 0.75, "bank"},
        {"uk-sort-code", {{"99-99-99", 0}, {"99 99 99", 0}, {"999999", 0}}, anyNumber,
            {"sort code", "sortcode"}, 0.7, "bank", true},
        {"au-bsb", {{"999-999", 0}, {"999999", 0}}, anyNumber, {"bsb"}, 0.7, "bank", true},
        {"bank-account",
            {{"99999999", 0}, {"999999999", 0}, {"9999999999", 0}, {"99999999999", 0}, {"999999999999", 0},
                {"9999999999999", 0}, {"99999999999999", 0}, {"999999999999999", 0}, {"9999999999999999", 0},
                {"999-999999-9", 0}, {"99999-99999", 0}, {"9999 9999 99", 0}},
            anyNumber,
            {"account number", "account no", "acct", "acct no", "acct number", "bank account", "account #",
                "a/c no", "a/c", "checking account", "savings account", "konto", "kontonummer", "kontonr",
                "numéro de compte", "compte bancaire", "número de cuenta", "cuenta bancaria",
                "conto corrente", "numero di conto", "conta bancária", "conta corrente", "rekeningnummer",
                "bankkonto", "numer konta", "číslo účtu", "номер счета", "расчетный счет", "银行账号", "账号",
                "口座番号", "계좌번호"},
            0.6, "bank", true}};
}

} // namespace pii

} // namespace gatehouse
