// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/normalise.h"

#include "core/checks/characters.h"
#include "core/checks/hidden/invisible.h"
#include "core/text/confusables.h"

#include <algorithm>
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace gatehouse {

namespace {

// Nobody sees it.
bool isInvisible(char32_t c)
{
    constexpr char32_t softHyphen = 0xAD;
    return c == softHyphen || invisibleKind(c) != Invisible::None;
}

bool isAsciiLetter(char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isAsciiAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || isAsciiLetter(static_cast<unsigned char>(c));
}

const TextView *keep(ViewWriter &out, std::list<TextView> &views)
{
    views.push_back(out.take());
    return &views.back();
}

ViewSource sourceOf(const ViewSource &before, const TextView *view)
{
    return view ? ViewSource{view->text(), before.segment, view} : before;
}

// Joiners that spelling asks for (Arabic to Indic and Burmese), and what belongs to an emoji or tells the
// variants of an ideograph apart.
bool isInPlace(char32_t invisible, char32_t before)
{
    const bool joiner = invisible == 0x200C || invisible == 0x200D;
    const bool selector = invisible >= 0xFE00 && invisible <= 0xFE0F;
    return (joiner && before >= 0x590 && before < 0x1100) || ((joiner || selector) && isPictograph(before))
        || (selector && isIdeograph(before));
}

// Step 1: what nobody sees goes, decorated letters become plain.
bool dropInvisible(const ViewSource &source, ViewWriter &out)
{
    bool changed = false;
    std::size_t done = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < source.text.size();) {
        if (static_cast<unsigned char>(source.text[at]) < 0x80) {
            before = static_cast<unsigned char>(source.text[at++]);
            continue;
        }
        const DecodedCharacter character = decodeCharacter(source.text, at);
        const char letter = decoratedLetter(character.value);
        const bool hidden = isInvisible(character.value);
        if (letter != 0 || (hidden && !isInPlace(character.value, before))) {
            changed = true;
            out.copy(source.text.substr(done, at - done), done);
            if (letter != 0)
                out.replace(std::string_view(&letter, 1), {at, at + character.size});
            done = at + character.size;
        }
        if (!hidden)
            before = letter != 0 ? static_cast<unsigned char>(letter) : character.value;
        at += character.size;
    }
    if (changed)
        out.copy(source.text.substr(done), done);
    return changed;
}

// Step 2: compatibility composition (UAX #15).
bool compose(const ViewSource &source, ViewWriter &out)
{
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2 *nfkc = icu::Normalizer2::getNFKCInstance(error);
    const icu::StringPiece piece(source.text.data(), static_cast<int32_t>(source.text.size()));
    if (U_FAILURE(error) || nfkc->isNormalizedUTF8(piece, error))
        return false;
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed);
    icu::Edits edits;
    nfkc->normalizeUTF8(0, piece, sink, &edits, error);
    if (U_FAILURE(error))
        return false;
    bool letters = false; // punctuation in another width is no disguise
    auto edit = edits.getFineIterator();
    while (edit.next(error)) {
        const auto from = static_cast<std::size_t>(edit.sourceIndex());
        const std::string_view bytes = std::string_view(composed).substr(
            static_cast<std::size_t>(edit.destinationIndex()), static_cast<std::size_t>(edit.newLength()));
        // A phrase in one sign disguises nothing, and very many of them would leave no room for other views.
        if (edit.hasChange() && edit.newLength() > 2 * edit.oldLength()) {
            out.copy(source.text.substr(from, static_cast<std::size_t>(edit.oldLength())), from);
            continue;
        }
        letters
            = letters || (edit.hasChange() && std::any_of(bytes.begin(), bytes.end(), isAsciiAlphanumeric));
        if (edit.hasChange())
            out.replace(bytes, {from, from + static_cast<std::size_t>(edit.oldLength())});
        else
            out.copy(bytes, from);
    }
    return letters;
}

// Step 3: marks that stay on Latin letters after composition were piled on, not written.
bool dropPiledMarks(const ViewSource &source, ViewWriter &out)
{
    bool changed = false;
    std::size_t done = 0;
    char32_t base = 0;
    for (std::size_t at = 0; at < source.text.size();) {
        const DecodedCharacter character = decodeCharacter(source.text, at);
        const int8_t type = character.value < 0x300 ? int8_t{U_UNASSIGNED}
                                                    : u_charType(static_cast<UChar32>(character.value));
        const bool mark = type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
        if (mark && base < 0x250) {
            changed = true;
            out.copy(source.text.substr(done, at - done), done);
            done = at + character.size;
        } else if (!mark) {
            base = character.value;
        }
        at += character.size;
    }
    if (changed)
        out.copy(source.text.substr(done), done);
    return changed;
}

struct Word {
    ByteRange range;
    std::size_t latin = 0, alike = 0, foreign = 0; // foreign: letters of another script that look like none
};

Word wordAt(std::string_view text, std::size_t at)
{
    Word word{{at, at}};
    while (word.range.end < text.size()) {
        const DecodedCharacter character = decodeCharacter(text, word.range.end);
        if (!isWordCharacter(character.value))
            break;
        if (isAsciiLetter(character.value))
            ++word.latin;
        else if (character.value >= 0x80 && latinLookAlike(character.value) != 0)
            ++word.alike;
        else if (character.value >= 0x250)
            ++word.foreign;
        word.range.end += character.size;
    }
    return word;
}

void writeLatin(std::string_view text, ByteRange range, ViewWriter &out)
{
    for (std::size_t at = range.start; at < range.end;) {
        const DecodedCharacter character = decodeCharacter(text, at);
        const char like = character.value < 0x80 ? char(0) : latinLookAlike(character.value);
        if (like != 0)
            out.replace(std::string_view(&like, 1), {at, at + character.size});
        else
            out.copy(text.substr(at, character.size), at);
        at += character.size;
    }
}

// Step 4: look-alikes inside Latin words; where a text has such words, also words made of nothing else.
bool spellLatin(const ViewSource &source, ViewWriter &out)
{
    const std::string_view text = source.text;
    std::vector<Word> words;
    bool mixed = false;
    for (std::size_t at = 0; at < text.size();) {
        const Word word = wordAt(text, at);
        if (word.range.size() == 0) {
            at += decodeCharacter(text, at).size;
            continue;
        }
        mixed = mixed || (word.alike > 0 && word.latin > 0);
        if (word.alike > 0 && word.foreign == 0)
            words.push_back(word);
        at = word.range.end;
    }
    if (!mixed)
        return false;
    std::size_t done = 0;
    for (const Word &word : words) {
        out.copy(text.substr(done, word.range.start - done), done);
        writeLatin(text, word.range, out);
        done = word.range.end;
    }
    out.copy(text.substr(done), done);
    return true;
}

} // namespace

const TextView *normalise(const ViewSource &source, std::list<TextView> &views)
{
    const TextView *last = nullptr;
    using Step = bool (*)(const ViewSource &, ViewWriter &);
    for (const Step step : {dropInvisible, compose, dropPiledMarks, spellLatin}) {
        const ViewSource from = sourceOf(source, last);
        ViewWriter out(from, last ? "" : "normalised", last ? ViewKind::Step : ViewKind::Normalised);
        if (step(from, out))
            last = keep(out, views);
    }
    return last;
}

} // namespace gatehouse
