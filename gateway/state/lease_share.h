// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A gateway's lease of one limit: what it may spend without asking, and what it has to tell.

#include "core/access/ledger.h"
#include "core/access/limit_window.h"
#include "store/leases.h"

#include <chrono>
#include <map>
#include <string>

namespace gatehouse::gateway {

using LeaseGrants = Result<std::vector<store::LeaseGrant>>;

// Not thread-safe. Times are the gateway's clock; `deadline`s the steady one.
class LeaseShare {
public:
    using Deadline = std::chrono::steady_clock::time_point;

    LeaseShare(LimitTier tier, std::string name, const Limit &limit, std::int64_t firstSerial);

    [[nodiscard]] const Limit &limit() const { return m_limit; }
    // Another amount or raise of the same thing over the same period.
    void setLimit(const Limit &limit) { m_limit = limit; }

    [[nodiscard]] bool has(std::int64_t amount, Deadline now) const;
    void spend(std::int64_t amount, Timestamp at);
    // Corrects what was spent at that time before.
    void correct(std::int64_t difference, Timestamp at, Timestamp now);

    // Asks the next round for what a call waits for.
    void need(std::int64_t amount);
    // The store has just said that so much is not there.
    [[nodiscard]] bool isRefused(std::int64_t amount, Deadline now) const
    {
        return now < m_refusedUntil && amount >= m_refusedFrom;
    }
    // So little is left that the next calls may have to wait.
    [[nodiscard]] bool runsLow() const;

    // Once a second: how fast it is spent, and so how much of it is worth holding.
    void secondPassed();
    // Whether there is anything to tell, to keep or to ask for.
    [[nodiscard]] bool isActive() const;
    // What is not kept can't be spent any more. `last`: nothing is kept.
    [[nodiscard]] store::LeaseAsk ask(bool last);
    // What is not granted may have been heard all the same, and is told again under the same serial.
    void granted(const store::LeaseGrant &grant, Deadline deadline, Timestamp now);

    [[nodiscard]] LimitState state(Timestamp now);
    [[nodiscard]] LimitBreach breach(std::int64_t wanted, Timestamp now);

private:
    [[nodiscard]] Timestamp stepOf(Timestamp at);
    [[nodiscard]] std::int64_t target() const;

    LimitTier m_tier;
    std::string m_name;
    Limit m_limit;
    LimitWindow m_window;
    WindowStep m_step;
    std::int64_t m_held = 0; // may be spent until the deadline; less than nothing after a call took more than
                             // it had reserved
    Deadline m_deadline{};
    std::map<Timestamp, std::int64_t> m_spent, m_telling; // by step; not told yet, and being told
    bool m_isTelling = false;
    std::int64_t m_serial;
    std::int64_t m_kept = 0; // as it was said in the round under way
    std::int64_t m_needed = 0, m_smallest = 0;
    std::int64_t m_asked = 0; // of `m_needed`, in the round under way
    std::int64_t m_refusedFrom = 0; // the least that was refused
    Deadline m_refusedUntil{};
    std::int64_t m_thisSecond = 0; // spent
    double m_rate = 0; // a second
    int m_idleSeconds = 0;
    Meter m_seen; // what all used, as the store said last
    std::int64_t m_elsewhere = 0; // held by others
    std::int64_t m_free = 0; // held by nobody
    int m_others = 0;
};

} // namespace gatehouse::gateway
