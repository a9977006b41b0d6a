// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_item_reader.h"

namespace gatehouse {

namespace dom = simdjson::dom;

namespace {

// Names of a fixed vocabulary or identifiers; longer values are somebody's text and are read.
bool isIdentifier(std::string_view key, dom::element value)
{
    return (key == "type" || key == "id" || key == "call_id" || key == "role" || key == "status"
               || key == "item_id" || key == "phase" || key == "detail" || key == "approval_request_id")
        && isShortName(value);
}

bool isResult(std::string_view type, std::string_view key)
{
    return type.ends_with("_output") || key == "output" || key == "outputs" || key == "results";
}

bool isCall(std::string_view type)
{
    return type.ends_with("_call") || type == "mcp_approval_request";
}

} // namespace

bool isOpenAiCallerItem(std::string_view type)
{
    return type == "function_call" || type == "custom_tool_call" || type == "computer_call"
        || type == "local_shell_call" || type == "shell_call" || type == "apply_patch_call"
        || type == "mcp_approval_request";
}

void OpenAiItemReader::readItems(dom::element items, const std::string &pointer, const Speaker &speaker)
{
    std::string_view text;
    dom::array list;
    if (items.get(text) == simdjson::SUCCESS) {
        add(text, pointer, speaker);
    } else if (items.get(list) == simdjson::SUCCESS) {
        std::size_t index = 0;
        for (const dom::element item : list)
            readItem(item, pointer + "/" + std::to_string(index++));
    } else {
        readStrings(items, pointer, unknownZone(), true);
    }
}

void OpenAiItemReader::readItem(dom::element item, const std::string &pointer)
{
    dom::object object;
    if (item.get(object) != simdjson::SUCCESS) {
        readStrings(item, pointer, unknownZone(), true);
        return;
    }
    const std::string_view type = textAt(object, "type");
    // Refers to what was said before and is kept at the provider.
    if (type == "item_reference") {
        addUnread(item, pointer, "history", "elsewhere");
        return;
    }
    const Speaker speaker = speakerOf(type, object);
    for (const auto field : object)
        readField(type, field.key, field.value, pointer + pointerStep(field.key), speaker);
}

Speaker OpenAiItemReader::speakerOf(std::string_view type, dom::object item)
{
    const std::string role(textAt(item, "role"));
    if (type.ends_with("_output")) {
        const auto call = m_toolNameByCall.find(textAt(item, "call_id"));
        return {TrustZone::Tool, "tool", call != m_toolNameByCall.end() ? call->second : std::string()};
    }
    if (isCall(type)) {
        const std::string toolName(textAt(item, "name"));
        m_toolNameByCall.emplace(textAt(item, "call_id"), toolName);
        return {TrustZone::ToolCall, "assistant", toolName};
    }
    if (type == "reasoning")
        return {TrustZone::Assistant, "assistant", {}};
    if (type == "mcp_list_tools")
        return {TrustZone::ToolDefinition, {}, {}};
    return {role.empty() ? unknownZone() : zoneOfRole(role), role, {}};
}

void OpenAiItemReader::readField(std::string_view type, std::string_view key, dom::element value,
    const std::string &pointer, const Speaker &speaker)
{
    const bool isText = value.is_string();
    const bool isName = (key == "name" || key == "server_label") && isShortName(value);
    const Speaker tool{TrustZone::Tool, "tool", speaker.toolName};
    if (key == "content" || key == "summary")
        readParts(value, pointer, speaker);
    else if (key == "encrypted_content" && isText)
        addUnread(value, pointer, "encrypted", "opaque");
    else if (type == "image_generation_call" && key == "result" && isText)
        addUnread(value, pointer, "image", "not_text");
    else if (isText && isCall(type) && (key == "arguments" || key == "input" || key == "code"))
        readStrings(value, pointer, speaker, false);
    else if (isResult(type, key) && key == "output")
        readParts(value, pointer, tool);
    else if (isResult(type, key) && !isIdentifier(key, value))
        readStrings(value, pointer, tool, true);
    else if (!(isName && isCall(type)) && !isIdentifier(key, value))
        readStrings(value, pointer, speaker, true);
}

void OpenAiItemReader::readParts(dom::element parts, const std::string &pointer, const Speaker &speaker)
{
    dom::array list;
    if (parts.is_object()) {
        readPart(parts, pointer, speaker);
    } else if (parts.get(list) == simdjson::SUCCESS) {
        std::size_t index = 0;
        for (const dom::element part : list)
            readPart(part, pointer + "/" + std::to_string(index++), speaker);
    } else {
        readStrings(parts, pointer, speaker, false);
    }
}

void OpenAiItemReader::readPart(dom::element part, const std::string &pointer, const Speaker &speaker)
{
    dom::object object;
    if (part.get(object) != simdjson::SUCCESS) {
        readStrings(part, pointer, speaker, false);
        return;
    }
    const std::string_view type = textAt(object, "type");
    for (const auto field : object) {
        const std::string at = pointer + pointerStep(field.key);
        const bool claimed = field.key == "text" || field.key == "refusal";
        // Log probabilities repeat the text token by token; they are judged as the text and dropped.
        if (field.key != "logprobs" && !isIdentifier(field.key, field.value)
            && !readMedia(type, field.key, field.value, at, speaker))
            readStrings(field.value, at, speaker, !claimed || !field.value.is_string());
    }
}

bool OpenAiItemReader::readMedia(std::string_view type, std::string_view key, dom::element value,
    const std::string &pointer, const Speaker &speaker)
{
    const bool image = type == "input_image" || type == "computer_screenshot";
    std::string_view text;
    if (key == "input_audio" && value.is_object()) {
        addUnread(value, pointer, "audio", "not_text");
        return true;
    }
    if (value.get(text) != simdjson::SUCCESS)
        return false;
    if (key == "file_id" || (key == "file_data" && type == "input_file")) {
        addUnread(value, pointer, image ? "image" : "file", key == "file_id" ? "elsewhere" : "not_text");
        return true;
    }
    if (!(image && key == "image_url") && !(type == "input_file" && key == "file_url"))
        return false;
    const bool inPlace = text.starts_with("data:");
    addUnread(value, pointer, image ? "image" : "file", inPlace ? "not_text" : "elsewhere");
    if (!inPlace)
        readStrings(value, pointer, speaker, true);
    return true;
}

} // namespace gatehouse
