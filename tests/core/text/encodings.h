// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Encoders written the obvious way, character by character: what the decoders are held against.

#include <functional>
#include <string>
#include <vector>

namespace gatehouse::test {

// What stands for each character of the plain text, with what may stand between (before every piece but the
// first).
struct Encoding {
    const char *name; // what the view calls it
    std::function<std::vector<std::string>(const std::string &)> pieces;
    std::string between;
};

inline std::string hexOf(unsigned char c)
{
    static constexpr const char *digits = "0123456789abcdef";
    return {digits[c / 16], digits[c % 16]};
}

inline std::string utf8(char32_t c)
{
    std::string out;
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
    return out;
}

// One piece for each character.
inline std::vector<std::string> each(
    const std::string &plain, const std::function<std::string(unsigned char)> &piece)
{
    std::vector<std::string> out;
    for (const char c : plain)
        out.push_back(piece(static_cast<unsigned char>(c)));
    return out;
}

inline std::string bitsOf(unsigned char c)
{
    std::string out;
    for (int bit = 7; bit >= 0; --bit)
        out += (c >> bit) & 1 ? '1' : '0';
    return out;
}

inline std::vector<Encoding> characterEncodings()
{
    using Char = unsigned char;
    return {
        {"hex", [](const std::string &t) { return each(t, hexOf); }, ""},
        {"hex", [](const std::string &t) { return each(t, hexOf); }, " "},
        {"hex", [](const std::string &t) { return each(t, [](Char c) { return "0x" + hexOf(c); }); }, ", "},
        {"percent", [](const std::string &t) { return each(t, [](Char c) { return "%" + hexOf(c); }); }, ""},
        {"html-entities",
            [](const std::string &t) {
                return each(t, [](Char c) { return "&#" + std::to_string(c) + ";"; });
            },
            ""},
        {"html-entities",
            [](const std::string &t) { return each(t, [](Char c) { return "&#x" + hexOf(c) + ";"; }); }, ""},
        {"escapes", [](const std::string &t) { return each(t, [](Char c) { return "\\u00" + hexOf(c); }); },
            ""},
        {"escapes", [](const std::string &t) { return each(t, [](Char c) { return "\\x" + hexOf(c); }); },
            ""},
        {"quoted-printable",
            [](const std::string &t) { return each(t, [](Char c) { return "=" + hexOf(c); }); }, ""},
        {"binary", [](const std::string &t) { return each(t, bitsOf); }, " "},
        {"decimal", [](const std::string &t) { return each(t, [](Char c) { return std::to_string(c); }); },
            " "},
        {"unicode-tags",
            [](const std::string &t) { return each(t, [](Char c) { return utf8(0xE0000 + c); }); }, ""},
    };
}

inline std::string base64Of(const std::string &plain, bool urlSafe = false)
{
    const std::string letters = std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        + (urlSafe ? "-_" : "+/");
    std::string bits, out;
    for (const char c : plain)
        bits += bitsOf(static_cast<unsigned char>(c));
    while (bits.size() % 6 != 0)
        bits += '0';
    for (std::size_t at = 0; at < bits.size(); at += 6)
        out += letters[std::stoul(bits.substr(at, 6), nullptr, 2)];
    while (!urlSafe && out.size() % 4 != 0)
        out += '=';
    return out;
}

} // namespace gatehouse::test
