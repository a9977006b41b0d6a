// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// ASCII letters and digits, independent of any locale, and a fast way from one digit to the next.

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace gatehouse::pii {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
constexpr bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
constexpr bool isLetter(char c)
{
    return isUpper(c) || isLower(c);
}
constexpr bool isAlphanumeric(char c)
{
    return isDigit(c) || isLetter(c);
}
constexpr bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
constexpr bool isAscii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}
constexpr char upper(char c)
{
    return isLower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}
constexpr char lower(char c)
{
    return isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

// Where the first digit at or after `from` stands, or text.size(). Eight bytes a step: text without digits is
// most of what is read.
inline std::size_t nextDigit(std::string_view text, std::size_t from)
{
    static_assert(std::endian::native == std::endian::little, "the lowest byte is the first");
    constexpr std::uint64_t each = 0x0101010101010101ULL;
    for (; from + sizeof(std::uint64_t) <= text.size(); from += sizeof(std::uint64_t)) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + from, sizeof bytes);
        bytes ^= each * '0'; // a digit is now 0 to 9
        const std::uint64_t above = ((bytes & each * 0x7F) + each * (0x7F - 9)) | bytes;
        const std::uint64_t digits = ~above & each * 0x80;
        if (digits != 0)
            return from + static_cast<std::size_t>(std::countr_zero(digits)) / 8;
    }
    while (from < text.size() && !isDigit(text[from]))
        ++from;
    return from;
}

} // namespace gatehouse::pii
