// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/stream_rules.h"

#include <algorithm>

namespace gatehouse {

namespace {

bool actsOnStreams(const CompiledRule &rule, const CallFacts &call)
{
    const RuleDocument &document = rule.document;
    if (document.stage != Stage::Response || document.mode != Mode::Enforce || document.action < Action::Mask)
        return false;
    // What earlier response rules say is not known yet; a condition on them is taken as met, which can only
    // hold more text back.
    return !document.when || holds(*document.when, call, {}) || document.when->kind != Condition::Kind::Field;
}

} // namespace

StreamRules::StreamRules(const CompiledPolicy &policy, const CallFacts &call)
    : m_parts(policy.parts())
    , m_call(call)
{
    for (std::size_t i = 0; i < m_parts.rules.size(); ++i) {
        const CompiledRule &rule = m_parts.rules[i];
        if (!actsOnStreams(rule, call))
            continue;
        if (rule.stream == StreamMode::Prefix) {
            m_prefix.push_back(i);
            m_holdBack = std::max(m_holdBack, rule.holdBack);
        } else if (rule.stream == StreamMode::Delayed) {
            m_delayed.push_back(i);
        } else {
            m_buffersAll = true;
        }
    }
}

std::vector<StreamFinding> StreamRules::judgePrefix(TrustZone zone, std::string_view text) const
{
    return judge(m_prefix, zone, text);
}

std::vector<StreamFinding> StreamRules::judgeDelayed(TrustZone zone, std::string_view text) const
{
    return judge(m_delayed, zone, text);
}

std::vector<StreamFinding> StreamRules::judge(
    const std::vector<std::size_t> &rules, TrustZone zone, std::string_view text) const
{
    std::vector<StreamFinding> findings;
    Segment segment;
    segment.zone = zone;
    segment.text = text;
    const PatternHits hits = m_parts.patterns->scan(text);
    const ScannedSegment scanned{&segment, 0, BodyPart::Response, &hits, segment.text, nullptr};
    const CallContent content{{}, std::span(&scanned, 1), {}, {}};
    for (const std::size_t index : rules) {
        const CompiledRule &rule = m_parts.rules[index];
        if (!rule.wantsZone(zone))
            continue;
        const CheckReport report
            = rule.check->run({std::span(&scanned, 1), m_call, content, Stage::Response});
        const bool failed = report.outcome == CheckOutcome::Fail
            || (report.outcome == CheckOutcome::Error && rule.document.onError == Action::Block);
        if (!failed)
            continue;
        const Action action = report.outcome == CheckOutcome::Error ? Action::Block : rule.document.action;
        if (report.findings.empty())
            findings.push_back({index, {}, action, rule.document.maskStyle, {}});
        for (const CheckFinding &finding : report.findings)
            findings.push_back({index, finding.range, action, rule.document.maskStyle, finding.label});
    }
    std::sort(findings.begin(), findings.end(),
        [](const StreamFinding &a, const StreamFinding &b) { return a.range.start < b.range.start; });
    return findings;
}

} // namespace gatehouse
