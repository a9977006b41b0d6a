// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/text_channel.h"

#include <algorithm>

namespace gatehouse {

namespace {

// Words before a span that a check may need to see it (core/checks/check.h).
constexpr std::size_t lookBehind = 256;
// A masked token that goes on for longer than this is announced before its end is known.
constexpr std::size_t longestWait = 128;
// Delayed rules look at the whole text again each time it grew by this much or by a quarter, whichever is
// more, so that their cost stays in proportion to the text.
constexpr std::size_t delayedStep = 512;

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::size_t characterStart(std::string_view text, std::size_t at)
{
    while (at > 0 && at < text.size() && isContinuation(text[at]))
        --at;
    return at;
}

} // namespace

TextChannel::TextChannel(const StreamRules &rules, TrustZone zone)
    : m_rules(rules)
    , m_zone(zone)
    , m_nextDelayed(delayedStep)
{
}

std::string TextChannel::append(std::string_view text)
{
    if (m_cutBy)
        return {};
    m_text += text;
    std::string out;
    if (m_rules.hasDelayedRules() && m_text.size() >= m_nextDelayed)
        judgeBehind();
    if (!m_cutBy && !m_rules.buffersAll())
        out = release();
    m_longestHoldBack = std::max<std::uint64_t>(m_longestHoldBack, m_text.size() - m_done);
    return out;
}

void TextChannel::judgeBehind()
{
    m_nextDelayed = m_text.size() + std::max(delayedStep, m_text.size() / 4);
    const auto findings = m_rules.judgeDelayed(m_zone, m_text);
    const auto block = std::find_if(findings.begin(), findings.end(),
        [](const StreamFinding &finding) { return finding.action == Action::Block; });
    if (block != findings.end())
        m_cutBy = *block;
}

std::size_t TextChannel::windowStart() const
{
    const std::size_t from = m_open ? m_open->start : m_done;
    return characterStart(m_text, from > lookBehind ? from - lookBehind : 0);
}

std::size_t TextChannel::safeEnd() const
{
    const std::size_t held = std::min(m_text.size(), m_rules.holdBack());
    return characterStart(m_text, m_text.size() - held);
}

std::string TextChannel::releaseUpTo(std::size_t end)
{
    if (end <= m_done)
        return {};
    std::string out = m_text.substr(m_done, end - m_done);
    m_receivedBytes += out.size();
    m_done = end;
    return out;
}

std::string TextChannel::release()
{
    std::string out;
    if (m_rules.hasPrefixRules()) {
        const std::size_t base = windowStart();
        auto findings = m_rules.judgePrefix(m_zone, std::string_view(m_text).substr(base));
        bool openSeen = false;
        for (StreamFinding &finding : findings) {
            finding.range = {finding.range.start + base, finding.range.end + base};
            openSeen = openSeen
                || (m_open && finding.range.end > m_open->start && finding.range.start <= m_open->start);
            if (finding.action == Action::Mask && finding.range.end <= m_done) {
                if (m_open && finding.range.end < m_text.size())
                    m_open.reset();
                continue;
            }
            if (!handle(finding, out))
                return out;
        }
        // More text may show that what looked like a long token is none; from here on it is text again.
        if (m_open && !openSeen)
            m_open.reset();
    }
    out += releaseUpTo(std::max(m_done, safeEnd()));
    return out;
}

// Applies one finding; false when nothing after it may be released yet.
bool TextChannel::handle(const StreamFinding &finding, std::string &out)
{
    if (finding.action == Action::Block) {
        out += releaseUpTo(finding.range.start);
        m_cutBy = finding;
        return false;
    }
    const bool announced = m_open && m_open->announced && finding.range.start <= m_done;
    if (!announced)
        out += releaseUpTo(finding.range.start);
    const bool mayGrow = finding.range.end == m_text.size();
    const bool longEnough = m_text.size() - finding.range.start >= longestWait;
    if (mayGrow && !longEnough) {
        m_open = OpenToken{finding.range.start, finding.rule, false};
        return false;
    }
    if (!announced) {
        out += maskReplacement(finding.style, finding.label,
            std::string_view(m_text).substr(finding.range.start, finding.range.size()));
    }
    m_done = finding.range.end;
    if (mayGrow)
        m_open = OpenToken{finding.range.start, finding.rule, true};
    else
        m_open.reset();
    return true;
}

std::string TextChannel::finish(const std::vector<MaskSpan> &masks)
{
    std::string out;
    if (m_cutBy)
        return out;
    for (const MaskSpan &mask : masks) {
        if (mask.range.end <= m_done)
            continue;
        // A token whose replacement went out already: only its rest is swallowed.
        const bool announced = mask.range.start < m_done;
        out += releaseUpTo(mask.range.start);
        if (!announced)
            out += mask.replacement;
        m_done = mask.range.end;
    }
    out += releaseUpTo(m_text.size());
    return out;
}

} // namespace gatehouse
