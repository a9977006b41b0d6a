// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/filter_completion.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

constexpr std::string_view spaces = " \t\r\n";

// Past the piece that begins at `from`: quotes hold what would end it.
std::size_t endOfPiece(std::string_view text, std::size_t from, std::string_view ends)
{
    bool quoted = false;
    std::size_t at = from;
    for (; at < text.size(); ++at) {
        if (quoted && text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            quoted = !quoted;
        else if (!quoted && ends.find(text[at]) != std::string_view::npos)
            break;
    }
    return std::min(at, text.size());
}

std::string unquoted(std::string_view piece)
{
    if (!piece.starts_with('"'))
        return std::string(piece);
    std::string value;
    for (std::size_t i = 1; i < piece.size() && piece[i] != '"'; ++i) {
        if (piece[i] == '\\' && i + 1 < piece.size())
            ++i;
        value += piece[i];
    }
    return value;
}

std::string lowered(std::string_view word)
{
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(),
        [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
    return lower;
}

// `begin` to `end` is one term without its dash.
FilterWord wordOfTerm(std::string_view text, std::size_t begin, std::size_t end, std::size_t at)
{
    const std::size_t sign = text.substr(0, end).find_first_of("\",:<>=", begin);
    const bool isField
        = sign != std::string_view::npos && text[sign] != '"' && text[sign] != ',' && sign > begin;
    if (!isField)
        return {{}, unquoted(text.substr(begin, at - begin)), {begin, end}, false};
    if (at <= sign)
        return {{}, std::string(text.substr(begin, at - begin)), {begin, sign}, true};
    const bool two = text.substr(sign + 1).starts_with('=') && (text[sign] == '<' || text[sign] == '>');
    std::size_t from = sign + (two ? 2 : 1);
    while (true) {
        const std::size_t to = endOfPiece(text.substr(0, end), from, ",");
        if (at <= to || to >= end)
            return {lowered(text.substr(begin, sign - begin)),
                unquoted(text.substr(from, std::max(at, from) - from)), {from, to}, false};
        from = to + 1;
    }
}

} // namespace

FilterWord filterWordAt(std::string_view text, std::size_t at)
{
    at = std::min(at, text.size());
    for (std::size_t begin = 0; begin <= at;) {
        begin = std::min(text.find_first_not_of(spaces, begin), text.size());
        if (begin > at || begin == text.size())
            break;
        const std::size_t end = endOfPiece(text, begin, spaces);
        const std::size_t first = text[begin] == '-' && begin + 1 <= at ? begin + 1 : begin;
        if (at <= end)
            return wordOfTerm(text, first, end, at);
        begin = end;
    }
    return {{}, {}, {at, at}, false};
}

std::string filterValueText(std::string_view value)
{
    const FilterTerm term{"x", FilterTerm::Comparison::Is, {std::string(value)}, false};
    return Filter{{term}}.toText().substr(2);
}

} // namespace gatehouse::store
