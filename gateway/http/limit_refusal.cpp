// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/limit_refusal.h"

#include "gateway/http/rate_fields.h"

#include <boost/json.hpp>

namespace gatehouse::gateway {
namespace {

namespace json = boost::json;

std::string_view unitWord(LimitUnit unit)
{
    switch (unit) {
    case LimitUnit::Requests:
        return "requests";
    case LimitUnit::Parallel:
        return "calls at once";
    case LimitUnit::MicroUsd:
        return "USD";
    case LimitUnit::Tokens:
    case LimitUnit::BudgetTokens:
        break;
    }
    return "tokens";
}

std::string amountText(LimitUnit unit, std::int64_t amount)
{
    return unit == LimitUnit::MicroUsd ? usdText(amount) : std::to_string(amount);
}

std::string message(const LimitBreach &breach)
{
    const LimitState &state = breach.state;
    const LimitUnit unit = state.limit.unit;
    const std::string whose = "of this call's " + std::string(label(state.tier));
    std::string text = (isBudget(unit) ? "The budget " : "The rate limit ") + whose + " ("
        + limitText(state.limit) + ") leaves too little: " + amountText(unit, state.used) + " of "
        + amountText(unit, state.amount) + " " + std::string(unitWord(unit)) + " are used or reserved";
    if (unit == LimitUnit::Parallel)
        return text;
    if (breach.wanted > 1)
        text += ", this call may take " + amountText(unit, breach.wanted);
    return text + "; next reset " + toRfc3339(state.nextReset);
}

json::object about(const LimitBreach &breach)
{
    const LimitState &state = breach.state;
    json::object told{{"tier", name(state.tier)}, {"limit", limitText(state.limit)}};
    const std::string suffix = state.limit.unit == LimitUnit::MicroUsd ? "_uusd" : "";
    told["amount" + suffix] = state.amount;
    told["used" + suffix] = state.used;
    told["wanted" + suffix] = breach.wanted;
    told["next_reset_at"] = state.limit.unit == LimitUnit::Parallel ? json::value(nullptr)
                                                                    : json::value(toRfc3339(state.nextReset));
    return told;
}

} // namespace

Refusal refusalOf(const LimitBreach &breach, Timestamp now)
{
    const bool budget = isBudget(breach.state.limit.unit);
    Refusal why = refusalWith(
        budget ? 402 : 429, budget ? "budget_exceeded" : "rate_limit_exceeded", message(breach));
    why.limit = json::serialize(about(breach));
    if (!budget && breach.retryAt)
        why.retryAfter = retrySeconds(*breach.retryAt - now);
    why.neverRetry = !breach.retryAt;
    return why;
}

} // namespace gatehouse::gateway
