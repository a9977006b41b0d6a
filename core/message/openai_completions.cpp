// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_completions.h"

#include "core/message/openai_error.h"
#include "core/message/openai_input.h"
#include "core/message/openai_usage_wish.h"
#include "core/message/replace_strings.h"
#include "core/message/token_usage.h"
#include "core/stream/openai_chat_stream.h"

namespace gatehouse {

namespace dom = simdjson::dom;

namespace {

void readChoice(dom::element choice, const std::string &pointer, BodyReader &reader)
{
    const Speaker model{TrustZone::Assistant, "assistant", {}};
    dom::object object;
    if (choice.get(object) != simdjson::SUCCESS)
        return;
    for (const auto field : object) {
        // Log probabilities repeat the answer token by token; they are judged as the answer.
        const bool skipped
            = field.key == "logprobs" || (field.key == "finish_reason" && isShortName(field.value));
        if (!skipped)
            reader.readStrings(field.value, pointer + pointerStep(field.key), model,
                field.key != "text" || !field.value.is_string());
    }
}

class CompletionsFormat final : public WireFormat {
public:
    const WireNames &names() const override
    {
        static constexpr WireNames names{"openai.completions", "completions", "/v1/completions",
            "/completions", "a completions request", WireFamily::OpenAi};
        return names;
    }
    Result<RequestMessage> parseRequest(std::string_view body) const override
    {
        return parseInputRequest(body, {"prompt"});
    }
    Result<ResponseMessage> parseResponse(std::string_view body) const override
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
        message.usage = readOpenAiUsage(*root);
        BodyReader reader(message.segments, message.unread, TrustZone::Assistant);
        std::size_t index = 0;
        for (const dom::element choice : choices)
            readChoice(choice, "/choices/" + std::to_string(index++), reader);
        reader.readOthers(*root, {"choices", "usage"}, {"id", "object", "model", "system_fingerprint"});
        return message;
    }
    Result<std::optional<std::string>> providerBody(
        std::string_view body, const RequestFacts &facts, const StringsByPointer &replaced) const override
    {
        auto edited = WireFormat::providerBody(body, facts, replaced);
        if (!edited || !facts.stream || facts.includeUsage)
            return edited;
        return askForUsage(edited->has_value() ? std::string_view(**edited) : body, facts);
    }
    Result<std::string> callerBody(std::string_view body, const StringsByPointer &replaced) const override
    {
        if (replaced.empty())
            return std::string(body);
        const auto silent = withoutLogProbabilities(body);
        return silent ? replaceStrings(*silent, replaced) : silent;
    }
    std::string errorBody(const GatewayError &error) const override { return openAiErrorBody(error); }
    std::string errorEvents(const GatewayError &error) const override
    {
        return "data: " + openAiErrorBody(error) + "\n\n";
    }
    std::unique_ptr<StreamJudge> judgeStream(StreamSubject subject) const override
    {
        return std::make_unique<OpenAiChatStream>(std::move(subject), ChunkShape::Completion);
    }
};

} // namespace

const WireFormat &openAiCompletionsFormat()
{
    static const CompletionsFormat format;
    return format;
}

} // namespace gatehouse
