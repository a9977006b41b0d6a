// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/context.h"

namespace gatehouse::gateway {

std::string Context::degraded() const
{
    std::string all = snapshots->degraded();
    if (const std::string journalProblem = journal->degraded(); !journalProblem.empty())
        all += (all.empty() ? "" : "; ") + ("records cannot be written: " + journalProblem);
    return all;
}

std::string Context::unavailable() const
{
    if (draining)
        return "The gateway is shutting down";
    if (snapshots->age() > config.timeouts.stale)
        return "The gateway cannot read its store";
    return {};
}

} // namespace gatehouse::gateway
