// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/lease_share.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gatehouse::gateway {
namespace {

// A lease is to last as long as keys are believed that cannot be read anew, when the store goes away.
constexpr double secondsHeld = 30;
// One that was used lately holds at least this part of its limit while there is plenty, so that a gateway
// with few calls can live on it too.
constexpr std::int64_t leastPart = 50;
constexpr int secondsUntilIdle = 60;
// Whoever goes on asking for what is spent does not make the store busy.
constexpr std::chrono::milliseconds believesRefusal{100};
// What is held elsewhere comes back within a second where it is not spent.
constexpr Micros comesBack = std::chrono::seconds(1);

} // namespace

LeaseShare::LeaseShare(LimitTier tier, std::string name, const Limit &limit, std::int64_t firstSerial)
    : m_tier(tier)
    , m_name(std::move(name))
    , m_limit(limit)
    , m_window(limit.period)
    , m_serial(firstSerial)
    , m_seen(limit)
{
}

// Finding a calendar's step takes time, and nearly always it is the one of the call before.
Timestamp LeaseShare::stepOf(Timestamp at)
{
    if (at < m_step.span.start || at >= m_step.span.end)
        m_step = m_window.at(at);
    return m_step.span.start;
}

bool LeaseShare::has(std::int64_t amount, Deadline now) const
{
    return m_held >= amount && now < m_deadline;
}

void LeaseShare::spend(std::int64_t amount, Timestamp at)
{
    m_held -= amount;
    m_spent[stepOf(at)] += amount;
    m_thisSecond += amount;
    m_idleSeconds = 0;
}

void LeaseShare::correct(std::int64_t difference, Timestamp at, Timestamp now)
{
    const Timestamp start = m_window.at(at).span.start;
    // What does not count any more gives nothing back.
    if (start < m_window.at(now).countsFrom)
        return;
    m_spent[start] += difference;
    m_held -= difference;
    m_thisSecond = std::max<std::int64_t>(0, m_thisSecond + difference);
}

void LeaseShare::need(std::int64_t amount)
{
    m_smallest = m_needed == 0 ? amount : std::min(m_smallest, amount);
    m_needed += amount;
    m_idleSeconds = 0;
}

bool LeaseShare::runsLow() const
{
    return m_free > 0 && m_held < target() / 4;
}

void LeaseShare::secondPassed()
{
    m_rate = (m_rate + static_cast<double>(std::exchange(m_thisSecond, 0))) / 2;
    m_idleSeconds = std::min(m_idleSeconds + 1, secondsUntilIdle + 1);
}

// The scarcer it gets, the less is held that others may need more.
std::int64_t LeaseShare::target() const
{
    if (m_idleSeconds > secondsUntilIdle)
        return 0;
    const auto wished
        = std::max(std::llround(m_rate * secondsHeld), static_cast<long long>(m_limit.amount / leastPart));
    const std::int64_t soon = std::llround(m_rate);
    return std::min<std::int64_t>(wished, std::max(soon, m_free / (2 * (m_others + 1))));
}

bool LeaseShare::isActive() const
{
    return m_held != 0 || m_needed > 0 || !m_spent.empty() || m_isTelling;
}

store::LeaseAsk LeaseShare::ask(bool last)
{
    if (!m_isTelling) {
        m_telling = std::exchange(m_spent, {});
        m_isTelling = true;
        ++m_serial;
    }
    // Spent beyond the lease is spent all the same.
    m_held = std::max<std::int64_t>(0, m_held);
    const std::int64_t goal = last ? 0 : target();
    if (m_held > goal + goal / 2)
        m_held = goal;
    m_kept = m_held;
    m_asked = last ? 0 : std::exchange(m_needed, 0);
    store::LeaseAsk ask{m_tier, m_name, m_limit, {}, m_serial, m_kept, m_asked, m_smallest,
        std::max<std::int64_t>(0, goal - m_kept)};
    for (const auto &[start, amount] : m_telling)
        ask.spent.push_back({start, amount});
    return ask;
}

void LeaseShare::granted(const store::LeaseGrant &grant, Deadline deadline, Timestamp now)
{
    m_isTelling = false;
    m_telling.clear();
    m_held += grant.held - m_kept;
    m_deadline = deadline;
    if (grant.held < m_asked) {
        m_refusedFrom = m_smallest;
        m_refusedUntil = std::chrono::steady_clock::now() + believesRefusal;
    }
    m_seen = Meter(m_limit);
    for (const store::LeaseUse &use : grant.used)
        m_seen.add(use.start, use.amount);
    m_elsewhere = grant.elsewhere;
    m_others = grant.others;
    m_free
        = std::max<std::int64_t>(0, m_limit.amountAt(now) - m_seen.used(now) - grant.elsewhere - grant.held);
}

// What is spent here since the store was asked is part of what it takes for held.
LimitState LeaseShare::state(Timestamp now)
{
    const std::int64_t amount = m_limit.amountAt(now);
    const std::int64_t left = std::max<std::int64_t>(0, m_held) + m_free;
    return {m_tier, m_name, inForce(m_limit, now), amount, std::max<std::int64_t>(0, amount - left),
        m_seen.nextReset(now), m_seen.fullReset(now)};
}

LimitBreach LeaseShare::breach(std::int64_t wanted, Timestamp now)
{
    Meter all = m_seen;
    all.setLimit(m_limit);
    if (m_elsewhere > 0)
        all.add(now, m_elsewhere);
    auto retryAt = all.fitsAt(now, wanted);
    if (retryAt && *retryAt > now + comesBack && wanted <= m_elsewhere + m_free)
        retryAt = now + comesBack;
    return {state(now), wanted, retryAt};
}

} // namespace gatehouse::gateway
