// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/account.h"

#include <algorithm>

namespace gatehouse {

LimitState stateOf(LimitTier tier, const std::string &name, Meter &meter, Timestamp now)
{
    return {tier, name, inForce(meter.limit(), now), meter.limit().amountAt(now), meter.used(now),
        meter.nextReset(now), meter.fullReset(now)};
}

bool isWorse(const LimitBreach &a, const LimitBreach &b)
{
    const bool budgetA = isBudget(a.state.limit.unit);
    if (budgetA != isBudget(b.state.limit.unit))
        return budgetA;
    if (a.retryAt.has_value() != b.retryAt.has_value())
        return !a.retryAt;
    return a.retryAt && *a.retryAt > *b.retryAt;
}

std::optional<LimitBreach> Account::breachBy(const Charge &charge, Timestamp now)
{
    std::optional<LimitBreach> worst;
    const auto note = [&](LimitBreach breach) {
        if (!worst || isWorse(breach, *worst))
            worst = std::move(breach);
    };
    for (Meter &meter : meters) {
        const std::int64_t wanted = amountOf(meter.limit().unit, charge);
        if (wanted > 0 && meter.used(now) + wanted > meter.limit().amountAt(now))
            note({stateOf(tier, name, meter, now), wanted, meter.fitsAt(now, wanted)});
    }
    // A call under way ends when it does: it may be soon.
    if (mostParallel && parallel >= mostParallel->amountAt(now) && charge.requests > 0)
        note({parallelState(now), 1, now});
    return worst;
}

LimitState Account::parallelState(Timestamp now) const
{
    return {tier, name, inForce(*mostParallel, now), mostParallel->amountAt(now), parallel, now, now};
}

void Account::take(const Charge &charge, Timestamp at)
{
    for (Meter &meter : meters) {
        if (const std::int64_t amount = amountOf(meter.limit().unit, charge); amount != 0)
            meter.add(at, amount);
    }
    ++parallel;
}

void Account::correct(const Charge &estimate, const Charge &actual, Timestamp at)
{
    for (Meter &meter : meters) {
        const LimitUnit unit = meter.limit().unit;
        const std::int64_t difference = amountOf(unit, actual) - amountOf(unit, estimate);
        if (difference != 0)
            meter.add(at, difference);
    }
    --parallel;
}

void Account::stepBack(Timestamp now)
{
    for (Meter &meter : meters)
        meter.stepBack(now);
}

void Account::addStates(std::vector<LimitState> &into, Timestamp now)
{
    for (Meter &meter : meters)
        into.push_back(stateOf(tier, name, meter, now));
    if (mostParallel)
        into.push_back(parallelState(now));
}

const Meter *Account::find(const Limit &limit) const
{
    const auto found = std::find_if(
        meters.begin(), meters.end(), [&](const Meter &meter) { return limit.replaces(meter.limit()); });
    return found == meters.end() ? nullptr : &*found;
}

} // namespace gatehouse
