// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_message_reader.h"

namespace gatehouse {

namespace dom = simdjson::dom;

namespace {

// Names of a fixed vocabulary or identifiers stand here; longer values are somebody's text and are read.
bool isIdentifier(std::string_view key, dom::element value)
{
    return (key == "role" || key == "type" || key == "id" || key == "tool_call_id") && isShortName(value);
}

} // namespace

Status OpenAiMessageReader::readMessage(dom::element message, const std::string &pointer)
{
    dom::object object;
    if (message.get(object) != simdjson::SUCCESS)
        return fail(ErrorKind::InvalidInput, "a message must be an object", pointer);
    const Speaker speaker = speakerOf(object);
    for (const auto field : object)
        readField(field.key, field.value, pointer + pointerStep(field.key), speaker);
    return {};
}

Speaker OpenAiMessageReader::speakerOf(dom::object message) const
{
    Speaker speaker;
    speaker.role = textAt(message, "role");
    speaker.zone = speaker.role.empty() ? unknownZone() : zoneOfRole(speaker.role);
    if (speaker.zone == TrustZone::Tool) {
        const auto call = m_toolNameByCall.find(textAt(message, "tool_call_id"));
        speaker.toolName
            = call != m_toolNameByCall.end() ? call->second : std::string(textAt(message, "name"));
    }
    return speaker;
}

void OpenAiMessageReader::readField(
    std::string_view key, dom::element value, const std::string &pointer, const Speaker &speaker)
{
    if (key == "content" || key == "refusal" || key == "reasoning_content" || key == "reasoning")
        readContent(value, pointer, speaker);
    else if (key == "tool_calls")
        readToolCalls(value, pointer);
    else if (key == "function_call")
        readFunction(value, pointer);
    else if (!isIdentifier(key, value))
        readStrings(value, pointer, unknownZone(), true);
}

void OpenAiMessageReader::readContent(
    dom::element content, const std::string &pointer, const Speaker &speaker)
{
    std::string_view text;
    dom::array parts;
    if (content.get(text) == simdjson::SUCCESS) {
        add(text, pointer, speaker);
    } else if (content.get(parts) == simdjson::SUCCESS) {
        std::size_t index = 0;
        for (const dom::element part : parts)
            readPart(part, pointer + "/" + std::to_string(index++), speaker);
    } else {
        readStrings(content, pointer, unknownZone(), true);
    }
}

void OpenAiMessageReader::readPart(dom::element part, const std::string &pointer, const Speaker &speaker)
{
    dom::object object;
    std::string_view text;
    if (part.get(text) == simdjson::SUCCESS) {
        add(text, pointer, speaker);
        return;
    }
    if (part.get(object) != simdjson::SUCCESS) {
        readStrings(part, pointer, unknownZone(), true);
        return;
    }
    const std::string_view type = textAt(object, "type");
    for (const auto field : object) {
        const std::string at = pointer + pointerStep(field.key);
        const bool isText
            = (field.key == "text" || field.key == "refusal") && field.value.get(text) == simdjson::SUCCESS;
        if (isText)
            add(text, at, speaker);
        else if (!isIdentifier(field.key, field.value) && !readMediaPart(type, field.value, at))
            readStrings(field.value, at, speaker.zone, true);
    }
}

// The payload of an image, audio or file is recorded as not read; names and links beside it are text like any
// other.
bool OpenAiMessageReader::readMediaPart(
    std::string_view type, dom::element payload, const std::string &pointer)
{
    const bool image = type == "image_url", audio = type == "input_audio", file = type == "file";
    dom::object object;
    if ((!image && !audio && !file) || payload.get(object) != simdjson::SUCCESS)
        return false;
    const std::string kind = image ? "image" : audio ? "audio" : "file";
    for (const auto field : object) {
        std::string_view text;
        const std::string at = pointer + pointerStep(field.key);
        const bool isPayload = field.key == (image ? "url" : audio ? "data" : "file_data");
        if (isPayload && field.value.get(text) == simdjson::SUCCESS) {
            addUnread(field.value, at, kind, "not_text");
            if (!image || text.starts_with("data:"))
                continue;
        }
        readStrings(field.value, at, unknownZone(), true);
    }
    return true;
}

void OpenAiMessageReader::readToolCalls(dom::element calls, const std::string &pointer)
{
    dom::array list;
    if (calls.get(list) != simdjson::SUCCESS) {
        readStrings(calls, pointer, TrustZone::ToolCall, true);
        return;
    }
    std::size_t index = 0;
    for (const dom::element call : list) {
        const std::string at = pointer + "/" + std::to_string(index++);
        dom::object object;
        if (call.get(object) != simdjson::SUCCESS) {
            readStrings(call, at, TrustZone::ToolCall, true);
            continue;
        }
        std::string_view toolName;
        if (call["function"]["name"].get(toolName) == simdjson::SUCCESS)
            m_toolNameByCall.emplace(textAt(object, "id"), toolName);
        for (const auto field : object) {
            if (field.key == "function" || field.key == "custom")
                readFunction(field.value, at + pointerStep(field.key));
            else if (!isIdentifier(field.key, field.value))
                readStrings(field.value, at + pointerStep(field.key), TrustZone::ToolCall, true);
        }
    }
}

void OpenAiMessageReader::readFunction(dom::element function, const std::string &pointer)
{
    dom::object object;
    if (function.get(object) != simdjson::SUCCESS) {
        readStrings(function, pointer, TrustZone::ToolCall, true);
        return;
    }
    const Speaker speaker{TrustZone::ToolCall, "assistant", std::string(textAt(object, "name"))};
    const std::size_t before = count();
    for (const auto field : object) {
        std::string_view text;
        const std::string at = pointer + pointerStep(field.key);
        const bool isText = field.value.get(text) == simdjson::SUCCESS;
        if (isText && (field.key == "arguments" || field.key == "input"))
            add(text, at, speaker);
        else if (!isText || field.key != "name" || !isShortName(field.value))
            readStrings(field.value, at, TrustZone::ToolCall, true);
    }
    // A call without arguments is a call: its name stands for it.
    if (count() == before)
        add(speaker.toolName, pointer + "/name", speaker);
}

} // namespace gatehouse
