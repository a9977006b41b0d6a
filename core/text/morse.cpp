// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// International Morse code, Recommendation ITU-R M.1677-1.
#include "core/text/decode.h"

#include <array>
#include <map>

namespace gatehouse {

namespace {

struct Sign {
    std::string_view code;
    char letter;
};

constexpr std::array<Sign, 54> signs{{{".-", 'a'}, {"-...", 'b'}, {"-.-.", 'c'}, {"-..", 'd'}, {".", 'e'},
    {"..-.", 'f'}, {"--.", 'g'}, {"....", 'h'}, {"..", 'i'}, {".---", 'j'}, {"-.-", 'k'}, {".-..", 'l'},
    {"--", 'm'}, {"-.", 'n'}, {"---", 'o'}, {".--.", 'p'}, {"--.-", 'q'}, {".-.", 'r'}, {"...", 's'},
    {"-", 't'}, {"..-", 'u'}, {"...-", 'v'}, {".--", 'w'}, {"-..-", 'x'}, {"-.--", 'y'}, {"--..", 'z'},
    {"-----", '0'}, {".----", '1'}, {"..---", '2'}, {"...--", '3'}, {"....-", '4'}, {".....", '5'},
    {"-....", '6'}, {"--...", '7'}, {"---..", '8'}, {"----.", '9'}, {".-.-.-", '.'}, {"--..--", ','},
    {"---...", ':'}, {"..--..", '?'}, {".----.", '\''}, {"-....-", '-'}, {"-..-.", '/'}, {"-.--.", '('},
    {"-.--.-", ')'}, {".-..-.", '"'}, {"-...-", '='}, {".-.-.", '+'}, {".--.-.", '@'}, {"-.-.--", '!'},
    {".-...", '&'}, {"-.-.-.", ';'}, {"..--.-", '_'}, {"...-..-", '$'}}};

const std::map<std::string_view, char> &letters()
{
    static const std::map<std::string_view, char> table = [] {
        std::map<std::string_view, char> made;
        for (const Sign &sign : signs)
            made.emplace(sign.code, sign.letter);
        return made;
    }();
    return table;
}

struct Letter {
    char value = 0;
    ByteRange of;
};

void writeLetters(std::vector<Letter> &found, ViewWriter &out)
{
    constexpr std::size_t fewest = 8;
    if (found.size() >= fewest) {
        if (out.size() > 0)
            out.separate("\n");
        for (const Letter &letter : found)
            out.replace(std::string_view(&letter.value, 1), letter.of);
    }
    found.clear();
}

} // namespace

std::optional<TextView> decodeMorse(const ViewSource &source)
{
    ViewWriter out(source, "morse", ViewKind::Decoded);
    const std::string_view text = source.text;
    std::vector<Letter> found;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r') {
            ++at;
            continue;
        }
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
        const std::string_view word = text.substr(at, end - at);
        const auto letter = letters().find(word);
        if (letter != letters().end())
            found.push_back({letter->second, {at, end}});
        else if (word == "/" || word == "|")
            found.push_back({' ', {at, end}});
        else if (word.find_first_not_of(".-") != std::string_view::npos)
            writeLetters(found, out); // words of another kind end it; an unknown sign does not
        at = end;
    }
    writeLetters(found, out);
    if (out.size() == 0)
        return {};
    return out.take();
}

} // namespace gatehouse
