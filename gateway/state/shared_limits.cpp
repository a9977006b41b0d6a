// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/shared_limits.h"

#include "core/access/account.h"
#include "gateway/net/latch.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <spdlog/spdlog.h>
#include <utility>

namespace gatehouse::gateway {

using std::chrono::steady_clock;

namespace {

// Others may take what was granted for a call before it comes to it; then it asks again.
constexpr int mostTries = 100;
// In one transaction, so that nobody waits long for a limit that it locks.
constexpr std::size_t asksAtOnce = 100;

std::string subjectKey(LimitTier tier, const std::string &name)
{
    return std::to_string(static_cast<int>(tier)) + name;
}

const std::string &nameOf(LimitTier tier, const Identity &identity)
{
    const std::string *const names[]
        = {&identity.key, &identity.useCase, &identity.environment, &identity.team};
    return *names[static_cast<std::size_t>(tier)];
}

void keepTighter(std::optional<LimitState> &tightest, const LimitState &state)
{
    if (!tightest || state.left() < tightest->left())
        tightest = state;
}

} // namespace

LeasedCharge::LeasedCharge(LeasedCharge &&other) noexcept
{
    *this = std::move(other);
}

LeasedCharge &LeasedCharge::operator=(LeasedCharge &&other) noexcept
{
    m_limits = std::exchange(other.m_limits, nullptr);
    m_shares = std::move(other.m_shares);
    m_estimate = other.m_estimate;
    m_at = other.m_at;
    return *this;
}

void LeasedCharge::settle(const Charge &actual)
{
    if (SharedLimits *limits = std::exchange(m_limits, nullptr))
        limits->settle(*this, actual);
}

SharedLimits::SharedLimits(std::unique_ptr<store::Store> store, std::string gateway, Micros life)
    : m_store(std::move(store))
    , m_clock(m_store->clock())
    , m_gateway(std::move(gateway))
    , m_life(life)
    , m_shares(std::make_shared<const Shares>())
    , m_thread([this] { run(); })
{
}

SharedLimits::~SharedLimits()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void SharedLimits::configure(const std::vector<SubjectLimits> &limits)
{
    const auto known = m_shares.load();
    auto next = std::make_shared<Shares>();
    const std::lock_guard lock(m_mutex);
    for (const SubjectLimits &subject : limits) {
        const auto before = known->find(subjectKey(subject.tier, subject.name));
        Concerned shares;
        for (const Limit &limit : subject.limits) {
            if (limit.unit == LimitUnit::Parallel)
                continue;
            std::shared_ptr<LeaseShare> share;
            for (const auto &each : before == known->end() ? Concerned() : before->second) {
                if (limit.replaces(each->limit()))
                    share = each;
            }
            // Serials of this gateway's last run are behind.
            if (!share)
                share = std::make_shared<LeaseShare>(
                    subject.tier, subject.name, limit, toMicros(m_clock.now()));
            share->setLimit(limit);
            shares.push_back(std::move(share));
        }
        if (!shares.empty())
            next->emplace(subjectKey(subject.tier, subject.name), std::move(shares));
    }
    m_shares.store(std::move(next));
}

SharedLimits::Concerned SharedLimits::sharesOf(const Identity &identity) const
{
    Concerned found;
    const auto all = m_shares.load();
    if (all->empty())
        return found;
    for (const LimitTier tier : limitTiers) {
        if (const auto shares = all->find(subjectKey(tier, nameOf(tier, identity))); shares != all->end())
            found.insert(found.end(), shares->second.begin(), shares->second.end());
    }
    return found;
}

Task<LeaseAdmission> SharedLimits::take(
    asio::io_context &loop, const Identity &identity, const Charge &estimate)
{
    LeaseAdmission admission;
    admission.charge.m_estimate = estimate;
    const Concerned shares = sharesOf(identity);
    for (int tries = 0; !shares.empty() && tries < mostTries; ++tries) {
        Latch done(loop);
        if (tryTaking(shares, admission, {&loop, &done}) != Taking::Waits)
            break;
        m_wake.notify_one();
        co_await done.wait();
        admission.unavailable = tries + 1 == mostTries;
    }
    co_return admission;
}

SharedLimits::Taking SharedLimits::tryTaking(
    const Concerned &shares, LeaseAdmission &admission, Waiter waiter)
{
    const Charge &estimate = admission.charge.m_estimate;
    const auto wanted
        = [&](const std::shared_ptr<LeaseShare> &share) { return amountOf(share->limit().unit, estimate); };
    const auto now = steady_clock::now();
    const std::lock_guard lock(m_mutex);
    Concerned lacking;
    std::copy_if(shares.begin(), shares.end(), std::back_inserter(lacking),
        [&](const auto &share) { return wanted(share) > 0 && !share->has(wanted(share), now); });
    if (lacking.empty()) {
        take(shares, admission);
        return Taking::Taken;
    }
    const bool refused = std::any_of(lacking.begin(), lacking.end(),
        [&](const auto &share) { return share->isRefused(wanted(share), now); });
    if (refused || m_away || m_stopping)
        return refuse(lacking, now, admission);
    for (const auto &share : lacking) {
        share->need(wanted(share));
        m_short.insert(share);
    }
    m_waiting.push_back(waiter);
    return Taking::Waits;
}

void SharedLimits::take(const Concerned &shares, LeaseAdmission &admission)
{
    const Timestamp now = m_clock.now();
    LeasedCharge &charge = admission.charge;
    for (const auto &share : shares) {
        const LimitUnit unit = share->limit().unit;
        if (const std::int64_t amount = amountOf(unit, charge.m_estimate); amount > 0)
            share->spend(amount, now);
        if (share->runsLow() && m_short.insert(share).second)
            m_wake.notify_one();
        if (unit == LimitUnit::Requests)
            keepTighter(admission.rates.requests, share->state(now));
        else if (unit == LimitUnit::Tokens)
            keepTighter(admission.rates.tokens, share->state(now));
    }
    charge.m_limits = this;
    charge.m_shares = shares;
    charge.m_at = now;
}

// `at`: when a refusal was found to be believed still; it may be over by now.
SharedLimits::Taking SharedLimits::refuse(
    const Concerned &lacking, LeaseShare::Deadline at, LeaseAdmission &admission)
{
    const Timestamp now = m_clock.now();
    for (const auto &share : lacking) {
        const std::int64_t wanted = amountOf(share->limit().unit, admission.charge.m_estimate);
        if (!share->isRefused(wanted, at))
            continue;
        LimitBreach breach = share->breach(wanted, now);
        if (!admission.breach || isWorse(breach, *admission.breach))
            admission.breach = std::move(breach);
    }
    admission.unavailable = !admission.breach;
    return Taking::Refused;
}

void SharedLimits::settle(const LeasedCharge &charge, const Charge &actual)
{
    const Timestamp now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    for (const auto &share : charge.m_shares) {
        const LimitUnit unit = share->limit().unit;
        const std::int64_t difference = amountOf(unit, actual) - amountOf(unit, charge.m_estimate);
        if (difference != 0)
            share->correct(difference, charge.m_at, now);
    }
}

void SharedLimits::run()
{
    auto nextSecond = steady_clock::now() + std::chrono::seconds(1);
    for (Which which = Which::Short; which != Which::Last;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_until(
                lock, nextSecond, [this] { return m_stopping || (!m_short.empty() && !m_away); });
            const bool second = steady_clock::now() >= nextSecond;
            which = m_stopping ? Which::Last : second ? Which::All : Which::Short;
        }
        if (which == Which::All)
            nextSecond = steady_clock::now() + std::chrono::seconds(1);
        Round round = begin(which);
        ask(round);
        finish(round);
    }
}

SharedLimits::Round SharedLimits::begin(Which which)
{
    Round round;
    const auto all = m_shares.load();
    const std::lock_guard lock(m_mutex);
    round.waiting.swap(m_waiting);
    if (which != Which::Short) {
        for (const auto &[subject, shares] : *all) {
            for (const auto &share : shares) {
                share->secondPassed();
                if (share->isActive())
                    m_short.insert(share);
            }
        }
    }
    for (const auto &share : std::exchange(m_short, {})) {
        round.asks.push_back(share->ask(which == Which::Last));
        round.shares.push_back(share);
    }
    return round;
}

void SharedLimits::ask(Round &round)
{
    for (std::size_t from = 0; from < round.asks.size(); from += asksAtOnce) {
        const auto first = round.asks.begin() + static_cast<std::ptrdiff_t>(from);
        const auto count = std::min(asksAtOnce, round.asks.size() - from);
        const std::vector<store::LeaseAsk> some(first, first + static_cast<std::ptrdiff_t>(count));
        const auto sent = steady_clock::now();
        const auto grants = store::renewLeases(*m_store, m_gateway, m_life, some);
        const std::lock_guard lock(m_mutex);
        if (!grants && !m_away)
            spdlog::error("leases of limits are not renewed: {}", grants.error().line());
        m_away = !grants;
        if (!grants)
            return;
        for (std::size_t i = 0; i < count; ++i)
            round.shares[from + i]->granted((*grants)[i], sent + m_life, m_clock.now());
    }
}

void SharedLimits::finish(const Round &round)
{
    for (const Waiter &waiter : round.waiting)
        asio::post(*waiter.loop, [done = waiter.done] { done->set(); });
}

} // namespace gatehouse::gateway
