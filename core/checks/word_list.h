// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Finds any of very many words or phrases in a text, at a cost that hardly depends on how many there are.

#include "core/base/byte_range.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

struct WordListOptions {
    bool caseSensitive = false;
    bool wholeWord = true; // a hit inside a longer word is none; scripts without spaces have no such words
};

// Immutable after construction; any number of threads may search it.
class WordList {
public:
    WordList(const std::vector<std::string> &words, WordListOptions options);

    // The longest word at each place where one starts, in the order of the text; `word` is its index in the
    // list (of equal ones the first). They may overlap.
    struct Hit {
        ByteRange range;
        std::size_t word = 0;
    };
    [[nodiscard]] std::vector<Hit> search(std::string_view text) const;

    // No hit is longer, in bytes of the text.
    [[nodiscard]] std::size_t longestHit() const { return m_longest; }

private:
    struct Match {
        std::size_t end = 0; // 0: none
        std::uint32_t word = 0;
    };
    struct Node {
        std::uint32_t word = none; // in m_words: it ends here, or is the only one that goes on
        bool branches = false;
    };
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    void add(std::uint32_t word, std::size_t depth);
    void insertEdge(std::uint64_t key, std::uint32_t to);
    void grow();
    [[nodiscard]] std::uint32_t next(std::uint32_t node, char byte) const;
    [[nodiscard]] Match longestAt(std::string_view text, std::size_t start) const;

    struct Edge {
        std::uint64_t key = 0; // (node + 1) << 8 | byte; 0: free
        std::uint32_t to = 0;
    };

    WordListOptions m_options;
    std::vector<std::string> m_words; // folded, sorted, each once
    std::vector<std::uint32_t> m_indexes; // of each in the list it came from
    std::vector<Node> m_nodes; // 0 is the root
    std::vector<Edge> m_edges; // open addressing, a power of two
    std::size_t m_edgeCount = 0;
    std::size_t m_longest = 0;
};

} // namespace gatehouse
