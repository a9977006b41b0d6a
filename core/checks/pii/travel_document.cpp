// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/travel_document.h"

#include "core/checks/pii/ascii.h"
#include "core/checks/pii/checksums.h"

#include <algorithm>

namespace gatehouse::pii {

namespace {

bool checks(std::string_view line, std::size_t start, std::size_t size)
{
    const char check = line[start + size];
    return isDigit(check) && icaoCheck(line.substr(start, size)) == check - '0';
}

} // namespace

// ICAO 9303 part 4 (44) and part 6 (36): number, date of birth and date of expiry have the same places in
// both.
std::optional<std::size_t> travelLineEnd(std::string_view text, std::size_t at)
{
    constexpr std::size_t card = 36, passport = 44;
    constexpr std::size_t number = 0, birth = 13, expiry = 21, numberSize = 9, dateSize = 6;
    const auto digitAt
        = [&](std::size_t place) { return at + place < text.size() && isDigit(text[at + place]); };
    if (!digitAt(numberSize) || !digitAt(birth + dateSize))
        return {};
    const auto belongs = [](char c) { return isDigit(c) || isUpper(c) || c == '<'; };
    std::size_t length = 0;
    while (length <= passport && at + length < text.size() && belongs(text[at + length]))
        ++length;
    if (length != card && length != passport)
        return {};
    const std::string_view line = text.substr(at, length);
    const bool proven = checks(line, number, numberSize) && checks(line, birth, dateSize)
        && checks(line, expiry, dateSize) && line.find_first_not_of('0') != std::string_view::npos;
    return proven ? std::optional(at + length) : std::nullopt;
}

} // namespace gatehouse::pii
