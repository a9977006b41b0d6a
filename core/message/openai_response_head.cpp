// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_response_head.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <string_view>

namespace gatehouse {

namespace json = boost::json;

namespace {

constexpr std::size_t longestName = 64;
// Names of a fixed vocabulary or identifiers. https://platform.openai.com/docs/api-reference/responses/object
constexpr std::array<std::string_view, 9> names{"id", "object", "status", "model", "previous_response_id",
    "service_tier", "truncation", "background", "prompt_cache_retention"};
// What the official libraries expect to be there.
constexpr std::array<std::string_view, 2> lists{"tools", "output"};

bool isName(std::string_view key)
{
    return std::find(names.begin(), names.end(), key) != names.end();
}

bool isOfAnId(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-'
        || c == '.' || c == ':';
}

} // namespace

void reduceResponseHead(json::object &response)
{
    json::object reduced;
    for (const auto &field : response) {
        const json::value &value = field.value();
        const bool plain = value.is_null() || value.is_bool() || value.is_number();
        const bool named
            = value.is_string() && isName(field.key()) && value.get_string().size() <= longestName;
        if (plain || named || field.key() == "output" || field.key() == "usage")
            reduced[field.key()] = value;
    }
    for (const std::string_view list : lists) {
        if (!reduced.contains(list))
            reduced[list] = json::array();
    }
    reduced["instructions"] = nullptr;
    reduced["metadata"] = json::object();
    reduced["tool_choice"] = "auto";
    const json::value *details = response.if_contains("incomplete_details");
    const json::value *reason
        = details && details->is_object() ? details->get_object().if_contains("reason") : nullptr;
    if (reason && reason->is_string() && reason->get_string().size() <= longestName)
        reduced["incomplete_details"] = json::object{{"reason", *reason}};
    response = std::move(reduced);
}

bool isIdentifier(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), isOfAnId);
}

std::string responseId(simdjson::dom::element response)
{
    std::string_view id;
    const bool told = response["id"].get(id) == simdjson::SUCCESS;
    return told && id.size() <= longestName && isIdentifier(id) ? std::string(id) : std::string();
}

} // namespace gatehouse
