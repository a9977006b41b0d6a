// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/openai_chat_chunk.h"

#include "core/message/json_reader.h"
#include "core/message/token_usage.h"
#include "core/stream/event_writer.h"
#include "core/stream/split_characters.h"

#include <boost/json.hpp>

namespace gatehouse {

namespace json = boost::json;
namespace dom = simdjson::dom;

namespace {

std::string_view textAt(dom::element object, std::string_view key)
{
    std::string_view text;
    return object[key].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

void readToolCalls(dom::element calls, int choice, ChatChunk &chunk)
{
    dom::array list;
    if (calls.get(list) != simdjson::SUCCESS)
        return;
    for (const dom::element call : list) {
        ToolCallDelta &delta = chunk.toolCalls.emplace_back();
        delta.choice = choice;
        std::int64_t index = 0;
        if (call["index"].get(index) == simdjson::SUCCESS)
            delta.index = static_cast<int>(index);
        delta.id = textAt(call, "id");
        delta.type = textAt(call, "type");
        dom::element function;
        if (call["function"].get(function) == simdjson::SUCCESS) {
            delta.name = textAt(function, "name");
            delta.arguments = textAt(function, "arguments");
        }
    }
}

void readDelta(dom::object delta, int choice, ChatChunk &chunk)
{
    for (const auto field : delta) {
        std::string_view text;
        if (field.key == "tool_calls")
            readToolCalls(field.value, choice, chunk);
        else if (field.value.get(text) != simdjson::SUCCESS)
            continue;
        else if (field.key == "role")
            chunk.roles.emplace_back(choice, text);
        else
            chunk.texts.push_back({choice, field.key, text});
    }
}

void readChoice(dom::element in, ChatChunk &chunk)
{
    std::int64_t choice = 0;
    if (in["index"].get(choice) != simdjson::SUCCESS)
        choice = 0;
    dom::object delta;
    if (in["delta"].get(delta) == simdjson::SUCCESS)
        readDelta(delta, static_cast<int>(choice), chunk);
    // A completion has its text beside the index.
    std::string_view text;
    if (in["text"].get(text) == simdjson::SUCCESS)
        chunk.texts.push_back({static_cast<int>(choice), "text", text});
    std::string_view reason;
    if (in["finish_reason"].get(reason) == simdjson::SUCCESS)
        chunk.finishReasons.emplace_back(static_cast<int>(choice), reason);
}

void clear(ChatChunk &chunk)
{
    chunk.roles.clear();
    chunk.texts.clear();
    chunk.toolCalls.clear();
    chunk.finishReasons.clear();
    chunk.usage.reset();
    chunk.marked = false;
}

Status readChunk(dom::element root, ChatChunk &chunk)
{
    dom::element problem;
    if (root["error"].get(problem) == simdjson::SUCCESS)
        return fail(ErrorKind::Unreachable, "the upstream reported an error in the stream");
    dom::array choices;
    if (root["choices"].get(choices) != simdjson::SUCCESS)
        return fail(ErrorKind::InvalidInput, "the upstream sent an event without choices");
    clear(chunk);
    chunk.id = textAt(root, "id");
    chunk.model = textAt(root, "model");
    chunk.fingerprint = textAt(root, "system_fingerprint");
    if (root["created"].get(chunk.created) != simdjson::SUCCESS)
        chunk.created = 0;
    for (const dom::element choice : choices)
        readChoice(choice, chunk);
    chunk.usage = readOpenAiUsage(root);
    return {};
}

// Halves of characters may stand in texts and arguments; a name or an identity is no place for them.
bool marksAreInTexts(const ChatChunk &chunk, std::size_t marks)
{
    std::size_t found = 0;
    for (const TextDelta &delta : chunk.texts)
        found += countMarks(delta.text);
    for (const ToolCallDelta &delta : chunk.toolCalls)
        found += countMarks(delta.arguments);
    return found == marks;
}

constexpr std::string_view eventEnd = "]}\n\n";
constexpr std::string_view deltaEnd = ",\"finish_reason\":null}]}\n\n";

} // namespace

Status parseChatChunk(std::string_view data, ChatChunk &chunk)
{
    auto root = parseStrictJson(data);
    std::optional<MarkedJson> marked;
    if (!root) {
        marked = markHalves(data);
        if (marked)
            root = parseStrictJson(marked->text);
    }
    if (!root)
        return fail(ErrorKind::InvalidInput, "the upstream sent an event that is not JSON");
    if (auto status = readChunk(*root, chunk); !status)
        return status;
    chunk.marked = marked.has_value();
    if (marked && !marksAreInTexts(chunk, marked->marks))
        return fail(ErrorKind::InvalidInput, "the upstream sent half a character outside of text");
    return {};
}

void ChatChunkWriter::adopt(const ChatChunk &first)
{
    json::object envelope{{"id", first.id},
        {"object", m_shape == ChunkShape::Chat ? "chat.completion.chunk" : "text_completion"},
        {"created", first.created}, {"model", first.model}};
    if (!first.fingerprint.empty())
        envelope["system_fingerprint"] = first.fingerprint;
    m_head = "data: " + json::serialize(envelope);
    m_head.pop_back();
    m_head += ",\"choices\":[";
}

// Up to the value of the field.
void ChatChunkWriter::open(int choice, std::string_view field, std::string &out) const
{
    out += m_head;
    out += "{\"index\":";
    appendNumber(choice, out);
    out.append(",\"").append(field).append("\":");
}

void ChatChunkWriter::role(int choice, std::string_view role, std::string &out) const
{
    open(choice, "delta", out);
    out += "{\"role\":";
    appendJsonText(role, out);
    out += ",\"content\":\"\"}";
    out += deltaEnd;
}

void ChatChunkWriter::text(const TextDelta &delta, std::string &out) const
{
    if (m_shape == ChunkShape::Completion) {
        open(delta.choice, "text", out);
        appendJsonText(delta.text, out);
        out += ",\"logprobs\":null";
        out += deltaEnd;
        return;
    }
    open(delta.choice, "delta", out);
    out += '{';
    appendJsonText(delta.field, out);
    out += ':';
    appendJsonText(delta.text, out);
    out += '}';
    out += deltaEnd;
}

void ChatChunkWriter::toolCalls(int choice, const std::vector<ToolCall> &calls, std::string &out) const
{
    json::array list;
    for (const ToolCall &call : calls) {
        list.push_back(json::object{{"index", call.index}, {"id", call.id},
            {"type", call.type.empty() ? "function" : call.type},
            {"function", json::object{{"name", call.name}, {"arguments", call.arguments}}}});
    }
    open(choice, "delta", out);
    out += json::serialize(json::object{{"tool_calls", std::move(list)}});
    out += deltaEnd;
}

void ChatChunkWriter::finish(int choice, std::string_view reason, std::string &out) const
{
    const bool chat = m_shape == ChunkShape::Chat;
    open(choice, chat ? "delta" : "text", out);
    out += chat ? "{}" : R"("","logprobs":null)";
    out += ",\"finish_reason\":";
    appendJsonText(reason, out);
    out += '}';
    out += eventEnd;
}

void ChatChunkWriter::usage(const TokenUsage &usage, std::string &out) const
{
    out += m_head;
    out += "],\"usage\":";
    json::object counts{{"prompt_tokens", usage.tokensIn}, {"completion_tokens", usage.tokensOut},
        {"total_tokens", usage.tokensIn + usage.tokensOut}};
    if (usage.tokensCached > 0)
        counts["prompt_tokens_details"] = json::object{{"cached_tokens", usage.tokensCached}};
    out += json::serialize(counts);
    out += "}\n\n";
}

} // namespace gatehouse
