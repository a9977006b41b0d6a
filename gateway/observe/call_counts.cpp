// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/call_counts.h"

#include <algorithm>

namespace gatehouse::gateway {
namespace {

template <class Label>
void addAll(std::map<Label, std::int64_t> &to, const std::map<Label, std::int64_t> &from)
{
    for (const auto &[label, count] : from)
        to[label] += count;
}

} // namespace

void LatencyCounts::count(Micros took)
{
    const auto &bounds = store::LatencyHistogram::bounds;
    const auto bound = std::lower_bound(bounds.begin(), bounds.end(), took.count());
    ++m_figures.buckets[static_cast<std::size_t>(bound - bounds.begin())];
    m_figures.sumUs += took.count();
}

void LatencyCounts::add(const LatencyCounts &other)
{
    for (std::size_t i = 0; i < m_figures.buckets.size(); ++i)
        m_figures.buckets[i] += other.m_figures.buckets[i];
    m_figures.sumUs += other.m_figures.sumUs;
}

void CallCounts::count(const CallReport &report)
{
    ++answers[{report.interaction.route, report.verdict.kind, report.status}];
    for (const CheckResult &result : report.verdict.checks) {
        if (result.outcome != CheckOutcome::Fail && !result.applied)
            continue;
        RuleResult label{result.rule, result.action, result.applied};
        if (rules.size() >= mostLabels && !rules.contains(label))
            label.rule = "other";
        ++rules[label];
    }
    if (!report.provider.empty()) {
        UpstreamAnswer label{std::string(report.provider), report.outcome};
        if (upstreams.size() >= mostLabels && !upstreams.contains(label))
            label.provider = "other";
        ++upstreams[label];
    }
    overhead.count(std::max(Micros(0), report.total - report.waited));
    if (report.facts.stream) {
        holdBackTime.count(report.holdBack.longestTime);
        holdBackBytes += static_cast<std::int64_t>(report.holdBack.longestBytes);
    }
    const Coverage &coverage = report.verdict.coverage;
    notScannedBytes += static_cast<std::int64_t>(coverage.bytes - std::min(coverage.bytes, coverage.read));
    tokensIn += report.tokensIn;
    tokensOut += report.tokensOut;
}

void CallCounts::add(const CallCounts &other)
{
    addAll(answers, other.answers);
    addAll(rules, other.rules);
    addAll(upstreams, other.upstreams);
    overhead.add(other.overhead);
    holdBackTime.add(other.holdBackTime);
    holdBackBytes += other.holdBackBytes;
    notScannedBytes += other.notScannedBytes;
    tokensIn += other.tokensIn;
    tokensOut += other.tokensOut;
    strangers += other.strangers;
}

} // namespace gatehouse::gateway
