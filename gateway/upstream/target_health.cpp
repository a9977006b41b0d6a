// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/upstream/target_health.h"

#include <algorithm>

namespace gatehouse::gateway {

using store::CircuitState;

namespace {

constexpr int longestOpen = 8; // times the shortest

TargetHealth::Time::rep ticks(TargetHealth::Time at)
{
    return at.time_since_epoch().count();
}

} // namespace

TargetHealth::TargetHealth(const CircuitLimits &limits, Timestamp now)
    : m_limits(limits)
    , m_openFor(limits.open.count())
    , m_since(toMicros(now))
{
}

bool TargetHealth::isAvailable(Time now) const
{
    return m_state == CircuitState::Closed || ticks(now) >= m_openUntil;
}

void TargetHealth::began(Time now)
{
    ++m_calls;
    if (m_state == CircuitState::Closed)
        return;
    // Should this call never come back, another may try after the same time.
    m_openUntil = ticks(now + std::chrono::milliseconds(m_openFor));
    if (m_state == CircuitState::Open)
        enter(CircuitState::HalfOpen);
}

void TargetHealth::succeeded(Time now)
{
    countInWindow(now, false);
    if (m_state == CircuitState::Closed)
        return;
    m_windowCalls = 0;
    m_windowFailures = 0;
    m_openFor = m_limits.open.count();
    enter(CircuitState::Closed);
}

void TargetHealth::failed(Time now)
{
    ++m_failures;
    countInWindow(now, true);
    if (m_state != CircuitState::Closed) {
        m_openFor
            = std::min<std::chrono::milliseconds::rep>(m_openFor * 2, m_limits.open.count() * longestOpen);
        open(now);
    } else if (m_windowFailures >= m_limits.failures && m_windowFailures * 2 >= m_windowCalls) {
        open(now);
    }
}

void TargetHealth::countInWindow(Time now, bool failure)
{
    Time::rep start = m_windowStart;
    const bool over = ticks(now) - start >= ticks(Time(m_limits.window));
    if (over && m_windowStart.compare_exchange_strong(start, ticks(now))) {
        m_windowCalls = 0;
        m_windowFailures = 0;
    }
    ++m_windowCalls;
    if (failure)
        ++m_windowFailures;
}

void TargetHealth::open(Time now)
{
    m_openUntil = ticks(now + std::chrono::milliseconds(m_openFor));
    enter(CircuitState::Open);
}

void TargetHealth::enter(CircuitState state)
{
    m_state = state;
    m_since = toMicros(systemClock().now());
}

store::TargetHealthRow TargetHealth::row() const
{
    store::TargetHealthRow row;
    row.state = m_state;
    row.calls = m_calls;
    row.failures = m_failures;
    row.since = fromMicros(m_since);
    return row;
}

std::shared_ptr<TargetHealth> TargetHealths::of(const std::string &provider, const std::string &upstreamModel)
{
    const std::lock_guard lock(m_mutex);
    auto &target = m_targets[{provider, upstreamModel}];
    if (!target)
        target = std::make_shared<TargetHealth>(m_limits, systemClock().now());
    return target;
}

std::vector<store::TargetHealthRow> TargetHealths::rows(const std::string &gateway) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<store::TargetHealthRow> rows;
    for (const auto &[name, target] : m_targets) {
        store::TargetHealthRow row = target->row();
        if (row.calls == 0)
            continue;
        row.gateway = gateway;
        row.provider = name.first;
        row.upstreamModel = name.second;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace gatehouse::gateway
