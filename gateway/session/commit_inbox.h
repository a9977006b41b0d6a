// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How the journal's thread tells a loop that records are durable: a whole group wakes the loop once.

#include "core/base/error.h"
#include "gateway/net/latch.h"

#include <boost/asio/post.hpp>
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
};

// Outlives the journal's thread, as its loop does.
class CommitInbox {
public:
    explicit CommitInbox(asio::io_context &loop)
        : m_loop(loop)
    {
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
        }
    }

    asio::io_context &m_loop;
    std::mutex m_mutex;
    std::vector<std::pair<std::shared_ptr<CommitState>, Status>> m_arrived;
};

} // namespace gatehouse::gateway
