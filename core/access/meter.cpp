// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/meter.h"

#include <algorithm>

namespace gatehouse {

namespace {

constexpr Micros storedStep = std::chrono::minutes(1);
// Steps no longer counting are kept for a while: a clock that was ahead and is put right finds them again.
constexpr std::size_t keptSteps = 256;

} // namespace

std::int64_t amountOf(LimitUnit unit, const Charge &charge)
{
    switch (unit) {
    case LimitUnit::Requests:
        return charge.requests;
    case LimitUnit::Tokens:
    case LimitUnit::BudgetTokens:
        return charge.tokens;
    case LimitUnit::MicroUsd:
        return charge.microUsd;
    case LimitUnit::Parallel:
        break;
    }
    return 0;
}

Meter::Meter(const Limit &limit)
    : m_limit(limit)
    , m_window(limit.period)
{
}

void Meter::seed(const std::vector<UsageStep> &usage, Timestamp now)
{
    for (const UsageStep &step : usage) {
        if (const std::int64_t amount = amountOf(m_limit.unit, step.charge); amount != 0)
            add(std::min(step.start + storedStep - Micros(1), now), amount);
    }
    m_started = false;
}

Timestamp Meter::countsFrom(Timestamp now)
{
    return m_window.at(now).countsFrom;
}

void Meter::add(Timestamp at, std::int64_t amount)
{
    const bool inStep = m_started && at >= m_now.span.start && at < m_now.span.end;
    const Timestamp start = inStep ? m_now.span.start : m_window.at(at).span.start;
    auto place = std::lower_bound(m_used.begin(), m_used.end(), start,
        [](const Used &used, Timestamp wanted) { return used.start < wanted; });
    if (place == m_used.end() || place->start != start)
        place = m_used.insert(place, {start, 0});
    // Of a step that was let go meanwhile there is nothing to correct.
    const std::int64_t before = place->amount;
    place->amount = std::max<std::int64_t>(0, before + amount);
    if (m_started && start >= m_now.countsFrom)
        m_sum += place->amount - before;
}

void Meter::stepBack(Timestamp now)
{
    const WindowStep step = m_window.at(now);
    std::int64_t later = 0;
    while (!m_used.empty() && m_used.back().start > step.span.start) {
        later += m_used.back().amount;
        m_used.pop_back();
    }
    m_started = false;
    if (later > 0)
        add(now, later);
}

void Meter::moveTo(Timestamp now)
{
    if (m_started && now >= m_now.span.start && now < m_now.span.end)
        return;
    m_now = m_window.at(now);
    m_started = true;
    if (m_used.size() > keptSteps)
        m_used.erase(m_used.begin(), m_used.end() - keptSteps);
    m_sum = counting();
}

std::vector<Meter::Used>::const_iterator Meter::firstCounting() const
{
    return std::find_if(
        m_used.begin(), m_used.end(), [&](const Used &used) { return used.start >= m_now.countsFrom; });
}

std::int64_t Meter::counting() const
{
    std::int64_t sum = 0;
    for (auto used = firstCounting(); used != m_used.end(); ++used)
        sum += used->amount;
    return sum;
}

std::int64_t Meter::used(Timestamp now)
{
    moveTo(now);
    return m_sum;
}

Timestamp Meter::nextReset(Timestamp now)
{
    moveTo(now);
    const auto first
        = std::find_if(firstCounting(), m_used.cend(), [](const Used &used) { return used.amount > 0; });
    return m_window.leavesAt(first == m_used.cend() ? m_now.span.start : first->start);
}

Timestamp Meter::fullReset(Timestamp now)
{
    moveTo(now);
    for (auto used = m_used.rbegin(); used != m_used.rend() && used->start >= m_now.countsFrom; ++used) {
        if (used->amount > 0)
            return m_window.leavesAt(used->start);
    }
    return now;
}

std::optional<Timestamp> Meter::fitsAt(Timestamp now, std::int64_t amount)
{
    moveTo(now);
    const auto soonest = fitsBelow(m_limit.amountAt(now), now, amount);
    const bool afterRaise = m_limit.isRaisedAt(now) && (!soonest || *soonest >= m_limit.raise->until);
    return afterRaise ? fitsBelow(m_limit.amount, now, amount) : soonest;
}

std::optional<Timestamp> Meter::fitsBelow(std::int64_t most, Timestamp now, std::int64_t amount) const
{
    if (amount > most)
        return {};
    std::int64_t left = m_sum;
    for (auto used = firstCounting(); left + amount > most && used != m_used.cend(); ++used) {
        left -= used->amount;
        if (left + amount <= most)
            return m_window.leavesAt(used->start);
    }
    return now;
}

} // namespace gatehouse
