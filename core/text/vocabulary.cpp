// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/vocabulary.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace gatehouse {

namespace {

// Frequent English function words, and the words orders to a model are made of. Left out are words whose
// rotation or reversal is a word of English or a neighbouring language (be, on, no, era, ton, won, dna).
constexpr std::array<std::string_view, 78> words{"the", "you", "your", "and", "for", "that", "this", "with",
    "have", "from", "what", "will", "all", "can", "any", "who", "how", "when", "where", "which", "about",
    "would", "should", "could", "there", "their", "them", "then", "than", "these", "those", "please", "write",
    "tell", "give", "show", "must", "make", "into", "just", "like", "only", "user", "ignore", "previous",
    "prior", "above", "earlier", "instructions", "instruction", "disregard", "forget", "override", "bypass",
    "system", "prompt", "rules", "reveal", "secret", "password", "print", "output", "respond", "response",
    "answer", "pretend", "restrictions", "guidelines", "following", "instead", "developer", "mode",
    "unrestricted", "assistant", "message", "repeat", "directives", "confirmed"};

char rotated(char letter)
{
    return static_cast<char>('a' + (letter - 'a' + 13) % 26);
}

std::uint64_t keyOf(std::string_view word)
{
    WordKey key;
    for (const char letter : word)
        key.add(letter);
    return key.value();
}

class Table {
public:
    Table()
    {
        for (const std::string_view word : words) {
            std::string turned(word), backwards(word.rbegin(), word.rend());
            std::transform(turned.begin(), turned.end(), turned.begin(), rotated);
            add(keyOf(word), vocabulary::plain);
            // "can" and "nac", "and" and "dna" are too close to words and names of their own.
            if (word.size() > 2 && word != "and" && word != "can")
                add(keyOf(backwards), vocabulary::reversed);
            add(keyOf(turned), vocabulary::rotated);
        }
    }

    [[nodiscard]] unsigned find(std::uint64_t key) const
    {
        for (std::size_t at = slotOf(key); m_keys[at] != 0; at = (at + 1) % size) {
            if (m_keys[at] == key)
                return m_bits[at];
        }
        return 0;
    }

private:
    static constexpr std::size_t size = 1024;
    static std::size_t slotOf(std::uint64_t key)
    {
        return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 54U);
    }
    void add(std::uint64_t key, unsigned bits)
    {
        std::size_t at = slotOf(key);
        while (m_keys[at] != 0 && m_keys[at] != key)
            at = (at + 1) % size;
        m_keys[at] = key;
        m_bits[at] |= bits;
    }

    std::array<std::uint64_t, size> m_keys{};
    std::array<unsigned, size> m_bits{};
};

} // namespace

unsigned writingsOf(WordKey word)
{
    static const Table table;
    return table.find(word.value());
}

} // namespace gatehouse
