// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The features of a text spelt out word by word, and its score added up the slow way: what the one-pass
// scorer is compared with.

#include "core/checks/characters.h"
#include "core/checks/model/window_scorer.h"

#include <set>
#include <string>
#include <vector>

namespace gatehouse::test {

struct OracleWord {
    std::u32string letters; // folded
    std::size_t start = 0, end = 0;
    bool unspaced = false;
    model::Gap before = model::Gap::Space;

    [[nodiscard]] std::u32string stem() const { return letters.substr(0, model::stemLength); }
};

struct OracleFeature {
    std::uint32_t hash = 0;
    std::size_t end = 0;
};

inline bool isOracleLetter(char32_t value)
{
    const bool ascii
        = (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || (value >= '0' && value <= '9');
    return value < 0x80 ? ascii : model::hashing::isPartOfWord(value);
}

inline char32_t oracleFold(char32_t value)
{
    if (value >= '0' && value <= '9')
        return '0';
    return model::hashing::lowered(value);
}

inline std::vector<OracleWord> oracleWords(const std::string &text)
{
    std::vector<OracleWord> words;
    model::Gap gap = model::Gap::Space;
    bool inside = false; // a spaced word
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCharacter character = decodeCharacter(text, at);
        const std::size_t next = at + character.size;
        const bool letter = isOracleLetter(character.value),
                   unspaced = letter && isUnspacedScript(character.value);
        if (letter && inside && !unspaced) {
            words.back().letters += oracleFold(character.value);
            words.back().end = next;
        } else if (letter) {
            const char32_t value = unspaced ? character.value : oracleFold(character.value);
            words.push_back({std::u32string(1, value), at, next, unspaced, gap});
            gap = model::Gap::Space;
            inside = !unspaced;
        } else if (inside && character.value == '\'' && next < text.size()
            && static_cast<unsigned char>(text[next]) < 0x80
            && isOracleLetter(static_cast<char32_t>(text[next]))) {
            words.back().end = next;
        } else {
            inside = false;
            const model::Gap opened = character.value < 0x80 ? model::hashing::gaps[character.value]
                                                             : model::hashing::gapOf(character.value);
            gap = std::max(gap, opened);
        }
        at = next;
    }
    return words;
}

inline std::uint32_t oracleHash(const std::u32string &letters)
{
    std::uint32_t hash = model::hashing::start;
    for (const char32_t letter : letters)
        hash = model::hashing::mixed(hash, letter);
    return hash;
}

inline std::vector<OracleFeature> oracleFeatures(const std::string &text)
{
    using model::hashing::mixed;
    std::vector<OracleFeature> features;
    const std::vector<OracleWord> words = oracleWords(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const OracleWord &word = words[i];
        const std::uint32_t stem = oracleHash(word.stem());
        const auto give = [&](std::uint32_t hash) {
            features.push_back({model::hashing::finished(hash), word.end});
        };
        give(oracleHash(word.letters));
        if (word.letters.size() > model::stemLength)
            give(stem);
        if (i == 0 || word.before != model::Gap::Space) {
            give(mixed(stem, static_cast<std::uint32_t>(i == 0 ? model::Gap::Break : word.before)));
            continue;
        }
        const std::uint32_t last = oracleHash(words[i - 1].stem());
        give(mixed(last + model::hashing::besides, stem));
        if (word.unspaced && i > 1 && words[i - 1].before == model::Gap::Space)
            give(mixed(mixed(oracleHash(words[i - 2].stem()), last), stem));
    }
    return features;
}

// By sets of buckets, window by window.
inline std::int32_t oracleLogit(const model::LinearModel &model, std::size_t head, const std::string &text)
{
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < text.size(); at = ends.back())
        ends.push_back(model::blockEnd(at, text.size()));
    std::vector<std::set<std::uint32_t>> blocks(std::max<std::size_t>(ends.size(), 1));
    for (const OracleFeature &feature : oracleFeatures(text)) {
        const auto block = std::lower_bound(ends.begin(), ends.end(), feature.end) - ends.begin();
        blocks[static_cast<std::size_t>(block)].insert(feature.hash >> (32 - model.bucketBits()));
    }
    std::int32_t highest = INT32_MIN;
    for (std::size_t i = 0; i + 1 < std::max<std::size_t>(blocks.size(), 2); ++i) {
        std::set<std::uint32_t> window = blocks[i];
        if (i + 1 < blocks.size())
            window.insert(blocks[i + 1].begin(), blocks[i + 1].end());
        std::int64_t sum = 0;
        for (const std::uint32_t bucket : window)
            sum += model.weights(bucket)[head];
        highest = std::max(highest, model.logit(head, sum, static_cast<std::uint32_t>(window.size())));
    }
    return highest;
}

} // namespace gatehouse::test
