// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/limit_text.h"

#include "gateway/cli/output.h"

namespace gatehouse::gateway::cli {

namespace {

std::string amountText(const LimitState &state, std::int64_t amount)
{
    if (state.limit.unit == LimitUnit::Parallel)
        return "-";
    return state.limit.unit == LimitUnit::MicroUsd ? usdText(amount) + " USD" : std::to_string(amount);
}

} // namespace

std::string usedText(const LimitState &state)
{
    return amountText(state, state.used);
}

std::string leftText(const LimitState &state)
{
    return amountText(state, state.left());
}

std::string resetText(const LimitState &state)
{
    return state.limit.unit == LimitUnit::Parallel ? "-" : shortTime(state.nextReset);
}

} // namespace gatehouse::gateway::cli
