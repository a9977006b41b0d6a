// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/split_characters.h"

#include "core/checks/characters.h"

#include <algorithm>
#include <charconv>

namespace gatehouse {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr char32_t firstHigh = 0xD800, firstLow = 0xDC00, lastLow = 0xDFFF;
constexpr char32_t firstMark = 0x10F800;
constexpr std::size_t escapeSize = 6; // \uXXXX
constexpr std::size_t markSize = 4;

bool isHigh(char32_t unit)
{
    return unit >= firstHigh && unit < firstLow;
}

bool isLow(char32_t unit)
{
    return unit >= firstLow && unit <= lastLow;
}

// The UTF-16 unit of an escape that stands at `at`.
std::optional<char32_t> unitAt(std::string_view json, std::size_t at)
{
    const std::string_view escape = json.substr(std::min(at, json.size()), escapeSize);
    unsigned unit = 0;
    if (escape.size() != escapeSize || !escape.starts_with("\\u"))
        return std::nullopt;
    const auto [end, error] = std::from_chars(escape.data() + 2, escape.data() + escapeSize, unit, 16);
    if (error != std::errc() || end != escape.data() + escapeSize)
        return std::nullopt;
    return unit;
}

// U+10F800 and above are the second half of what F4 8F starts.
bool isMark(std::string_view text, std::size_t at)
{
    return text.size() - at >= markSize && text[at] == '\xF4' && text[at + 1] == '\x8F'
        && static_cast<unsigned char>(text[at + 2]) >= 0xA0;
}

bool pairIsMark(char32_t high)
{
    return high >= 0xDBFE; // U+10F800 is D BFE DC00
}

} // namespace

std::optional<MarkedJson> markHalves(std::string_view json)
{
    MarkedJson marked;
    std::size_t copied = 0;
    for (std::size_t at = 0; at < json.size();) {
        if (isMark(json, at))
            return std::nullopt;
        if (json[at] != '\\') {
            ++at;
            continue;
        }
        const auto unit = unitAt(json, at);
        const auto second = unit ? unitAt(json, at + escapeSize) : std::nullopt;
        if (unit && isHigh(*unit) && second && isLow(*second)) {
            if (pairIsMark(*unit))
                return std::nullopt;
            at += 2 * escapeSize;
        } else if (unit && (isHigh(*unit) || isLow(*unit))) {
            marked.text += json.substr(copied, at - copied);
            appendUtf8(marked.text, firstMark + (*unit - firstHigh));
            ++marked.marks;
            at += escapeSize;
            copied = at;
        } else {
            at += 2;
        }
    }
    if (marked.marks == 0)
        return std::nullopt;
    marked.text += json.substr(copied);
    return marked;
}

std::size_t countMarks(std::string_view text)
{
    std::size_t marks = 0;
    for (std::size_t at = text.find('\xF4'); at != std::string_view::npos; at = text.find('\xF4', at + 1))
        marks += isMark(text, at) ? 1 : 0;
    return marks;
}

void CharacterJoiner::giveUp()
{
    if (m_high != 0)
        m_out += replacement;
    m_high = 0;
}

void CharacterJoiner::takeHalf(char32_t half)
{
    if (isLow(half) && m_high != 0) {
        constexpr char32_t beyondFirstPlane = 0x10000;
        constexpr unsigned halfBits = 10;
        appendUtf8(m_out, beyondFirstPlane + ((m_high - firstHigh) << halfBits) + (half - firstLow));
        m_high = 0;
        return;
    }
    giveUp();
    if (isHigh(half))
        m_high = half;
    else
        m_out += replacement;
}

std::string_view CharacterJoiner::join(std::string_view piece, bool marked)
{
    m_out.clear();
    for (std::size_t at = 0; at < piece.size();) {
        if (marked && isMark(piece, at)) {
            takeHalf(decodeCharacter(piece, at).value - firstMark + firstHigh);
            at += markSize;
            continue;
        }
        giveUp();
        m_out += piece[at++];
    }
    return m_out;
}

std::string_view CharacterJoiner::end()
{
    m_out.clear();
    giveUp();
    return m_out;
}

} // namespace gatehouse
