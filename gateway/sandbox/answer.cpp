// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/sandbox/answer.h"

#include <algorithm>
#include <boost/json.hpp>

namespace gatehouse::gateway {
namespace {

namespace json = boost::json;

// Short enough that a credential always spans several events.
constexpr std::size_t pieceBytes = 12;
// Answers are the same on every day, so their date is too.
constexpr std::int64_t createdAt = 1'735'689'600; // 2025-01-01

json::object usageOf(const SandboxScript &script)
{
    return {{"prompt_tokens", script.tokensIn}, {"completion_tokens", script.tokensOut},
        {"total_tokens", script.tokensIn + script.tokensOut}};
}

std::string toolArguments(const SandboxScript &script)
{
    return json::serialize(json::object{{"text", script.text}});
}

json::object toolCall(const SandboxScript &script, const std::string &arguments)
{
    return {{"id", "call_" + script.id.substr(0, 12)}, {"type", "function"},
        {"function", {{"name", script.toolName}, {"arguments", arguments}}}};
}

json::object message(const SandboxScript &script)
{
    if (script.toolName.empty())
        return {{"role", "assistant"}, {"content", script.text}};
    return {{"role", "assistant"}, {"content", nullptr},
        {"tool_calls", json::array{toolCall(script, toolArguments(script))}}};
}

std::string_view finishReason(const SandboxScript &script)
{
    return script.toolName.empty() ? "stop" : "tool_calls";
}

json::object envelope(const SandboxScript &script, std::string_view object)
{
    return {
        {"id", "chatcmpl-" + script.id}, {"object", object}, {"created", createdAt}, {"model", script.model}};
}

std::string chunkEvent(const SandboxScript &script, int choice, json::object delta, json::value finish)
{
    json::object chunk = envelope(script, "chat.completion.chunk");
    json::object only{{"index", choice}, {"delta", std::move(delta)}, {"finish_reason", std::move(finish)}};
    chunk["choices"] = json::array{std::move(only)};
    return "data: " + json::serialize(chunk) + "\n\n";
}

} // namespace

std::string sandboxPlainAnswer(const SandboxScript &script)
{
    json::object answer = envelope(script, "chat.completion");
    json::array choices;
    for (int i = 0; i < script.choices; ++i) {
        choices.push_back(json::object{
            {"index", i}, {"message", message(script)}, {"finish_reason", finishReason(script)}});
    }
    answer["choices"] = std::move(choices);
    answer["usage"] = usageOf(script);
    return json::serialize(answer);
}

std::string sandboxErrorAnswer(int status)
{
    json::object error{{"message", "The sandbox was asked to answer with status " + std::to_string(status)},
        {"type", "sandbox_error"}, {"param", nullptr}, {"code", nullptr}};
    return json::serialize(json::object{{"error", std::move(error)}});
}

SandboxStream::SandboxStream(const SandboxScript &script)
    : m_script(script)
    , m_payload(script.toolName.empty() ? script.text : toolArguments(script))
{
}

std::optional<std::string> SandboxStream::next()
{
    switch (m_step) {
    case Step::Role:
        m_step = Step::Content;
        return roleEvent();
    case Step::Content:
        if (m_position < m_payload.size())
            return contentEvent();
        m_step = Step::Finish;
        return next();
    case Step::Finish: {
        const int finished = m_choice++;
        m_position = 0;
        m_step = m_choice < m_script.choices ? Step::Role : Step::Usage;
        return chunkEvent(m_script, finished, {}, json::value(finishReason(m_script)));
    }
    case Step::Usage:
        m_step = Step::Done;
        return m_script.includeUsage ? usageEvent() : next();
    case Step::Done:
        m_step = Step::Over;
        return "data: [DONE]\n\n";
    case Step::Over:
        break;
    }
    return std::nullopt;
}

std::string SandboxStream::roleEvent()
{
    json::object delta{{"role", "assistant"}};
    if (m_script.toolName.empty()) {
        delta["content"] = "";
    } else {
        json::object call = toolCall(m_script, "");
        call["index"] = 0;
        delta["tool_calls"] = json::array{std::move(call)};
    }
    return chunkEvent(m_script, m_choice, std::move(delta), nullptr);
}

std::string SandboxStream::contentEvent()
{
    const std::string piece = takePiece();
    if (m_script.toolName.empty())
        return chunkEvent(m_script, m_choice, {{"content", piece}}, nullptr);
    json::object call{{"index", 0}, {"function", {{"arguments", piece}}}};
    return chunkEvent(m_script, m_choice, {{"tool_calls", json::array{std::move(call)}}}, nullptr);
}

std::string SandboxStream::takePiece()
{
    std::size_t end = std::min(m_position + pieceBytes, m_payload.size());
    while (end < m_payload.size() && (static_cast<unsigned char>(m_payload[end]) & 0xC0) == 0x80)
        ++end;
    std::string piece = m_payload.substr(m_position, end - m_position);
    m_position = end;
    return piece;
}

std::string SandboxStream::usageEvent() const
{
    json::object chunk = envelope(m_script, "chat.completion.chunk");
    chunk["choices"] = json::array();
    chunk["usage"] = usageOf(m_script);
    return "data: " + json::serialize(chunk) + "\n\n";
}

} // namespace gatehouse::gateway
