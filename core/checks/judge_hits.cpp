// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/judge_hits.h"

#include "core/checks/kinds.h"
#include "core/checks/pattern_set.h"
#include "core/checks/span_list.h"

namespace gatehouse {

CheckReport judgeHits(const CheckInput &input, FunctionRef<void(const ScannedSegment &, CheckReport &)> judge)
{
    CheckReport report;
    report.bytesRead = bytesOf(input.segments);
    for (const ScannedSegment &scanned : input.segments) {
        if (!scanned.hits->empty())
            judge(scanned, report);
    }
    closeReport(report);
    return report;
}

} // namespace gatehouse
