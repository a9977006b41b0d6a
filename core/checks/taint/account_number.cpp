// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/taint/account_number.h"

#include "core/checks/pii/checksums.h"

#include <algorithm>
#include <array>
#include <re2/re2.h>
#include <string>

namespace gatehouse {

namespace {

// Two letters, two check digits, up to thirty letters and digits (ISO 13616); Ethereum, Bitcoin (base58,
// bech32) addresses; E.164 telephone numbers; digits in groups.
const RE2 &accountPattern()
{
    static const RE2 pattern(
        R"(\b([A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?|0x[0-9a-fA-F]{40}|bc1[02-9ac-hj-np-z]{25,60}|[13][1-9A-HJ-NP-Za-km-z]{25,34})\b|(\+[0-9](?:[ ().-]{0,2}[0-9]){7,14})\b|\b([0-9](?:[ -]?[0-9]){5,33})\b)");
    return pattern;
}

std::size_t digitsIn(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

std::string onlyDigits(std::string_view text)
{
    std::string digits;
    std::copy_if(
        text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

bool isNumberOfAccount(std::string_view text, bool accountExpected)
{
    constexpr std::size_t shortestCard = 13, longestCard = 19, shortestOther = 14;
    const std::string digits = onlyDigits(text);
    if (accountExpected)
        return true;
    if (digits.size() >= shortestCard && digits.size() <= longestCard && passesLuhn(digits)
        && digits.front() >= '2' && digits.front() <= '6')
        return true;
    // 2026-01-31 14:05:00.123 without its marks, or microseconds since 1970.
    const bool isTime = digits.starts_with("19") || digits.starts_with("20") || digits.starts_with("16")
        || digits.starts_with("17") || digits.starts_with("18");
    return digits.size() >= shortestOther && !isTime && text.size() == digits.size();
}

} // namespace

bool namesAccount(std::string_view argument)
{
    static constexpr std::array<std::string_view, 14> words{"account", "iban", "recipient", "payee",
        "beneficiary", "card", "wallet", "routing", "sort_code", "phone", "receiver", "destination", "swift",
        "bic"};
    std::string lowered(argument);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::any_of(words.begin(), words.end(),
               [&](std::string_view word) { return lowered.find(word) != std::string::npos; })
        && !lowered.ends_with("_id") && !lowered.ends_with("type");
}

std::vector<ByteRange> findAccountNumbers(std::string_view text, bool accountExpected)
{
    std::vector<ByteRange> found;
    re2::StringPiece rest(text.data(), text.size()), named, telephone, number;
    while (RE2::FindAndConsume(&rest, accountPattern(), &named, &telephone, &number)) {
        constexpr std::size_t fewestDigits = 8;
        const re2::StringPiece match = !named.empty() ? named : !telephone.empty() ? telephone : number;
        const std::string_view spelt(match.data(), match.size());
        const bool isAccount
            = !number.empty() ? isNumberOfAccount(spelt, accountExpected) : digitsIn(spelt) >= fewestDigits;
        const auto start = static_cast<std::size_t>(match.data() - text.data());
        if (isAccount)
            found.push_back({start, start + match.size()});
    }
    return found;
}

} // namespace gatehouse
