// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What a call passes before its provider is called: body, entitlement, request rules, permits.

#include "gateway/session/answer.h"
#include "gateway/session/model_call.h"
#include "gateway/worker.h"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <spdlog/spdlog.h>

namespace gatehouse::gateway {
namespace {

bool isJson(std::string_view contentType)
{
    std::string_view type = contentType.substr(0, contentType.find(';'));
    while (type.ends_with(' '))
        type.remove_suffix(1);
    return boost::beast::iequals(boost::beast::string_view(type.data(), type.size()), "application/json");
}

// What groups the calls of one agent run, where the header did not say.
std::string conversationOf(const RequestFacts &facts)
{
    for (const char *field : {"conversation_id", "session_id"}) {
        if (const auto found = facts.metadata.find(field); found != facts.metadata.end())
            return conversationName(found->second);
    }
    return {};
}

// The verdict of a held call once a person released it: what the other rules say, and visibly not nothing.
VerdictKind releasedVerdict(const std::vector<CheckResult> &checks)
{
    VerdictKind kind = VerdictKind::Flagged;
    for (const CheckResult &result : checks) {
        if (result.applied && result.action == Action::Mask)
            kind = VerdictKind::Masked;
    }
    return kind;
}

} // namespace

Task<bool> ModelCall::admit()
{
    bool admitted = co_await readMessage();
    if (admitted) {
        askBehaviour();
        admitted = co_await checkEntitlement();
    }
    if (admitted)
        admitted = co_await checkBounds();
    if (admitted)
        admitted = co_await reserve();
    if (admitted)
        admitted = co_await judge();
    co_return admitted;
}

Task<bool> ModelCall::readMessage()
{
    if (!isJson(m_connection.request().head().contentType)) {
        const GatewayFinding finding{"wire_format", Stage::Access, Severity::Low, "content_type"};
        const Refusal why = refusalWith(415, "unsupported_media_type", "Send the body as application/json");
        co_await refuseUnjudged(m_worker, m_connection, m_interaction, finding, why);
        co_return false;
    }
    if (const auto most = m_interaction.key->entitlement.maxInputBytes)
        m_connection.limitBody(static_cast<std::size_t>(*most));
    const ReadOutcome outcome = co_await m_connection.readBody();
    if (outcome != ReadOutcome::Done) {
        co_await refuseBody(outcome);
        co_return false;
    }
    auto message = m_format.parseRequest(m_connection.request().body());
    if (!message) {
        const Error &error = message.error();
        const std::string where = error.where.empty() ? "" : " at " + error.where;
        const GatewayFinding finding{"wire_format", Stage::Access, Severity::Low, "malformed"};
        const Refusal why = refusalWith(400, "malformed_body",
            "The body is not " + std::string(m_format.names().request) + ": " + error.what + where);
        co_await refuseUnjudged(m_worker, m_connection, m_interaction, finding, why);
        co_return false;
    }
    m_request.message = std::move(*message);
    std::string &user = m_request.message.facts.user;
    if (user.empty() && isAscii(m_connection.request().head().user))
        user = m_connection.request().head().user;
    if (m_interaction.conversation.empty())
        m_interaction.conversation = conversationOf(m_request.message.facts);
    if (m_interaction.conversation.empty() && m_format.names().canBeContinued)
        co_await joinConversation();
    co_return true;
}

// The one of the call it goes on from; that of a call the store does not know is named after its answer. A
// call that begins one names it, so that those which follow can join.
Task<void> ModelCall::joinConversation()
{
    const std::string &previous = m_request.message.facts.previousResponse;
    if (previous.empty()) {
        m_interaction.conversation = m_interaction.id.value;
        co_return;
    }
    StoreDesk &desk = *m_worker.context().desk;
    auto joined = co_await desk.conversationOfAnswer(m_worker.loop(), m_interaction.key->identity, previous);
    const Durability &durability = m_worker.context().config.durability;
    if (joined && joined->empty() && durability.grouped) {
        // It may have been answered a moment ago, ahead of its record.
        Timer pause(m_worker.loop(), durability.window);
        error_code ignored;
        co_await pause.async_wait(into(ignored));
        joined = co_await desk.conversationOfAnswer(m_worker.loop(), m_interaction.key->identity, previous);
    }
    if (!joined)
        spdlog::warn("call {}: the conversation it goes on from cannot be read: {}", m_interaction.id.value,
            joined.error().line());
    m_interaction.conversation = joined && !joined->empty() ? *joined : conversationName(previous);
}

Task<void> ModelCall::refuseBody(ReadOutcome outcome)
{
    m_connection.closeAfterAnswer();
    Refusal why = refusalWith(400, "malformed_request", "The body is not well-formed HTTP");
    std::string reason = "malformed";
    if (outcome == ReadOutcome::BodyTooLarge) {
        const std::size_t limit = m_connection.request().bodyLimit();
        why = refusalWith(
            413, "request_too_large", "The body is larger than " + std::to_string(limit) + " bytes");
        reason = "too_large";
    } else if (outcome == ReadOutcome::HeaderTooLarge) {
        why = refusalWith(431, "headers_too_large", "The lines around the body's chunks are too long");
        reason = "too_large";
    } else if (outcome == ReadOutcome::TooSlow) {
        why = refusalWith(408, "request_timeout", "The body did not arrive in time");
        reason = "too_slow";
    } else if (outcome == ReadOutcome::Closed) {
        reason = "client_gone";
    }
    const GatewayFinding finding{"wire_format", Stage::Access, Severity::Low, reason};
    co_await refuseUnjudged(m_worker, m_connection, m_interaction, finding, why);
}

Task<bool> ModelCall::checkEntitlement()
{
    const Entitlement &may = m_interaction.key->entitlement;
    const RequestFacts &facts = m_request.message.facts;
    // One answer for a model that does not exist and one that is not allowed: names are not given away.
    if (allowsModel(may, facts.model))
        m_targets = m_interaction.snapshot->targets->targetsFor(
            {may, facts.model, m_format.names().family, m_interaction.id.value}, SteadyClock::now());
    if (m_targets.empty()) {
        const Refusal why = refusalWith(403, "model_not_allowed", "The virtual key may not use this model");
        co_await refuseEntitlement("model", why);
        co_return false;
    }
    const bool toolsAllowed = std::all_of(facts.toolNames.begin(), facts.toolNames.end(),
        [&](const std::string &tool) { return allowsTool(may, tool); });
    if (!toolsAllowed) {
        const Refusal why
            = refusalWith(403, "tool_not_allowed", "The virtual key may not use a tool this request offers");
        co_await refuseEntitlement("tool", why);
        co_return false;
    }
    aimAt(0);
    co_return true;
}

Task<void> ModelCall::refuseEntitlement(std::string_view reason, const Refusal &refusal)
{
    co_await refuseInAccess("entitlement", reason, refusal);
}

// The policy runs too, so that the record says what its access rules think.
Task<void> ModelCall::refuseInAccess(std::string_view check, std::string_view reason, const Refusal &refusal)
{
    EvaluationInput input = requestInput();
    input.deniedInAccess = true;
    Evaluation evaluation = m_interaction.snapshot->policy->evaluate(input);
    const GatewayFinding finding{std::string(check), Stage::Access, Severity::Medium, std::string(reason)};
    addFinding(evaluation, finding);
    Refusal why = refusal;
    why.stage = Stage::Access;
    m_request = judgedRequest(std::move(m_request.message), std::move(evaluation), m_interaction);
    const std::string noHash;
    co_await refuse(m_worker, m_connection, m_interaction, m_request, why, noHash);
}

EvaluationInput ModelCall::requestInput()
{
    EvaluationInput input;
    input.call = m_facts;
    input.request = &m_request.message;
    input.replacements = &m_replacements;
    input.exceptions = &m_exceptions;
    return input;
}

void ModelCall::findExceptions(std::string_view payloadHash)
{
    const ExceptionTable &all = *m_interaction.snapshot->exceptions;
    if (!all.isEmpty())
        m_exceptions = all.forCall(m_interaction.key->identity, payloadHash, m_interaction.at);
}

Task<bool> ModelCall::judge()
{
    const std::string payloadHash
        = m_worker.context().hasher->hash(m_interaction.key->id, m_connection.request().body());
    findExceptions(payloadHash);
    const EvaluationInput input = requestInput();
    Evaluation evaluation = co_await evaluated(input, m_requestRound);
    if (evaluation.verdict.kind == VerdictKind::Held && !m_control.stopped()) {
        const bool known = co_await usePermit(evaluation, payloadHash);
        if (!known) {
            giveBack();
            co_return false;
        }
    }
    m_request = judgedRequest(std::move(m_request.message), std::move(evaluation), m_interaction);
    m_request.reserved = m_reserved;
    const Verdict &verdict = m_request.evaluation.verdict;
    tellBehaviour(verdict);
    const bool wanted = co_await isStillWanted(payloadHash);
    if (!wanted)
        co_return false;
    const bool refused = verdict.kind >= VerdictKind::Held;
    if (refused || !prepareBody()) {
        const Refusal why = refused
            ? gateway::refusalOf(verdict)
            : refusalWith(503, "check_unavailable", "The request could not be masked");
        giveBack();
        co_await refuse(m_worker, m_connection, m_interaction, m_request, why, payloadHash);
        co_return false;
    }
    m_requestCommit.emplace(m_worker.commits(), *m_worker.context().journal,
        requestRecord(m_interaction, m_request, store::Outcome::Pending, provider().name, payloadHash));
    co_return true;
}

// While somebody outside judged it, its caller may have left, or its key been revoked.
Task<bool> ModelCall::isStillWanted(const std::string &payloadHash)
{
    if (!m_control.stopped())
        co_return true;
    giveBack();
    m_requestCommit.emplace(m_worker.commits(), *m_worker.context().journal,
        requestRecord(m_interaction, m_request, store::Outcome::Pending, {}, payloadHash));
    const UpstreamFailure givenUp{UpstreamFailure::Kind::Cancelled, "given up"};
    co_await finishFailed(givenUp);
    co_return false;
}

// False when the store could not be asked; the call was answered then.
Task<bool> ModelCall::usePermit(Evaluation &evaluation, const std::string &payloadHash)
{
    auto used = co_await m_worker.context().desk->consumePermit(
        m_worker.loop(), m_interaction.key->id, payloadHash, m_interaction.id);
    if (!used) {
        spdlog::error("call {}: permits cannot be read: {}", m_interaction.id.value, used.error().line());
        const Refusal why = storeUnavailable();
        co_await answerUnrecorded(m_connection, why, &m_interaction);
        co_return false;
    }
    if (*used)
        evaluation.verdict.kind = releasedVerdict(evaluation.verdict.checks);
    co_return true;
}

Task<void> ModelCall::answerVerdict()
{
    const bool readable = co_await readMessage();
    if (!readable)
        co_return;
    const std::string noHash;
    findExceptions(noHash);
    const EvaluationInput input = requestInput();
    Evaluation evaluation = co_await evaluated(input, m_requestRound);
    m_request = judgedRequest(std::move(m_request.message), std::move(evaluation), m_interaction);
    const bool wanted = co_await isStillWanted(noHash);
    if (!wanted)
        co_return;
    OwnAnswer answer;
    answer.interaction = m_interaction.id.value;
    answer.request = &m_request.message;
    answer.verdict = &m_request.evaluation.verdict;
    answer.tellsRules = m_interaction.snapshot->policy->document().tellCaller == TellCaller::Rule;
    const std::string body = m_format.ownAnswer(answer);
    co_await answerItself(m_worker, m_connection, m_interaction, m_request, body);
}

// The body as the provider gets it. False when a mask could not be put in.
bool ModelCall::prepareBody()
{
    StringsByPointer replaced;
    if (!publicModel().empty())
        replaced["/model"] = m_facts.upstreamModel;
    const std::vector<Segment> &segments = m_request.message.segments;
    for (const MaskSpan &span : m_request.evaluation.masks) {
        const auto index = static_cast<std::size_t>(span.segment);
        if (span.in != BodyPart::Request || index >= segments.size()
            || replaced.contains(segments[index].pointer))
            continue;
        replaced[segments[index].pointer] = applyMasks(
            segments[index].text, spansOf(m_request.evaluation.masks, BodyPart::Request, span.segment));
    }
    auto body = m_format.providerBody(m_connection.request().body(), m_request.message.facts, replaced);
    if (!body) {
        spdlog::error("call {} could not be masked: {}", m_interaction.id.value, body.error().line());
        return false;
    }
    m_providerBody = std::move(*body);
    return true;
}

} // namespace gatehouse::gateway
