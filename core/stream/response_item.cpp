// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/response_item.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

namespace gatehouse {

namespace json = boost::json;

namespace {

constexpr std::array<ResponsePartKind, 4> kinds{{
    {"response.output_text", "output_text", "content", "content_index", "text"},
    {"response.refusal", "refusal", "content", "content_index", "refusal"},
    {"response.reasoning_summary_text", "summary_text", "summary", "summary_index", "text"},
    {"response.reasoning_text", "reasoning_text", "content", "content_index", "text"},
}};

template <class Matches>
const ResponsePartKind *firstThat(const Matches &matches)
{
    const auto *found = std::find_if(kinds.begin(), kinds.end(), matches);
    return found == kinds.end() ? nullptr : found;
}

} // namespace

const ResponsePartKind *responsePartKindOf(std::string_view type)
{
    return firstThat([&](const ResponsePartKind &kind) { return kind.type == type; });
}

const ResponsePartKind *responsePartKindOfPiece(std::string_view delta)
{
    return firstThat([&](const ResponsePartKind &kind) { return kind.delta == delta; });
}

json::object ResponsePart::json() const
{
    if (type == "refusal")
        return {{"type", type}, {"refusal", text->given()}};
    json::object part{{"type", type}, {"text", text->given()}};
    if (type == "output_text")
        part["annotations"] = json::array();
    return part;
}

json::object ResponseItem::json(std::string_view status) const
{
    if (kind == Kind::Whole) {
        boost::system::error_code error;
        json::value whole = json::parse(rawJson, error);
        return error || !whole.is_object() ? names : std::move(whole.get_object());
    }
    json::object item = names;
    item["status"] = status;
    if (kind == Kind::Arguments) {
        item[argumentsField] = arguments->given();
        return item;
    }
    json::array content, summary;
    for (const ResponsePart &part : parts)
        (part.isSummary() ? summary : content).push_back(part.json());
    if (type == "reasoning") {
        item["summary"] = std::move(summary);
        if (!sealed.empty())
            item["encrypted_content"] = sealed;
    }
    if (type != "reasoning" || !content.empty())
        item["content"] = std::move(content);
    return item;
}

ResponseItem::Kind responseItemKind(std::string_view type)
{
    if (type == "message" || type == "reasoning")
        return ResponseItem::Kind::Texts;
    if (type == "function_call" || type == "custom_tool_call")
        return ResponseItem::Kind::Arguments;
    return ResponseItem::Kind::Whole;
}

} // namespace gatehouse
