// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A record on its way to the disk, and the wait for its arrival.

#include "gateway/net/latch.h"
#include "store/journal.h"

#include <memory>

namespace gatehouse::gateway {

class Commit {
public:
    // Hands the record over at once; it commits while the caller goes on.
    template <class Record>
    Commit(asio::io_context &loop, store::Journal &journal, Record record)
        : m_state(std::make_shared<State>(loop))
    {
        journal.write(std::move(record), [state = m_state](const Status &status) {
            asio::post(state->loop, [state, status] {
                state->status = status;
                state->done.set();
            });
        });
    }

    // Until it is durable, or cannot be. May be called once it is known, any number of times.
    [[nodiscard]] Task<Status> wait() const
    {
        co_await m_state->done.wait();
        co_return m_state->status;
    }

private:
    struct State {
        explicit State(asio::io_context &ioLoop)
            : loop(ioLoop)
            , done(ioLoop)
        {
        }
        asio::io_context &loop;
        Latch done;
        Status status;
    };
    std::shared_ptr<State> m_state;
};

} // namespace gatehouse::gateway
