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

std::span<const SourcePiece> SaidTexts::piecesOf(std::size_t index)
{
    m_pieces.resize(m_request.size()); // most conversations have no call to judge
    if (!m_pieces[index])
        m_pieces[index] = readSourcePieces(m_request[index].text);
    return *m_pieces[index];
}

std::vector<SaidText> SaidTexts::before(const ScannedSegment &call)
{
    const std::size_t end
        = call.in == BodyPart::Request ? static_cast<std::size_t>(call.index) : m_request.size();
    std::size_t lastUserTurn = 0;
    for (std::size_t i = 0; i < end; ++i) {
        if (isUserTurn(*m_request[i].segment))
            lastUserTurn = i;
    }
    std::vector<SaidText> said;
    for (std::size_t i = 0; i < m_request.size(); ++i) {
        const TrustZone zone = m_request[i].segment->zone;
        const bool anywhere = zone == TrustZone::System || zone == TrustZone::ToolDefinition;
        if ((i < end || anywhere) && StepBudget::spend(m_request[i].text.size()))
            said.push_back({&m_request[i], speakerOf(zone, i < lastUserTurn), piecesOf(i)});
    }
    return said;
}

} // namespace gatehouse
