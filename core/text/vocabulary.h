// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Common words as they stand in plain, rotated or reversed text: what tells that letters were exchanged.

#include <cstdint>

namespace gatehouse {

// The last eight letters of a word, lower case, packed from the lowest byte up as they are read.
class WordKey {
public:
    void add(char lower) { m_key = (m_key << 8U) | static_cast<unsigned char>(lower); }
    [[nodiscard]] std::uint64_t value() const { return m_key; }

private:
    std::uint64_t m_key = 0;
};

namespace vocabulary {
constexpr unsigned plain = 1, rotated = 2, reversed = 4;
} // namespace vocabulary

// In which of the writings (bits above) the word is a common one; 0: in none.
[[nodiscard]] unsigned writingsOf(WordKey word);

} // namespace gatehouse
