// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Figures the loops count and the heartbeat reports.

#include "core/base/time.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace gatehouse::gateway {

class Counters {
public:
    std::atomic<std::int64_t> requests{0}; // authenticated calls since the start
    std::atomic<std::int64_t> streams{0}; // being sent now

    // Of calls the policy lets go out unrecorded, and the last of them.
    void answeredUnrecorded(Timestamp at)
    {
        ++m_unrecorded;
        m_lastUnrecorded = toMicros(at);
    }
    [[nodiscard]] std::int64_t unrecorded() const { return m_unrecorded; }
    [[nodiscard]] Timestamp lastUnrecorded() const { return fromMicros(m_lastUnrecorded); }

    [[nodiscard]] std::int64_t connections() const { return m_connections; }
    void connectionOpened() { ++m_connections; }
    void connectionClosed();
    // True when none is open; waits at most this long.
    [[nodiscard]] bool waitUntilClosed(std::chrono::milliseconds atMost);

private:
    std::atomic<std::int64_t> m_connections{0};
    std::atomic<std::int64_t> m_unrecorded{0}, m_lastUnrecorded{0};
    std::mutex m_mutex;
    std::condition_variable m_closed;
};

// Refused keys by source address. Strangers leave no record, only this; the number of addresses is bounded.
class RefusedKeys {
public:
    void count(const std::string &sourceAddress);
    // What gathered since the last call, as "3 from 10.0.0.7, 1 from …"; "" when nothing did.
    [[nodiscard]] std::string takeSummary();

private:
    std::mutex m_mutex;
    std::map<std::string, std::int64_t> m_byAddress;
};

} // namespace gatehouse::gateway
