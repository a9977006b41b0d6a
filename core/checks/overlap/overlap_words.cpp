// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/characters.h"
#include "core/checks/overlap/overlap_index.h"

#include <algorithm>

namespace gatehouse {

namespace {

// FNV-1a, 64 bit (http://www.isthe.com/chongo/tech/comp/fnv/).
constexpr std::uint64_t basis = 0xcbf29ce484222325ULL;
constexpr std::uint64_t prime = 0x100000001b3ULL;

bool isPartOfWord(char32_t value)
{
    return value != '_' && isWordCharacter(value);
}

// "1." or "12)" at the start of a line: a list was numbered, nothing was said.
bool isListNumber(std::string_view text, ByteRange range)
{
    constexpr std::size_t longest = 2;
    const bool marked = range.end < text.size() && (text[range.end] == '.' || text[range.end] == ')');
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const std::string_view word = text.substr(range.start, range.size());
    if (!marked || word.size() > longest || !std::all_of(word.begin(), word.end(), isDigit))
        return false;
    const std::size_t before = text.substr(0, range.start).find_last_not_of(" \t>*-");
    return before == std::string_view::npos || text[before] == '\n';
}

} // namespace

void readOverlapWords(std::string_view text, std::size_t most, std::vector<OverlapWord> &words)
{
    OverlapWord word{{}, basis, unitsPerWord};
    bool open = false;
    const auto close = [&](std::size_t end) {
        word.range.end = end;
        if (open && !isListNumber(text, word.range))
            words.push_back(word);
        open = false;
    };
    for (std::size_t at = 0; at < text.size() && words.size() < most;) {
        const DecodedCharacter character = decodeCharacter(text, at);
        const bool alone = character.value >= 0x80 && isUnspacedScript(character.value);
        if (!isPartOfWord(character.value) || alone)
            close(at);
        if (alone) {
            words.push_back({{at, at + character.size}, (basis ^ character.value) * prime, 1});
        } else if (isPartOfWord(character.value)) {
            if (!open)
                word = {{at, at}, basis, unitsPerWord};
            open = true;
            // The small letter is the larger value in every pair.
            word.hash = (word.hash ^ std::max(character.value, otherCase(character.value))) * prime;
        }
        at += character.size;
    }
    if (words.size() < most)
        close(text.size());
}

} // namespace gatehouse
