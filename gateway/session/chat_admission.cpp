// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What a chat call passes before its provider is called: body, entitlement, request rules, permits.

#include "core/message/openai_chat.h"
#include "gateway/session/answer.h"
#include "gateway/session/chat_call.h"
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
std::string conversationOf(const std::map<std::string, std::string> &metadata)
{
    for (const char *field : {"conversation_id", "session_id"}) {
        if (const auto found = metadata.find(field); found != metadata.end())
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

Task<bool> ChatCall::admit()
{
    bool admitted = co_await readMessage();
    if (admitted)
        admitted = co_await checkEntitlement();
    if (admitted)
        admitted = co_await judge();
    co_return admitted;
}

Task<bool> ChatCall::readMessage()
{
    if (!isJson(m_connection.request().head().contentType)) {
        const GatewayFinding finding{"wire_format", Stage::Access, Severity::Low, "content_type"};
        const Refusal why = refusalWith(415, "unsupported_media_type", "Send the body as application/json");
        co_await refuseUnjudged(m_worker, m_connection, m_interaction, finding, why);
        co_return false;
    }
    const ReadOutcome outcome = co_await m_connection.readBody();
    if (outcome != ReadOutcome::Done) {
        co_await refuseBody(outcome);
        co_return false;
    }
    auto message = parseOpenAiChatRequest(m_connection.request().body());
    if (!message) {
        const Error &error = message.error();
        const std::string where = error.where.empty() ? "" : " at " + error.where;
        const GatewayFinding finding{"wire_format", Stage::Access, Severity::Low, "malformed"};
        const Refusal why
            = refusalWith(400, "malformed_body", "The body is not a chat request: " + error.what + where);
        co_await refuseUnjudged(m_worker, m_connection, m_interaction, finding, why);
        co_return false;
    }
    m_request.message = std::move(*message);
    if (m_interaction.conversation.empty())
        m_interaction.conversation = conversationOf(m_request.message.facts.metadata);
    co_return true;
}

Task<void> ChatCall::refuseBody(ReadOutcome outcome)
{
    m_connection.closeAfterAnswer();
    Refusal why = refusalWith(400, "malformed_request", "The body is not well-formed HTTP");
    std::string reason = "malformed";
    if (outcome == ReadOutcome::BodyTooLarge) {
        const std::size_t limit = m_worker.context().config.limits.bodyBytes;
        why = refusalWith(
            413, "request_too_large", "The body is larger than " + std::to_string(limit) + " bytes");
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

Task<bool> ChatCall::checkEntitlement()
{
    const Entitlement &may = m_interaction.key->entitlement;
    const RequestFacts &facts = m_request.message.facts;
    // One answer for a model that does not exist and one that is not allowed: names are not given away.
    if (allowsModel(may, facts.model))
        m_provider = m_interaction.snapshot->providerFor(may, facts.model);
    if (m_provider == nullptr) {
        const Refusal why = refusalWith(403, "model_not_allowed", "The virtual key may not use this model");
        co_await refuseEntitlement("model", why);
        co_return false;
    }
    const bool toolsAllowed = std::all_of(facts.toolNames.begin(), facts.toolNames.end(),
        [&](const std::string &tool) { return names(may.tools, tool); });
    if (!toolsAllowed) {
        const Refusal why
            = refusalWith(403, "tool_not_allowed", "The virtual key may not use a tool this request offers");
        co_await refuseEntitlement("tool", why);
        co_return false;
    }
    m_facts.provider = m_provider->name;
    co_return true;
}

// The policy runs too, so that the record says what its access rules think.
Task<void> ChatCall::refuseEntitlement(std::string_view reason, const Refusal &refusal)
{
    EvaluationInput input;
    input.call = m_facts;
    input.request = &m_request.message;
    input.replacements = &m_replacements;
    input.deniedInAccess = true;
    Evaluation evaluation = m_interaction.snapshot->policy->evaluate(input);
    const GatewayFinding finding{"entitlement", Stage::Access, Severity::Medium, std::string(reason)};
    addFinding(evaluation, finding);
    Refusal why = refusal;
    why.stage = Stage::Access;
    m_request = judgedRequest(
        std::move(m_request.message), std::move(evaluation), m_interaction.snapshot->settings.capture);
    const std::string noHash;
    co_await refuse(m_worker, m_connection, m_interaction, m_request, why, noHash);
}

Task<bool> ChatCall::judge()
{
    EvaluationInput input;
    input.call = m_facts;
    input.request = &m_request.message;
    input.replacements = &m_replacements;
    Evaluation evaluation = m_interaction.snapshot->policy->evaluate(input);
    const std::string payloadHash
        = m_worker.context().hasher->hash(m_interaction.key->id, m_connection.request().body());
    if (evaluation.verdict.kind == VerdictKind::Held) {
        const bool known = co_await usePermit(evaluation, payloadHash);
        if (!known)
            co_return false;
    }
    m_request = judgedRequest(
        std::move(m_request.message), std::move(evaluation), m_interaction.snapshot->settings.capture);
    const Verdict &verdict = m_request.evaluation.verdict;
    const bool refused = verdict.kind >= VerdictKind::Held;
    if (refused || !maskBody()) {
        const Refusal why = refused
            ? gateway::refusalOf(verdict)
            : refusalWith(503, "check_unavailable", "The request could not be masked");
        co_await refuse(m_worker, m_connection, m_interaction, m_request, why, payloadHash);
        co_return false;
    }
    m_requestCommit.emplace(m_worker.loop(), *m_worker.context().journal,
        requestRecord(m_interaction, m_request, store::Outcome::Pending, m_provider->name, payloadHash));
    co_return true;
}

// False when the store could not be asked; the call was answered then.
Task<bool> ChatCall::usePermit(Evaluation &evaluation, const std::string &payloadHash)
{
    auto used = co_await m_worker.context().permits->consume(
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

// The body as the provider gets it. False when a mask could not be put in.
bool ChatCall::maskBody()
{
    std::map<std::string, std::string> replaced;
    const std::vector<Segment> &segments = m_request.message.segments;
    for (const MaskSpan &span : m_request.evaluation.masks) {
        const auto index = static_cast<std::size_t>(span.segment);
        if (span.in != BodyPart::Request || index >= segments.size()
            || replaced.contains(segments[index].pointer))
            continue;
        replaced[segments[index].pointer] = applyMasks(
            segments[index].text, spansOf(m_request.evaluation.masks, BodyPart::Request, span.segment));
    }
    if (replaced.empty())
        return true;
    auto masked = replaceStrings(m_connection.request().body(), replaced);
    if (!masked) {
        spdlog::error("call {} could not be masked: {}", m_interaction.id.value, masked.error().line());
        return false;
    }
    m_maskedBody = std::move(*masked);
    return true;
}

} // namespace gatehouse::gateway
