// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Characters written as numbers: "49 67 6e" or "0x49,0x67", "73 103 110", "01001001 01100111".
#include "core/text/byte_set.h"
#include "core/text/decode.h"

#include <charconv>
#include <string>

namespace gatehouse {

namespace {

struct Number {
    char value = 0;
    ByteRange of;
};

struct Notation {
    std::string_view name;
    int base = 16;
    std::size_t fewestDigits = 2, mostDigits = 2;
    std::size_t fewestNumbers = 6; // fewer are a coincidence
};

constexpr Notation binary{"binary", 2, 8, 8, 4};
constexpr Notation hexadecimal{"hex", 16, 2, 2, 6}, decimal{"decimal", 10, 2, 3, 8};

constexpr ByteSet separators(" \t\r\n,;:-");

bool isSeparator(char c)
{
    return separators.has(c);
}

bool isDigitOf(char c, int base)
{
    const bool isDecimal = c >= '0' && c <= '9';
    if (base == 2)
        return c == '0' || c == '1';
    return isDecimal || (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
}

// The number at `at` when it stands alone; `at` moves behind it.
std::optional<Number> readNumber(std::string_view text, std::size_t &at, const Notation &notation)
{
    const std::size_t start = at;
    std::size_t digits = at;
    if (notation.base == 16 && text.substr(at).starts_with("0x"))
        digits += 2;
    std::size_t end = digits;
    while (end < text.size() && isDigitOf(text[end], notation.base))
        ++end;
    const std::size_t count = end - digits;
    if (count < notation.fewestDigits || count > notation.mostDigits
        || (end < text.size() && !isSeparator(text[end])))
        return {};
    unsigned value = 0;
    std::from_chars(text.data() + digits, text.data() + end, value, notation.base);
    const bool readable = (value >= 0x20 && value < 0x7F) || value == '\n' || value == '\t' || value == '\r'
        || (notation.base != 10 && value >= 0x80);
    if (!readable || value > 0xFF)
        return {};
    at = end;
    return Number{static_cast<char>(value), {start, end}};
}

void writeNumbers(const std::vector<Number> &numbers, const Notation &notation, ViewWriter &out)
{
    if (numbers.size() < notation.fewestNumbers)
        return;
    std::string bytes;
    for (const Number &number : numbers)
        bytes += number.value;
    if (!readsAsText(bytes))
        return;
    if (out.size() > 0)
        out.separate("\n");
    for (const Number &number : numbers)
        out.replace(std::string_view(&number.value, 1), number.of);
}

std::optional<TextView> decodeNotation(const ViewSource &source, const Notation &notation)
{
    ViewWriter out(source, notation.name, ViewKind::Decoded);
    const std::string_view text = source.text;
    std::vector<Number> numbers;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = isDigitOf(text[at], notation.base) && (at == 0 || isSeparator(text[at - 1]));
        if (begins) {
            if (const auto number = readNumber(text, at, notation)) {
                numbers.push_back(*number);
                continue;
            }
        }
        if (isSeparator(text[at])) {
            ++at;
            continue;
        }
        writeNumbers(numbers, notation, out);
        numbers.clear();
        while (at < text.size() && !isSeparator(text[at]))
            ++at;
    }
    writeNumbers(numbers, notation, out);
    if (out.size() == 0)
        return {};
    return out.take();
}

} // namespace

std::optional<TextView> decodeHexNumbers(const ViewSource &source)
{
    return decodeNotation(source, hexadecimal);
}

std::optional<TextView> decodeDecimalNumbers(const ViewSource &source)
{
    return decodeNotation(source, decimal);
}

std::optional<TextView> decodeBits(const ViewSource &source)
{
    return decodeNotation(source, binary);
}

std::optional<TextView> decodeLongBits(const ViewSource &source)
{
    constexpr std::size_t fewest = 48, byte = 8;
    ViewWriter out(source, "binary", ViewKind::Decoded);
    const std::string_view text = source.text;
    for (std::size_t at = text.find_first_of("01"); at < text.size(); at = text.find_first_of("01", at)) {
        const std::size_t end = std::min(text.find_first_not_of("01", at), text.size());
        std::vector<Number> numbers;
        for (std::size_t from = at; end - at >= fewest && from + byte <= end; from += byte) {
            unsigned value = 0;
            std::from_chars(text.data() + from, text.data() + from + byte, value, 2);
            numbers.push_back({static_cast<char>(value), {from, from + byte}});
        }
        writeNumbers(numbers, binary, out);
        at = end;
    }
    if (out.size() == 0)
        return {};
    return out.take();
}

} // namespace gatehouse
