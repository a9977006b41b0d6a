// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whether a target is worth calling: a circuit breaker that loops read and write without a lock.
//
// It opens when, within one window, at least `failures` calls failed and at least half of all did. While open
// the target is passed over if there is another. After `open` one call tries it again (half open): when that
// succeeds it closes, when it fails it stays open for twice as long, up to eight times `open`.

#include "store/records.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace gatehouse::gateway {

struct CircuitLimits {
    int failures = 5;
    std::chrono::milliseconds window{10'000};
    std::chrono::milliseconds open{5'000};
};

class TargetHealth {
public:
    using Time = std::chrono::steady_clock::time_point;

    TargetHealth(const CircuitLimits &limits, Timestamp now);

    // Closed, or due for a try.
    [[nodiscard]] bool isAvailable(Time now) const;
    // A call goes out; while open, the others keep passing the target over until it is back.
    void began(Time now);
    void succeeded(Time now);
    void failed(Time now);

    // Roughly, for whoever looks: what is read together need not be of one moment.
    [[nodiscard]] store::CircuitState state() const { return m_state; }
    [[nodiscard]] store::TargetHealthRow row() const;

private:
    void countInWindow(Time now, bool failure);
    void open(Time now);
    void enter(store::CircuitState state);

    CircuitLimits m_limits;
    std::atomic<store::CircuitState> m_state{store::CircuitState::Closed};
    std::atomic<Time::rep> m_openUntil{0};
    std::atomic<std::chrono::milliseconds::rep> m_openFor;
    std::atomic<Time::rep> m_windowStart{0};
    std::atomic<int> m_windowCalls{0}, m_windowFailures{0};
    std::atomic<std::int64_t> m_calls{0}, m_failures{0};
    std::atomic<std::int64_t> m_since; // microseconds, of the state
};

// The health of every target of a gateway, kept over changes of its configuration.
class TargetHealths {
public:
    explicit TargetHealths(const CircuitLimits &limits = {})
        : m_limits(limits)
    {
    }

    // Of this target, new when it was never asked for. `upstreamModel` is "" for a provider as a whole.
    [[nodiscard]] std::shared_ptr<TargetHealth> of(
        const std::string &provider, const std::string &upstreamModel);
    // What there is to tell of those that were called, by provider and model; `gateway` is filled in.
    [[nodiscard]] std::vector<store::TargetHealthRow> rows(const std::string &gateway) const;

private:
    CircuitLimits m_limits;
    mutable std::mutex m_mutex;
    std::map<std::pair<std::string, std::string>, std::shared_ptr<TargetHealth>>
        m_targets; // guarded by m_mutex
};

} // namespace gatehouse::gateway
