// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A request that is a list of messages, read field by field: OpenAI's chat and Anthropic's messages differ in
// the fields only.

#include "core/message/request_facts.h"

namespace gatehouse {

// `readFacts` takes the body and the facts; `readField` a field's name, its value and the reader, and returns
// a Status.
template <class Reader, class ReadFacts, class ReadField>
[[nodiscard]] Result<RequestMessage> parseMessagesRequest(
    std::string_view body, ReadFacts readFacts, ReadField readField)
{
    const auto root = parseStrictJson(body);
    if (!root)
        return tl::unexpected(root.error());
    simdjson::dom::object object;
    if (root->get(object) != simdjson::SUCCESS)
        return fail(ErrorKind::InvalidInput, "the body must be a JSON object");
    RequestMessage message;
    message.facts.bodyBytes = body.size();
    readFacts(object, message.facts);
    if (message.facts.model.empty())
        return fail(ErrorKind::InvalidInput, "a model name is required", "/model");
    simdjson::dom::array messages;
    if (object["messages"].get(messages) != simdjson::SUCCESS || messages.begin() == messages.end())
        return fail(ErrorKind::InvalidInput, "at least one message is required", "/messages");
    Reader reader(message.segments, message.unread, TrustZone::User);
    for (const auto field : object) {
        if (auto status = readField(field.key, field.value, reader); !status)
            return tl::unexpected(status.error());
    }
    return message;
}

} // namespace gatehouse
