// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/canonical_json.h"

#include "core/message/strict_json.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <cmath>
#include <cstdio>
#include <vector>

namespace gatehouse {

namespace json = boost::json;

namespace {

// UTF-16 puts the characters above U+FFFF (lead bytes F0 and up) before U+E000..U+FFFF (EE and EF); UTF-8
// does not.
unsigned utf16Rank(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xF0)
        return byte - 0xF0U + 0xEEU;
    return byte >= 0xEE ? byte + 7U : byte;
}

bool sortsBefore(std::string_view a, std::string_view b)
{
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return utf16Rank(x) < utf16Rank(y); });
}

Status append(const json::value &value, const std::string &pointer, std::string &out);

Status appendNumber(double number, const std::string &pointer, std::string &out)
{
    constexpr double scale = 10000, largest = 9007199254740991.0; // 2^53 - 1: beyond it doubles skip integers
    if (std::abs(number) > largest
        || std::abs(std::round(number * scale) / scale - number) > 1e-12 * std::abs(number))
        return fail(ErrorKind::InvalidInput, "numbers are integers or have at most four decimals", pointer);
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.4f", number);
    std::string digits = text.data();
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.')
        digits.pop_back();
    out += digits == "-0" ? "0" : digits;
    return {};
}

Status appendObject(const json::object &object, const std::string &pointer, std::string &out)
{
    std::vector<const json::key_value_pair *> members;
    for (const auto &member : object)
        members.push_back(&member);
    std::sort(members.begin(), members.end(),
        [](const auto *a, const auto *b) { return sortsBefore(a->key(), b->key()); });
    out += '{';
    for (const auto *member : members) {
        if (member != members.front())
            out += ',';
        out += json::serialize(member->key()) + ":";
        if (auto status = append(member->value(), pointer + pointerStep(member->key()), out); !status)
            return status;
    }
    out += '}';
    return {};
}

Status appendArray(const json::array &array, const std::string &pointer, std::string &out)
{
    out += '[';
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        if (auto status = append(array[i], pointer + "/" + std::to_string(i), out); !status)
            return status;
    }
    out += ']';
    return {};
}

Status append(const json::value &value, const std::string &pointer, std::string &out)
{
    if (value.is_object())
        return appendObject(value.get_object(), pointer, out);
    if (value.is_array())
        return appendArray(value.get_array(), pointer, out);
    if (value.is_number())
        return appendNumber(value.to_number<double>(), pointer, out);
    out += json::serialize(value);
    return {};
}

} // namespace

Result<std::string> canonicalJson(const json::value &value)
{
    std::string out;
    if (auto status = append(value, "", out); !status)
        return tl::unexpected(status.error());
    return out;
}

} // namespace gatehouse
