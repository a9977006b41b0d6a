// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Text in a form that can be compared, each byte with where it stands in the text it was made from.

#include "core/base/byte_range.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

struct MappedText {
    std::string text;
    std::vector<std::uint32_t> origins; // of each byte, and one past the last

    [[nodiscard]] ByteRange originOf(ByteRange range) const
    {
        return {origins[range.start], origins[range.end]};
    }
};

// Every byte its own origin.
[[nodiscard]] MappedText mapWhole(std::string_view text);
// The string between the quotes of a JSON text, escapes undone; `start` is where `raw` stands in that text.
[[nodiscard]] MappedText unescapeJson(std::string_view raw, std::size_t start);
// Small letters, percent-escapes undone, white space as single spaces.
[[nodiscard]] MappedText fold(const MappedText &source);
// Only letters and digits: numbers written in groups compare equal.
[[nodiscard]] MappedText compact(const MappedText &folded);

} // namespace gatehouse
