// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/check.h"

namespace gatehouse {

CheckReport CheckReport::notRun(std::string why)
{
    CheckReport report;
    report.outcome = CheckOutcome::NotRun;
    report.reason = std::move(why);
    return report;
}

CheckReport CheckReport::error(std::string why)
{
    CheckReport report;
    report.outcome = CheckOutcome::Error;
    report.reason = std::move(why);
    return report;
}

} // namespace gatehouse
