// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/plain_json.h"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <charconv>
#include <cmath>

namespace gatehouse {

namespace json = boost::json;

void appendPlainNumber(double number, std::string &out)
{
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    // Where ECMAScript changes to exponents as well.
    constexpr double least = 1e-7, most = 1e21;
    const double size = std::abs(number);
    const bool plain = size == 0 || (size >= least && size < most);
    std::array<char, 64> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), number,
        plain ? std::chars_format::fixed : std::chars_format::scientific);
    out.append(text.data(), written.ptr);
}

// Most texts need no escapes; the others are the library's business.
void appendPlainText(std::string_view text, std::string &out)
{
    const bool asItIs = std::none_of(text.begin(), text.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7F; });
    if (!asItIs) {
        out += json::serialize(json::string_view(text.data(), text.size()));
        return;
    }
    out += '"';
    out.append(text.data(), text.size());
    out += '"';
}

void appendPlainNumber(std::uint64_t number, std::string &out)
{
    std::array<char, 24> text{};
    out.append(text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr);
}

namespace {

void append(const json::value &value, std::string &out);

void appendArray(const json::array &array, std::string &out)
{
    out += '[';
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        append(array[i], out);
    }
    out += ']';
}

void appendObject(const json::object &object, std::string &out)
{
    out += '{';
    bool first = true;
    for (const json::key_value_pair &member : object) {
        if (!first)
            out += ',';
        first = false;
        appendPlainText({member.key().data(), member.key().size()}, out);
        out += ':';
        append(member.value(), out);
    }
    out += '}';
}

void append(const json::value &value, std::string &out)
{
    if (value.is_object())
        appendObject(value.get_object(), out);
    else if (value.is_array())
        appendArray(value.get_array(), out);
    else if (value.is_string())
        appendPlainText({value.get_string().data(), value.get_string().size()}, out);
    else if (value.is_double())
        appendPlainNumber(value.get_double(), out);
    else
        out += json::serialize(value);
}

} // namespace

std::string plainJson(const json::value &value)
{
    std::string out;
    append(value, out);
    return out;
}

} // namespace gatehouse
