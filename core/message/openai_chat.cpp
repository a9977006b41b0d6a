// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_chat.h"

#include "core/message/messages_request.h"
#include "core/message/openai_choices.h"
#include "core/message/openai_message_reader.h"
#include "core/stream/openai_chat_stream.h"

#include <algorithm>
#include <climits>

namespace gatehouse {

namespace dom = simdjson::dom;

namespace {

// Request fields that carry no text for the model: switches, numbers and names of a fixed vocabulary. What
// stands under any other key is read.
bool isVocabulary(std::string_view key)
{
    return key == "service_tier" || key == "reasoning_effort" || key == "verbosity" || key == "modalities"
        || key == "prompt_cache_retention";
}

void readFacts(dom::object body, RequestFacts &facts)
{
    readCommonFacts(body, {"messages"}, facts);
    bool flag = false;
    if (body["stream_options"]["include_usage"].get(flag) == simdjson::SUCCESS)
        facts.includeUsage = flag;
    facts.choices
        = static_cast<int>(std::clamp<std::int64_t>(wholeNumber(body, {"n"}).value_or(1), 0, INT_MAX));
    facts.maxTokens = wholeNumber(body, {"max_completion_tokens", "max_tokens"});
    dom::element element;
    if (body["tools"].get(element) == simdjson::SUCCESS
        || body["functions"].get(element) == simdjson::SUCCESS)
        readToolNames(element, facts);
}

Status readRequestField(std::string_view key, dom::element value, OpenAiMessageReader &reader)
{
    const std::string pointer = pointerStep(key);
    if (key == "messages") {
        dom::array messages;
        if (value.get(messages) != simdjson::SUCCESS)
            return fail(ErrorKind::InvalidInput, "must be an array", pointer);
        std::size_t index = 0;
        for (const dom::element message : messages) {
            if (auto status = reader.readMessage(message, pointer + "/" + std::to_string(index++)); !status)
                return status;
        }
    } else if (key == "tools" || key == "functions") {
        reader.readStrings(value, pointer, TrustZone::ToolDefinition, false);
    } else if (key != "model" && !isVocabulary(key)) {
        reader.readStrings(value, pointer, TrustZone::User, true);
    }
    return {};
}

void readChoice(dom::element choice, const std::string &pointer, OpenAiMessageReader &reader)
{
    dom::object object;
    if (choice.get(object) != simdjson::SUCCESS)
        return;
    for (const auto field : object) {
        // Log probabilities repeat the answer token by token; they are judged as the answer and dropped with
        // it.
        if (field.key == "finish_reason" || field.key == "logprobs")
            continue;
        if (field.key != "message" || !reader.readMessage(field.value, pointer + "/message"))
            reader.readStrings(field.value, pointer + pointerStep(field.key), TrustZone::Assistant, true);
    }
}

} // namespace

Result<RequestMessage> parseOpenAiChatRequest(std::string_view body)
{
    return parseMessagesRequest<OpenAiMessageReader>(body, readFacts, readRequestField);
}

Result<ResponseMessage> parseOpenAiChatResponse(std::string_view body)
{
    return parseChoices<OpenAiMessageReader>(
        body, readChoice, {"id", "object", "model", "system_fingerprint", "service_tier"});
}

namespace {

class OpenAiChatFormat final : public ChoicesFormat {
public:
    const WireNames &names() const override
    {
        static constexpr WireNames names{"openai.chat", "chat", "/v1/chat/completions", "/chat/completions",
            "a chat request", WireFamily::OpenAi};
        return names;
    }
    Result<RequestMessage> parseRequest(std::string_view body) const override
    {
        return parseOpenAiChatRequest(body);
    }
    Result<ResponseMessage> parseResponse(std::string_view body) const override
    {
        return parseOpenAiChatResponse(body);
    }
    std::unique_ptr<StreamJudge> judgeStream(StreamSubject subject) const override
    {
        return std::make_unique<OpenAiChatStream>(std::move(subject));
    }
};

} // namespace

const WireFormat &openAiChatFormat()
{
    static const OpenAiChatFormat format;
    return format;
}

} // namespace gatehouse
