// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The sandbox in the OpenAI responses format.

#include "gateway/sandbox/answer.h"

#include <boost/json.hpp>

namespace gatehouse::gateway {
namespace {

namespace json = boost::json;

json::object textPart(std::string_view text)
{
    return {
        {"type", "output_text"}, {"text", text}, {"annotations", json::array()}, {"logprobs", json::array()}};
}

json::object item(const SandboxScript &script, std::string_view payload, std::string_view status)
{
    if (!script.toolName.empty()) {
        return {{"type", "function_call"}, {"id", "fc_" + script.id}, {"call_id", "call_" + script.id},
            {"name", script.toolName}, {"arguments", payload}, {"status", status}};
    }
    const bool begun = status == "completed";
    return {{"type", "message"}, {"id", "msg_" + script.id}, {"role", "assistant"}, {"status", status},
        {"content", begun ? json::array{textPart(payload)} : json::array()}};
}

json::object usageOf(const SandboxScript &script)
{
    return {{"input_tokens", script.tokensIn}, {"input_tokens_details", {{"cached_tokens", 0}}},
        {"output_tokens", script.tokensOut}, {"output_tokens_details", {{"reasoning_tokens", 0}}},
        {"total_tokens", script.tokensIn + script.tokensOut}};
}

json::object response(const SandboxScript &script, std::string_view status, json::array output)
{
    const bool done = status == "completed";
    return {{"id", "resp_" + script.id}, {"object", "response"}, {"created_at", script.createdAt},
        {"status", status}, {"error", nullptr}, {"incomplete_details", nullptr}, {"model", script.model},
        {"output", std::move(output)}, {"parallel_tool_calls", true}, {"tool_choice", "auto"},
        {"tools", json::array()}, {"usage", done ? json::value(usageOf(script)) : json::value(nullptr)},
        {"metadata", json::object()}};
}

class ResponsesStream final : public SandboxStream {
public:
    using SandboxStream::SandboxStream;

private:
    std::string tell(std::string_view type, json::object data)
    {
        data["type"] = type;
        data["sequence_number"] = m_sequence++;
        return "event: " + std::string(type) + "\ndata: " + json::serialize(data) + "\n\n";
    }
    [[nodiscard]] bool calls() const { return !script().toolName.empty(); }
    [[nodiscard]] json::object place() const
    {
        json::object place{{"item_id", (calls() ? "fc_" : "msg_") + script().id}, {"output_index", 0}};
        if (!calls())
            place["content_index"] = 0;
        return place;
    }
    [[nodiscard]] json::object with(std::string_view field, json::value value) const
    {
        json::object data = place();
        data[field] = std::move(value);
        return data;
    }
    std::string opening(int) override
    {
        std::string events = tell("response.created", {{"response", response(script(), "in_progress", {})}})
            + tell("response.in_progress", {{"response", response(script(), "in_progress", {})}})
            + tell("response.output_item.added",
                {{"output_index", 0}, {"item", item(script(), "", "in_progress")}});
        if (!calls())
            events += tell("response.content_part.added", with("part", textPart("")));
        return events;
    }
    std::string piece(int, const std::string &text) override
    {
        return tell(calls() ? "response.function_call_arguments.delta" : "response.output_text.delta",
            with("delta", json::value(text)));
    }
    std::string closing(int) override
    {
        std::string events;
        if (calls()) {
            events = tell("response.function_call_arguments.done", with("arguments", json::value(payload())));
        } else {
            events = tell("response.output_text.done", with("text", json::value(payload())))
                + tell("response.content_part.done", with("part", textPart(payload())));
        }
        return events
            + tell("response.output_item.done",
                {{"output_index", 0}, {"item", item(script(), payload(), "completed")}});
    }
    std::string ending() override
    {
        json::array output{item(script(), payload(), "completed")};
        return tell("response.completed", {{"response", response(script(), "completed", std::move(output))}});
    }

    int m_sequence = 0;
};

std::string payloadOf(const SandboxScript &script)
{
    return script.toolName.empty() ? script.text : sandboxToolArguments(script);
}

class ResponsesAnswer final : public SandboxAnswer {
public:
    std::string whole(const SandboxScript &script) const override
    {
        return json::serialize(response(script, "completed", {item(script, payloadOf(script), "completed")}));
    }
    std::unique_ptr<SandboxStream> stream(const SandboxScript &script) const override
    {
        return std::make_unique<ResponsesStream>(script, payloadOf(script));
    }
};

} // namespace

const SandboxAnswer &sandboxResponses()
{
    static const ResponsesAnswer answer;
    return answer;
}

} // namespace gatehouse::gateway
