// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What a model call tells the desk that watches behaviour, and what it is told.

#include "gateway/session/model_call.h"
#include "gateway/worker.h"

namespace gatehouse::gateway {
namespace {

std::string_view lastUserText(const std::vector<Segment> &segments)
{
    const auto last = std::find_if(segments.rbegin(), segments.rend(),
        [](const Segment &segment) { return segment.zone == TrustZone::User && !segment.unclaimed; });
    return last == segments.rend() ? std::string_view() : std::string_view(last->text);
}

} // namespace

CallShape ModelCall::shape() const
{
    const RequestFacts &facts = m_request.message.facts;
    return {m_interaction.at, facts.model, facts.toolNames, facts.bodyBytes};
}

void ModelCall::askBehaviour()
{
    BehaviourDesk &desk = m_worker.context().behaviour;
    m_behaviour = desk.about(callerOf(m_interaction.key->identity), shape());
    if (m_interaction.snapshot->watch.comparesPayloads) {
        m_behaviour.payloadSenders = desk.sendersOf(
            lastUserText(m_request.message.segments), m_interaction.key->id, m_interaction.at);
    }
    m_facts.behaviour = &m_behaviour;
}

void ModelCall::tellBehaviour(const Verdict &verdict)
{
    Context &context = m_worker.context();
    context.behaviour.learn(callerOf(m_interaction.key->identity), shape(), verdict.kind >= VerdictKind::Held,
        isBlockedForUserText(verdict.checks));
    for (const CheckResult &check : verdict.checks) {
        if (check.applied && check.outcome == CheckOutcome::Fail
            && m_interaction.snapshot->watch.suspendingRules.contains(check.rule))
            context.suspender->suspend(m_interaction.key->id, "rule " + check.rule + ": " + check.reason);
    }
}

} // namespace gatehouse::gateway
