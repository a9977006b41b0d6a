// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One way to write a model call: what everything above core/message and core/stream knows of wire formats.

#include "core/base/error.h"
#include "core/message/segment.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse {

class StreamJudge;
struct StreamSubject;
struct Verdict;

// Whose API a format belongs to: only providers that speak it can answer.
enum class WireFamily { OpenAi, Anthropic };

struct WireNames {
    std::string_view format; // "openai.chat"
    std::string_view route; // of entitlements and records: "chat"
    std::string_view path; // at the gateway: "/v1/chat/completions"
    // Below a provider's base URL: "/chat/completions"; empty where the gateway answers itself.
    std::string_view upstreamPath;
    std::string_view request; // for people: "a chat request"
    WireFamily family = WireFamily::OpenAi;
    bool canBeContinued = false; // a later request may name an answer to go on from
};

// What the gateway says instead of an answer.
struct GatewayError {
    int status = 500; // of HTTP; the formats' own error types follow from it
    std::string code; // "content_policy", …; "" for none
    std::string message; // for a person
    std::string about; // the object under "gatehouse", JSON text
};

// What a gateway that answers itself has to say.
struct OwnAnswer {
    std::string interaction;
    const RequestMessage *request = nullptr;
    const Verdict *verdict = nullptr;
    bool tellsRules = false; // as the policy allows
};

// Texts by the JSON pointer they stand at.
using StringsByPointer = std::map<std::string, std::string>;

// Stateless; one of each, for all threads.
class WireFormat {
public:
    WireFormat() = default;
    virtual ~WireFormat() = default;
    WireFormat(const WireFormat &) = delete;
    WireFormat &operator=(const WireFormat &) = delete;

    [[nodiscard]] virtual const WireNames &names() const = 0;

    // Malformed JSON, duplicate keys, invalid UTF-8, a missing model or content are InvalidInput errors whose
    // `where` is the JSON pointer of the offence. Depth is limited to 64.
    [[nodiscard]] virtual Result<RequestMessage> parseRequest(std::string_view body) const = 0;
    // The answer of a plain (not streamed) call.
    [[nodiscard]] virtual Result<ResponseMessage> parseResponse(std::string_view body) const = 0;

    // The request as the provider gets it, with the strings at these pointers replaced. Nothing: as it came.
    [[nodiscard]] virtual Result<std::optional<std::string>> providerBody(
        std::string_view body, const RequestFacts &facts, const StringsByPointer &replaced) const;
    // The answer as the caller gets it, with the strings at these pointers replaced.
    [[nodiscard]] virtual Result<std::string> callerBody(
        std::string_view body, const StringsByPointer &replaced) const;

    // The body of a refusal.
    [[nodiscard]] virtual std::string errorBody(const GatewayError &error) const = 0;
    // The same as the end of a stream that has already begun.
    [[nodiscard]] virtual std::string errorEvents(const GatewayError &error) const = 0;

    // The body of an answer without a provider; empty for formats that have none.
    [[nodiscard]] virtual std::string ownAnswer(const OwnAnswer &answer) const;

    // A judge for one streamed answer; null when this format does not stream.
    [[nodiscard]] virtual std::unique_ptr<StreamJudge> judgeStream(StreamSubject subject) const = 0;
};

} // namespace gatehouse
