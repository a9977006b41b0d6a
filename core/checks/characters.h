// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// UTF-8 characters as checks need them: decoded one by one, with what is a space and what a word.

#include <cstddef>
#include <string>
#include <string_view>

namespace gatehouse {

struct DecodedCharacter {
    char32_t value = 0;
    std::size_t size = 1; // bytes; a byte that is no valid start counts as one character of its own value
};

// `at` must be below text.size().
[[nodiscard]] DecodedCharacter decodeCharacter(std::string_view text, std::size_t at);
// The character that ends at `end`, which must be above 0.
[[nodiscard]] DecodedCharacter decodeCharacterBefore(std::string_view text, std::size_t end);

[[nodiscard]] bool isSpace(char32_t value);
// Letters, digits, marks and '_'. Beyond ASCII everything counts but spaces and punctuation blocks.
[[nodiscard]] bool isWordCharacter(char32_t value);
// Whether a word may go on through it: isWordCharacter() without the punctuation, symbols (emoji among them)
// and format characters of every script (general categories P, S and Cf of UnicodeData.txt).
[[nodiscard]] bool isInsideWord(char32_t value);
// Scripts written without spaces between words (Han, kana, Thai, …): a word may begin and end anywhere.
[[nodiscard]] bool isUnspacedScript(char32_t value);
// The same letter in the other case for ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic; else the value
// itself. By arithmetic, for hot paths; every script is core/checks/case_folding.h.
[[nodiscard]] char32_t otherCase(char32_t value);
void appendUtf8(std::string &out, char32_t value);

// Whether no word goes on across the border at `at`, seen from the word that starts, or ends, there. Korean
// words take their particles without a space: one may end inside what is written together.
[[nodiscard]] bool wordStartsAt(std::string_view text, std::size_t at);
[[nodiscard]] bool wordEndsAt(std::string_view text, std::size_t at);
// Whether the span [start, end) is not part of a longer word.
[[nodiscard]] bool standsAlone(std::string_view text, std::size_t start, std::size_t end);

} // namespace gatehouse
