// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who has used how much: an estimate is reserved before a call, in all its tiers or in none, and settled on
// what was used. Deterministic: the clock and the history are the caller's.

#include "core/access/meter.h"
#include "core/policy/condition.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace gatehouse {

// A limit, and what is left of it.
struct LimitState {
    LimitTier tier = LimitTier::Key;
    std::string name; // of the subject
    Limit limit;
    std::int64_t amount = 0; // of the limit at that time: with a raise that holds
    std::int64_t used = 0; // reservations of calls under way included
    Timestamp nextReset{}; // when something stops counting; of parallel calls now
    Timestamp fullReset{}; // when nothing counts any more

    [[nodiscard]] std::int64_t left() const { return amount > used ? amount - used : 0; }
};

struct LimitBreach {
    LimitState state; // the limit in the way; of several the one that lasts longest, budgets first
    std::int64_t wanted = 0; // what the call would have taken of it
    std::optional<Timestamp> retryAt; // when the call would pass if nobody else came; nothing when never
};

// The tightest rates of a call's tiers, for the headers of its answer.
struct RateView {
    std::optional<LimitState> requests, tokens;
};

struct Account;
class Ledger;

// What a call holds of its limits. One that goes unsettled is settled at its estimate.
class Reservation {
public:
    Reservation() = default;
    Reservation(Reservation &&other) noexcept;
    Reservation &operator=(Reservation &&other) noexcept;
    ~Reservation() { settle(m_estimate); }

    // Once; what is said later is ignored.
    void settle(const Charge &actual);
    [[nodiscard]] const Charge &estimate() const { return m_estimate; }

private:
    friend class Ledger;
    Ledger *m_ledger = nullptr;
    std::vector<std::shared_ptr<Account>> m_accounts;
    Charge m_estimate;
    Timestamp m_at{};
    std::int64_t m_epoch = 0;
};

struct Admission {
    std::optional<LimitBreach> breach; // nothing: let in
    Reservation reservation;
    RateView rates; // after it
};

// Usage of a subject that a ledger is to be told with its limits.
struct UsageWanted {
    LimitTier tier = LimitTier::Key;
    std::string name;
    Timestamp from{};
};
struct SubjectUsage {
    LimitTier tier = LimitTier::Key;
    std::string name;
    std::vector<UsageStep> steps;
};

// Shared by all loops of a gateway. Its lock is held for arithmetic only, and not at all for calls that no
// limit concerns.
class Ledger {
public:
    Ledger();
    Ledger(const Ledger &) = delete;
    Ledger &operator=(const Ledger &) = delete;

    // Which history configure() needs for the limits that are not known yet.
    [[nodiscard]] std::vector<UsageWanted> unknownOf(
        const std::vector<SubjectLimits> &limits, Timestamp now) const;
    // From now on these limits hold. Those known before keep what was used of them.
    void configure(
        const std::vector<SubjectLimits> &limits, const std::vector<SubjectUsage> &history, Timestamp now);

    // Takes `estimate` from every limit of every tier, or nothing.
    [[nodiscard]] Admission reserve(const Identity &identity, const Charge &estimate, Timestamp now);
    [[nodiscard]] bool limitsMoney(const Identity &identity);
    [[nodiscard]] RateView rates(const Identity &identity, Timestamp now);
    [[nodiscard]] std::vector<LimitState> states(const Identity &identity, Timestamp now);
    // Calls that hold a reservation now.
    [[nodiscard]] std::int64_t open() const { return m_open; }

private:
    friend class Reservation;
    using Accounts = std::unordered_map<std::string, std::shared_ptr<Account>>;
    struct ClockStep {
        std::int64_t epoch = 0;
        Timestamp to{};
    };

    [[nodiscard]] std::vector<std::shared_ptr<Account>> accountsOf(const Identity &identity) const;
    [[nodiscard]] Timestamp timeFor(Timestamp now);
    [[nodiscard]] Timestamp asStamped(Timestamp at, std::int64_t epoch) const;
    void settle(const Reservation &reservation, const Charge &actual);

    std::atomic<std::shared_ptr<const Accounts>> m_accounts; // never null
    std::mutex m_mutex; // guards what the accounts hold and the members below
    Timestamp m_latest{};
    std::int64_t m_epoch = 0; // counts the clock's steps back
    std::vector<ClockStep> m_steps;
    std::atomic<std::int64_t> m_open{0};
};

} // namespace gatehouse
