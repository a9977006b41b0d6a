// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/stream_rules.h"

#include "core/policy/budgeted_run.h"
#include "core/policy/exceptions.h"

#include <algorithm>

namespace gatehouse {

namespace {

// Rules whose condition waits for other response rules buffer the whole answer, so it need not be known here.
bool mayApply(const CompiledRule &rule, const CallFacts &call, const RequestMessage *answered)
{
    return rule.stream == StreamMode::Buffer || !rule.document.when
        || holds(*rule.document.when, call, call.failedBefore.enforced,
            answered ? std::span<const Segment>(answered->segments) : std::span<const Segment>());
}

bool byStart(const StreamFinding &a, const StreamFinding &b)
{
    return a.range.start < b.range.start;
}

} // namespace

StreamRules::StreamRules(const CompiledPolicy &policy, const CallFacts &call, const RequestMessage *answered,
    const CallExceptions *exceptions)
    : m_parts(policy.parts())
    , m_call(call)
    , m_answered(answered)
{
    if (!m_parts.document.scope.covers(call.identity))
        return;
    for (std::size_t i = 0; i < m_parts.rules.size(); ++i) {
        const CompiledRule &rule = m_parts.rules[i];
        if (!rule.actsOnStreams() || !mayApply(rule, call, answered)
            || (exceptions && exceptions->liftAll(rule.document)))
            continue;
        // Whether it is lifted depends on all it finds, to the end of the answer.
        if (exceptions && exceptions->mayLift(rule.document))
            m_buffersAll = true;
        else
            take(i);
    }
}

void StreamRules::take(std::size_t index)
{
    const CompiledRule &rule = m_parts.rules[index];
    if (rule.stream == StreamMode::Delayed) {
        // Who is outside is asked once, about the whole answer.
        if (rule.kind->asksRemote)
            return;
        m_delayed.push_back(index);
    } else if (rule.stream == StreamMode::Buffer) {
        m_buffersAll = true;
    } else {
        const bool nearHits = rule.check->needsPatternHit() && m_parts.streamed->isReady();
        (nearHits ? m_nearHits : m_always).push_back(index);
        if (rule.kind->readsViews && rule.document.action == Action::Block)
            m_behindInViews.push_back(index);
        m_holdBack = std::max(m_holdBack, rule.holdBack);
    }
}

const PatternStreamSet *StreamRules::patterns() const
{
    return m_nearHits.empty() ? nullptr : m_parts.streamed.get();
}

std::vector<StreamFinding> StreamRules::judgePrefix(
    TrustZone zone, std::string_view text, const PatternHits *candidates) const
{
    std::vector<StreamFinding> findings;
    Segment place;
    place.zone = zone;
    ScannedSegment scanned{&place, 0, BodyPart::Response, candidates, text, nullptr};
    const auto ask = [&](const RuleList &rules) {
        const std::span<const ScannedSegment> texts(&scanned, 1);
        for (const std::size_t index : rules) {
            if (m_parts.rules[index].wantsZone(zone))
                judge(index, texts, contentWith(texts), findings);
        }
    };
    if (candidates)
        ask(m_nearHits);
    if (!m_always.empty()) {
        const PatternHits hits = m_parts.patterns->scan(text);
        scanned.hits = &hits;
        ask(m_always);
    }
    std::sort(findings.begin(), findings.end(), byStart);
    return findings;
}

std::vector<StreamFinding> StreamRules::judgeComplete(TrustZone zone, std::string_view text) const
{
    const PatternHits hits = m_parts.patterns->scan(text);
    return judgePrefix(zone, text, &hits);
}

std::vector<StreamFinding> StreamRules::judgeDelayed(TrustZone zone, std::string_view text)
{
    if (m_answered && m_request.plain().empty())
        m_request.list(m_answered->segments, BodyPart::Request);
    Segment segment;
    segment.zone = zone;
    segment.text = text;
    ScannedBody body;
    body.scan(*m_parts.patterns, std::span(&segment, 1), BodyPart::Response, m_parts.readsViews);
    std::vector<StreamFinding> findings;
    std::vector<ScannedSegment> texts;
    for (const std::size_t index : m_delayed) {
        gatherTexts(m_parts.rules[index], body, texts);
        if (!texts.empty())
            judge(index, texts, contentWith(body.plain()), findings);
    }
    for (const std::size_t index : m_behindInViews) {
        gatherTexts(m_parts.rules[index], body, texts);
        std::erase_if(texts, [](const ScannedSegment &item) { return item.view == nullptr; });
        if (!texts.empty())
            judge(index, texts, contentWith(body.plain()), findings);
    }
    std::sort(findings.begin(), findings.end(), byStart);
    return findings;
}

CallContent StreamRules::contentWith(std::span<const ScannedSegment> response) const
{
    CallContent content;
    content.request = m_request.plain();
    content.response = response;
    if (m_answered)
        content.unreadRequest = m_answered->unread;
    return content;
}

void StreamRules::judge(std::size_t index, std::span<const ScannedSegment> texts, const CallContent &content,
    std::vector<StreamFinding> &findings) const
{
    const CompiledRule &rule = m_parts.rules[index];
    const CheckReport report = runWithinBudget(rule, {texts, m_call, content, Stage::Response});
    const bool error = report.outcome == CheckOutcome::Error;
    if (report.outcome != CheckOutcome::Fail
        && (!error || rule.document.meaningOfError(report.reason) != Action::Block))
        return;
    StreamFinding finding{index, {}, error ? Action::Block : rule.document.action, rule.document.maskStyle,
        rule.document.severity, {}};
    if (report.findings.empty())
        findings.push_back(finding);
    for (const CheckFinding &found : report.findings) {
        if (found.supporting)
            continue;
        const std::vector<Origin> origins = originsOf(found);
        const bool inText = found.place->in == BodyPart::Response && !origins.empty();
        finding.range = inText ? origins.front().range : ByteRange{};
        finding.label = found.label;
        findings.push_back(finding);
    }
}

} // namespace gatehouse
