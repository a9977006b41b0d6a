// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/text_channel.h"

#include "core/policy/span_set.h"

#include <algorithm>

namespace gatehouse {

namespace {

// Words before a span that a check may need to see it (core/checks/check.h).
constexpr std::size_t lookBehind = 256;
// A masked token of which so much is decided is announced before its end is known.
constexpr std::size_t longestWait = 128;
// While a token goes on for longer than this, it is looked at again each time it grew by an eighth, so that
// the cost of a token without end stays in proportion to it.
constexpr std::size_t longWindow = 1024;
constexpr std::size_t growth = 8;
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

// Without a word that may still go on, which could look like another.
std::string_view wholeWords(std::string_view text)
{
    constexpr std::size_t longestWord = 256;
    const std::size_t space = text.find_last_of(" \t\n");
    const bool near = space != std::string_view::npos && text.size() - space <= longestWord;
    return near ? text.substr(0, space) : text;
}

} // namespace

TextChannel::TextChannel(StreamRules &rules, TrustZone zone)
    : m_rules(rules)
    , m_zone(zone)
    , m_nextDelayed(delayedStep)
{
    if (rules.patterns() && !rules.buffersAll())
        m_scan.emplace(*rules.patterns());
}

void TextChannel::append(std::string_view text, std::string &out)
{
    if (m_cutBy || text.empty())
        return;
    m_text += text;
    if (m_scan)
        m_scan->append(text);
    if (m_rules.hasDelayedRules() && m_text.size() >= m_nextDelayed)
        judgeBehind();
    if (!m_cutBy && !m_rules.buffersAll())
        release(out);
    m_longestHoldBack = std::max<std::uint64_t>(m_longestHoldBack, m_text.size() - m_done);
}

void TextChannel::complete(std::string &out)
{
    if (m_cutBy || m_text.empty() || m_rules.buffersAll())
        return;
    m_complete = true;
    m_nextJudged = 0;
    if (m_rules.hasDelayedRules())
        judgeBehind();
    if (!m_cutBy)
        release(out);
}

void TextChannel::judgeBehind()
{
    m_nextDelayed = m_text.size() + std::max(delayedStep, m_text.size() / 4);
    const auto findings = m_rules.judgeDelayed(m_zone, m_complete ? m_text : wholeWords(m_text));
    const auto block = std::find_if(findings.begin(), findings.end(),
        [](const StreamFinding &finding) { return finding.action == Action::Block; });
    if (block != findings.end())
        m_cutBy = *block;
}

std::size_t TextChannel::windowStart() const
{
    const std::size_t from = m_open.value_or(m_done);
    return characterStart(m_text, from > lookBehind ? from - lookBehind : 0);
}

std::size_t TextChannel::safeEnd() const
{
    const std::size_t held = m_complete ? 0 : std::min(m_text.size(), m_rules.holdBack());
    return characterStart(m_text, m_text.size() - held);
}

void TextChannel::releaseUpTo(std::size_t end, std::string &out)
{
    if (end <= m_done)
        return;
    out.append(m_text, m_done, end - m_done);
    m_receivedBytes += end - m_done;
    m_done = end;
}

void TextChannel::release(std::string &out)
{
    const std::size_t limit = safeEnd();
    if (!m_rules.hasPrefixRules() || judge(limit, out))
        releaseUpTo(limit, out);
}

// Applies what is decided before `limit`; false when nothing more may be released yet.
bool TextChannel::judge(std::size_t limit, std::string &out)
{
    const std::size_t base = windowStart();
    const bool nearHit = m_scan && (m_complete || m_scan->hitAfter(base));
    if (!nearHit && !m_rules.asksAlways()) {
        m_open.reset();
        return true;
    }
    if (m_text.size() < m_nextJudged)
        return false;
    const Decided decided = decide(base);
    const bool goesOn = std::any_of(
        decided.masks.begin(), decided.masks.end(), [&](const MaskSpan &span) { return isOpen(span.range); });
    // More text may show that what looked like a long token is none; from here on it is text again.
    if (!goesOn)
        m_open.reset();
    std::size_t stop = decided.block ? decided.block->range.start : 0;
    for (const MaskSpan &span : decided.masks) {
        if (decided.block && span.range.end > stop) {
            stop = std::min(stop, span.range.start);
            break;
        }
        if (!mask(span, decided, limit, out)) {
            waitForMore();
            return false;
        }
    }
    if (!decided.block)
        return true;
    releaseUpTo(stop, out);
    m_cutBy = decided.block;
    return false;
}

// What starts in the held-back end may yet turn out to be something else; what ends before `m_done` was
// decided when more of the text before it was looked at.
TextChannel::Decided TextChannel::decide(std::size_t base)
{
    const std::string_view window = std::string_view(m_text).substr(base);
    const bool nearHit = m_scan && m_scan->hitAfter(base);
    if (nearHit)
        m_scan->candidatesAfter(base, m_candidates);
    Decided decided;
    for (StreamFinding &finding : m_complete
            ? m_rules.judgeComplete(m_zone, window)
            : m_rules.judgePrefix(m_zone, window, nearHit ? &m_candidates : nullptr)) {
        const bool placed = finding.range.size() > 0;
        finding.range = placed ? ByteRange{finding.range.start + base, finding.range.end + base}
                               : ByteRange{m_done, m_done};
        const bool early = !m_complete && finding.range.start + m_rules.holdBack() > m_text.size();
        const bool over = finding.range.end <= m_done && !isOpen(finding.range);
        // What starts where the window does was decided when more of the text before it was looked at.
        const bool cutOff = base > 0 && finding.range.start == base && !isOpen(finding.range);
        if (placed && (early || over || cutOff))
            continue;
        if (finding.action == Action::Block) {
            if (!decided.block)
                decided.block = finding;
            continue;
        }
        decided.keepsEnd = decided.keepsEnd || finding.style == MaskStyle::KeepLast4;
        decided.masks.push_back(
            {BodyPart::Response, 0, finding.range, finding.label, {}, finding.severity, finding.style});
    }
    decided.masks = withoutOverlaps(std::move(decided.masks));
    // Once their final ranges are known, as when the whole is judged.
    for (MaskSpan &span : decided.masks)
        span.replacement = maskReplacement(
            span.style, span.label, std::string_view(m_text).substr(span.range.start, span.range.size()));
    return decided;
}

// Applies one mask; false when its end, or whether it is part of a longer one, is not known yet.
bool TextChannel::mask(const MaskSpan &mask, const Decided &decided, std::size_t limit, std::string &out)
{
    const bool announced = isOpen(mask.range);
    const bool ends = mask.range.end <= limit;
    releaseUpTo(mask.range.start, out);
    const bool longEnough = limit - std::min(limit, mask.range.start) >= longestWait && !decided.keepsEnd;
    if (!ends && !announced && !longEnough)
        return false;
    if (!announced)
        out += mask.replacement;
    m_done = std::max(m_done, std::min(limit, mask.range.end));
    if (ends)
        m_open.reset();
    else if (!announced)
        m_open = mask.range.start;
    return ends;
}

bool TextChannel::isOpen(ByteRange range) const
{
    return m_open && range.start <= *m_open && range.end > *m_open;
}

void TextChannel::waitForMore()
{
    const std::size_t window = m_text.size() - windowStart();
    m_nextJudged = window > longWindow ? m_text.size() + window / growth : 0;
}

void TextChannel::finish(const std::vector<MaskSpan> &masks, std::string &out)
{
    if (m_cutBy)
        return;
    for (const MaskSpan &mask : masks) {
        if (mask.range.end <= m_done)
            continue;
        // A token whose replacement went out already: only its rest is swallowed.
        const bool announced = mask.range.start < m_done;
        releaseUpTo(mask.range.start, out);
        if (!announced)
            out += mask.replacement;
        m_done = mask.range.end;
    }
    releaseUpTo(m_text.size(), out);
}

} // namespace gatehouse
