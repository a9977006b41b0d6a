// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_embeddings.h"

#include "core/message/openai_error.h"
#include "core/message/openai_input.h"
#include "core/message/token_usage.h"
#include "core/stream/stream_judge.h"

namespace gatehouse {

namespace dom = simdjson::dom;

namespace {

// A vector is numbers, or their bytes as base64; what stands beside it is text.
void readVector(dom::element vector, const std::string &pointer, BodyReader &reader)
{
    dom::object object;
    if (vector.get(object) != simdjson::SUCCESS) {
        reader.readStrings(vector, pointer, TrustZone::Assistant, true);
        return;
    }
    for (const auto field : object) {
        const std::string at = pointer + pointerStep(field.key);
        if (field.key == "embedding" && field.value.is_string())
            reader.addUnread(field.value, at, "embedding", "not_text");
        else if (field.key != "object" || !isShortName(field.value))
            reader.readStrings(field.value, at, TrustZone::Assistant, true);
    }
}

class EmbeddingsFormat final : public WireFormat {
public:
    const WireNames &names() const override
    {
        static constexpr WireNames names{"openai.embeddings", "embeddings", "/v1/embeddings", "/embeddings",
            "an embeddings request", WireFamily::OpenAi};
        return names;
    }
    Result<RequestMessage> parseRequest(std::string_view body) const override
    {
        auto message = parseInputRequest(body, {"input"});
        if (message)
            message->facts.stream = false;
        return message;
    }
    Result<ResponseMessage> parseResponse(std::string_view body) const override
    {
        const auto root = parseStrictJson(body);
        if (!root)
            return tl::unexpected(root.error());
        dom::array data;
        if ((*root)["data"].get(data) != simdjson::SUCCESS)
            return fail(ErrorKind::InvalidInput, "the answer has no data", "/data");
        ResponseMessage message;
        message.usage = readOpenAiUsage(*root);
        BodyReader reader(message.segments, message.unread, TrustZone::Assistant);
        std::size_t index = 0;
        for (const dom::element vector : data)
            readVector(vector, "/data/" + std::to_string(index++), reader);
        for (const auto field : dom::object(*root)) {
            if (field.key == "model" && isShortName(field.value))
                message.model = std::string_view(field.value);
            else if (field.key != "data" && field.key != "usage"
                && (field.key != "object" || !isShortName(field.value)))
                reader.readStrings(field.value, pointerStep(field.key), TrustZone::Assistant, true);
        }
        return message;
    }
    std::string errorBody(const GatewayError &error) const override { return openAiErrorBody(error); }
    std::string errorEvents(const GatewayError &error) const override { return openAiErrorBody(error); }
    std::unique_ptr<StreamJudge> judgeStream(StreamSubject) const override { return nullptr; }
};

} // namespace

const WireFormat &openAiEmbeddingsFormat()
{
    static const EmbeddingsFormat format;
    return format;
}

} // namespace gatehouse
