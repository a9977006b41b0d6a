// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads a text once and names its features, hashed: words, their stems, and pairs of stems.
//
// A word is a run of letters and digits in lower case, every digit read as 0; its stem is its first five
// characters (a cheap way to read the many forms of a word as one, in most languages). In scripts without
// spaces every character is a word, and three in a row are a feature as well. Stems never pair across
// punctuation; the first one after it is paired with the kind of punctuation instead.

#include "core/checks/characters.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace gatehouse::model {

// What stands between two words, the strongest of it.
enum class Gap : std::uint8_t { Space, Mark, Quote, Break };

inline constexpr unsigned stemLength = 5;

// The arithmetic of a feature, here so that a test can spell it out word by word.
namespace hashing {

inline constexpr std::uint32_t start = 0x811C9DC5U; // FNV's offset basis: any odd number does
inline constexpr std::uint32_t besides = 0x3C6EF372U; // tells a pair from a longer word

inline std::uint32_t mixed(std::uint32_t hash, std::uint32_t value)
{
    return (hash ^ value) * 0x9E3779B1U; // Knuth's multiplicative hashing: 2^32 / golden ratio
}

// Its upper bits choose the bucket.
inline std::uint32_t finished(std::uint32_t hash)
{
    hash ^= hash >> 15;
    return hash * 0x2C1B3C6DU;
}

// The folded byte of a word, or 0.
inline constexpr std::array<std::uint8_t, 256> foldedBytes = [] {
    std::array<std::uint8_t, 256> folded{};
    for (std::uint8_t letter = 'a'; letter <= 'z'; ++letter)
        folded[letter] = folded[letter - 0x20U] = letter;
    for (std::uint8_t digit = '0'; digit <= '9'; ++digit)
        folded[digit] = '0';
    return folded;
}();

// No letter of a word, whatever follows: all of ASCII that is not folded, but for the apostrophe.
inline constexpr std::array<bool, 256> endsWord = [] {
    std::array<bool, 256> ends{};
    for (std::size_t byte = 0; byte < 0x80; ++byte)
        ends[byte] = foldedBytes[byte] == 0 && byte != '\'';
    return ends;
}();

inline constexpr std::array<Gap, 128> gaps = [] {
    std::array<Gap, 128> gap{};
    for (const char mark : std::string_view("#$%&()*+-/<=>@[\\]^_{|}~"))
        gap[static_cast<std::uint8_t>(mark)] = Gap::Mark;
    for (const char quote : std::string_view("\"'`"))
        gap[static_cast<std::uint8_t>(quote)] = Gap::Quote;
    for (const char end : std::string_view(".!?:;\n\r"))
        gap[static_cast<std::uint8_t>(end)] = Gap::Break;
    return gap;
}();

// Of characters beyond ASCII.
[[nodiscard]] bool isPartOfWord(char32_t value);
[[nodiscard]] Gap gapOf(char32_t value);
[[nodiscard]] char32_t lowered(char32_t value);

} // namespace hashing

// Calls `sink(hash, start, end)` for every feature with the bytes it stands on; `end` never falls.
template <class Sink>
class FeatureReader {
public:
    FeatureReader(std::string_view text, Sink &sink)
        : m_text(text)
        , m_sink(sink)
    {
    }

    void read()
    {
        while (m_at < m_text.size()) {
            const std::uint8_t byte = byteAt(m_at);
            if (byte >= 0x80) {
                readBeyondAscii();
            } else if (hashing::foldedBytes[byte] != 0) {
                readWord();
            } else {
                widenGap(hashing::gaps[byte]);
                ++m_at;
            }
        }
    }

private:
    struct Stem {
        std::uint32_t hash = 0; // 0: none
        std::size_t start = 0;
    };

    [[nodiscard]] std::uint8_t byteAt(std::size_t at) const { return static_cast<std::uint8_t>(m_text[at]); }
    void widenGap(Gap gap) { m_gap = gap > m_gap ? gap : m_gap; }
    void give(std::uint32_t hash, std::size_t start) { m_sink(hashing::finished(hash), start, m_at); }

    // An apostrophe inside a word belongs to it, unheard: don't and dont are one.
    [[nodiscard]] bool isInnerApostrophe() const
    {
        return m_text[m_at] == '\'' && m_at + 1 < m_text.size() && byteAt(m_at + 1) < 0x80
            && hashing::foldedBytes[byteAt(m_at + 1)] != 0;
    }

    // The next character of a spaced word, folded; 0 where the word ends.
    std::uint32_t nextOfWord()
    {
        const std::uint8_t byte = byteAt(m_at);
        if (byte < 0x80) {
            m_at += hashing::foldedBytes[byte] != 0 ? 1 : 0;
            return hashing::foldedBytes[byte];
        }
        const DecodedCharacter character = decodeCharacter(m_text, m_at);
        if (!hashing::isPartOfWord(character.value) || isUnspacedScript(character.value))
            return 0;
        m_at += character.size;
        return hashing::lowered(character.value);
    }

    void readWord()
    {
        const std::size_t start = m_at;
        std::uint32_t hash = hashing::start, stem = 0;
        unsigned length = 0;
        const auto hear = [&](std::uint32_t character) {
            hash = hashing::mixed(hash, character);
            if (++length == stemLength)
                stem = hash;
        };
        while (true) {
            std::size_t at = m_at; // most words are ASCII to their end
            while (at < m_text.size() && hashing::foldedBytes[byteAt(at)] != 0)
                hear(hashing::foldedBytes[byteAt(at++)]);
            m_at = at;
            if (at == m_text.size() || hashing::endsWord[byteAt(at)])
                break;
            if (const std::uint32_t character = nextOfWord(); character != 0)
                hear(character);
            else if (isInnerApostrophe())
                ++m_at;
            else
                break;
        }
        give(hash, start);
        if (length > stemLength)
            give(stem, start);
        pairUp({length > stemLength ? stem : hash, start}, false);
    }

    void readBeyondAscii()
    {
        const DecodedCharacter character = decodeCharacter(m_text, m_at);
        if (!hashing::isPartOfWord(character.value)) {
            widenGap(hashing::gapOf(character.value));
            m_at += character.size;
        } else if (isUnspacedScript(character.value)) {
            const std::size_t start = m_at;
            m_at += character.size;
            const std::uint32_t hash = hashing::mixed(hashing::start, character.value);
            give(hash, start);
            pairUp({hash, start}, true);
        } else {
            readWord();
        }
    }

    void pairUp(Stem stem, bool unspaced)
    {
        const bool first = m_last.hash == 0;
        if (first || m_gap != Gap::Space) {
            const Gap opening = first ? Gap::Break : m_gap;
            give(hashing::mixed(stem.hash, static_cast<std::uint32_t>(opening)), stem.start);
            m_before = {};
        } else {
            give(hashing::mixed(m_last.hash + hashing::besides, stem.hash), m_last.start);
            if (unspaced && m_before.hash != 0)
                give(hashing::mixed(hashing::mixed(m_before.hash, m_last.hash), stem.hash), m_before.start);
            m_before = m_last;
        }
        m_last = stem;
        m_gap = Gap::Space;
    }

    std::string_view m_text;
    Sink &m_sink;
    std::size_t m_at = 0;
    Stem m_last, m_before; // the stem before, and the one before that without punctuation between
    Gap m_gap = Gap::Space;
};

} // namespace gatehouse::model
