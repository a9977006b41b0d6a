// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Characters an upstream cut in two: one that counts in UTF-16 may end one event with "\ud83d" and start the
// next with "\ude00". Each half alone is no text; together they are one character.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse {

// JSON in which every escaped half that stands alone is written as a mark, a character of its own (one of
// U+10F800 to U+10FFFF, for private use), so that a strict parser takes it.
struct MarkedJson {
    std::string text;
    std::size_t marks = 0;
};
// Nothing when no half stands alone, or when the text itself has a character of that range: marks could not
// be told from it.
[[nodiscard]] std::optional<MarkedJson> markHalves(std::string_view json);

// How many marks stand in a text that was marked.
[[nodiscard]] std::size_t countMarks(std::string_view text);

// Joins the halves of one text that comes in pieces. A half whose other half never comes becomes U+FFFD.
class CharacterJoiner {
public:
    // Whether join() has something to do for a piece without marks.
    [[nodiscard]] bool isOpen() const { return m_high != 0; }
    // `piece` has marks only where its JSON was marked. The result is valid until the next call.
    [[nodiscard]] std::string_view join(std::string_view piece, bool marked);
    // The text ends: what stands for a half still waiting.
    [[nodiscard]] std::string_view end();

private:
    void takeHalf(char32_t half);
    void giveUp();

    std::string m_out;
    char32_t m_high = 0; // a first half that waits for its second
};

} // namespace gatehouse
