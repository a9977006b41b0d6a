// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/body_reader.h"

#include <algorithm>

namespace gatehouse {

namespace dom = simdjson::dom;

void BodyReader::add(
    std::string_view text, const std::string &pointer, const Speaker &speaker, bool unclaimed)
{
    if (text.empty())
        return;
    m_segments.push_back(
        {speaker.zone, speaker.role, pointer, std::string(text), speaker.toolName, unclaimed});
}

void BodyReader::readStrings(
    dom::element value, const std::string &pointer, const Speaker &speaker, bool unclaimed)
{
    std::string_view text;
    dom::array array;
    dom::object object;
    if (value.get(text) == simdjson::SUCCESS) {
        add(text, pointer, speaker, unclaimed);
    } else if (value.get(array) == simdjson::SUCCESS) {
        std::size_t index = 0;
        for (const dom::element item : array)
            readStrings(item, pointer + "/" + std::to_string(index++), speaker, unclaimed);
    } else if (value.get(object) == simdjson::SUCCESS) {
        for (const auto field : object)
            readStrings(field.value, pointer + pointerStep(field.key), speaker, unclaimed);
    }
}

void BodyReader::addArguments(dom::element value, const std::string &pointer, const std::string &toolName)
{
    add(simdjson::minify(value), pointer, {TrustZone::ToolCall, "assistant", toolName});
}

void BodyReader::readOthers(dom::element answer, std::initializer_list<std::string_view> read,
    std::initializer_list<std::string_view> names)
{
    const auto isIn = [](std::initializer_list<std::string_view> list, std::string_view key) {
        return std::find(list.begin(), list.end(), key) != list.end();
    };
    dom::object object;
    if (answer.get(object) != simdjson::SUCCESS)
        return;
    for (const auto field : object) {
        const bool isName = isIn(names, field.key) && isShortName(field.value);
        if (!isName && !isIn(read, field.key))
            readStrings(field.value, pointerStep(field.key), unknownZone(), true);
    }
}

void BodyReader::addUnread(
    dom::element value, const std::string &pointer, std::string kind, std::string reason)
{
    std::string_view text;
    const bool isText = value.get(text) == simdjson::SUCCESS;
    const std::size_t bytes = isText ? text.size() : simdjson::minify(value).size();
    m_unread.push_back({pointer, std::move(kind), std::move(reason), bytes});
}

std::string_view textAt(dom::object object, std::string_view key)
{
    std::string_view text;
    return object[key].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

bool isShortName(dom::element value)
{
    constexpr std::size_t longestIdentifier = 64;
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS && text.size() <= longestIdentifier;
}

TrustZone zoneOfRole(std::string_view role)
{
    if (role == "system" || role == "developer")
        return TrustZone::System;
    if (role == "assistant")
        return TrustZone::Assistant;
    if (role == "tool" || role == "function")
        return TrustZone::Tool;
    return TrustZone::User;
}

} // namespace gatehouse
