// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/event_writer.h"

#include <boost/json.hpp>
#include <charconv>

namespace gatehouse {

namespace dom = simdjson::dom;
namespace json = boost::json;

void appendJsonText(std::string_view text, std::string &out)
{
    thread_local json::serializer serializer;
    serializer.reset(json::string_view(text.data(), text.size()));
    char buffer[512];
    while (!serializer.done()) {
        const auto piece = serializer.read(buffer, sizeof buffer);
        out.append(piece.data(), piece.size());
    }
}

void appendNumber(std::int64_t number, std::string &out)
{
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    out.append(digits, end);
}

void appendEvent(std::string_view type, std::string_view json, std::string &out)
{
    out.append("event: ").append(type).append("\ndata: ").append(json).append("\n\n");
}

std::string withoutTexts(dom::element value)
{
    dom::object object;
    if (value.get(object) != simdjson::SUCCESS)
        return "{}";
    std::string out = "{";
    for (const auto field : object) {
        if (field.value.is_string() || field.value.is_array())
            continue;
        if (out.size() > 1)
            out += ',';
        appendJsonText(field.key, out);
        out += ':';
        out += field.value.is_object() ? withoutTexts(field.value) : simdjson::minify(field.value);
    }
    return out + '}';
}

} // namespace gatehouse
