// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/confusables.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>
#include <unordered_map>

namespace gatehouse {

namespace {

struct CloseChecker {
    void operator()(USpoofChecker *checker) const { uspoof_close(checker); }
};

icu::UnicodeString skeletonOf(const USpoofChecker *checker, char32_t letter)
{
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString skeleton;
    uspoof_getSkeletonUnicodeString(
        checker, 0, icu::UnicodeString(static_cast<UChar32>(letter)), skeleton, &error);
    return U_FAILURE(error) ? icu::UnicodeString() : skeleton;
}

// Scripts with letters that pass for Latin ones: Greek to Armenian, Cherokee, Lisu, the letter-like blocks.
struct Block {
    char32_t first, last;
};
constexpr std::array<Block, 6> blocks{{{0x0370, 0x058F}, {0x13A0, 0x13FF}, {0x1D00, 0x1D2B}, {0x2C60, 0x2CFF},
    {0xA4D0, 0xA4FF}, {0xAB30, 0xABBF}}};

using Table = std::unordered_map<char32_t, char>;

// Several letters have one skeleton (I, l and 1): the one in the same case is meant.
char letterFor(
    const USpoofChecker *checker, char32_t letter, const std::array<icu::UnicodeString, 128> &latin)
{
    const icu::UnicodeString skeleton = skeletonOf(checker, letter);
    if (skeleton.isEmpty())
        return 0;
    char found = 0;
    for (unsigned char c = 'A'; c <= 'z'; ++c) {
        const bool isLetter = (c >= 'a' && c <= 'z') || c <= 'Z';
        if (!isLetter || latin[c] != skeleton)
            continue;
        const bool sameCase = (c <= 'Z') == static_cast<bool>(u_isupper(static_cast<UChar32>(letter)));
        if (found == 0 || sameCase)
            found = static_cast<char>(c);
    }
    return found;
}

Table makeTable()
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<USpoofChecker, CloseChecker> checker(uspoof_open(&error));
    if (U_FAILURE(error))
        std::abort(); // ICU without its data: nothing could be judged rightly
    std::array<icu::UnicodeString, 128> latin;
    for (unsigned char c = 'A'; c <= 'z'; ++c)
        latin[c] = skeletonOf(checker.get(), c);
    Table table;
    for (const Block &block : blocks) {
        for (char32_t letter = block.first; letter <= block.last; ++letter) {
            const char like
                = u_isalpha(static_cast<UChar32>(letter)) ? letterFor(checker.get(), letter, latin) : char(0);
            if (like != 0)
                table.emplace(letter, like);
        }
    }
    return table;
}

// Small capitals in the order of the alphabet (phonetic extensions and Latin Extended-D); x has none.
constexpr std::array<char32_t, 26> smallCapitals{0x1D00, 0x0299, 0x1D04, 0x1D05, 0x1D07, 0xA730, 0x0262,
    0x029C, 0x026A, 0x1D0A, 0x1D0B, 0x029F, 0x1D0D, 0x0274, 0x1D0F, 0x1D18, 0xA7AF, 0x0280, 0xA731, 0x1D1B,
    0x1D1C, 0x1D20, 0x1D21, 0, 0x028F, 0x1D22};
// Regional indicators, letters in a black circle, a black square: each the alphabet in order.
constexpr std::array<char32_t, 3> alphabets{0x1F1E6, 0x1F150, 0x1F170};

} // namespace

char latinLookAlike(char32_t letter)
{
    static const Table table = makeTable();
    const auto found = table.find(letter);
    return found == table.end() ? char(0) : found->second;
}

char decoratedLetter(char32_t character)
{
    if (character < 0x0262)
        return 0;
    const auto small = std::find(smallCapitals.begin(), smallCapitals.end(), character);
    if (small != smallCapitals.end())
        return static_cast<char>('a' + (small - smallCapitals.begin()));
    for (const char32_t first : alphabets) {
        if (character >= first && character < first + 26)
            return static_cast<char>('a' + (character - first));
    }
    return 0;
}

} // namespace gatehouse
