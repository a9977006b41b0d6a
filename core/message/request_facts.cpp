// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/request_facts.h"

#include <algorithm>

namespace gatehouse {

namespace dom = simdjson::dom;

namespace {

void readMetadata(dom::object metadata, RequestFacts &facts)
{
    for (const auto field : metadata) {
        std::string_view value;
        if (field.value.get(value) == simdjson::SUCCESS)
            facts.metadata.emplace(field.key, value);
    }
}

// Numbers and switches in their JSON spelling; texts only as far as they can be names.
std::string parameterValue(dom::element value)
{
    constexpr std::size_t longestName = 64;
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS || value["type"].get(text) == simdjson::SUCCESS)
        return text.size() <= longestName ? std::string(text) : std::string();
    return value.is_object() || value.is_array() ? std::string() : simdjson::minify(value);
}

} // namespace

void readCommonFacts(dom::object body, std::initializer_list<std::string_view> content, RequestFacts &facts)
{
    for (const auto field : body) {
        std::string_view text;
        dom::object object;
        if (field.key == "model" && field.value.get(text) == simdjson::SUCCESS)
            facts.model = text;
        else if (field.key == "user" && field.value.get(text) == simdjson::SUCCESS)
            facts.user = text;
        else if (field.key == "stream" && field.value.is_bool())
            facts.stream = bool(field.value);
        if (field.key == "metadata") {
            if (field.value.get(object) == simdjson::SUCCESS)
                readMetadata(object, facts);
        } else if (!field.value.is_null()
            && std::find(content.begin(), content.end(), field.key) == content.end()) {
            facts.parameters.push_back({std::string(field.key), parameterValue(field.value)});
        }
    }
}

std::optional<std::int64_t> wholeNumber(dom::object body, std::initializer_list<std::string_view> fields)
{
    std::int64_t number = 0;
    for (const std::string_view field : fields) {
        if (body[field].get(number) == simdjson::SUCCESS)
            return number;
    }
    return std::nullopt;
}

void readToolNames(dom::element tools, RequestFacts &facts)
{
    dom::array list;
    if (tools.get(list) != simdjson::SUCCESS)
        return;
    for (const dom::element tool : list) {
        std::string_view toolName;
        if (tool["function"]["name"].get(toolName) == simdjson::SUCCESS
            || tool["name"].get(toolName) == simdjson::SUCCESS
            || tool["custom"]["name"].get(toolName) == simdjson::SUCCESS)
            facts.toolNames.emplace_back(toolName);
        else if (tool["type"].get(toolName) == simdjson::SUCCESS)
            facts.toolNames.emplace_back(toolName);
    }
}

} // namespace gatehouse
