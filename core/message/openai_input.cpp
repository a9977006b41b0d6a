// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_input.h"

#include "core/message/request_facts.h"

#include <algorithm>
#include <climits>

namespace gatehouse {

namespace dom = simdjson::dom;

namespace {

bool isVocabulary(std::string_view key, dom::element value)
{
    return key == "model" || ((key == "encoding_format" || key == "service_tier") && isShortName(value));
}

void readFacts(dom::object body, const InputRequest &request, RequestFacts &facts)
{
    readCommonFacts(body, {request.content, "suffix"}, facts);
    facts.maxTokens = wholeNumber(body, {"max_tokens"});
    const std::int64_t choices = wholeNumber(body, {"n"}).value_or(1);
    facts.choices = static_cast<int>(std::clamp<std::int64_t>(choices, 0, INT_MAX));
    bool flag = false;
    if (body["stream_options"]["include_usage"].get(flag) == simdjson::SUCCESS)
        facts.includeUsage = flag;
}

} // namespace

void readOpenAiInput(dom::element value, const std::string &pointer, OpenAiMessageReader &reader)
{
    const Speaker user{TrustZone::User, "user", {}};
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS) {
        reader.readContent(value, pointer, user);
        return;
    }
    const bool tokens
        = std::any_of(list.begin(), list.end(), [](const dom::element item) { return item.is_number(); });
    if (tokens)
        reader.addUnread(value, pointer, "tokens", "not_text");
    std::size_t index = 0;
    for (const dom::element item : list) {
        const std::string at = pointer + "/" + std::to_string(index++);
        if (item.is_array())
            readOpenAiInput(item, at, reader);
        else if (!item.is_number())
            reader.readPart(item, at, user);
    }
}

Result<RequestMessage> parseInputRequest(std::string_view body, const InputRequest &request)
{
    const auto root = parseStrictJson(body);
    if (!root)
        return tl::unexpected(root.error());
    dom::object object;
    dom::element content;
    if (root->get(object) != simdjson::SUCCESS)
        return fail(ErrorKind::InvalidInput, "the body must be a JSON object");
    RequestMessage message;
    message.facts.bodyBytes = body.size();
    readFacts(object, request, message.facts);
    if (request.needsModel && message.facts.model.empty())
        return fail(ErrorKind::InvalidInput, "a model name is required", "/model");
    if (object[request.content].get(content) != simdjson::SUCCESS || content.is_null())
        return fail(ErrorKind::InvalidInput, "it is required", pointerStep(request.content));
    OpenAiMessageReader reader(message.segments, message.unread, TrustZone::User);
    for (const auto field : object) {
        const std::string pointer = pointerStep(field.key);
        if (field.key == request.content)
            readOpenAiInput(field.value, pointer, reader);
        else if (field.key == "suffix")
            reader.readStrings(field.value, pointer, Speaker{TrustZone::User, "user", {}}, false);
        else if (!isVocabulary(field.key, field.value))
            reader.readStrings(field.value, pointer, TrustZone::User, true);
    }
    return message;
}

} // namespace gatehouse
