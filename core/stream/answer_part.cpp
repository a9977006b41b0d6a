// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/answer_part.h"

namespace gatehouse {

AnswerPart::AnswerPart(StreamRules &rules, Segment place, const Replacements *replacements, Release release)
    : m_place(std::move(place))
    , m_channel(rules, m_place.zone)
    , m_release(release)
    , m_replacements(replacements)
{
    if (replacements && !replacements->restorable().empty() && m_place.zone != TrustZone::ToolCall)
        m_restoring.emplace(replacements->restorable());
}

std::string AnswerPart::append(std::string_view piece, bool marked)
{
    if (marked || m_joiner.isOpen())
        piece = m_joiner.join(piece, marked);
    std::string released;
    if (m_release == Release::WhileItArrives)
        m_channel.append(piece, released);
    else
        m_channel.appendLast(piece);
    return give(std::move(released), false);
}

std::string AnswerPart::complete()
{
    std::string released;
    if (m_release == Release::AtTheEnd)
        return released;
    m_channel.appendLast(m_joiner.end());
    m_channel.complete(released);
    return give(std::move(released), !m_channel.cutBy());
}

void AnswerPart::end()
{
    m_channel.appendLast(m_joiner.end());
}

std::string AnswerPart::finish(const std::vector<MaskSpan> &masks)
{
    std::string released;
    m_channel.finish(masks, released);
    return give(std::move(released), true);
}

std::string AnswerPart::give(std::string released, bool last)
{
    if (m_restoring && !released.empty())
        released = m_restoring->append(released);
    if (m_restoring && last)
        released += m_restoring->finish();
    if (m_replacements && last && m_place.zone == TrustZone::ToolCall)
        released = restored(released, m_replacements->restorable(), RestoreInto::JsonString);
    m_given += released;
    return released;
}

Segment AnswerPart::segment() const
{
    Segment segment = m_place;
    segment.text = m_channel.text();
    return segment;
}

} // namespace gatehouse
