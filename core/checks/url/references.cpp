// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Character references in URLs: numbers, and the names of what a URL is made of (HTML Living Standard 13.5).
#include "core/checks/characters.h"
#include "core/checks/url/url_passes.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

struct Named {
    std::string_view name;
    char value;
};
constexpr std::array<Named, 23> names{
    {{"amp", '&'}, {"apos", '\''}, {"bsol", '\\'}, {"colon", ':'}, {"comma", ','}, {"commat", '@'},
        {"dollar", '$'}, {"equals", '='}, {"excl", '!'}, {"gt", '>'}, {"lbrack", '['}, {"lowbar", '_'},
        {"lpar", '('}, {"lt", '<'}, {"NewLine", '\n'}, {"num", '#'}, {"percnt", '%'}, {"period", '.'},
        {"quest", '?'}, {"quot", '"'}, {"rpar", ')'}, {"sol", '/'}, {"Tab", '\t'}}};

int digitOf(char c, int base)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Reads "#46;" or "#x2e;" behind an '&'; the bytes it took, 0 when it is none.
std::size_t readNumber(std::string_view rest, std::string &out)
{
    const bool hex = rest.size() > 1 && (rest[1] == 'x' || rest[1] == 'X');
    const std::size_t first = hex ? 2 : 1;
    std::size_t at = first;
    char32_t value = 0;
    constexpr char32_t largest = 0x10FFFF;
    for (; at < rest.size() && digitOf(rest[at], hex ? 16 : 10) >= 0; ++at) {
        value = std::min(
            value * (hex ? 16 : 10) + static_cast<char32_t>(digitOf(rest[at], hex ? 16 : 10)), largest + 1);
    }
    if (at == first || value > largest || value == 0)
        return 0;
    appendUtf8(out, value);
    return at < rest.size() && rest[at] == ';' ? at + 1 : at;
}

std::size_t readName(std::string_view rest, std::string &out)
{
    constexpr std::size_t longest = 8;
    const std::size_t end = rest.substr(0, longest).find(';');
    if (end == std::string_view::npos)
        return 0;
    const auto found = std::find_if(
        names.begin(), names.end(), [&](const Named &named) { return named.name == rest.substr(0, end); });
    if (found == names.end())
        return 0;
    out += found->value;
    return end + 1;
}

} // namespace

std::string withReferencesResolved(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at + 1);
        std::size_t taken = 0;
        if (text[at] == '&')
            taken = rest.starts_with('#') ? readNumber(rest, out) : readName(rest, out);
        if (taken == 0)
            out += text[at];
        at += taken + 1;
    }
    return out;
}

std::string asciiLowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

} // namespace gatehouse
