// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/session/chat_call.h"

#include "core/message/openai_chat.h"
#include "core/stream/openai_chat_stream.h"
#include "gateway/sandbox/sandbox_call.h"
#include "gateway/session/answer.h"
#include "gateway/session/timed.h"
#include "gateway/session/upstream_error.h"
#include "gateway/worker.h"

#include <spdlog/spdlog.h>

namespace gatehouse::gateway {
namespace {

using Kind = UpstreamFailure::Kind;

std::unique_ptr<UpstreamCall> callTo(Worker &worker, const store::Provider &provider)
{
    if (provider.kind == store::ProviderKind::Sandbox)
        return std::make_unique<SandboxCall>(worker.loop(), worker.context().config.timeouts);
    return std::make_unique<HttpCall>(worker.lane(), provider);
}

} // namespace

ChatCall::ChatCall(Worker &worker, Connection &connection, Interaction interaction)
    : m_worker(worker)
    , m_connection(connection)
    , m_interaction(std::move(interaction))
    , m_control(m_interaction.key->id)
    , m_replacements(worker.context().hasher->deriveKey(store::maskPurpose))
{
    m_worker.enter(m_control);
    const KeyRecord &key = *m_interaction.key;
    m_facts.identity = &key.identity;
    m_facts.request = &m_request.message.facts;
    m_facts.route = m_interaction.route;
    m_facts.sourceAddress = m_interaction.sourceAddress;
    m_facts.allowedModels = key.entitlement.models;
    m_facts.allowedTools = key.entitlement.tools;
    m_facts.entitlementKnown = true;
    m_facts.now = m_interaction.at;
}

ChatCall::~ChatCall()
{
    m_connection.unwatch();
}

Task<void> ChatCall::run()
{
    const bool admitted = co_await admit();
    if (admitted)
        co_await forward();
}

Task<void> ChatCall::forward()
{
    m_upstream = callTo(m_worker, *m_provider);
    m_control.onStop([this] { m_upstream->cancel(); });
    m_connection.watch(m_control);
    if (m_control.stopped())
        m_upstream->cancel();
    const std::string &body = m_maskedBody.empty() ? m_connection.request().body() : m_maskedBody;
    const bool stream = m_request.message.facts.stream;
    // While records fail, no provider is paid for an answer that could not be given.
    if (!m_worker.context().journal->degraded().empty())
        (void)co_await m_requestCommit->wait();
    const auto head = co_await timed(m_waited, m_upstream->start(body, stream));
    if (!head) {
        co_await finishFailed(head.error());
    } else if (stream && head->status == 200 && head->contentType == "text/event-stream") {
        co_await answerStream();
    } else if (stream && head->status == 200) {
        m_upstream->cancel();
        const UpstreamFailure failure{Kind::Garbage, "it answered a streamed call with " + head->contentType};
        co_await finishFailed(failure);
    } else {
        co_await answerPlain(*head);
    }
    m_control.onStop({});
    m_connection.unwatch();
}

Task<void> ChatCall::answerPlain(const ResponseHead &head)
{
    const auto body = co_await timed(m_waited, wholeAnswer());
    const UpstreamFailure givenUp{Kind::Cancelled, "given up"};
    if (!body)
        co_await finishFailed(body.error());
    else if (m_control.stopped())
        co_await finishFailed(givenUp);
    else if (head.status == 200)
        co_await judgePlain(*body);
    else
        co_await relayError(head, *body);
}

Task<UpstreamResult<std::string>> ChatCall::wholeAnswer()
{
    const std::size_t limit = m_worker.context().config.limits.answerBytes;
    std::string whole;
    for (;;) {
        const auto piece = co_await m_upstream->next();
        if (!piece)
            co_return tl::unexpected(piece.error());
        if (piece->empty())
            co_return whole;
        if (whole.size() + piece->size() > limit) {
            m_upstream->cancel();
            co_return tl::unexpected(UpstreamFailure{Kind::Garbage, "its answer is over the size limit"});
        }
        whole.append(*piece);
    }
}

Evaluation ChatCall::judgeResponse(const ResponseMessage &response)
{
    EvaluationInput input;
    input.call = m_facts;
    input.answeredRequest = &m_request.message;
    input.response = &response;
    input.replacements = &m_replacements;
    return m_interaction.snapshot->policy->evaluate(input);
}

Task<void> ChatCall::judgePlain(const std::string &body)
{
    auto response = parseOpenAiChatResponse(body);
    if (!response) {
        const UpstreamFailure failure{Kind::Garbage, "its answer is not in the wire format"};
        co_await finishFailed(failure);
        co_return;
    }
    CallEnd end;
    end.response = std::move(*response);
    end.evaluation = judgeResponse(end.response);
    if (end.evaluation->verdict.kind >= VerdictKind::Held) {
        end.outcome = store::Outcome::Refused;
        const Refusal why = gateway::refusalOf(end.evaluation->verdict);
        co_await finishRefused(end, why);
        co_return;
    }
    const auto masked = maskedResponse(body, end.response, *end.evaluation, m_replacements);
    const UpstreamFailure notMasked{Kind::Garbage, "its answer could not be masked"};
    if (!masked)
        co_await finishFailed(notMasked);
    else
        co_await finish(end, 200, *masked);
}

Task<void> ChatCall::relayError(const ResponseHead &head, const std::string &body)
{
    const UpstreamError error = readUpstreamError(head, body);
    CallEnd end;
    end.outcome = store::Outcome::UpstreamError;
    end.response = error.message;
    end.evaluation = judgeResponse(end.response);
    const Refusal why = relayedRefusal(error, *end.evaluation);
    spdlog::warn("call {}: provider {} answered with status {}", m_interaction.id.value, m_provider->name,
        head.status);
    co_await finishRefused(end, why);
}

Task<void> ChatCall::finishFailed(const UpstreamFailure &failure)
{
    CallEnd end;
    end.outcome = outcomeOf(failure);
    log(failure);
    const Refusal why = refusalOf(failure);
    co_await finishRefused(end, why);
}

Task<void> ChatCall::finishRefused(CallEnd &end, const Refusal &why)
{
    std::string fields;
    appendRefusalFields(fields, why);
    const std::string body = refusalBody(why, m_interaction.refusalContext());
    co_await finish(end, why.status, body, fields);
}

Task<void> ChatCall::finish(CallEnd &end, int status, const std::string &body, std::string_view fields)
{
    end.provider = m_provider->name;
    end.waited = m_waited;
    const Verdict final = finalVerdict(m_request, end);
    const bool durable = co_await settleRecords(end, final);
    if (m_control.reason() == StopReason::ClientGone) {
        m_connection.closeAfterAnswer();
        co_return;
    }
    if (!durable) {
        const Refusal why = storeUnavailable();
        co_await answerUnrecorded(m_connection, why, &m_interaction);
        co_return;
    }
    const std::string all = m_interaction.fields(final.kind) + std::string(fields);
    (void)co_await m_connection.reply(status, "application/json", all, body);
}

// Both records on the disk, in their order. False when one could not be written.
Task<bool> ChatCall::settleRecords(const CallEnd &end, const Verdict &final)
{
    const Commit commit(
        m_worker.loop(), *m_worker.context().journal, verdictRecord(m_interaction, m_request, end, final));
    const Status request = co_await m_requestCommit->wait();
    const Status verdict = co_await commit.wait();
    if (request && verdict)
        co_return true;
    const Error &error = request ? verdict.error() : request.error();
    spdlog::error("call {} is not recorded: {}", m_interaction.id.value, error.line());
    co_return false;
}

store::Outcome ChatCall::outcomeOf(const UpstreamFailure &) const
{
    switch (m_control.reason()) {
    case StopReason::ClientGone:
        return store::Outcome::ClientAbort;
    case StopReason::Revoked:
        return store::Outcome::Cut;
    case StopReason::Shutdown:
        return store::Outcome::Interrupted;
    case StopReason::None:
        break;
    }
    return store::Outcome::UpstreamError;
}

Refusal ChatCall::refusalOf(const UpstreamFailure &failure) const
{
    Refusal why;
    why.status = failure.kind == Kind::TooSlow ? 504 : 502;
    why.code = failure.kind == Kind::TooSlow ? "upstream_timeout" : "upstream_error";
    why.message = failure.kind == Kind::TooSlow ? "The model provider did not answer in time"
                                                : "The model provider could not be reached or sent garbage";
    if (m_control.reason() == StopReason::Revoked) {
        why.status = 403;
        why.code = "key_revoked";
        why.message = "The virtual key was revoked while it was being answered";
    } else if (m_control.reason() == StopReason::Shutdown) {
        why.status = 503;
        why.code = "unavailable";
        why.message = "The gateway is shutting down";
    }
    return why;
}

void ChatCall::log(const UpstreamFailure &failure) const
{
    if (failure.kind != Kind::Cancelled)
        spdlog::warn("call {}: provider {}: {}", m_interaction.id.value, m_provider->name, failure.detail);
}

} // namespace gatehouse::gateway
