// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// A request and its answer that are judged one after the other.

#include "core/policy/compiled_policy.h"
#include "core/policy/exceptions.h"

#include <algorithm>

namespace gatehouse {

FailedRules failedRules(const Verdict &request)
{
    FailedRules failed;
    for (const CheckResult &result : request.checks) {
        if (result.applied)
            failed.enforced.insert(result.rule);
        const bool blocksOnError = result.outcome == CheckOutcome::Error && result.action == Action::Block;
        const bool found = result.outcome == CheckOutcome::Fail && liftedBy(result).empty();
        if (result.mode == Mode::Shadow && (found || blocksOnError))
            failed.shadow.insert(result.rule);
    }
    return failed;
}

std::vector<CheckResult> joinChecks(
    const std::vector<CheckResult> &request, const std::vector<CheckResult> &response)
{
    std::vector<CheckResult> joined;
    joined.reserve(std::max(request.size(), response.size()));
    for (std::size_t i = 0; i < request.size(); ++i) {
        const bool ofResponse = request[i].stage == Stage::Response && i < response.size();
        joined.push_back(ofResponse ? response[i] : request[i]);
    }
    // What was judged of the answer beside the policy's rules.
    for (std::size_t i = request.size(); i < response.size(); ++i)
        joined.push_back(response[i]);
    return joined;
}

Verdict joinVerdicts(const Verdict &request, const Verdict &response)
{
    Verdict joined;
    joined.kind = std::max(request.kind, response.kind);
    joined.severity = std::max(request.severity, response.severity);
    joined.policyName = request.policyName;
    joined.policyVersion = request.policyVersion;
    joined.coreVersion = request.coreVersion;
    joined.coreResources = request.coreResources;
    joined.durationUs = request.durationUs + response.durationUs;
    joined.coverage = request.coverage;
    joined.coverage.bytes += response.coverage.bytes;
    joined.coverage.read += response.coverage.read;
    joined.coverage.notRead.insert(
        joined.coverage.notRead.end(), response.coverage.notRead.begin(), response.coverage.notRead.end());
    joined.checks = joinChecks(request.checks, response.checks);
    return joined;
}

} // namespace gatehouse
