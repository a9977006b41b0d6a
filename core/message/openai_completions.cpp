// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_completions.h"

#include "core/message/openai_choices.h"
#include "core/message/openai_input.h"
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

class CompletionsFormat final : public ChoicesFormat {
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
        return parseChoices<BodyReader>(body, readChoice, {"id", "object", "model", "system_fingerprint"});
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
