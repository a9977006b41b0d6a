// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Letters exchanged or reordered: ROT13, reversal, digits for letters.
#include "core/text/decode.h"

#include "core/checks/characters.h"
#include "core/text/vocabulary.h"

#include <algorithm>
#include <string>
#include <vector>

namespace gatehouse {

namespace {

char rotated(char c)
{
    if (c >= 'a' && c <= 'z')
        return static_cast<char>('a' + (c - 'a' + 13) % 26);
    if (c >= 'A' && c <= 'Z')
        return static_cast<char>('A' + (c - 'A' + 13) % 26);
    return c;
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isSpaceByte(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// The letter a digit or sign is written for; 0: none.
char leetLetter(char c)
{
    switch (c) {
    case '0':
        return 'o';
    case '1':
    case '!':
    case '|':
        return 'i';
    case '2':
        return 'z';
    case '3':
        return 'e';
    case '4':
    case '@':
        return 'a';
    case '5':
    case '$':
        return 's';
    case '6':
    case '9':
        return 'g';
    case '7':
    case '+':
        return 't';
    case '8':
        return 'b';
    default:
        return 0;
    }
}

// Letters with digits or signs among them, no other kind of character: "pr3v10u5".
bool isLeetWord(std::string_view word)
{
    bool any = false;
    std::size_t letters = 0, signs = 0;
    for (const char c : word) {
        const bool isSign = !isLetter(c) && leetLetter(c) != 0;
        if (!isSign && !isLetter(c) && c != '\'')
            return false;
        letters += isLetter(c);
        signs += isSign;
        any = any || isSign;
    }
    return any && (letters > 0 || signs >= 3);
}

// 1 is i or l: doubled, or before a last e, it is read as l.
std::string unleet(std::string_view word)
{
    std::string out;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char sign = isLetter(word[i]) ? char(0) : leetLetter(word[i]);
        const bool doubled = word[i] == '1'
            && ((i + 1 < word.size() && word[i + 1] == '1') || (i > 0 && word[i - 1] == '1'));
        out += doubled ? 'l' : sign != 0 ? sign : word[i];
    }
    return out;
}

bool isCommonWord(std::string_view word)
{
    WordKey key;
    for (const char c : word)
        key.add(static_cast<char>(c | 0x20));
    return word.size() > 2 && (writingsOf(key) & vocabulary::plain) != 0;
}

// Signs that end a sentence belong to no word.
std::string_view withoutEnd(std::string_view word)
{
    while (!word.empty() && std::string_view(".,;:?!)\"'").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    return word;
}

} // namespace

TextView rotateBack(const ViewSource &source)
{
    ViewWriter out(source, "rot13", ViewKind::Respelt);
    std::string turned(source.text);
    std::transform(turned.begin(), turned.end(), turned.begin(), rotated);
    out.copy(turned, 0);
    return out.take();
}

TextView reverseText(const ViewSource &source)
{
    ViewWriter out(source, "reversed", ViewKind::Respelt);
    for (std::size_t end = source.text.size(); end > 0;) {
        const DecodedCharacter character = decodeCharacterBefore(source.text, end);
        const std::size_t start = end - character.size;
        out.copy(source.text.substr(start, character.size), start);
        end = start;
    }
    return out.take();
}

TextView reverseWords(const ViewSource &source)
{
    ViewWriter out(source, "reversed-words", ViewKind::Respelt);
    const std::string_view text = source.text;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isSpaceByte(text[end]) == isSpaceByte(text[at]))
            ++end;
        if (isSpaceByte(text[at])) {
            out.copy(text.substr(at, end - at), at);
        } else {
            for (std::size_t back = end; back > at;) {
                const DecodedCharacter character = decodeCharacterBefore(text.substr(0, back), back);
                const std::size_t start = std::max(at, back - character.size);
                out.copy(text.substr(start, back - start), start);
                back = start;
            }
        }
        at = end;
    }
    return out.take();
}

namespace {

std::vector<ByteRange> leetWordsOf(std::string_view text, std::size_t &words)
{
    std::vector<ByteRange> found;
    for (std::size_t at = 0; at < text.size();) {
        if (isSpaceByte(text[at])) {
            ++at;
            continue;
        }
        const std::size_t start = at;
        while (at < text.size() && !isSpaceByte(text[at]))
            ++at;
        ++words;
        const std::string_view word = withoutEnd(text.substr(start, at - start));
        if (isLeetWord(word))
            found.push_back({start, start + word.size()});
    }
    return found;
}

} // namespace

std::optional<TextView> undoLeet(const ViewSource &source)
{
    const std::string_view text = source.text;
    std::size_t words = 0;
    const std::vector<ByteRange> changed = leetWordsOf(text, words);
    const auto plainAt
        = [&](const ByteRange &range) { return unleet(text.substr(range.start, range.size())); };
    // Model numbers and versions mix letters and digits too; they seldom spell a word, or stand in a row.
    const bool dense = changed.size() >= 4 && changed.size() * 4 >= words;
    const bool spells = changed.size() >= 2
        && std::any_of(changed.begin(), changed.end(),
            [&](const ByteRange &range) { return isCommonWord(plainAt(range)); });
    if (!spells && !dense)
        return {};
    ViewWriter out(source, "leet", ViewKind::Respelt);
    std::size_t at = 0;
    for (const ByteRange &range : changed) {
        out.copy(text.substr(at, range.start - at), at);
        out.copy(plainAt(range), range.start);
        at = range.end;
    }
    out.copy(text.substr(at), at);
    return out.take();
}

} // namespace gatehouse
