// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The sandbox in Anthropic's messages format.

#include "gateway/sandbox/answer.h"

#include <boost/json.hpp>

namespace gatehouse::gateway {
namespace {

namespace json = boost::json;

json::object usageOf(const SandboxScript &script)
{
    return {{"input_tokens", script.tokensIn}, {"output_tokens", script.tokensOut},
        {"cache_creation_input_tokens", 0}, {"cache_read_input_tokens", 0}};
}

json::object toolUse(const SandboxScript &script, json::value input)
{
    return {{"type", "tool_use"}, {"id", "toolu_" + script.id.substr(0, 16)}, {"name", script.toolName},
        {"input", std::move(input)}};
}

json::object textBlock(std::string_view text)
{
    return {{"type", "text"}, {"text", text}};
}

std::string_view stopReason(const SandboxScript &script)
{
    return script.toolName.empty() ? "end_turn" : "tool_use";
}

json::object envelope(const SandboxScript &script)
{
    return {{"id", "msg_" + script.id}, {"type", "message"}, {"role", "assistant"}, {"model", script.model},
        {"content", json::array()}, {"stop_reason", nullptr}, {"stop_sequence", nullptr},
        {"usage", usageOf(script)}};
}

std::string event(std::string_view type, json::object data)
{
    data["type"] = type;
    return "event: " + std::string(type) + "\ndata: " + json::serialize(data) + "\n\n";
}

class MessagesStream final : public SandboxStream {
public:
    using SandboxStream::SandboxStream;

private:
    std::string opening(int) override
    {
        json::object message = envelope(script());
        message["usage"].as_object()["output_tokens"] = 1;
        const bool calls = !script().toolName.empty();
        json::object block = calls ? toolUse(script(), json::object()) : textBlock("");
        return event("message_start", {{"message", std::move(message)}})
            + event("content_block_start", {{"index", 0}, {"content_block", std::move(block)}})
            + event("ping", {});
    }
    std::string piece(int, const std::string &text) override
    {
        json::object delta{{"type", "text_delta"}, {"text", text}};
        if (!script().toolName.empty())
            delta = {{"type", "input_json_delta"}, {"partial_json", text}};
        return event("content_block_delta", {{"index", 0}, {"delta", std::move(delta)}});
    }
    std::string closing(int) override { return event("content_block_stop", {{"index", 0}}); }
    std::string ending() override
    {
        json::object delta{{"stop_reason", stopReason(script())}, {"stop_sequence", nullptr}};
        return event("message_delta",
                   {{"delta", std::move(delta)}, {"usage", {{"output_tokens", script().tokensOut}}}})
            + event("message_stop", {});
    }
};

std::string errorType(int status)
{
    return status == 429 ? "rate_limit_error" : status >= 500 ? "api_error" : "invalid_request_error";
}

class MessagesAnswer : public SandboxAnswer {
public:
    std::string whole(const SandboxScript &script) const override
    {
        json::object answer = envelope(script);
        json::object arguments{{"text", script.text}};
        answer["content"] = json::array{
            script.toolName.empty() ? textBlock(script.text) : toolUse(script, std::move(arguments))};
        answer["stop_reason"] = stopReason(script);
        return json::serialize(answer);
    }
    std::string error(int status) const override
    {
        json::object error{{"type", errorType(status)}, {"message", sandboxErrorText(status)}};
        return json::serialize(json::object{{"type", "error"}, {"error", std::move(error)}});
    }
    // There is one choice only.
    std::unique_ptr<SandboxStream> stream(const SandboxScript &script) const override
    {
        return std::make_unique<MessagesStream>(
            script, script.toolName.empty() ? script.text : sandboxToolArguments(script));
    }
};

class CountAnswer final : public MessagesAnswer {
public:
    std::string whole(const SandboxScript &script) const override
    {
        return json::serialize(json::object{{"input_tokens", script.tokensIn}});
    }
    std::unique_ptr<SandboxStream> stream(const SandboxScript &) const override { return nullptr; }
};

} // namespace

const SandboxAnswer &sandboxMessages()
{
    static const MessagesAnswer answer;
    return answer;
}

const SandboxAnswer &sandboxCount()
{
    static const CountAnswer answer;
    return answer;
}

} // namespace gatehouse::gateway
