// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/anthropic_messages.h"

#include "core/message/anthropic_block_reader.h"
#include "core/message/anthropic_error.h"
#include "core/message/messages_request.h"
#include "core/message/token_usage.h"
#include "core/stream/anthropic_stream.h"

namespace gatehouse {

namespace dom = simdjson::dom;

namespace {

void readFacts(dom::object body, RequestFacts &facts)
{
    readCommonFacts(body, {"messages", "system"}, facts);
    facts.maxTokens = wholeNumber(body, {"max_tokens"});
    if (const auto user = facts.metadata.find("user_id"); user != facts.metadata.end())
        facts.user = user->second;
    dom::element tools;
    if (body["tools"].get(tools) == simdjson::SUCCESS)
        readToolNames(tools, facts);
}

Status readMessages(dom::element value, AnthropicBlockReader &reader)
{
    std::size_t index = 0;
    for (const dom::element message : dom::array(value)) {
        if (auto status = reader.readMessage(message, "/messages/" + std::to_string(index++)); !status)
            return status;
    }
    return {};
}

Status readRequestField(std::string_view key, dom::element value, AnthropicBlockReader &reader)
{
    const std::string pointer = pointerStep(key);
    if (key == "messages")
        return readMessages(value, reader);
    if (key == "system")
        reader.readContent(value, pointer, {TrustZone::System, "system", {}});
    else if (key == "tools")
        reader.readStrings(value, pointer, TrustZone::ToolDefinition, false);
    else if (key == "container" && isShortName(value))
        reader.addUnread(value, pointer, "history", "elsewhere");
    else if (key != "model" && key != "service_tier")
        reader.readStrings(value, pointer, TrustZone::User, true);
    return {};
}

Result<RequestMessage> parseAnthropicRequest(std::string_view body)
{
    return parseMessagesRequest<AnthropicBlockReader>(body, readFacts, readRequestField);
}

// Of an answer: names of a fixed vocabulary.
bool isVocabulary(std::string_view key, dom::element value)
{
    return (key == "id" || key == "type" || key == "role" || key == "model" || key == "stop_reason")
        && isShortName(value);
}

Result<ResponseMessage> parseAnthropicResponse(std::string_view body)
{
    const auto root = parseStrictJson(body);
    if (!root)
        return tl::unexpected(root.error());
    dom::object object;
    dom::array content;
    if (root->get(object) != simdjson::SUCCESS || object["content"].get(content) != simdjson::SUCCESS)
        return fail(ErrorKind::InvalidInput, "the answer has no content", "/content");
    ResponseMessage message;
    message.model = textAt(object, "model");
    message.usage = readAnthropicUsage(*root);
    AnthropicBlockReader reader(message.segments, message.unread, TrustZone::Assistant);
    const Speaker model{TrustZone::Assistant, "assistant", {}};
    for (const auto field : object) {
        if (field.key == "content")
            reader.readContent(field.value, "/content", model);
        else if (field.key != "usage" && !isVocabulary(field.key, field.value))
            reader.readStrings(field.value, pointerStep(field.key), model, true);
    }
    return message;
}

Result<ResponseMessage> parseCount(std::string_view body)
{
    const auto root = parseStrictJson(body);
    if (!root)
        return tl::unexpected(root.error());
    std::int64_t tokens = 0;
    if ((*root)["input_tokens"].get(tokens) != simdjson::SUCCESS)
        return fail(ErrorKind::InvalidInput, "the answer has no count", "/input_tokens");
    ResponseMessage message;
    BodyReader reader(message.segments, message.unread, TrustZone::Assistant);
    reader.readStrings(*root, {}, TrustZone::Assistant, true);
    return message;
}

class AnthropicFormat : public WireFormat {
public:
    Result<RequestMessage> parseRequest(std::string_view body) const override
    {
        return parseAnthropicRequest(body);
    }
    std::string errorBody(const GatewayError &error) const override { return anthropicErrorBody(error); }
    std::string errorEvents(const GatewayError &error) const override { return anthropicErrorEvent(error); }
};

class MessagesFormat final : public AnthropicFormat {
public:
    const WireNames &names() const override
    {
        static constexpr WireNames names{"anthropic.messages", "messages", "/v1/messages", "/messages",
            "a messages request", WireFamily::Anthropic};
        return names;
    }
    Result<ResponseMessage> parseResponse(std::string_view body) const override
    {
        return parseAnthropicResponse(body);
    }
    std::unique_ptr<StreamJudge> judgeStream(StreamSubject subject) const override
    {
        return std::make_unique<AnthropicStream>(std::move(subject));
    }
};

class CountFormat final : public AnthropicFormat {
public:
    const WireNames &names() const override
    {
        static constexpr WireNames names{"anthropic.count_tokens", "messages", "/v1/messages/count_tokens",
            "/messages/count_tokens", "a messages request", WireFamily::Anthropic};
        return names;
    }
    Result<RequestMessage> parseRequest(std::string_view body) const override
    {
        auto message = AnthropicFormat::parseRequest(body);
        if (message)
            message->facts.stream = false;
        return message;
    }
    Result<ResponseMessage> parseResponse(std::string_view body) const override { return parseCount(body); }
    std::unique_ptr<StreamJudge> judgeStream(StreamSubject) const override { return nullptr; }
};

} // namespace

const WireFormat &anthropicMessagesFormat()
{
    static const MessagesFormat format;
    return format;
}

const WireFormat &anthropicCountFormat()
{
    static const CountFormat format;
    return format;
}

} // namespace gatehouse
