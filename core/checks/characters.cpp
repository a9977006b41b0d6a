// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/characters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unicode/uchar.h>

namespace gatehouse {

namespace {

struct Block {
    char32_t first, last;
};

// Blocks of spaces, punctuation and symbols beyond ASCII (Unicode block chart).
constexpr std::array<Block, 7> notWords{{{0x80, 0xA9}, {0xAB, 0xB4}, {0xB6, 0xB9}, {0xBB, 0xBF},
    {0x2000, 0x2BFF}, {0x3000, 0x3004}, {0x3008, 0x3020}}};
constexpr std::array<Block, 3> fullWidthPunctuation{{{0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}}};
constexpr std::array<Block, 6> unspaced{{{0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1780, 0x17FF},
    {0x3040, 0x30FF}, {0x3400, 0x9FFF}, {0x20000, 0x3FFFF}}};

template <std::size_t N>
bool isIn(const std::array<Block, N> &blocks, char32_t value)
{
    return std::any_of(blocks.begin(), blocks.end(),
        [&](const Block &block) { return value >= block.first && value <= block.last; });
}

unsigned byteAt(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

bool isContinuation(std::string_view text, std::size_t at)
{
    return (byteAt(text, at) & 0xC0U) == 0x80U;
}

std::size_t expectedSize(unsigned lead)
{
    if (lead < 0xC2)
        return 1;
    if (lead < 0xE0)
        return 2;
    if (lead < 0xF0)
        return 3;
    return lead < 0xF5 ? 4 : 1;
}

} // namespace

DecodedCharacter decodeCharacter(std::string_view text, std::size_t at)
{
    const unsigned lead = byteAt(text, at);
    const std::size_t size = expectedSize(lead);
    if (size == 1 || at + size > text.size())
        return {lead, 1};
    char32_t value = lead & (0xFFU >> (size + 1));
    for (std::size_t next = at + 1; next < at + size; ++next) {
        if (!isContinuation(text, next))
            return {lead, 1};
        value = value << 6 | (byteAt(text, next) & 0x3FU);
    }
    return {value, size};
}

DecodedCharacter decodeCharacterBefore(std::string_view text, std::size_t end)
{
    std::size_t start = end - 1;
    while (start > 0 && end - start < 4 && isContinuation(text, start))
        --start;
    const DecodedCharacter character = decodeCharacter(text, start);
    return start + character.size == end ? character : DecodedCharacter{byteAt(text, end - 1), 1};
}

bool isSpace(char32_t value)
{
    return value == ' ' || (value >= 0x09 && value <= 0x0D) || value == 0xA0
        || (value >= 0x2000 && value <= 0x200A) || value == 0x2028 || value == 0x2029 || value == 0x3000;
}

bool isWordCharacter(char32_t value)
{
    if (value < 0x80) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z')
            || (value >= '0' && value <= '9') || value == '_';
    }
    return !isIn(notWords, value) && !isIn(fullWidthPunctuation, value);
}

bool isInsideWord(char32_t value)
{
    if (value < 0x80 || !isWordCharacter(value))
        return isWordCharacter(value);
    constexpr std::uint32_t ends = U_GC_P_MASK | U_GC_S_MASK | U_GC_CF_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(value)) & ends) == 0;
}

bool isUnspacedScript(char32_t value)
{
    return isIn(unspaced, value);
}

char32_t otherCase(char32_t value)
{
    const auto within = [&](char32_t first, char32_t last) { return value >= first && value <= last; };
    if (within('a', 'z') || within(0xE0, 0xF6) || within(0xF8, 0xFE) || within(0x3B1, 0x3C1)
        || within(0x3C3, 0x3CB) || within(0x430, 0x44F))
        return value - 0x20;
    if (within('A', 'Z') || within(0xC0, 0xD6) || within(0xD8, 0xDE) || within(0x391, 0x3A1)
        || within(0x3A3, 0x3AB) || within(0x410, 0x42F))
        return value + 0x20;
    if (within(0x450, 0x45F))
        return value - 0x50;
    if (within(0x400, 0x40F))
        return value + 0x50;
    // Pairs of capital and small letter; the capital is even in the first blocks, odd in the others.
    if (within(0x100, 0x12F) || within(0x132, 0x137) || within(0x14A, 0x177))
        return value ^ 1U;
    if (within(0x139, 0x148) || within(0x179, 0x17E))
        return value % 2 == 1 ? value + 1 : value - 1;
    return value;
}

void appendUtf8(std::string &out, char32_t value)
{
    const auto put
        = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0 | value >> 6);
        put(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        put(0xE0 | value >> 12);
        put(0x80 | (value >> 6 & 0x3F));
        put(0x80 | (value & 0x3F));
    } else {
        put(0xF0 | value >> 18);
        put(0x80 | (value >> 12 & 0x3F));
        put(0x80 | (value >> 6 & 0x3F));
        put(0x80 | (value & 0x3F));
    }
}

namespace {

bool isAsciiWord(char c)
{
    return static_cast<unsigned char>(c) < 0x80 && isWordCharacter(static_cast<unsigned char>(c));
}

// Whether two neighbours are parts of one word.
bool join(char32_t before, char32_t after)
{
    return isInsideWord(before) && isInsideWord(after) && !isUnspacedScript(before)
        && !isUnspacedScript(after);
}

bool isHangul(char32_t value)
{
    return value >= 0xAC00 && value <= 0xD7A3;
}

} // namespace

bool wordStartsAt(std::string_view text, std::size_t at)
{
    if (at == 0 || at >= text.size())
        return true;
    if (isAsciiWord(text[at - 1]) && isAsciiWord(text[at]))
        return false;
    return !join(decodeCharacterBefore(text, at).value, decodeCharacter(text, at).value);
}

bool wordEndsAt(std::string_view text, std::size_t at)
{
    if (at == 0 || at >= text.size())
        return true;
    if (isAsciiWord(text[at - 1]) && isAsciiWord(text[at]))
        return false;
    const char32_t last = decodeCharacterBefore(text, at).value;
    return isHangul(last) || !join(last, decodeCharacter(text, at).value);
}

bool standsAlone(std::string_view text, std::size_t start, std::size_t end)
{
    return wordStartsAt(text, start) && wordEndsAt(text, end);
}

} // namespace gatehouse
