// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/strict_json.h"

#include "core/message/json_reader.h"

#include <algorithm>
#include <vector>

namespace gatehouse {

namespace {

namespace dom = simdjson::dom;

Status refuseDuplicates(dom::element value, const std::string &pointer);

Status refuseDuplicates(dom::object object, const std::string &pointer)
{
    std::vector<std::string_view> keys;
    for (const auto field : object)
        keys.push_back(field.key);
    std::sort(keys.begin(), keys.end());
    const auto twin = std::adjacent_find(keys.begin(), keys.end());
    if (twin != keys.end())
        return fail(
            ErrorKind::InvalidInput, "duplicate key", pointer + pointerStep(*twin), "send each key once");
    for (const auto field : object) {
        if (!field.value.is_object() && !field.value.is_array())
            continue;
        if (auto status = refuseDuplicates(field.value, pointer + pointerStep(field.key)); !status)
            return status;
    }
    return {};
}

Status refuseDuplicates(dom::array array, const std::string &pointer)
{
    std::size_t index = 0;
    for (const dom::element item : array) {
        if (auto status = refuseDuplicates(item, pointer + "/" + std::to_string(index++)); !status)
            return status;
    }
    return {};
}

Status refuseDuplicates(dom::element value, const std::string &pointer)
{
    if (value.is_object())
        return refuseDuplicates(dom::object(value), pointer);
    if (value.is_array())
        return refuseDuplicates(dom::array(value), pointer);
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
    if (auto status = refuseDuplicates(root, ""); !status)
        return tl::unexpected(status.error());
    return root;
}

Status checkStrictJson(std::string_view text)
{
    const auto root = parseStrictJson(text);
    return root ? Status() : tl::unexpected(root.error());
}

} // namespace gatehouse
