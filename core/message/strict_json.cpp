// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/strict_json.h"

#include "core/message/json_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace gatehouse {

namespace {

namespace dom = simdjson::dom;

// Where in the document a value stands; written out only when it has to be named.
struct Place {
    const Place *parent = nullptr;
    std::string_view key;
    std::size_t index = 0;
    bool isItem = false;

    [[nodiscard]] std::string pointer() const
    {
        if (!parent)
            return {};
        return parent->pointer() + (isItem ? "/" + std::to_string(index) : pointerStep(key));
    }
};

// A key that stands twice. Most objects are small: comparing each with each is then cheapest.
std::optional<std::string_view> duplicateKey(dom::object object)
{
    constexpr std::size_t few = 16;
    std::array<std::string_view, few> seen;
    std::size_t count = 0;
    for (const auto field : object) {
        if (count == few)
            break;
        if (std::find(seen.begin(), seen.begin() + count, field.key) != seen.begin() + count)
            return field.key;
        seen[count++] = field.key;
    }
    if (count < few)
        return std::nullopt;
    std::vector<std::string_view> keys;
    for (const auto field : object)
        keys.push_back(field.key);
    std::sort(keys.begin(), keys.end());
    const auto twin = std::adjacent_find(keys.begin(), keys.end());
    return twin == keys.end() ? std::nullopt : std::optional(*twin);
}

Status refuseDuplicates(dom::element value, const Place &place)
{
    if (value.is_object()) {
        const dom::object object(value);
        if (const auto twin = duplicateKey(object)) {
            return fail(ErrorKind::InvalidInput, "duplicate key", place.pointer() + pointerStep(*twin),
                "send each key once");
        }
        for (const auto field : object) {
            if (!field.value.is_object() && !field.value.is_array())
                continue;
            if (auto status = refuseDuplicates(field.value, {&place, field.key, 0, false}); !status)
                return status;
        }
    } else if (value.is_array()) {
        std::size_t index = 0;
        for (const dom::element item : dom::array(value)) {
            if (auto status = refuseDuplicates(item, {&place, {}, index++, true}); !status)
                return status;
        }
    }
    return {};
}

std::string reasonOf(simdjson::error_code code)
{
    switch (code) {
    case simdjson::EMPTY:
        return "the body is empty";
    case simdjson::UTF8_ERROR:
        return "not valid UTF-8";
    case simdjson::DEPTH_ERROR:
        return "nested deeper than 64 levels";
    case simdjson::NUMBER_ERROR:
        return "malformed JSON: a number can't be read";
    case simdjson::STRING_ERROR:
        return "malformed JSON: a string can't be read";
    default:
        return "malformed JSON";
    }
}

} // namespace

std::string pointerStep(std::string_view key)
{
    std::string out = "/";
    for (const char c : key) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

Result<dom::element> parseStrictJson(std::string_view text)
{
    thread_local dom::parser parser;
    if (parser.max_depth() != maximumJsonDepth) {
        constexpr std::size_t firstCapacity = 64UL * 1024;
        if (parser.allocate(firstCapacity, maximumJsonDepth) != simdjson::SUCCESS)
            return fail(ErrorKind::Internal, "out of memory");
    }
    dom::element root;
    const auto code = parser.parse(text.data(), text.size()).get(root);
    if (code != simdjson::SUCCESS)
        return fail(ErrorKind::InvalidInput, reasonOf(code));
    if (auto status = refuseDuplicates(root, Place{}); !status)
        return tl::unexpected(status.error());
    return root;
}

Status checkStrictJson(std::string_view text)
{
    const auto root = parseStrictJson(text);
    return root ? Status() : tl::unexpected(root.error());
}

} // namespace gatehouse
