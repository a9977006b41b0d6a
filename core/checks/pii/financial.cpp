// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/financial.h"
#include "core/checks/pii/checksums.h"

#include <algorithm>
#include <array>

namespace gatehouse {

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

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isAlphanumeric(char c)
{
    const char u = upper(c);
    return (c >= '0' && c <= '9') || (u >= 'A' && u <= 'Z');
}

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

void findIbans(std::string_view text, const std::function<void(const FoundIdentifier &)> &found)
{
    constexpr std::size_t head = 4;
    constexpr double sure = 0.97;
    for (std::size_t at = 0; at + head < text.size(); ++at) {
        const bool candidate
            = isDigit(text[at + 2]) && isDigit(text[at + 3]) && (at == 0 || !isAlphanumeric(text[at - 1]));
        if (!candidate)
            continue;
        const std::string code{upper(text[at]), upper(text[at + 1])};
        const std::size_t length = ibanLength(code);
        if (length == 0)
            continue;
        std::string compact;
        const std::size_t end = collect(text, at, length, compact);
        if (isIban(compact) && (end == text.size() || !isAlphanumeric(text[end])))
            found({{at, end}, "iban", sure});
    }
}

IdentifierKind cardIdentifier()
{
    return {"card",
        {{"9999 9999 9999 9999", 0.95}, {"9999-9999-9999-9999", 0.95}, {"9999999999999999", 0.85},
            {"9999 999999 99999", 0.9}, {"9999-999999-99999", 0.9}, {"999999999999999", 0.7},
            {"9999 999999 9999", 0.7}, {"99999999999999", 0.4}, {"9999999999999999999", 0.6},
            {"999999999999999999", 0.5}, {"99999999999999999", 0.5}, {"9999999999999", 0.4},
            {"999999999999", 0.3}},
        isCardNumber,
        {"card", "cards", "credit", "debit", "visa", "mastercard", "amex", "cc", "pan", "maestro", "payment",
            "karte", "kreditkarte", "kartennummer", "tarjeta", "carte", "carta", "cartão", "kaart", "cvv",
            "cvc"},
        0.95};
}

} // namespace gatehouse
