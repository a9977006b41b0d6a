// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_chat.h"

#include "core/message/openai_message_reader.h"

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

void readToolNames(dom::element tools, RequestFacts &facts)
{
    dom::array list;
    if (tools.get(list) != simdjson::SUCCESS)
        return;
    for (const dom::element tool : list) {
        std::string_view toolName;
        if (tool["function"]["name"].get(toolName) == simdjson::SUCCESS
            || tool["name"].get(toolName) == simdjson::SUCCESS
            || tool["custom"]["name"].get(toolName) == simdjson::SUCCESS)
            facts.toolNames.emplace_back(toolName);
    }
}

void readMetadata(dom::element metadata, RequestFacts &facts)
{
    dom::object object;
    if (metadata.get(object) != simdjson::SUCCESS)
        return;
    for (const auto field : object) {
        std::string_view value;
        if (field.value.get(value) == simdjson::SUCCESS)
            facts.metadata.emplace(field.key, value);
    }
}

// Numbers and switches in their JSON spelling; texts only as far as they can be names.
std::string parameterValue(dom::element value)
{
    constexpr std::size_t longestName = 64;
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS || value["type"].get(text) == simdjson::SUCCESS)
        return text.size() <= longestName ? std::string(text) : std::string();
    return value.is_object() || value.is_array() ? std::string() : simdjson::minify(value);
}

void readParameters(dom::object body, RequestFacts &facts)
{
    for (const auto field : body) {
        if (field.key != "messages" && field.key != "metadata" && !field.value.is_null())
            facts.parameters.push_back({std::string(field.key), parameterValue(field.value)});
    }
}

void readFacts(dom::object body, RequestFacts &facts)
{
    std::string_view text;
    bool flag = false;
    std::int64_t number = 0;
    if (body["model"].get(text) == simdjson::SUCCESS)
        facts.model = text;
    if (body["user"].get(text) == simdjson::SUCCESS)
        facts.user = text;
    if (body["stream"].get(flag) == simdjson::SUCCESS)
        facts.stream = flag;
    if (body["stream_options"]["include_usage"].get(flag) == simdjson::SUCCESS)
        facts.includeUsage = flag;
    if (body["n"].get(number) == simdjson::SUCCESS)
        facts.choices = static_cast<int>(number);
    if (body["max_completion_tokens"].get(number) == simdjson::SUCCESS
        || body["max_tokens"].get(number) == simdjson::SUCCESS)
        facts.maxTokens = number;
    dom::element element;
    if (body["tools"].get(element) == simdjson::SUCCESS
        || body["functions"].get(element) == simdjson::SUCCESS)
        readToolNames(element, facts);
    if (body["metadata"].get(element) == simdjson::SUCCESS)
        readMetadata(element, facts);
    readParameters(body, facts);
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

std::optional<TokenUsage> readUsage(dom::element root)
{
    TokenUsage usage;
    if (root["usage"]["prompt_tokens"].get(usage.tokensIn) != simdjson::SUCCESS)
        return {};
    if (root["usage"]["completion_tokens"].get(usage.tokensOut) != simdjson::SUCCESS)
        usage.tokensOut = 0;
    return usage;
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
    const auto root = parseStrictJson(body);
    if (!root)
        return tl::unexpected(root.error());
    dom::object object;
    if (root->get(object) != simdjson::SUCCESS)
        return fail(ErrorKind::InvalidInput, "the body must be a JSON object");
    RequestMessage message;
    message.facts.bodyBytes = body.size();
    readFacts(object, message.facts);
    if (message.facts.model.empty())
        return fail(ErrorKind::InvalidInput, "a model name is required", "/model");
    dom::array messages;
    if (object["messages"].get(messages) != simdjson::SUCCESS || messages.begin() == messages.end())
        return fail(ErrorKind::InvalidInput, "at least one message is required", "/messages");
    OpenAiMessageReader reader(message.segments, message.unread, TrustZone::User);
    for (const auto field : object) {
        if (auto status = readRequestField(field.key, field.value, reader); !status)
            return tl::unexpected(status.error());
    }
    return message;
}

Result<ResponseMessage> parseOpenAiChatResponse(std::string_view body)
{
    const auto root = parseStrictJson(body);
    if (!root)
        return tl::unexpected(root.error());
    dom::array choices;
    if ((*root)["choices"].get(choices) != simdjson::SUCCESS)
        return fail(ErrorKind::InvalidInput, "the answer has no choices", "/choices");
    ResponseMessage message;
    std::string_view model;
    if ((*root)["model"].get(model) == simdjson::SUCCESS)
        message.model = model;
    message.usage = readUsage(*root);
    OpenAiMessageReader reader(message.segments, message.unread, TrustZone::Assistant);
    std::size_t index = 0;
    for (const dom::element choice : choices)
        readChoice(choice, "/choices/" + std::to_string(index++), reader);
    return message;
}

} // namespace gatehouse
