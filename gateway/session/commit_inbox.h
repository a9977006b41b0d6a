// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How the journal's thread tells a loop that records are durable: a whole group wakes the loop once. Knows
// how far the loop's answers may be ahead of their records.

#include "core/base/error.h"
#include "gateway/net/latch.h"

#include <boost/asio/post.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace gatehouse::gateway {

// Of one record; lives on the loop.
struct CommitState {
    explicit CommitState(asio::io_context &loop)
        : done(loop)
    {
    }
    Latch done;
    Status status;
    SteadyClock::time_point handedOver;
    bool answered = false; // before it was done
};

// Outlives the journal's thread, as its loop does.
class CommitInbox {
public:
    explicit CommitInbox(asio::io_context &loop)
        : m_loop(loop)
    {
    }

    // Before the loop runs. `lost` hears, on the loop, why a record is not durable whose answer did not wait.
    void letAnswersLead(std::chrono::milliseconds window, std::function<void(const Status &)> lost)
    {
        m_window = window;
        m_lost = std::move(lost);
    }
    // On the loop: a record is handed over.
    void note(const std::shared_ptr<CommitState> &state, SteadyClock::time_point now)
    {
        if (m_window.count() == 0)
            return;
        state->handedOver = now;
        m_underWay.push_back(state);
    }
    // On the loop: whether an answer may leave before its record is durable. It may not while an older record
    // waits too long, so a disk that hangs holds answers up instead of letting ever more go unrecorded.
    [[nodiscard]] bool mayLead(SteadyClock::time_point now)
    {
        while (!m_underWay.empty() && m_underWay.front()->done.isSet())
            m_underWay.pop_front();
        return m_window.count() > 0
            && (m_underWay.empty() || now - m_underWay.front()->handedOver < m_window);
    }

    [[nodiscard]] asio::io_context &loop() { return m_loop; }

    // Any thread.
    void arrived(std::shared_ptr<CommitState> state, const Status &status)
    {
        if (put(std::move(state), status))
            asio::post(m_loop, [this] { tell(); });
    }

private:
    // True when nothing was there before.
    bool put(std::shared_ptr<CommitState> state, const Status &status)
    {
        const std::lock_guard guard(m_mutex);
        m_arrived.emplace_back(std::move(state), status);
        return m_arrived.size() == 1;
    }
    void tell()
    {
        std::vector<std::pair<std::shared_ptr<CommitState>, Status>> arrived;
        {
            const std::lock_guard guard(m_mutex);
            arrived.swap(m_arrived);
        }
        for (auto &[state, status] : arrived) {
            state->status = std::move(status);
            state->done.set();
            if (state->answered && !state->status)
                m_lost(state->status);
        }
    }

    asio::io_context &m_loop;
    std::chrono::milliseconds m_window{0}; // 0: answers wait for their records
    std::function<void(const Status &)> m_lost;
    std::deque<std::shared_ptr<CommitState>> m_underWay; // in the order they were handed over
    std::mutex m_mutex;
    std::vector<std::pair<std::shared_ptr<CommitState>, Status>> m_arrived;
};

} // namespace gatehouse::gateway
