// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The words that stand beside an identifier and say what it is: "SSN", "numéro de sécurité sociale", "taxId".

#include "core/base/byte_range.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::pii {

// One bit for each thing words can speak of; the catalogue hands them out.
using Topics = std::bitset<256>;

struct NearbyTopics {
    Topics near; // within reach of the span
    Topics adjacent; // right before it: "id_number": 4711, "ID no. is 4711"
};

// Words to look for, in small letters. A space also stands for "_", "-" or the hump of camelCase. A word
// written in capitals ("SIN") is also an everyday one: it counts when the text writes it so, or right before
// the span. ASCII letters match in both cases; words beyond ASCII are looked for in small letters, in
// capitals and with a capital first.
class ContextWords {
public:
    void add(std::string_view word, std::size_t topic);
    // Must be called once after the last word.
    void finish();

    // What words within 48 bytes before or 32 after the span speak of.
    [[nodiscard]] NearbyTopics around(std::string_view text, ByteRange span) const;

private:
    struct Node {
        std::uint32_t firstChild = 0;
        std::uint16_t children = 0;
        std::int32_t word = -1; // into m_words
        char byte = 0;
    };
    struct Word {
        Topics topics; // whatever its case
        Topics capitals; // only in capitals or right before the span
    };
    struct Hit {
        const Word *word = nullptr;
        ByteRange range;
    };
    struct Draft;

    void insert(const std::string &spelling, std::size_t topic, bool onlyCapitals);
    [[nodiscard]] const Node *childOf(const Node &node, char byte) const;
    [[nodiscard]] Hit longestAt(std::string_view text, std::size_t at, std::size_t end) const;
    template <class Found>
    void forEachWord(std::string_view text, std::size_t from, std::size_t end, const Found &found) const;

    std::vector<std::pair<std::string, std::int32_t>> m_spellings;
    std::vector<Word> m_words;
    std::vector<Node> m_nodes;
    std::array<std::uint32_t, 256> m_roots{}; // node by first byte in either case, 0: none
};

} // namespace gatehouse::pii
