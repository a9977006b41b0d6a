// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/bank_code.h"

#include "core/checks/pii/ascii.h"
#include "core/checks/pii/financial.h"

#include <algorithm>

namespace gatehouse::pii {

namespace {

// Four letters for the bank, two for the country, two for the place, three for the branch or none.
bool isBic(std::string_view code)
{
    constexpr std::size_t bank = 4, country = 2, shorter = 8, longer = 11;
    return (code.size() == shorter || code.size() == longer)
        && std::all_of(code.begin(), code.begin() + bank + country, isUpper)
        && std::all_of(code.begin(), code.end(), [](char c) { return isUpper(c) || isDigit(c); })
        && isBicCountry(code.substr(bank, country));
}

} // namespace

PatternSource bankCodeWords()
{
    return {.expression = R"(\b(?:SWIFT|BIC|swift|bic|Swift|Bic))", .anchor = {}, .rulePack = true};
}

void findBankCode(std::string_view text, ByteRange word, const FoundSink &found)
{
    constexpr std::size_t reach = 32;
    constexpr double likely = 0.8;
    const std::size_t stop = std::min(text.size(), word.end + reach);
    for (std::size_t at = word.end; at < stop; ++at) {
        if (isAlphanumeric(text[at - 1]) || !isUpper(text[at]))
            continue;
        std::size_t end = at;
        while (end < text.size() && end - at < 12 && isAlphanumeric(text[end]))
            ++end;
        if (isBic(text.substr(at, end - at))) {
            found({{at, end}, "bic", likely});
            return;
        }
        if (end - at > 1 && isUpper(text[at + 1]))
            return; // another word in capitals: a heading
    }
}

} // namespace gatehouse::pii
