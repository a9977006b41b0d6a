// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Where one text repeats another word for word, whatever the case, spacing, punctuation and list numbers.
//
// Words are compared in order; scripts written without spaces count character by character. Time is linear in
// both texts, memory in the reference, which is read up to a fixed number of words.

#include "core/base/byte_range.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace gatehouse {

// A word as it is compared. Weights are quarters of a word: a Chinese character counts as one of them, since
// some fifty characters of it say what a dozen English words do.
struct OverlapWord {
    ByteRange range;
    std::uint64_t hash = 0;
    std::uint32_t weight = 4;
};

constexpr std::uint32_t unitsPerWord = 4;

// Appends to `words`, at most `most` of them.
void readOverlapWords(std::string_view text, std::size_t most, std::vector<OverlapWord> &words);

// A run of words that stand in both texts.
struct Overlap {
    ByteRange here; // in the text asked about
    ByteRange there; // in the reference
    std::uint32_t units = 0;
};

class OverlapIndex {
public:
    static constexpr std::size_t mostWords = std::size_t{1} << 18;

    // Reads another reference; keeps the memory of the one before. Runs shorter than `seedWords` words (at
    // least 1) are not seen.
    void assign(std::string_view reference, std::size_t seedWords);
    [[nodiscard]] std::uint64_t units() const { return m_units; } // of the reference

    // Appends the longest runs of at least `leastUnits`, left to right, not overlapping in `text`.
    void find(std::string_view text, std::uint32_t leastUnits, std::vector<Overlap> &found);

private:
    struct Run {
        std::size_t there = 0, words = 0;
        std::uint32_t units = 0;
    };

    void insert(std::uint64_t seed, std::uint32_t position);
    [[nodiscard]] Run longestAt(std::uint64_t seed, std::size_t at) const;
    [[nodiscard]] Run runFrom(std::size_t there, std::size_t at) const;

    std::size_t m_seedWords = 1;
    std::uint64_t m_units = 0;
    std::vector<OverlapWord> m_reference, m_text;
    std::vector<std::uint64_t> m_seeds; // of m_reference, by position
    std::vector<std::uint32_t> m_table; // position + 1 by seed; 0 is free
};

} // namespace gatehouse
