// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/code/blocks.h"

#include <algorithm>

namespace gatehouse {

namespace {

struct Fence {
    char sign = 0; // 0: the line is none
    std::size_t length = 0;
    std::string_view info;
};

Fence fenceIn(std::string_view line)
{
    const std::size_t start = std::min(line.find_first_not_of(" \t"), line.size());
    line.remove_prefix(start);
    constexpr std::size_t shortest = 3;
    if (line.size() < shortest || (line.front() != '`' && line.front() != '~'))
        return {};
    const std::size_t length = std::min(line.find_first_not_of(line.front()), line.size());
    const std::string_view info = line.substr(length);
    // "```x```" in one line is a span of code in prose.
    if (length < shortest || info.find('`') != std::string_view::npos)
        return {};
    return {line.front(), length, info};
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

} // namespace

std::vector<TextPart> splitAtFences(std::string_view text)
{
    std::vector<TextPart> parts;
    TextPart part;
    Fence open;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t lineEnd = std::min(text.find('\n', at), text.size());
        const std::size_t next = std::min(lineEnd + 1, text.size());
        const Fence fence = fenceIn(text.substr(at, lineEnd - at));
        const bool closes
            = open.sign && fence.sign == open.sign && fence.length >= open.length && isBlank(fence.info);
        if (closes || (!open.sign && fence.sign)) {
            part.range.end = at;
            if (part.range.size() > 0)
                parts.push_back(part);
            part = {{next, next}, !closes, closes ? std::string_view() : fence.info};
            open = closes ? Fence() : fence;
        }
        at = next;
    }
    part.range.end = text.size();
    if (part.range.size() > 0)
        parts.push_back(part);
    return parts;
}

} // namespace gatehouse
