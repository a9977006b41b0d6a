// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Escaped characters undone: percent (RFC 3986), HTML character references, backslashes of JSON and C,
// quoted-printable (RFC 2045). Only the surroundings of what was escaped become the view.
#include "core/text/decode.h"

#include "core/checks/characters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace gatehouse {

namespace {

// One escape: how long it is and what it stands for.
struct Escape {
    std::size_t size = 0; // 0: none here
    std::string bytes;
};

using Reader = Escape (*)(std::string_view text, std::size_t at);

std::optional<unsigned> numberAt(std::string_view text, std::size_t at, std::size_t digits, int base)
{
    if (at + digits > text.size() || digits == 0)
        return {};
    unsigned value = 0;
    const char *end = text.data() + at + digits;
    const auto result = std::from_chars(text.data() + at, end, value, base);
    if (result.ec != std::errc() || result.ptr != end)
        return {};
    return value;
}

Escape character(std::size_t size, unsigned value)
{
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
        return {};
    Escape escape{size, {}};
    appendUtf8(escape.bytes, static_cast<char32_t>(value));
    return escape;
}

Escape rawByte(std::size_t size, std::optional<unsigned> value)
{
    if (!value || *value == 0 || *value > 0xFF)
        return {};
    return {size, std::string(1, static_cast<char>(*value))};
}

Escape readPercent(std::string_view text, std::size_t at)
{
    // "%u0041" as old scripts wrote it.
    if (at + 1 < text.size() && (text[at + 1] == 'u' || text[at + 1] == 'U')) {
        const auto value = numberAt(text, at + 2, 4, 16);
        return value ? character(6, *value) : Escape{};
    }
    return rawByte(3, numberAt(text, at + 1, 2, 16));
}

Escape readQuotedPrintable(std::string_view text, std::size_t at)
{
    if (text.substr(at).starts_with("=\r\n"))
        return {3, {}};
    if (text.substr(at).starts_with("=\n"))
        return {2, {}};
    return rawByte(3, numberAt(text, at + 1, 2, 16));
}

struct Named {
    std::string_view name;
    std::string_view bytes;
};

// References an attacker can spell words and marks with; the full list of HTML has over two thousand.
constexpr std::array<Named, 32> namedReferences{{{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""},
    {"apos", "'"}, {"nbsp", " "}, {"Tab", "\t"}, {"NewLine", "\n"}, {"excl", "!"}, {"num", "#"},
    {"dollar", "$"}, {"percnt", "%"}, {"lpar", "("}, {"rpar", ")"}, {"ast", "*"}, {"plus", "+"},
    {"comma", ","}, {"period", "."}, {"sol", "/"}, {"colon", ":"}, {"semi", ";"}, {"equals", "="},
    {"quest", "?"}, {"commat", "@"}, {"lsqb", "["}, {"rsqb", "]"}, {"bsol", "\\"}, {"lowbar", "_"},
    {"lbrace", "{"}, {"rbrace", "}"}, {"vert", "|"}, {"hyphen", "-"}}};

Escape readEntity(std::string_view text, std::size_t at)
{
    constexpr std::size_t longest = 10;
    if (at + 2 < text.size() && text[at + 1] == '#') {
        const bool hex = text[at + 2] == 'x' || text[at + 2] == 'X';
        const std::size_t digits = at + (hex ? 3 : 2);
        std::size_t end = digits;
        while (end < text.size() && end - digits < 7 && numberAt(text, end, 1, hex ? 16 : 10))
            ++end;
        const auto value = numberAt(text, digits, end - digits, hex ? 16 : 10);
        const bool closed = end < text.size() && text[end] == ';';
        return value ? character(end - at + (closed ? 1 : 0), *value) : Escape{};
    }
    const std::size_t end = text.substr(0, at + longest).find(';', at);
    if (end == std::string_view::npos)
        return {};
    const std::string_view name = text.substr(at + 1, end - at - 1);
    const auto found = std::find_if(namedReferences.begin(), namedReferences.end(),
        [&](const Named &named) { return named.name == name; });
    return found == namedReferences.end() ? Escape{} : Escape{end + 1 - at, std::string(found->bytes)};
}

// "\u{1F600}"
Escape readBraced(std::string_view text, std::size_t at)
{
    const std::size_t end = text.substr(0, at + 12).find('}', at);
    if (end == std::string_view::npos)
        return {};
    const auto value = numberAt(text, at + 3, end - at - 3, 16);
    return value ? character(end + 1 - at, *value) : Escape{};
}

Escape readUnicodeEscape(std::string_view text, std::size_t at)
{
    if (at + 2 < text.size() && text[at + 2] == '{')
        return readBraced(text, at);
    const auto high = numberAt(text, at + 2, 4, 16);
    if (!high)
        return {};
    const bool pair = *high >= 0xD800 && *high < 0xDC00 && text.substr(at + 6).starts_with("\\u");
    const auto low = pair ? numberAt(text, at + 8, 4, 16) : std::optional<unsigned>();
    if (low && *low >= 0xDC00 && *low < 0xE000)
        return character(12, 0x10000 + ((*high - 0xD800) << 10U) + (*low - 0xDC00));
    return character(6, *high);
}

Escape readBackslash(std::string_view text, std::size_t at)
{
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (next == 'u')
        return readUnicodeEscape(text, at);
    if (next == 'U') {
        const auto value = numberAt(text, at + 2, 8, 16);
        return value ? character(10, *value) : Escape{};
    }
    if (next == 'x')
        return rawByte(4, numberAt(text, at + 2, 2, 16));
    return rawByte(4, numberAt(text, at + 1, 3, 8));
}

// What stands next to an escape may belong to the same words.
constexpr std::size_t surroundings = 96;

class Unescaper {
public:
    Unescaper(const ViewSource &source, std::string_view name, char mark, Reader reader)
        : m_text(source.text)
        , m_mark(mark)
        , m_reader(reader)
        , m_out(source, name, ViewKind::Decoded)
    {
    }

    std::optional<TextView> run(std::size_t fewest)
    {
        std::size_t found = 0;
        for (std::size_t at = m_text.find(m_mark); at != std::string_view::npos;
             at = m_text.find(m_mark, at)) {
            const Escape escape = m_reader(m_text, at);
            if (escape.size == 0) {
                ++at;
                continue;
            }
            ++found;
            copyUpTo(at);
            m_out.replace(escape.bytes, {at, at + escape.size});
            at += escape.size;
            m_done = at;
        }
        if (found < fewest)
            return {};
        copyAfterLast();
        return m_out.take();
    }

private:
    void copyUpTo(std::size_t at)
    {
        const bool first = m_out.size() == 0;
        if (at - m_done <= (first ? surroundings : 2 * surroundings)) {
            m_out.copy(m_text.substr(m_done, at - m_done), m_done);
            return;
        }
        if (!first)
            copyAfterLast();
        m_out.separate("\n");
        const std::size_t from = characterStart(at - surroundings);
        m_out.copy(m_text.substr(from, at - from), from);
    }

    void copyAfterLast()
    {
        const std::size_t end = characterStart(std::min(m_text.size(), m_done + surroundings));
        m_out.copy(m_text.substr(m_done, end - m_done), m_done);
    }

    [[nodiscard]] std::size_t characterStart(std::size_t at) const
    {
        while (at > m_done && at < m_text.size() && (static_cast<unsigned char>(m_text[at]) & 0xC0U) == 0x80U)
            --at;
        return at;
    }

    std::string_view m_text;
    char m_mark;
    Reader m_reader;
    ViewWriter m_out;
    std::size_t m_done = 0;
};

} // namespace

std::optional<TextView> decodePercent(const ViewSource &source)
{
    return Unescaper(source, "percent", '%', readPercent).run(3);
}

std::optional<TextView> decodeEntities(const ViewSource &source)
{
    return Unescaper(source, "html-entities", '&', readEntity).run(2);
}

std::optional<TextView> decodeBackslashes(const ViewSource &source)
{
    return Unescaper(source, "escapes", '\\', readBackslash).run(3);
}

std::optional<TextView> decodeQuotedPrintable(const ViewSource &source)
{
    return Unescaper(source, "quoted-printable", '=', readQuotedPrintable).run(4);
}

} // namespace gatehouse
