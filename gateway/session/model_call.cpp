// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/session/model_call.h"

#include "core/message/wire_format.h"
#include "gateway/session/answer.h"
#include "gateway/session/timed.h"
#include "gateway/session/upstream_error.h"
#include "gateway/worker.h"

#include <spdlog/spdlog.h>

namespace gatehouse::gateway {
namespace {

using Kind = UpstreamFailure::Kind;

} // namespace

ModelCall::ModelCall(Worker &worker, Connection &connection, Interaction interaction)
    : m_worker(worker)
    , m_connection(connection)
    , m_interaction(std::move(interaction))
    , m_format(*m_interaction.format)
    , m_control(m_interaction.key->id)
    , m_replacements(worker.context().maskKey)
{
    m_worker.enter(m_control);
    const KeyRecord &key = *m_interaction.key;
    m_facts.identity = &key.identity;
    m_facts.request = &m_request.message.facts;
    m_facts.route = m_interaction.route;
    m_facts.sourceAddress = m_interaction.sourceAddress;
    m_facts.claims = &m_interaction.endUser.claims;
    m_facts.headers = &m_connection.request().head().fields;
    m_facts.allowedModels = key.entitlement.models;
    m_facts.allowedTools = key.entitlement.tools;
    m_facts.entitlementKnown = true;
    m_facts.now = m_interaction.at;
}

ModelCall::~ModelCall()
{
    m_connection.unwatch();
}

Task<void> ModelCall::run()
{
    if (m_format.names().upstreamPath.empty()) {
        co_await answerVerdict();
        co_return;
    }
    bool goesOn = co_await admit();
    if (goesOn)
        goesOn = co_await mayBeAnswered();
    if (goesOn)
        co_await forward();
}

// While records fail, no provider is paid for an answer that could not be given.
Task<bool> ModelCall::mayBeAnswered()
{
    if (m_worker.context().journal->takesRecords())
        co_return true;
    const Status durable = co_await m_requestCommit->hurry();
    if (durable || m_interaction.failsOpen())
        co_return true;
    spdlog::error("call {} is not recorded: {}", m_interaction.id.value, durable.error().line());
    giveBack();
    const Refusal why = storeUnavailable();
    co_await answerUnrecorded(m_connection, why, &m_interaction);
    co_return false;
}

Task<void> ModelCall::forward()
{
    cancelsUpstreamOnStop();
    m_connection.watch(m_control);
    const bool stream = m_request.message.facts.stream;
    const auto head = co_await callTargets();
    m_answered = head.has_value();
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

void ModelCall::cancelsUpstreamOnStop()
{
    m_control.onStop([this] {
        if (m_upstream)
            m_upstream->cancel();
    });
}

Task<void> ModelCall::answerPlain(const ResponseHead &head)
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

Task<UpstreamResult<std::string>> ModelCall::wholeAnswer()
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

Task<Evaluation> ModelCall::judgeResponse(const ResponseMessage &response)
{
    EvaluationInput input;
    input.call = m_facts;
    input.call.failedBefore = failedRules(m_request.evaluation.verdict);
    input.answeredRequest = &m_request.message;
    input.response = &response;
    input.replacements = &m_replacements;
    input.exceptions = &m_exceptions;
    co_return co_await evaluated(input, m_responseRound);
}

Task<void> ModelCall::judgePlain(const std::string &body)
{
    auto response = m_format.parseResponse(body);
    if (!response) {
        const UpstreamFailure failure{Kind::Garbage, "its answer is not in the wire format"};
        co_await finishFailed(failure);
        co_return;
    }
    CallEnd end;
    end.response = std::move(*response);
    end.evaluation = co_await judgeResponse(end.response);
    if (callsForeignTool(end.response)) {
        addFinding(*end.evaluation, foreignTool);
        end.outcome = store::Outcome::Refused;
        const Refusal why = foreignToolRefusal();
        co_await finishRefused(end, why);
        co_return;
    }
    if (end.evaluation->verdict.kind >= VerdictKind::Held) {
        end.outcome = store::Outcome::Refused;
        const Refusal why = gateway::refusalOf(end.evaluation->verdict);
        co_await finishRefused(end, why);
        co_return;
    }
    const auto masked = maskedResponse(m_format, body, end.response, *end.evaluation, m_replacements);
    const UpstreamFailure notMasked{Kind::Garbage, "its answer could not be masked"};
    if (!masked) {
        co_await finishFailed(notMasked);
        co_return;
    }
    const std::string named = withModelName(*masked, publicModel());
    co_await finish(end, 200, named);
}

// Of an answer that had begun; any other was noted when it did not.
void ModelCall::noteFailure(const UpstreamFailure &failure) const
{
    if (m_answered && failure.kind != Kind::Cancelled)
        m_targets[m_target].health->failed(SteadyClock::now());
}

Task<void> ModelCall::relayError(const ResponseHead &head, const std::string &body)
{
    const UpstreamError error = readUpstreamError(head, body);
    CallEnd end;
    end.outcome = store::Outcome::UpstreamError;
    end.response = error.message;
    end.evaluation = co_await judgeResponse(end.response);
    const Refusal why = relayedRefusal(error, *end.evaluation);
    spdlog::warn(
        "call {}: provider {} answered with status {}", m_interaction.id.value, provider().name, head.status);
    co_await finishRefused(end, why);
}

Task<void> ModelCall::finishFailed(const UpstreamFailure &failure)
{
    CallEnd end;
    end.outcome = outcomeOf(failure);
    const bool asked = m_upstream != nullptr;
    m_givenUp = asked && (failure.kind == Kind::TooSlow || failure.kind == Kind::Cancelled);
    noteFailure(failure);
    log(failure);
    const Refusal why = refusalOf(failure);
    co_await finishRefused(end, why);
}

Task<void> ModelCall::finishRefused(CallEnd &end, const Refusal &why)
{
    std::string fields;
    appendRefusalFields(fields, why);
    const std::string body = refusalBody(why, m_interaction.refusalContext());
    m_errorCode = why.code;
    co_await finish(end, why.status, body, fields);
}

Task<void> ModelCall::finish(CallEnd &end, int status, const std::string &body, std::string_view fields)
{
    if (m_upstream)
        end.provider = provider().name;
    end.waited = m_waited;
    settleUsage(end);
    if (m_control.reason() == StopReason::ClientGone)
        end.outcome = store::Outcome::ClientAbort;
    const Verdict final = finalVerdict(m_request, end);
    const bool durable = co_await settleRecords(end, final);
    report(end, final, status);
    if (m_control.reason() == StopReason::ClientGone) {
        m_connection.closeAfterAnswer();
        co_return;
    }
    if (!durable && !m_interaction.failsOpen()) {
        const Refusal why = storeUnavailable();
        co_await answerUnrecorded(m_connection, why, &m_interaction);
        co_return;
    }
    std::string all = m_interaction.fields(final.kind) + std::string(fields);
    if (!durable)
        noteUnrecorded(m_worker, all);
    (void)co_await m_connection.reply(status, "application/json", all, body);
}

void ModelCall::report(const CallEnd &end, const Verdict &final, int status)
{
    CallReport report{m_interaction, m_request.message.facts, final, status, end.outcome, end.provider};
    if (end.response.usage) {
        report.tokensIn = end.response.usage->tokensIn;
        report.tokensOut = end.response.usage->tokensOut;
    }
    report.total = m_interaction.elapsed();
    report.waited = m_waited;
    report.holdBack = m_holdBack;
    report.error = m_errorCode;
    m_worker.report(report);
}

// Both records on the disk, in their order. False when one could not be written.
Task<bool> ModelCall::settleRecords(const CallEnd &end, const Verdict &final)
{
    const Commit commit(
        m_worker.commits(), *m_worker.context().journal, verdictRecord(m_interaction, m_request, end, final));
    const Status request = co_await m_requestCommit->wait();
    const Status verdict = co_await commit.wait();
    if (request && verdict)
        co_return true;
    const Error &error = request ? verdict.error() : request.error();
    spdlog::error("call {} is not recorded: {}", m_interaction.id.value, error.line());
    co_return false;
}

store::Outcome ModelCall::outcomeOf(const UpstreamFailure &) const
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

Refusal ModelCall::refusalOf(const UpstreamFailure &failure) const
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

void ModelCall::log(const UpstreamFailure &failure) const
{
    if (failure.kind != Kind::Cancelled)
        spdlog::warn("call {}: provider {}: {}", m_interaction.id.value, provider().name, failure.detail);
}

} // namespace gatehouse::gateway
