// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/json/json_text.h"

#include "core/checks/parameters.h"
#include "core/message/strict_json.h"

#include <boost/json/parse.hpp>

namespace gatehouse {

namespace json = boost::json;

namespace {

constexpr std::string_view fence = "```";
constexpr std::string_view blanks = " \t\r\n";

ByteRange trimmed(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(blanks);
    if (start == std::string_view::npos)
        return {0, 0};
    return {start, text.find_last_not_of(blanks) + 1};
}

bool isJsonName(std::string_view info)
{
    const ByteRange range = trimmed(info);
    const std::string_view name = info.substr(range.start, range.size());
    return name.empty() || name == "json" || name == "JSON";
}

struct Block {
    ByteRange inside;
    std::size_t end = 0; // behind the closing fence, or the end of the text
};

// The fenced block that opens at `open`; nothing when its name is another language's.
std::optional<Block> jsonBlockAt(std::string_view text, std::size_t open)
{
    const std::size_t info = open + fence.size();
    const std::size_t lineEnd = text.find('\n', info);
    if (lineEnd == std::string_view::npos || !isJsonName(text.substr(info, lineEnd - info)))
        return {};
    const std::size_t close = text.find("\n```", lineEnd);
    if (close == std::string_view::npos)
        return Block{{lineEnd + 1, text.size()}, text.size()};
    return Block{{std::min(lineEnd + 1, close), close}, close + 1 + fence.size()};
}

std::optional<ByteRange> firstBlock(std::string_view text)
{
    for (std::size_t at = text.find(fence); at != std::string_view::npos; at = text.find(fence, at)) {
        if (const auto block = jsonBlockAt(text, at))
            return block->inside;
        // Past the block of another language, so that its end is not taken for a start.
        const std::size_t close = text.find("\n```", at + fence.size());
        if (close == std::string_view::npos)
            return {};
        at = close + 1 + fence.size();
    }
    return {};
}

} // namespace

JsonPlace jsonPlaceFrom(const CheckParameters &parameters)
{
    return {parameters.text("in", "whole") == "block", parameters.flag("allow_fence", true)};
}

std::optional<ByteRange> findJson(std::string_view text, JsonPlace place)
{
    if (place.firstBlock)
        return firstBlock(text);
    const ByteRange whole = trimmed(text);
    const std::string_view inside = text.substr(0, whole.end);
    if (place.allowFence && inside.substr(whole.start).starts_with(fence)) {
        const auto block = jsonBlockAt(inside, whole.start);
        if (block && block->end == inside.size())
            return block->inside;
    }
    return whole;
}

Result<json::value> readJson(std::string_view text)
{
    if (auto strict = checkStrictJson(text); !strict)
        return tl::unexpected(strict.error());
    boost::system::error_code error;
    json::parse_options options;
    options.max_depth = maximumJsonDepth + 1;
    json::value value = json::parse(json::string_view(text.data(), text.size()), error, {}, options);
    if (error)
        return fail(ErrorKind::InvalidInput, error.message());
    return value;
}

} // namespace gatehouse
