// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// A request and its answer that are judged one after the other.

#include "core/policy/compiled_policy.h"

#include <algorithm>

namespace gatehouse {

FailedRules failedRules(const Verdict &request)
{
    FailedRules failed;
    for (const CheckResult &result : request.checks) {
        if (result.applied)
            failed.enforced.insert(result.rule);
        const bool blocksOnError = result.outcome == CheckOutcome::Error && result.action == Action::Block;
        if (result.mode == Mode::Shadow && (result.outcome == CheckOutcome::Fail || blocksOnError))
            failed.shadow.insert(result.rule);
    }
    return failed;
}

Verdict joinVerdicts(const Verdict &request, const Verdict &response)
{
    Verdict joined = request;
    joined.kind = std::max(request.kind, response.kind);
    joined.severity = std::max(request.severity, response.severity);
    joined.durationUs += response.durationUs;
    joined.coverage.bytes += response.coverage.bytes;
    joined.coverage.read += response.coverage.read;
    joined.coverage.notRead.insert(
        joined.coverage.notRead.end(), response.coverage.notRead.begin(), response.coverage.notRead.end());
    for (std::size_t i = 0; i < joined.checks.size() && i < response.checks.size(); ++i) {
        if (joined.checks[i].stage == Stage::Response)
            joined.checks[i] = response.checks[i];
    }
    // What was judged of the answer beside the policy's rules.
    for (std::size_t i = joined.checks.size(); i < response.checks.size(); ++i)
        joined.checks.push_back(response.checks[i]);
    return joined;
}

} // namespace gatehouse
