// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The sandbox in the OpenAI chat format.

#include "gateway/sandbox/answer.h"

#include <boost/json.hpp>

namespace gatehouse::gateway {
namespace {

namespace json = boost::json;

json::object usageOf(const SandboxScript &script)
{
    return {{"prompt_tokens", script.tokensIn}, {"completion_tokens", script.tokensOut},
        {"total_tokens", script.tokensIn + script.tokensOut}};
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
        {"tool_calls", json::array{toolCall(script, sandboxToolArguments(script))}}};
}

std::string_view finishReason(const SandboxScript &script)
{
    return script.toolName.empty() ? "stop" : "tool_calls";
}

json::object envelope(const SandboxScript &script, std::string_view object)
{
    return {{"id", "chatcmpl-" + script.id}, {"object", object}, {"created", script.createdAt},
        {"model", script.model}};
}

std::string chunkEvent(const SandboxScript &script, int choice, json::object delta, json::value finish)
{
    json::object chunk = envelope(script, "chat.completion.chunk");
    json::object only{{"index", choice}, {"delta", std::move(delta)}, {"finish_reason", std::move(finish)}};
    chunk["choices"] = json::array{std::move(only)};
    return "data: " + json::serialize(chunk) + "\n\n";
}

class ChatStream final : public SandboxStream {
public:
    using SandboxStream::SandboxStream;

private:
    std::string opening(int choice) override
    {
        json::object delta{{"role", "assistant"}};
        if (script().toolName.empty()) {
            delta["content"] = "";
        } else {
            json::object call = toolCall(script(), "");
            call["index"] = 0;
            delta["tool_calls"] = json::array{std::move(call)};
        }
        return chunkEvent(script(), choice, std::move(delta), nullptr);
    }
    std::string piece(int choice, const std::string &text) override
    {
        if (script().toolName.empty())
            return chunkEvent(script(), choice, {{"content", text}}, nullptr);
        json::object call{{"index", 0}, {"function", {{"arguments", text}}}};
        return chunkEvent(script(), choice, {{"tool_calls", json::array{std::move(call)}}}, nullptr);
    }
    std::string closing(int choice) override
    {
        return chunkEvent(script(), choice, {}, json::value(finishReason(script())));
    }
    std::string ending() override
    {
        std::string events;
        if (script().includeUsage) {
            json::object chunk = envelope(script(), "chat.completion.chunk");
            chunk["choices"] = json::array();
            chunk["usage"] = usageOf(script());
            events = "data: " + json::serialize(chunk) + "\n\n";
        }
        return events + "data: [DONE]\n\n";
    }
};

class ChatAnswer final : public SandboxAnswer {
public:
    std::string whole(const SandboxScript &script) const override
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
    std::unique_ptr<SandboxStream> stream(const SandboxScript &script) const override
    {
        return std::make_unique<ChatStream>(
            script, script.toolName.empty() ? script.text : sandboxToolArguments(script));
    }
};

} // namespace

const SandboxAnswer &sandboxChat()
{
    static const ChatAnswer answer;
    return answer;
}

} // namespace gatehouse::gateway
