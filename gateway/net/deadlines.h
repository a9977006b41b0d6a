// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Timeouts of one loop: a single coarse timer looks through everything that has a deadline.

#include "gateway/net/asio.h"

#include <boost/intrusive/list.hpp>
#include <chrono>
#include <functional>

namespace gatehouse::gateway {

class Deadlines;

// A deadline that may be set again and again. Not movable: the loop's list points at it.
class Deadline : public boost::intrusive::list_base_hook<> {
public:
    // `onExpired` runs on the loop, at most one sweep late; it may cancel things, not end deadlines.
    Deadline(Deadlines &deadlines, std::function<void()> onExpired);
    ~Deadline();
    Deadline(const Deadline &) = delete;
    Deadline &operator=(const Deadline &) = delete;

    void set(std::chrono::milliseconds fromNow);
    void clear() { m_at = SteadyClock::time_point::max(); }

private:
    friend class Deadlines;
    Deadlines &m_deadlines;
    std::function<void()> m_onExpired;
    SteadyClock::time_point m_at = SteadyClock::time_point::max();
};

class Deadlines {
public:
    static constexpr std::chrono::milliseconds sweepEvery{100};

    explicit Deadlines(asio::io_context &loop);

    // `onSweep` runs after each sweep.
    void start(std::function<void()> onSweep);
    void stop();

private:
    friend class Deadline;
    void arm();
    void sweep();

    Timer m_timer;
    bool m_stopped = false;
    std::function<void()> m_onSweep;
    boost::intrusive::list<Deadline> m_entries;
};

} // namespace gatehouse::gateway
