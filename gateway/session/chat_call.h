// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// POST /v1/chat/completions: one call from its body to the last byte of its answer.
//
// The order that matters: judged → request record handed to the journal → provider called → record durable →
// first byte → answer judged → verdict record durable → last byte.

#include "core/policy/replacements.h"
#include "gateway/session/call_control.h"
#include "gateway/session/commit.h"
#include "gateway/session/connection.h"
#include "gateway/session/records.h"
#include "gateway/upstream/upstream_call.h"

#include <memory>
#include <optional>

namespace gatehouse {
class OpenAiChatStream;
}

namespace gatehouse::gateway {

class Worker;

class ChatCall {
public:
    // Worker and connection outlive the call.
    ChatCall(Worker &worker, Connection &connection, Interaction interaction);
    ~ChatCall();

    [[nodiscard]] Task<void> run();

private:
    // Before the provider (chat_admission.cpp). False: refused, and answered.
    [[nodiscard]] Task<bool> admit();
    [[nodiscard]] Task<bool> readMessage();
    [[nodiscard]] Task<bool> checkEntitlement();
    [[nodiscard]] Task<bool> judge();
    [[nodiscard]] Task<bool> usePermit(Evaluation &evaluation, const std::string &payloadHash);
    [[nodiscard]] Task<void> refuseBody(ReadOutcome outcome);
    [[nodiscard]] Task<void> refuseEntitlement(std::string_view reason, const Refusal &refusal);
    [[nodiscard]] bool maskBody();

    // The provider, and a plain answer (chat_call.cpp).
    [[nodiscard]] Task<void> forward();
    [[nodiscard]] Task<void> answerPlain(const ResponseHead &head);
    [[nodiscard]] Task<UpstreamResult<std::string>> wholeAnswer();
    [[nodiscard]] Task<void> judgePlain(const std::string &body);
    [[nodiscard]] Task<void> relayError(const ResponseHead &head, const std::string &body);
    [[nodiscard]] Task<void> finishFailed(const UpstreamFailure &failure);
    // Records the end, then answers; `fields` go out beside the interaction's own.
    [[nodiscard]] Task<void> finish(
        CallEnd &end, int status, const std::string &body, std::string_view fields = {});
    [[nodiscard]] Task<void> finishRefused(CallEnd &end, const Refusal &why);
    [[nodiscard]] Task<bool> settleRecords(const CallEnd &end, const Verdict &final);
    [[nodiscard]] Evaluation judgeResponse(const ResponseMessage &response);

    // A streamed answer (chat_stream.cpp).
    [[nodiscard]] Task<void> answerStream();
    [[nodiscard]] Task<std::optional<UpstreamFailure>> pump(OpenAiChatStream &judge);
    [[nodiscard]] Task<bool> sendEvents(std::string_view events);
    [[nodiscard]] Task<void> endStream(
        OpenAiChatStream &judge, const std::optional<UpstreamFailure> &failure);
    [[nodiscard]] Task<void> sayStreamEnd(
        OpenAiChatStream &judge, const Verdict &final, const std::optional<UpstreamFailure> &failure);

    // What an end before its time means.
    [[nodiscard]] store::Outcome outcomeOf(const UpstreamFailure &failure) const;
    [[nodiscard]] Refusal refusalOf(const UpstreamFailure &failure) const;
    void log(const UpstreamFailure &failure) const;

    Worker &m_worker;
    Connection &m_connection;
    Interaction m_interaction;
    CallControl m_control;
    JudgedRequest m_request;
    CallFacts m_facts;
    Replacements m_replacements; // one value, one replacement, from the request to the end of its answer
    const store::Provider *m_provider = nullptr;
    std::string m_maskedBody; // set when a rule masked something
    std::unique_ptr<UpstreamCall> m_upstream;
    std::optional<Commit> m_requestCommit;
    Micros m_waited{0};
    bool m_begun = false; // the head of the stream is out
};

} // namespace gatehouse::gateway
