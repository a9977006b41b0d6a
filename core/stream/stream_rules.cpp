// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/stream_rules.h"

#include <algorithm>

namespace gatehouse {

namespace {

// What earlier response rules say is not known yet; a condition on them is taken as met, which can only hold
// more text back.
bool mayApply(const RuleDocument &document, const CallFacts &call)
{
    return !document.when || holds(*document.when, call, {}) || document.when->kind != Condition::Kind::Field;
}

bool byStart(const StreamFinding &a, const StreamFinding &b)
{
    return a.range.start < b.range.start;
}

} // namespace

StreamRules::StreamRules(const CompiledPolicy &policy, const CallFacts &call, const RequestMessage *answered)
    : m_parts(policy.parts())
    , m_call(call)
    , m_answered(answered)
{
    for (std::size_t i = 0; i < m_parts.rules.size(); ++i) {
        if (m_parts.rules[i].actsOnStreams() && mayApply(m_parts.rules[i].document, call))
            take(i);
    }
}

void StreamRules::take(std::size_t index)
{
    const CompiledRule &rule = m_parts.rules[index];
    if (rule.stream == StreamMode::Delayed) {
        m_delayed.push_back(index);
    } else if (rule.stream == StreamMode::Buffer) {
        m_buffersAll = true;
    } else {
        const bool nearHits = rule.check->needsPatternHit() && m_parts.streamed->isReady();
        (nearHits ? m_nearHits : m_always).push_back(index);
        m_holdBack = std::max(m_holdBack, rule.holdBack);
    }
}

const PatternStreamSet *StreamRules::patterns() const
{
    return m_nearHits.empty() ? nullptr : m_parts.streamed.get();
}

StreamRules::Body StreamRules::scan(std::span<const Segment> segments, BodyPart in) const
{
    Body body;
    body.hits.reserve(segments.size());
    body.segments.reserve(segments.size());
    for (const Segment &segment : segments) {
        body.hits.push_back(m_parts.patterns->scan(segment.text));
        body.segments.push_back(
            {&segment, static_cast<int>(body.segments.size()), in, &body.hits.back(), segment.text, nullptr});
    }
    return body;
}

std::vector<StreamFinding> StreamRules::judgePrefix(
    TrustZone zone, std::string_view text, const PatternHits *candidates) const
{
    std::vector<StreamFinding> findings;
    Segment place;
    place.zone = zone;
    ScannedSegment scanned{&place, 0, BodyPart::Response, candidates, text, nullptr};
    if (candidates)
        judge(m_nearHits, std::span(&scanned, 1), findings);
    if (!m_always.empty()) {
        const PatternHits hits = m_parts.patterns->scan(text);
        scanned.hits = &hits;
        judge(m_always, std::span(&scanned, 1), findings);
    }
    std::sort(findings.begin(), findings.end(), byStart);
    return findings;
}

std::vector<StreamFinding> StreamRules::judgeDelayed(TrustZone zone, std::string_view text)
{
    if (m_answered && !m_request)
        m_request = scan(m_answered->segments, BodyPart::Request);
    Segment segment;
    segment.zone = zone;
    segment.text = text;
    const Body body = scan(std::span(&segment, 1), BodyPart::Response);
    std::vector<StreamFinding> findings;
    judge(m_delayed, body.segments, findings);
    std::sort(findings.begin(), findings.end(), byStart);
    return findings;
}

void StreamRules::judge(
    const RuleList &rules, std::span<const ScannedSegment> texts, std::vector<StreamFinding> &findings) const
{
    CallContent content{{}, texts, {}, {}};
    if (m_request)
        content.request = m_request->segments;
    if (m_answered)
        content.unreadRequest = m_answered->unread;
    for (const std::size_t index : rules) {
        if (m_parts.rules[index].wantsZone(texts.front().segment->zone))
            judge(index, texts, content, findings);
    }
}

void StreamRules::judge(std::size_t index, std::span<const ScannedSegment> texts, const CallContent &content,
    std::vector<StreamFinding> &findings) const
{
    const CompiledRule &rule = m_parts.rules[index];
    const CheckReport report = rule.check->run({texts, m_call, content});
    const bool error = report.outcome == CheckOutcome::Error;
    if (report.outcome != CheckOutcome::Fail && (!error || rule.document.onError != Action::Block))
        return;
    StreamFinding finding{index, {}, error ? Action::Block : rule.document.action, rule.document.maskStyle,
        rule.document.severity, {}};
    if (report.findings.empty())
        findings.push_back(finding);
    for (const CheckFinding &found : report.findings) {
        if (found.supporting)
            continue;
        const bool inText = found.place->in == BodyPart::Response && !found.place->view;
        finding.range = inText ? found.range : ByteRange{};
        finding.label = found.label;
        findings.push_back(finding);
    }
}

} // namespace gatehouse
