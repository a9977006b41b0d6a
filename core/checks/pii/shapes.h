// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// All written forms of all identifiers in one automaton: what may start here is known after one walk over the
// bytes, however many kinds there are.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gatehouse::pii {

// Forms are spelt with 9 for a digit, A for a letter, * for either, _ for one space, dash or dot; a space,
// dash, dot, slash, colon, plus or round bracket stands for itself. In text the dashes U+2010 to U+2015 and
// the spaces that don't break are dashes and spaces.
class ShapeAutomaton {
public:
    using State = std::uint16_t;
    static constexpr State dead = 0, start = 1;

    struct Step {
        State state = dead;
        std::size_t bytes = 1; // of text
    };

    // `shapes` by index; the index is what accepted() gives back.
    explicit ShapeAutomaton(const std::vector<std::string_view> &shapes);

    [[nodiscard]] Step next(State from, std::string_view text, std::size_t at) const;
    // Indexes of the shapes that end in this state.
    [[nodiscard]] const std::vector<std::uint16_t> &accepted(State state) const { return m_accepted[state]; }
    [[nodiscard]] std::size_t size() const { return m_accepted.size(); }

private:
    static constexpr std::size_t classes = 12;

    std::vector<std::array<State, classes>> m_next;
    std::vector<std::vector<std::uint16_t>> m_accepted;
};

} // namespace gatehouse::pii
