// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/ledger.h"

#include "core/access/account.h"

#include <algorithm>
#include <utility>

namespace gatehouse {

namespace {

// Threads read the clock and then wait for the lock: times come a little out of order. More than this is a
// clock that was put back.
constexpr Micros disorder = std::chrono::seconds(1);
constexpr std::size_t keptClockSteps = 64;

std::string accountKey(LimitTier tier, const std::string &name)
{
    return std::string(1, static_cast<char>('0' + static_cast<int>(tier))) + name;
}

const std::string &nameOf(LimitTier tier, const Identity &identity)
{
    switch (tier) {
    case LimitTier::Key:
        return identity.key;
    case LimitTier::UseCase:
        return identity.useCase;
    case LimitTier::Environment:
        return identity.environment;
    case LimitTier::Team:
        break;
    }
    return identity.team;
}

void keepTighter(std::optional<LimitState> &tightest, const LimitState &state)
{
    if (!tightest || state.left() < tightest->left())
        tightest = state;
}

RateView tightestOf(const std::vector<std::shared_ptr<Account>> &accounts, Timestamp now)
{
    RateView view;
    for (const auto &account : accounts) {
        for (Meter &meter : account->meters) {
            const LimitUnit unit = meter.limit().unit;
            if (unit == LimitUnit::Requests)
                keepTighter(view.requests, stateOf(account->tier, account->name, meter, now));
            else if (unit == LimitUnit::Tokens)
                keepTighter(view.tokens, stateOf(account->tier, account->name, meter, now));
        }
    }
    return view;
}

const std::vector<UsageStep> *historyOf(
    const std::vector<SubjectUsage> &history, LimitTier tier, const std::string &name)
{
    const auto found = std::find_if(history.begin(), history.end(),
        [&](const SubjectUsage &usage) { return usage.tier == tier && usage.name == name; });
    return found == history.end() ? nullptr : &found->steps;
}

} // namespace

Reservation::Reservation(Reservation &&other) noexcept
    : m_ledger(std::exchange(other.m_ledger, nullptr))
    , m_accounts(std::move(other.m_accounts))
    , m_estimate(other.m_estimate)
    , m_at(other.m_at)
    , m_epoch(other.m_epoch)
{
}

Reservation &Reservation::operator=(Reservation &&other) noexcept
{
    if (this != &other) {
        settle(m_estimate);
        m_ledger = std::exchange(other.m_ledger, nullptr);
        m_accounts = std::move(other.m_accounts);
        m_estimate = other.m_estimate;
        m_at = other.m_at;
        m_epoch = other.m_epoch;
    }
    return *this;
}

void Reservation::settle(const Charge &actual)
{
    if (Ledger *ledger = std::exchange(m_ledger, nullptr))
        ledger->settle(*this, actual);
}

Ledger::Ledger()
    : m_accounts(std::make_shared<const Accounts>())
{
}

std::vector<UsageWanted> Ledger::unknownOf(const std::vector<SubjectLimits> &limits, Timestamp now) const
{
    const auto known = m_accounts.load();
    std::vector<UsageWanted> wanted;
    for (const SubjectLimits &subject : limits) {
        const auto account = known->find(accountKey(subject.tier, subject.name));
        std::optional<Timestamp> from;
        for (const Limit &limit : subject.limits) {
            const bool isKnown = account != known->end() && account->second->find(limit) != nullptr;
            if (limit.unit == LimitUnit::Parallel || isKnown)
                continue;
            const Timestamp needed = Meter(limit).countsFrom(now);
            from = from ? std::min(*from, needed) : needed;
        }
        if (from)
            wanted.push_back({subject.tier, subject.name, *from});
    }
    return wanted;
}

void Ledger::configure(
    const std::vector<SubjectLimits> &limits, const std::vector<SubjectUsage> &history, Timestamp now)
{
    const auto known = m_accounts.load();
    auto next = std::make_shared<Accounts>();
    const std::lock_guard lock(m_mutex);
    for (const SubjectLimits &subject : limits) {
        if (subject.limits.empty())
            continue;
        const std::string key = accountKey(subject.tier, subject.name);
        const auto before = known->find(key);
        auto account = before == known->end() ? std::make_shared<Account>() : before->second;
        std::vector<Meter> meters;
        std::optional<Limit> mostParallel;
        for (const Limit &limit : subject.limits) {
            if (limit.unit == LimitUnit::Parallel) {
                mostParallel = limit;
                continue;
            }
            const Meter *kept = account->find(limit);
            meters.push_back(kept != nullptr ? *kept : Meter(limit));
            meters.back().setLimit(limit);
            const auto *usage = historyOf(history, subject.tier, subject.name);
            if (kept == nullptr && usage != nullptr)
                meters.back().seed(*usage, now);
        }
        account->tier = subject.tier;
        account->name = subject.name;
        account->meters = std::move(meters);
        account->mostParallel = mostParallel;
        next->insert_or_assign(key, std::move(account));
    }
    m_accounts.store(std::move(next));
}

std::vector<std::shared_ptr<Account>> Ledger::accountsOf(const Identity &identity) const
{
    std::vector<std::shared_ptr<Account>> found;
    const auto accounts = m_accounts.load();
    if (accounts->empty())
        return found;
    for (const LimitTier tier : limitTiers) {
        if (const auto account = accounts->find(accountKey(tier, nameOf(tier, identity)));
            account != accounts->end())
            found.push_back(account->second);
    }
    return found;
}

// The ledger's time never goes back unnoticed: what was used "later" is then taken as used now.
Timestamp Ledger::timeFor(Timestamp now)
{
    if (now >= m_latest)
        return m_latest = now;
    if (m_latest - now <= disorder)
        return m_latest;
    const auto accounts = m_accounts.load();
    for (const auto &[key, account] : *accounts)
        account->stepBack(now);
    m_steps.push_back({m_epoch++, now});
    if (m_steps.size() > keptClockSteps)
        m_steps.erase(m_steps.begin());
    return m_latest = now;
}

Timestamp Ledger::asStamped(Timestamp at, std::int64_t epoch) const
{
    for (const ClockStep &step : m_steps) {
        if (step.epoch >= epoch)
            at = std::min(at, step.to);
    }
    return at;
}

Admission Ledger::reserve(const Identity &identity, const Charge &estimate, Timestamp now)
{
    Admission admission;
    admission.reservation.m_estimate = estimate;
    auto accounts = accountsOf(identity);
    if (accounts.empty())
        return admission;
    const std::lock_guard lock(m_mutex);
    const Timestamp at = timeFor(now);
    for (const auto &account : accounts) {
        auto breach = account->breachBy(estimate, at);
        if (breach && (!admission.breach || isWorse(*breach, *admission.breach)))
            admission.breach = std::move(breach);
    }
    if (!admission.breach) {
        for (const auto &account : accounts)
            account->take(estimate, at);
        ++m_open;
        admission.reservation.m_ledger = this;
        admission.reservation.m_at = at;
        admission.reservation.m_epoch = m_epoch;
    }
    admission.rates = tightestOf(accounts, at);
    if (!admission.breach)
        admission.reservation.m_accounts = std::move(accounts);
    return admission;
}

void Ledger::settle(const Reservation &reservation, const Charge &actual)
{
    const std::lock_guard lock(m_mutex);
    const Timestamp at = asStamped(reservation.m_at, reservation.m_epoch);
    for (const auto &account : reservation.m_accounts)
        account->correct(reservation.m_estimate, actual, at);
    --m_open;
}

bool Ledger::limitsMoney(const Identity &identity)
{
    const auto accounts = accountsOf(identity);
    if (accounts.empty())
        return false;
    const std::lock_guard lock(m_mutex);
    return std::any_of(accounts.begin(), accounts.end(), [](const std::shared_ptr<Account> &account) {
        return std::any_of(account->meters.begin(), account->meters.end(),
            [](const Meter &meter) { return meter.limit().unit == LimitUnit::MicroUsd; });
    });
}

RateView Ledger::rates(const Identity &identity, Timestamp now)
{
    const auto accounts = accountsOf(identity);
    if (accounts.empty())
        return {};
    const std::lock_guard lock(m_mutex);
    return tightestOf(accounts, timeFor(now));
}

std::vector<LimitState> Ledger::states(const Identity &identity, Timestamp now)
{
    std::vector<LimitState> all;
    const auto accounts = accountsOf(identity);
    const std::lock_guard lock(m_mutex);
    const Timestamp at = timeFor(now);
    for (const auto &account : accounts)
        account->addStates(all, at);
    return all;
}

} // namespace gatehouse
