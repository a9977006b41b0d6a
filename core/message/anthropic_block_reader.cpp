// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/anthropic_block_reader.h"

namespace gatehouse {

namespace dom = simdjson::dom;

namespace {

// Names of a fixed vocabulary or identifiers; longer values are somebody's text and are read.
bool isIdentifier(std::string_view key, dom::element value)
{
    return (key == "type" || key == "id" || key == "tool_use_id" || key == "role" || key == "media_type")
        && isShortName(value);
}

bool isToolResult(std::string_view type)
{
    return type.ends_with("tool_result");
}

} // namespace

bool isAnthropicToolUse(std::string_view type)
{
    return type.ends_with("tool_use");
}

bool isAnthropicSealed(std::string_view blockType, std::string_view key)
{
    return (blockType == "thinking" && key == "signature") || key == "encrypted_content"
        || (blockType == "redacted_thinking" && key == "data") || key == "encrypted_index";
}

Status AnthropicBlockReader::readMessage(dom::element message, const std::string &pointer)
{
    dom::object object;
    if (message.get(object) != simdjson::SUCCESS)
        return fail(ErrorKind::InvalidInput, "a message must be an object", pointer);
    const std::string role(textAt(object, "role"));
    const Speaker speaker{role.empty() ? unknownZone() : zoneOfRole(role), role, {}};
    for (const auto field : object) {
        const std::string at = pointer + pointerStep(field.key);
        if (field.key == "content")
            readContent(field.value, at, speaker);
        else if (!isIdentifier(field.key, field.value))
            readStrings(field.value, at, unknownZone(), true);
    }
    return {};
}

void AnthropicBlockReader::readContent(
    dom::element content, const std::string &pointer, const Speaker &speaker)
{
    std::string_view text;
    dom::array blocks;
    if (content.get(text) == simdjson::SUCCESS) {
        add(text, pointer, speaker);
    } else if (content.get(blocks) == simdjson::SUCCESS) {
        std::size_t index = 0;
        for (const dom::element block : blocks)
            readBlock(block, pointer + "/" + std::to_string(index++), speaker);
    } else {
        readStrings(content, pointer, speaker, true);
    }
}

void AnthropicBlockReader::readBlock(dom::element block, const std::string &pointer, const Speaker &speaker)
{
    dom::object object;
    if (block.get(object) != simdjson::SUCCESS) {
        readStrings(block, pointer, speaker, true);
        return;
    }
    const std::string_view type = textAt(object, "type");
    if (isAnthropicToolUse(type)) {
        readToolUse(object, pointer);
        return;
    }
    if (isToolResult(type)) {
        readToolResult(object, pointer);
        return;
    }
    const bool isDocument = type == "document" || type == "search_result";
    const Speaker own = isDocument ? Speaker{TrustZone::Document, speaker.role, speaker.toolName} : speaker;
    for (const auto field : object)
        readField(type, field.key, field.value, pointer + pointerStep(field.key), own);
}

void AnthropicBlockReader::readField(std::string_view type, std::string_view key, dom::element value,
    const std::string &pointer, const Speaker &speaker)
{
    std::string_view text;
    const bool isText = value.get(text) == simdjson::SUCCESS;
    const bool claimed = (type == "text" && key == "text") || (type == "thinking" && key == "thinking")
        || (speaker.zone == TrustZone::Document && (key == "title" || key == "context"));
    if (isText && claimed)
        add(text, pointer, speaker);
    else if (key == "source" && value.is_object())
        readSource(type, value, pointer);
    else if (key == "content")
        readContent(value, pointer, speaker);
    else if (isText && isAnthropicSealed(type, key))
        addUnread(value, pointer, "encrypted", "opaque");
    else if (key == "file_id" && isText)
        addUnread(value, pointer, "file", "elsewhere");
    else if (key != "cache_control" && !isIdentifier(key, value))
        readStrings(value, pointer, speaker, true);
}

// Where an image or a document comes from: bytes, a link, a file kept at the provider, or plain text.
void AnthropicBlockReader::readSource(
    std::string_view blockType, dom::element source, const std::string &pointer)
{
    const std::string kind = blockType == "image" ? "image" : "file";
    const Speaker document{TrustZone::Document, {}, {}};
    const dom::object object(source);
    const std::string_view type = textAt(object, "type");
    for (const auto field : object) {
        const std::string at = pointer + pointerStep(field.key);
        if (field.key == "data" && type != "text") {
            addUnread(field.value, at, kind, "not_text");
        } else if (field.key == "data") {
            readStrings(field.value, at, document, false);
        } else if (field.key == "content") {
            readContent(field.value, at, document);
        } else if (field.key == "url") {
            addUnread(field.value, at, kind, "elsewhere");
            readStrings(field.value, at, document, true);
        } else if (field.key == "file_id") {
            addUnread(field.value, at, kind, "elsewhere");
        } else if (!isIdentifier(field.key, field.value)) {
            readStrings(field.value, at, unknownZone(), true);
        }
    }
}

void AnthropicBlockReader::readToolUse(dom::object block, const std::string &pointer)
{
    const std::string toolName(textAt(block, "name"));
    m_toolNameByCall.emplace(textAt(block, "id"), toolName);
    for (const auto field : block) {
        const std::string at = pointer + pointerStep(field.key);
        const bool isName = (field.key == "name" || field.key == "server_name") && isShortName(field.value);
        if (field.key == "input" && field.value.is_object())
            addArguments(field.value, at, toolName);
        else if (!isName && field.key != "cache_control" && !isIdentifier(field.key, field.value))
            readStrings(field.value, at, Speaker{TrustZone::ToolCall, "assistant", toolName}, true);
    }
}

void AnthropicBlockReader::readToolResult(dom::object block, const std::string &pointer)
{
    const auto call = m_toolNameByCall.find(textAt(block, "tool_use_id"));
    const Speaker speaker{
        TrustZone::Tool, "tool", call != m_toolNameByCall.end() ? call->second : std::string()};
    for (const auto field : block) {
        const std::string at = pointer + pointerStep(field.key);
        if (field.key == "content" && field.value.is_object())
            readBlock(field.value, at, speaker);
        else if (field.key == "content")
            readContent(field.value, at, speaker);
        else if (field.key != "cache_control" && !isIdentifier(field.key, field.value))
            readStrings(field.value, at, speaker, true);
    }
}

} // namespace gatehouse
