// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/shapes.h"

#include "core/checks/pii/ascii.h"

#include <map>
#include <utility>

namespace gatehouse::pii {

namespace {

enum Class : std::uint8_t { Other, Digit, Letter, Space, Dash, Dot, Slash, Colon, Plus, Open, Close, Wide };

constexpr std::array<std::uint8_t, 256> classTable()
{
    std::array<std::uint8_t, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c) {
        const char ascii = static_cast<char>(c);
        table[c] = c >= 0x80 ? Wide : isDigit(ascii) ? Digit : isLetter(ascii) ? Letter : Other;
    }
    table[' '] = Space;
    table['-'] = Dash;
    table['.'] = Dot;
    table['/'] = Slash;
    table[':'] = Colon;
    table['+'] = Plus;
    table['('] = Open;
    table[')'] = Close;
    return table;
}

constexpr std::array<std::uint8_t, 256> classOf = classTable();

std::vector<std::uint8_t> classesOf(char form)
{
    switch (form) {
    case '9':
        return {Digit};
    case 'A':
        return {Letter};
    case '*':
        return {Digit, Letter};
    case '_':
        return {Space, Dash, Dot};
    default:
        return {classOf[static_cast<unsigned char>(form)]};
    }
}

struct Seen {
    std::uint8_t kind = Other;
    std::size_t bytes = 1;
};

// U+00A0, U+2007, U+2010 to U+2015, U+202F, U+2212.
Seen wideClass(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t offset) {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    if (byte(0) == 0xC2 && byte(1) == 0xA0)
        return {Space, 2};
    if (byte(0) != 0xE2)
        return {};
    if (byte(1) == 0x88 && byte(2) == 0x92)
        return {Dash, 3};
    if (byte(1) != 0x80)
        return {};
    if (byte(2) == 0x87 || byte(2) == 0xAF)
        return {Space, 3};
    return byte(2) >= 0x90 && byte(2) <= 0x95 ? Seen{Dash, 3} : Seen{};
}

} // namespace

// Subset construction; forms have no loops, so it ends with the longest of them.
ShapeAutomaton::ShapeAutomaton(const std::vector<std::string_view> &shapes)
{
    using Places = std::vector<std::pair<std::uint16_t, std::uint16_t>>; // form, how far into it
    std::map<Places, State> known;
    std::vector<Places> open;
    const auto stateOf = [&](const Places &places) {
        const auto [found, isNew] = known.emplace(places, static_cast<State>(m_next.size()));
        if (isNew) {
            m_next.emplace_back();
            m_accepted.emplace_back();
            open.push_back(places);
        }
        return found->second;
    };
    Places all;
    for (std::size_t i = 0; i < shapes.size(); ++i)
        all.emplace_back(static_cast<std::uint16_t>(i), std::uint16_t{0});
    (void)stateOf({});
    (void)stateOf(all);
    for (std::size_t state = start; state < open.size(); ++state) {
        std::array<Places, classes> onward;
        for (const auto &[form, at] : Places(open[state])) {
            if (at == shapes[form].size()) {
                m_accepted[state].push_back(form);
                continue;
            }
            for (const std::uint8_t c : classesOf(shapes[form][at]))
                onward[c].emplace_back(form, static_cast<std::uint16_t>(at + 1));
        }
        for (std::size_t c = 0; c < classes; ++c) {
            if (!onward[c].empty())
                m_next[state][c] = stateOf(onward[c]);
        }
    }
}

ShapeAutomaton::Step ShapeAutomaton::next(State from, std::string_view text, std::size_t at) const
{
    const std::uint8_t direct = classOf[static_cast<unsigned char>(text[at])];
    if (direct != Wide)
        return {m_next[from][direct], 1};
    const Seen seen = wideClass(text, at);
    return {seen.kind == Other ? dead : m_next[from][seen.kind], seen.bytes};
}

} // namespace gatehouse::pii
