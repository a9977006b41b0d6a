// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One cheap look at a text that says which decodings are worth trying. Most texts need none.

#include <cstddef>
#include <string_view>

namespace gatehouse {

struct Survey {
    bool ascii = true; // no byte above 0x7F
    std::size_t codeRuns = 0; // unbroken runs long enough for base64, base32 or hexadecimal
    std::size_t groups = 0; // most words of one size in a row that may be parts of one code
    std::size_t percents = 0; // "%7B"
    std::size_t entities = 0; // "&#123;", "&amp;"
    std::size_t escapes = 0; // "\u0041", "\x41"
    std::size_t equalsPairs = 0; // "=C3": quoted-printable
    std::size_t numbers = 0; // most short numbers in a row: "73 103", "49 6e"
    std::size_t bitWords = 0; // words of eight 0s and 1s
    std::size_t morseWords = 0; // words of dots and dashes
    std::size_t singles = 0; // most letters in a row that each stand alone
    std::size_t digitWords = 0; // words of letters with digits or signs among them
    std::size_t words = 0;
    std::size_t plainHits = 0, rotatedHits = 0,
                reversedHits = 0; // common words, by writing; long ones count twice
};

// Linear; allocates nothing.
[[nodiscard]] Survey surveyOf(std::string_view text);

// The shortest run tried as base64, base32 or hexadecimal: 12 bytes of base64.
constexpr std::size_t shortestCodeRun = 16;
// Of a code in groups: the shortest, and how many of them are no coincidence.
constexpr std::size_t shortestCodeGroup = 4, fewestCodeGroups = 6;

} // namespace gatehouse
