// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/limit.h"

#include <algorithm>
#include <tuple>

namespace gatehouse {

std::string_view name(LimitTier tier)
{
    switch (tier) {
    case LimitTier::Key:
        return "key";
    case LimitTier::UseCase:
        return "use_case";
    case LimitTier::Environment:
        return "environment";
    case LimitTier::Team:
        break;
    }
    return "team";
}

std::string_view label(LimitTier tier)
{
    return tier == LimitTier::UseCase ? "use case" : name(tier);
}

std::optional<LimitTier> limitTierFromName(std::string_view word)
{
    if (word == "use-case")
        return LimitTier::UseCase;
    for (const LimitTier tier : limitTiers) {
        if (name(tier) == word)
            return tier;
    }
    return {};
}

bool isBudget(LimitUnit unit)
{
    return unit == LimitUnit::MicroUsd || unit == LimitUnit::BudgetTokens;
}

Limit requestsPer(Micros period, std::int64_t amount)
{
    Limit limit;
    limit.amount = amount;
    limit.period.rolling = period;
    return limit;
}

Limit tokensPer(Micros period, std::int64_t amount)
{
    Limit limit = requestsPer(period, amount);
    limit.unit = LimitUnit::Tokens;
    return limit;
}

Limit parallelCalls(std::int64_t amount)
{
    Limit limit;
    limit.unit = LimitUnit::Parallel;
    limit.amount = amount;
    return limit;
}

std::vector<Limit> mergedLimits(std::vector<Limit> limits, const std::vector<Limit> &changes)
{
    for (const Limit &change : changes) {
        std::erase_if(limits, [&](const Limit &limit) { return change.replaces(limit); });
        limits.push_back(change);
    }
    const auto order = [](const Limit &limit) {
        const bool calendar = !limit.period.zone.empty();
        return std::tuple(limit.unit, calendar, limit.period.rolling, limit.period.calendar,
            std::string_view(limit.period.zone));
    };
    std::sort(
        limits.begin(), limits.end(), [&](const Limit &a, const Limit &b) { return order(a) < order(b); });
    return limits;
}

Limit inForce(Limit limit, Timestamp now)
{
    if (!limit.isRaisedAt(now))
        limit.raise.reset();
    return limit;
}

} // namespace gatehouse
