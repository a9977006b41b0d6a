// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Counts characters, bytes, words, sentences or tokens of a text, the same everywhere.

#include <cstddef>
#include <optional>
#include <string_view>

namespace gatehouse {

enum class TextUnit {
    Characters, // Unicode code points
    Bytes,
    Words, // runs of anything but spaces
    // They end in . ! ? … or their like before a space, unless a small letter follows (an abbreviation), in
    // the full stops of scripts without spaces, or at an empty line. One holds at least one word character.
    Sentences,
    // An estimate by rule, independent of any model's vocabulary: one for each 6 letters of a word begun (of
    // a word beyond ASCII 3), for 3 digits, for 4 equal signs, for each character of a script without spaces,
    // and for a run of spaces longer than one or a line end.
    Tokens,
};

struct TextCount {
    std::size_t units = 0;
    std::optional<std::size_t> passedAt; // byte at which the first unit beyond the allowed ones starts
};

[[nodiscard]] TextCount countText(std::string_view text, TextUnit unit, std::size_t allowed);

} // namespace gatehouse
