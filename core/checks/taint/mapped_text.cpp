// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/taint/mapped_text.h"

#include "core/checks/characters.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>

namespace gatehouse {

namespace {

std::optional<char32_t> hexAt(std::string_view text, std::size_t at, std::size_t digits)
{
    std::uint32_t value = 0;
    if (at + digits > text.size())
        return {};
    const char *end = text.data() + at + digits;
    const auto [stop, error] = std::from_chars(text.data() + at, end, value, 16);
    return error == std::errc() && stop == end ? std::optional<char32_t>(value) : std::nullopt;
}

bool isHighSurrogate(char32_t value)
{
    return value >= 0xD800 && value < 0xDC00;
}

struct Escape {
    char32_t value = 0;
    std::size_t size = 2; // bytes of the escape
};

// The escape at `at`, where a backslash stands (RFC 8259, section 7).
Escape readEscape(std::string_view raw, std::size_t at)
{
    constexpr std::string_view letters = "bfnrt", meant = "\b\f\n\r\t";
    constexpr std::size_t size = 6;
    if (at + 1 >= raw.size())
        return {'\\', 1};
    const char letter = raw[at + 1];
    if (letter != 'u') {
        const std::size_t known = letters.find(letter);
        return {static_cast<unsigned char>(known == std::string_view::npos ? letter : meant[known]), 2};
    }
    const auto first = hexAt(raw, at + 2, 4);
    if (!first)
        return {'u', 2};
    const bool paired = isHighSurrogate(*first) && raw.substr(at + size).starts_with("\\u");
    const auto second = paired ? hexAt(raw, at + size + 2, 4) : std::nullopt;
    if (second)
        return {0x10000 + ((*first - 0xD800) << 10) + ((*second - 0xDC00) & 0x3FFU), 2 * size};
    return {*first, size};
}

class Writer {
public:
    explicit Writer(std::size_t expected)
    {
        m_out.text.reserve(expected);
        m_out.origins.reserve(expected + 1);
    }
    void put(char byte, std::size_t origin)
    {
        m_out.text.push_back(byte);
        m_out.origins.push_back(static_cast<std::uint32_t>(origin));
    }
    void put(char32_t value, std::size_t origin)
    {
        appendUtf8(m_out.text, value);
        m_out.origins.resize(m_out.text.size(), static_cast<std::uint32_t>(origin));
    }
    [[nodiscard]] char last() const { return m_out.text.empty() ? ' ' : m_out.text.back(); }
    [[nodiscard]] MappedText close(std::size_t end)
    {
        m_out.origins.push_back(static_cast<std::uint32_t>(end));
        return std::move(m_out);
    }

private:
    MappedText m_out;
};

bool isLetterOrDigit(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
        || (static_cast<unsigned char>(byte) & 0x80U) != 0;
}

} // namespace

MappedText mapWhole(std::string_view text)
{
    MappedText out{std::string(text), std::vector<std::uint32_t>(text.size() + 1)};
    std::iota(out.origins.begin(), out.origins.end(), 0U);
    return out;
}

MappedText unescapeJson(std::string_view raw, std::size_t start)
{
    Writer writer(raw.size());
    for (std::size_t at = 0; at < raw.size();) {
        if (raw[at] != '\\') {
            writer.put(raw[at], start + at);
            ++at;
            continue;
        }
        const Escape escape = readEscape(raw, at);
        writer.put(escape.value, start + at);
        at += escape.size;
    }
    return writer.close(start + raw.size());
}

MappedText fold(const MappedText &source)
{
    const std::string_view text = source.text;
    Writer writer(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t size = 1;
        char byte = text[at];
        if (const auto escaped = byte == '%' ? hexAt(text, at + 1, 2) : std::nullopt) {
            byte = static_cast<char>(static_cast<unsigned char>(*escaped));
            size = 3;
        }
        const DecodedCharacter character = size == 1 ? decodeCharacter(text, at) : DecodedCharacter{0, 1};
        if (isSpace(static_cast<unsigned char>(byte)) || (size == 1 && isSpace(character.value))) {
            if (writer.last() != ' ')
                writer.put(' ', source.origins[at]);
            size = std::max(size, character.size);
        } else if (character.size > 1) {
            writer.put(std::max(character.value, otherCase(character.value)), source.origins[at]);
            size = character.size;
        } else {
            writer.put(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte, source.origins[at]);
        }
        at += size;
    }
    return writer.close(source.origins.back());
}

MappedText compact(const MappedText &folded)
{
    Writer writer(folded.text.size());
    for (std::size_t at = 0; at < folded.text.size(); ++at) {
        if (isLetterOrDigit(folded.text[at]))
            writer.put(folded.text[at], folded.origins[at]);
    }
    return writer.close(folded.origins.back());
}

} // namespace gatehouse
