// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Walks over a text sentence by sentence, in any language, without allocating.

#include "core/base/byte_range.h"

#include <optional>
#include <string_view>

namespace gatehouse::model {

// Shorter ones say too little to be judged.
inline constexpr std::size_t shortestSentence = 12;

// Sentences end at full stops, question and exclamation marks (Latin, Han, Arabic, Devanagari), at line
// ends, tabs and table bars, and after 400 bytes at the next space. Blanks around them are left out.
class SentenceReader {
public:
    explicit SentenceReader(std::string_view text)
        : m_text(text)
    {
    }
    // The next one, nothing at the end of the text.
    [[nodiscard]] std::optional<ByteRange> next();

private:
    [[nodiscard]] std::size_t endOfSentence(std::size_t from) const;

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace gatehouse::model
