// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What is left of limits, worked out from what the store remembers.
#include "store/json_text.h"
#include "store/limits.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::store {

namespace {

std::string_view unitWord(LimitUnit unit)
{
    switch (unit) {
    case LimitUnit::Requests:
        return "requests";
    case LimitUnit::Tokens:
        return "tokens";
    case LimitUnit::Parallel:
        return "parallel";
    case LimitUnit::MicroUsd:
        return "uusd";
    case LimitUnit::BudgetTokens:
        break;
    }
    return "budget_tokens";
}

// The ledger a gateway would have that started now.
Status fill(Ledger &ledger, Store &store, const std::vector<SubjectLimits> &limits, Timestamp now)
{
    const auto history = usageFor(store, ledger.unknownOf(limits, now));
    if (!history)
        return tl::unexpected(history.error());
    ledger.configure(limits, *history, now);
    return {};
}

Identity identityOf(const SubjectLimits &subject)
{
    Identity identity;
    std::string *const places[] = {&identity.key, &identity.useCase, &identity.environment, &identity.team};
    *places[static_cast<std::size_t>(subject.tier)] = subject.name;
    return identity;
}

bool concerns(const SubjectLimits &subject, const Identity &identity)
{
    const std::string *const places[]
        = {&identity.key, &identity.useCase, &identity.environment, &identity.team};
    return *places[static_cast<std::size_t>(subject.tier)] == subject.name;
}

} // namespace

Result<std::vector<std::vector<LimitState>>> limitStates(Store &store, const std::vector<KeyRow> &keys)
{
    const Timestamp now = store.clock().now();
    auto limits = listLimits(store);
    if (!limits)
        return tl::unexpected(limits.error());
    // What others used need not be read.
    std::erase_if(*limits, [&](const SubjectLimits &subject) {
        return std::none_of(keys.begin(), keys.end(),
            [&](const KeyRow &key) { return concerns(subject, key.record.identity); });
    });
    Ledger ledger;
    if (const Status filled = fill(ledger, store, *limits, now); !filled)
        return tl::unexpected(filled.error());
    std::vector<std::vector<LimitState>> states;
    states.reserve(keys.size());
    for (const KeyRow &key : keys)
        states.push_back(ledger.states(key.record.identity, now));
    return states;
}

Result<std::vector<LimitState>> allLimitStates(Store &store)
{
    const Timestamp now = store.clock().now();
    const auto limits = listLimits(store);
    if (!limits)
        return tl::unexpected(limits.error());
    Ledger ledger;
    if (const Status filled = fill(ledger, store, *limits, now); !filled)
        return tl::unexpected(filled.error());
    std::vector<LimitState> all;
    for (const SubjectLimits &subject : *limits) {
        auto states = ledger.states(identityOf(subject), now);
        std::move(states.begin(), states.end(), std::back_inserter(all));
    }
    return all;
}

std::string toJson(const LimitState &state)
{
    const bool hasPeriod = state.limit.unit != LimitUnit::Parallel;
    JsonObject object;
    object.add("tier", name(state.tier))
        .add("name", state.name)
        .add("limit", limitText(state.limit))
        .add("unit", unitWord(state.limit.unit))
        .add("amount", state.amount)
        .raw("raised_until", state.limit.raise ? jsonText(toRfc3339(state.limit.raise->until)) : "null")
        // Only a running gateway knows its calls under way.
        .raw("used", hasPeriod ? std::to_string(state.used) : "null")
        .raw("left", hasPeriod ? std::to_string(state.left()) : "null");
    return object.raw("next_reset_at", hasPeriod ? jsonText(toRfc3339(state.nextReset)) : "null").text();
}

} // namespace gatehouse::store
