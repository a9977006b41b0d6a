// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/span_list.h"

#include <algorithm>

namespace gatehouse {

namespace {

// Findings that overlap, directly or by way of others; no other finding reaches them.
void appendCluster(std::vector<CheckFinding> found, std::vector<CheckFinding> &findings)
{
    std::stable_sort(found.begin(), found.end(), [](const CheckFinding &a, const CheckFinding &b) {
        return a.score != b.score ? a.score > b.score : a.range.size() > b.range.size();
    });
    std::vector<CheckFinding> kept;
    for (CheckFinding &candidate : found) {
        const auto other = std::find_if(kept.begin(), kept.end(),
            [&](const CheckFinding &finding) { return finding.range.overlaps(candidate.range); });
        if (other == kept.end()) {
            kept.push_back(std::move(candidate));
            continue;
        }
        other->range.start = std::min(other->range.start, candidate.range.start);
        other->range.end = std::max(other->range.end, candidate.range.end);
    }
    std::sort(kept.begin(), kept.end(),
        [](const CheckFinding &a, const CheckFinding &b) { return a.range < b.range; });
    for (CheckFinding &finding : kept) {
        // A span that grew may have reached the next one.
        const bool reached = !findings.empty() && findings.back().place == finding.place
            && findings.back().range.overlaps(finding.range);
        if (!reached) {
            findings.push_back(std::move(finding));
            continue;
        }
        CheckFinding &last = findings.back();
        last.range.end = std::max(last.range.end, finding.range.end);
        if (finding.score > last.score) {
            last.label = finding.label;
            last.score = finding.score;
        }
    }
}

} // namespace

// Cluster by cluster: a text may hold thousands of findings, and comparing each with all would take as many
// steps squared.
void appendWithoutOverlap(std::vector<CheckFinding> found, std::vector<CheckFinding> &findings)
{
    std::stable_sort(found.begin(), found.end(),
        [](const CheckFinding &a, const CheckFinding &b) { return a.range.start < b.range.start; });
    std::vector<CheckFinding> cluster;
    std::size_t reach = 0;
    for (CheckFinding &finding : found) {
        if (!cluster.empty() && finding.range.start >= reach) {
            appendCluster(std::move(cluster), findings);
            cluster.clear();
            reach = 0;
        }
        reach = std::max(reach, finding.range.end);
        cluster.push_back(std::move(finding));
    }
    if (!cluster.empty())
        appendCluster(std::move(cluster), findings);
}

void closeReport(CheckReport &report)
{
    report.outcome = report.findings.empty() ? CheckOutcome::Pass : CheckOutcome::Fail;
    report.score = 0;
    for (const CheckFinding &finding : report.findings)
        report.score = std::max(*report.score, finding.score);
}

} // namespace gatehouse
