// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/characters.h"
#include "core/checks/hidden/hidden_span.h"

#include <algorithm>
#include <string_view>

namespace gatehouse {

namespace {

// Letters of one alphabet that pass for one of another (confusables.txt of UTS #39, letters only).
constexpr std::u32string_view cyrillicLikeLatin = U"авеѕіјокмнрстухһԁԛԝӏАВЕЅІЈКМНОРСТУХҺԌԚԜӀ";
constexpr std::u32string_view greekLikeLatin = U"οινρυκτχγαωΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
constexpr std::u32string_view latinLikeCyrillic = U"aceopxykmthbsijABCEHIJKMOPSTXY";

enum class Alphabet { Other, Latin, Greek, Cyrillic };

Alphabet alphabetOf(char32_t value)
{
    const bool ascii = (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
    if (ascii || (value >= 0xC0 && value <= 0x24F && value != 0xD7 && value != 0xF7))
        return Alphabet::Latin;
    if (value >= 0x370 && value <= 0x3FF)
        return Alphabet::Greek;
    return value >= 0x400 && value <= 0x52F ? Alphabet::Cyrillic : Alphabet::Other;
}

// The letters of one word, counted.
struct Word {
    ByteRange range;
    std::size_t latin = 0, greek = 0, cyrillic = 0;
    std::size_t latinAlike = 0, greekAlike = 0, cyrillicAlike = 0;
    Alphabet first = Alphabet::Other, last = Alphabet::Other;

    void read(char32_t value)
    {
        const auto in
            = [&](std::u32string_view set) { return set.find(value) != std::u32string_view::npos ? 1U : 0U; };
        last = alphabetOf(value);
        if (latin + greek + cyrillic == 0)
            first = last;
        switch (last) {
        case Alphabet::Latin:
            ++latin;
            latinAlike += in(latinLikeCyrillic);
            break;
        case Alphabet::Greek:
            ++greek;
            greekAlike += in(greekLikeLatin);
            break;
        case Alphabet::Cyrillic:
            ++cyrillic;
            cyrillicAlike += in(cyrillicLikeLatin);
            break;
        case Alphabet::Other:
            break;
        }
    }

    // Endings of another alphabet ("API-шный" without its hyphen) have letters that look like nothing else.
    // A Greek letter at the edge is a variable's ("sinα", "Δx").
    [[nodiscard]] double score() const
    {
        constexpr std::size_t shortest = 3;
        constexpr double disguised = 0.7, slipped = 0.4;
        if (latin == 0 || latin + greek + cyrillic < shortest)
            return 0;
        if (cyrillic > 0 && cyrillic == cyrillicAlike && latin >= cyrillic)
            return disguised;
        if (cyrillic > latin && latin == latinAlike)
            return slipped;
        const bool inside = first == Alphabet::Latin && last == Alphabet::Latin;
        return greek > 0 && greek == greekAlike && latin >= greek && (inside || greek > 1) ? disguised : 0;
    }
};

} // namespace

void findMixedScript(std::string_view text, std::vector<HiddenSpan> &found)
{
    constexpr std::size_t several = 3;
    constexpr double raise = 0.2;
    std::vector<HiddenSpan> words;
    Word word;
    const auto close = [&](std::size_t end) {
        word.range.end = end;
        if (const double score = word.score(); score > 0)
            words.push_back({word.range, "mixed-script", score});
        word = {};
    };
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCharacter character = decodeCharacter(text, at);
        const bool isLetter = alphabetOf(character.value) != Alphabet::Other;
        if (!isLetter) {
            close(at);
            word.range.start = at + character.size;
        } else {
            word.read(character.value);
        }
        at += character.size;
    }
    close(text.size());
    for (HiddenSpan &span : words)
        span.score += words.size() >= several ? raise : 0;
    found.insert(found.end(), words.begin(), words.end());
}

} // namespace gatehouse
