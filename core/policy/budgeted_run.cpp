// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/budgeted_run.h"

#include "core/checks/step_budget.h"

namespace gatehouse {

CheckReport runWithinBudget(const CompiledRule &rule, const CheckInput &input)
{
    std::uint64_t bytes = 0;
    for (const ScannedSegment &item : input.segments)
        bytes += item.text.size();
    if (bytes > rule.document.budget.bytes)
        return CheckReport::error("byte_budget");
    const StepBudget steps(rule.document.budget.steps);
    CheckReport report = rule.check->run(input);
    if (steps.isExhausted()) {
        report.outcome = CheckOutcome::Error;
        report.reason = "step_budget";
    }
    return report;
}

} // namespace gatehouse
