// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_responses.h"

#include "core/message/openai_error.h"
#include "core/message/openai_item_reader.h"
#include "core/message/openai_response_head.h"
#include "core/message/replace_strings.h"
#include "core/message/request_facts.h"
#include "core/message/token_usage.h"
#include "core/stream/openai_responses_stream.h"

#include <boost/json.hpp>

namespace gatehouse {

namespace dom = simdjson::dom;
namespace json = boost::json;

namespace {

// Request fields that carry no text for the model: switches, numbers and names of a fixed vocabulary.
bool isVocabulary(std::string_view key, dom::element value)
{
    return key == "model"
        || ((key == "service_tier" || key == "truncation" || key == "tool_choice"
                || key == "prompt_cache_retention" || key == "include")
            && (isShortName(value) || key == "include"));
}

void readFacts(dom::object body, RequestFacts &facts)
{
    readCommonFacts(body, {"input", "instructions", "prompt"}, facts);
    facts.maxTokens = wholeNumber(body, {"max_output_tokens"});
    facts.previousResponse = textAt(body, "previous_response_id");
    dom::element tools;
    if (body["tools"].get(tools) == simdjson::SUCCESS)
        readToolNames(tools, facts);
}

void readRequestField(std::string_view key, dom::element value, OpenAiItemReader &reader)
{
    const std::string pointer = pointerStep(key);
    if (key == "input") {
        reader.readItems(value, pointer, {TrustZone::User, "user", {}});
    } else if (key == "instructions") {
        reader.readItems(value, pointer, {TrustZone::System, "system", {}});
    } else if (key == "tools") {
        reader.readStrings(value, pointer, TrustZone::ToolDefinition, false);
    } else if (key == "previous_response_id" || key == "conversation") {
        if (!value.is_null())
            reader.addUnread(value, pointer, "history", "elsewhere");
        if (!isShortName(value) && key == "previous_response_id")
            reader.readStrings(value, pointer, TrustZone::User, true);
    } else if (key == "prompt" && value.is_object()) {
        reader.addUnread(value, pointer, "history", "elsewhere");
        reader.readStrings(value, pointer, TrustZone::User, true);
    } else if (!isVocabulary(key, value)) {
        reader.readStrings(value, pointer, TrustZone::User, true);
    }
}

Result<dom::element> parseObject(std::string_view body)
{
    const auto root = parseStrictJson(body);
    if (root && !root->is_object())
        return fail(ErrorKind::InvalidInput, "the body must be a JSON object");
    return root;
}

class ResponsesFormat final : public WireFormat {
public:
    const WireNames &names() const override
    {
        static constexpr WireNames names{"openai.responses", "responses", "/v1/responses", "/responses",
            "a responses request", WireFamily::OpenAi, true};
        return names;
    }

    Result<RequestMessage> parseRequest(std::string_view body) const override
    {
        const auto root = parseObject(body);
        if (!root)
            return tl::unexpected(root.error());
        const dom::object object(*root);
        RequestMessage message;
        message.facts.bodyBytes = body.size();
        readFacts(object, message.facts);
        if (message.facts.model.empty())
            return fail(ErrorKind::InvalidInput, "a model name is required", "/model");
        OpenAiItemReader reader(message.segments, message.unread, TrustZone::User);
        for (const auto field : object)
            readRequestField(field.key, field.value, reader);
        if (message.segments.empty() && message.unread.empty())
            return fail(ErrorKind::InvalidInput, "an input is required", "/input");
        return message;
    }

    Result<ResponseMessage> parseResponse(std::string_view body) const override
    {
        const auto root = parseObject(body);
        if (!root)
            return tl::unexpected(root.error());
        dom::array output;
        if ((*root)["output"].get(output) != simdjson::SUCCESS)
            return fail(ErrorKind::InvalidInput, "the answer has no output", "/output");
        ResponseMessage message;
        message.model = textAt(dom::object(*root), "model");
        message.id = responseId(*root);
        message.usage = readOpenAiUsage(*root);
        OpenAiItemReader reader(message.segments, message.unread, TrustZone::Assistant);
        std::size_t index = 0;
        for (const dom::element item : output)
            reader.readItem(item, "/output/" + std::to_string(index++));
        return message;
    }

    // Providers repeat the request in their answer; what was not judged as an answer is left out.
    Result<std::string> callerBody(std::string_view body, const StringsByPointer &replaced) const override
    {
        Result<std::string> edited = replaced.empty() ? std::string(body) : replaceStrings(body, replaced);
        if (!edited)
            return edited;
        boost::system::error_code error;
        json::parse_options options;
        options.max_depth = 2 * maximumJsonDepth;
        json::value root = json::parse(*edited, error, {}, options);
        if (error || !root.is_object())
            return fail(ErrorKind::InvalidInput, "malformed JSON");
        reduceResponseHead(root.get_object());
        dropLogProbabilities(root);
        return json::serialize(root);
    }

    std::string errorBody(const GatewayError &error) const override { return openAiErrorBody(error); }
    // The "error" event has its fields at the top, beside its type.
    std::string errorEvents(const GatewayError &error) const override
    {
        json::object event = json::parse(openAiErrorBody(error)).at("error").as_object();
        event["kind"] = std::exchange(event["type"], json::value("error"));
        return "event: error\ndata: " + json::serialize(event) + "\n\n";
    }
    std::unique_ptr<StreamJudge> judgeStream(StreamSubject subject) const override
    {
        return std::make_unique<OpenAiResponsesStream>(std::move(subject));
    }

private:
    static void dropLogProbabilities(json::value &root)
    {
        json::value *output = root.get_object().if_contains("output");
        if (!output || !output->is_array())
            return;
        for (json::value &item : output->get_array()) {
            json::value *content = item.is_object() ? item.get_object().if_contains("content") : nullptr;
            if (!content || !content->is_array())
                continue;
            for (json::value &part : content->get_array()) {
                if (part.is_object() && part.get_object().contains("logprobs"))
                    part.get_object()["logprobs"] = json::array();
            }
        }
    }
};

} // namespace

const WireFormat &openAiResponsesFormat()
{
    static const ResponsesFormat format;
    return format;
}

} // namespace gatehouse
