// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/taint/said_before.h"

#include "core/checks/step_budget.h"

namespace gatehouse {

namespace {

bool isUserTurn(const Segment &segment)
{
    return segment.zone == TrustZone::User && !segment.unclaimed;
}

SaidBy speakerOf(TrustZone zone, bool shown)
{
    switch (zone) {
    case TrustZone::Tool:
    case TrustZone::Document:
        return SaidBy::Untrusted;
    case TrustZone::Assistant:
        return shown ? SaidBy::ModelShown : SaidBy::Model;
    case TrustZone::ToolCall:
        return SaidBy::Model;
    default:
        return SaidBy::Trusted;
    }
}

} // namespace

std::vector<SaidText> saidBefore(const ScannedSegment &call, std::span<const ScannedSegment> request)
{
    const std::size_t end
        = call.in == BodyPart::Request ? static_cast<std::size_t>(call.index) : request.size();
    std::size_t lastUserTurn = 0;
    for (std::size_t i = 0; i < end; ++i) {
        if (isUserTurn(*request[i].segment))
            lastUserTurn = i;
    }
    std::vector<SaidText> said;
    for (std::size_t i = 0; i < request.size(); ++i) {
        const TrustZone zone = request[i].segment->zone;
        const bool anywhere = zone == TrustZone::System || zone == TrustZone::ToolDefinition;
        if ((i < end || anywhere) && StepBudget::spend(request[i].text.size()))
            said.push_back(
                {&request[i], speakerOf(zone, i < lastUserTurn), readSourcePieces(request[i].text)});
    }
    return said;
}

} // namespace gatehouse
