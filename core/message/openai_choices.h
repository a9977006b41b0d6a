// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What OpenAI's formats that answer with choices share: chat and completions.

#include "core/message/body_reader.h"
#include "core/message/token_usage.h"
#include "core/message/wire_format.h"

#include <initializer_list>

namespace gatehouse {

class ChoicesFormat : public WireFormat {
public:
    // A stream says what it took only when it is asked to; the caller is told only when it asked.
    [[nodiscard]] Result<std::optional<std::string>> providerBody(
        std::string_view body, const RequestFacts &facts, const StringsByPointer &replaced) const override;
    // Log probabilities would still show what was replaced.
    [[nodiscard]] Result<std::string> callerBody(
        std::string_view body, const StringsByPointer &replaced) const override;
    [[nodiscard]] std::string errorBody(const GatewayError &error) const override;
    [[nodiscard]] std::string errorEvents(const GatewayError &error) const override;
};

// An answer, its choices read by `readChoice`, which takes a choice, its pointer and the reader. `names` are
// fields beside them that hold names.
template <class Reader, class ReadChoice>
[[nodiscard]] Result<ResponseMessage> parseChoices(
    std::string_view body, ReadChoice readChoice, std::initializer_list<std::string_view> names)
{
    const auto root = parseStrictJson(body);
    if (!root)
        return tl::unexpected(root.error());
    simdjson::dom::array choices;
    if ((*root)["choices"].get(choices) != simdjson::SUCCESS)
        return fail(ErrorKind::InvalidInput, "the answer has no choices", "/choices");
    ResponseMessage message;
    std::string_view model;
    if ((*root)["model"].get(model) == simdjson::SUCCESS)
        message.model = model;
    message.usage = readOpenAiUsage(*root);
    Reader reader(message.segments, message.unread, TrustZone::Assistant);
    std::size_t index = 0;
    for (const simdjson::dom::element choice : choices)
        readChoice(choice, "/choices/" + std::to_string(index++), reader);
    reader.readOthers(*root, {"choices", "usage"}, names);
    return message;
}

} // namespace gatehouse
