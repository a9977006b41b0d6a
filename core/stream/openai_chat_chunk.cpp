// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/openai_chat_chunk.h"

#include "core/message/json_reader.h"

#include <boost/json.hpp>

namespace gatehouse {

namespace json = boost::json;
namespace dom = simdjson::dom;

namespace {

std::string textAt(dom::element object, std::string_view key)
{
    std::string_view text;
    return object[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

void readToolCalls(dom::element calls, int choice, ChatChunk &chunk)
{
    dom::array list;
    if (calls.get(list) != simdjson::SUCCESS)
        return;
    for (const dom::element call : list) {
        ToolCallDelta delta;
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
        chunk.toolCalls.push_back(std::move(delta));
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
            chunk.texts.push_back({choice, std::string(field.key), std::string(text)});
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
    std::string_view reason;
    if (in["finish_reason"].get(reason) == simdjson::SUCCESS)
        chunk.finishReasons.emplace_back(static_cast<int>(choice), reason);
}

std::string event(const json::value &value)
{
    return "data: " + json::serialize(value) + "\n\n";
}

json::object delta(std::string_view field, json::value value)
{
    json::object out;
    out[field] = std::move(value);
    return out;
}

json::object choiceObject(int choice, json::object delta, json::value finishReason)
{
    return {{"index", choice}, {"delta", std::move(delta)}, {"finish_reason", std::move(finishReason)}};
}

} // namespace

Result<ChatChunk> parseChatChunk(std::string_view data)
{
    const auto root = parseStrictJson(data);
    if (!root)
        return fail(ErrorKind::InvalidInput, "the upstream sent an event that is not JSON");
    dom::element problem;
    if ((*root)["error"].get(problem) == simdjson::SUCCESS)
        return fail(ErrorKind::Unreachable, "the upstream reported an error in the stream");
    dom::array choices;
    if ((*root)["choices"].get(choices) != simdjson::SUCCESS)
        return fail(ErrorKind::InvalidInput, "the upstream sent an event without choices");
    ChatChunk chunk;
    chunk.id = textAt(*root, "id");
    chunk.model = textAt(*root, "model");
    chunk.fingerprint = textAt(*root, "system_fingerprint");
    if ((*root)["created"].get(chunk.created) != simdjson::SUCCESS)
        chunk.created = 0;
    for (const dom::element choice : choices)
        readChoice(choice, chunk);
    TokenUsage usage;
    if ((*root)["usage"]["prompt_tokens"].get(usage.tokensIn) == simdjson::SUCCESS
        && (*root)["usage"]["completion_tokens"].get(usage.tokensOut) == simdjson::SUCCESS)
        chunk.usage = usage;
    return chunk;
}

void ChatChunkWriter::adopt(const ChatChunk &first)
{
    m_adopted = true;
    m_id = first.id;
    m_model = first.model;
    m_fingerprint = first.fingerprint;
    m_created = first.created;
}

namespace {

json::object envelope(const std::string &id, std::int64_t created, const std::string &model,
    const std::string &fingerprint, json::array choices)
{
    json::object out{{"id", id}, {"object", "chat.completion.chunk"}, {"created", created}, {"model", model}};
    if (!fingerprint.empty())
        out["system_fingerprint"] = fingerprint;
    out["choices"] = std::move(choices);
    return out;
}

} // namespace

std::string ChatChunkWriter::role(int choice, const std::string &role) const
{
    json::object start = delta("role", json::value(role));
    start["content"] = "";
    return event(
        envelope(m_id, m_created, m_model, m_fingerprint, {choiceObject(choice, std::move(start), nullptr)}));
}

std::string ChatChunkWriter::text(const TextDelta &piece) const
{
    return event(envelope(m_id, m_created, m_model, m_fingerprint,
        {choiceObject(piece.choice, delta(piece.field, json::value(piece.text)), nullptr)}));
}

std::string ChatChunkWriter::toolCalls(int choice, const std::vector<ToolCallDelta> &calls) const
{
    json::array list;
    for (const ToolCallDelta &call : calls) {
        list.push_back(json::object{{"index", call.index}, {"id", call.id},
            {"type", call.type.empty() ? "function" : call.type},
            {"function", json::object{{"name", call.name}, {"arguments", call.arguments}}}});
    }
    return event(envelope(m_id, m_created, m_model, m_fingerprint,
        {choiceObject(choice, delta("tool_calls", std::move(list)), nullptr)}));
}

std::string ChatChunkWriter::finish(int choice, const std::string &reason) const
{
    return event(envelope(m_id, m_created, m_model, m_fingerprint,
        {choiceObject(choice, json::object(), json::value(reason))}));
}

std::string ChatChunkWriter::usage(const TokenUsage &usage) const
{
    json::object out = envelope(m_id, m_created, m_model, m_fingerprint, {});
    out["usage"] = json::object{{"prompt_tokens", usage.tokensIn}, {"completion_tokens", usage.tokensOut},
        {"total_tokens", usage.tokensIn + usage.tokensOut}};
    return event(out);
}

} // namespace gatehouse
