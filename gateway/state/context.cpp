// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/context.h"

namespace gatehouse::gateway {
namespace {

// The store could not be told while it happened; those who watch it are told for as long afterwards.
constexpr std::chrono::hours rememberUnrecorded{1};

void append(std::string &all, const std::string &problem)
{
    if (!problem.empty())
        all += (all.empty() ? "" : "; ") + problem;
}

} // namespace

std::string Context::degraded() const
{
    std::string all = snapshots->degraded();
    append(all, snapshots->current()->sealingProblem());
    append(all, journal->degraded());
    if (serverTls)
        append(all, serverTls->problem());
    const std::int64_t unrecorded = counters.unrecorded();
    if (unrecorded > 0 && clock.now() - counters.lastUnrecorded() < rememberUnrecorded)
        append(all,
            std::to_string(unrecorded) + " calls were answered unrecorded, as "
                + (config.durability.grouped ? "grouped durability or " : "")
                + "the policy says (fail_open), the last at " + toRfc3339(counters.lastUnrecorded()));
    return all;
}

std::vector<std::string_view> Context::problems() const
{
    std::vector<std::string_view> all;
    if (!snapshots->current()->policyProblem.empty())
        all.emplace_back("policy");
    if (!snapshots->current()->sealingProblem().empty())
        all.emplace_back("sealing");
    if (!snapshots->storeProblem().empty())
        all.emplace_back("store");
    if (!journal->degraded().empty())
        all.emplace_back("journal");
    if (counters.unrecorded() > 0 && clock.now() - counters.lastUnrecorded() < rememberUnrecorded)
        all.emplace_back("unrecorded");
    if (!journal->takesRecords() && snapshots->current()->policy->document().failOpen)
        all.emplace_back("fail_open");
    if (serverTls && !serverTls->problem().empty())
        all.emplace_back("tls");
    return all;
}

std::string_view Context::notReady() const
{
    if (draining)
        return "draining";
    if (snapshots->age() > config.timeouts.stale)
        return "store_stale";
    if (!journal->takesRecords() && !snapshots->current()->policy->document().failOpen)
        return "records_refused";
    return {};
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
