// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The part of everybody's limits that this gateway may spend, where several gateways share a store: a call
// takes from leases that are held here, without asking the store, and waits for it only when they do not
// suffice.

#include "core/access/ledger.h"
#include "gateway/net/asio.h"
#include "gateway/state/lease_share.h"
#include "store/store.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace gatehouse::gateway {

class Latch;
class SharedLimits;

// What a call holds of leases. One that goes unsettled is settled at its estimate.
class LeasedCharge {
public:
    LeasedCharge() = default;
    LeasedCharge(LeasedCharge &&other) noexcept;
    LeasedCharge &operator=(LeasedCharge &&other) noexcept;

    // Once; what is said later is ignored.
    void settle(const Charge &actual);

private:
    friend class SharedLimits;
    SharedLimits *m_limits = nullptr;
    std::vector<std::shared_ptr<LeaseShare>> m_shares;
    Charge m_estimate;
    Timestamp m_at{};
};

struct LeaseAdmission {
    std::optional<LimitBreach> breach; // what all gateways used of it is in the way
    bool unavailable = false; // leases are spent and the store does not answer
    LeasedCharge charge;
    RateView rates; // after it

    [[nodiscard]] bool isLetIn() const { return !breach && !unavailable; }
};

class SharedLimits {
public:
    // Takes a connection of its own. A lease lasts for `life` after the store last answered. `clock` outlives
    // it.
    SharedLimits(std::unique_ptr<store::Store> store, std::string gateway, Micros life);
    // Tells the store what was spent, and gives the rest back.
    ~SharedLimits();
    SharedLimits(const SharedLimits &) = delete;
    SharedLimits &operator=(const SharedLimits &) = delete;

    // From now on these limits hold. From any thread.
    void configure(const std::vector<SubjectLimits> &limits);
    // Takes `estimate` from the leases of every limit with a period, or nothing. Resumes on `loop`.
    [[nodiscard]] Task<LeaseAdmission> take(
        asio::io_context &loop, const Identity &identity, const Charge &estimate);

private:
    friend class LeasedCharge;
    using Shares = std::unordered_map<std::string, std::vector<std::shared_ptr<LeaseShare>>>;
    using Concerned = std::vector<std::shared_ptr<LeaseShare>>;
    // A call that waits for the next round.
    struct Waiter {
        asio::io_context *loop = nullptr;
        Latch *done = nullptr;
    };
    struct Round {
        Concerned shares;
        std::vector<store::LeaseAsk> asks; // in their order
        std::vector<Waiter> waiting;
    };
    enum class Taking { Taken, Waits, Refused };

    [[nodiscard]] Concerned sharesOf(const Identity &identity) const;
    [[nodiscard]] Taking tryTaking(const Concerned &shares, LeaseAdmission &admission, Waiter waiter);
    void take(const Concerned &shares, LeaseAdmission &admission);
    [[nodiscard]] Taking refuse(const Concerned &lacking, LeaseShare::Deadline at, LeaseAdmission &admission);
    void settle(const LeasedCharge &charge, const Charge &actual);

    // On the thread that asks the store.
    void run();
    enum class Which { Short, All, Last };
    [[nodiscard]] Round begin(Which which);
    void ask(Round &round);
    void finish(const Round &round);

    std::unique_ptr<store::Store> m_store;
    const Clock &m_clock;
    std::string m_gateway;
    Micros m_life;
    std::atomic<std::shared_ptr<const Shares>> m_shares; // never null
    std::mutex m_mutex; // guards what the shares hold and the members below
    std::condition_variable m_wake;
    std::vector<Waiter> m_waiting; // for the next round
    std::set<std::shared_ptr<LeaseShare>> m_short; // that the next round is for, before its time
    bool m_away = false; // the store did not answer the last round
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace gatehouse::gateway
