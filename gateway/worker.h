// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One loop on one thread: its listener, its connections, its upstream pool, its clockwork.

#include "gateway/net/deadlines.h"
#include "gateway/observe/call_counts.h"
#include "gateway/session/call_control.h"
#include "gateway/session/commit_inbox.h"
#include "gateway/state/context.h"
#include "gateway/upstream/http_call.h"
#include "gateway/upstream/pool.h"

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

namespace gatehouse::gateway {

class Connection;

class Worker {
public:
    explicit Worker(Context &context);
    ~Worker();

    // Shares the address with the other workers' listeners. Errors: Unreachable when it is taken or not ours.
    [[nodiscard]] Status listen(const Tcp::endpoint &endpoint);
    [[nodiscard]] Tcp::endpoint endpoint() const;
    void start();

    // From any thread. Takes no new connections and closes idle ones; calls under way go on.
    void drain();
    // From any thread. Stops calls under way and closes everything.
    void abandon();
    // After the connections are gone: ends the thread.
    void stop();

    // From any thread: `take` is called on the loop with what it counted so far.
    void collect(std::function<void(const CallCounts &)> take);
    // From any thread. How long the loop has not come round; it does so ten times a second.
    [[nodiscard]] std::chrono::steady_clock::duration silence() const;

    // For connections of this loop.
    [[nodiscard]] Context &context() { return m_context; }
    [[nodiscard]] asio::io_context &loop() { return m_loop; }
    [[nodiscard]] CommitInbox &commits() { return m_commits; }
    [[nodiscard]] Deadlines &deadlines() { return m_deadlines; }
    [[nodiscard]] UpstreamLane lane();
    [[nodiscard]] std::string_view date() const { return m_date; }
    void enter(Connection &connection);
    void leave(Connection &connection);
    void enter(CallControl &call) { m_calls.push_back(call); }
    // Counts an answered call, and tells those outside who want to know.
    void report(const CallReport &report);
    void countStranger() { ++m_counts.strangers; }

private:
    [[nodiscard]] Task<void> acceptAll();
    void serve(Socket socket);
    void everySweep();
    void stopRevoked();

    Context &m_context;
    asio::io_context m_loop{1};
    CommitInbox m_commits{m_loop};
    asio::executor_work_guard<Executor> m_work;
    Acceptor m_acceptor;
    Deadlines m_deadlines;
    UpstreamPool m_pool;
    CallControls m_calls;
    CallCounts m_counts;
    std::atomic<SteadyClock::rep> m_cameRound{0};
    std::vector<Connection *> m_connections;
    std::shared_ptr<const Snapshot> m_swept; // the snapshot the calls were last held against
    std::string m_date;
    std::int64_t m_dateSecond = 0;
    std::thread m_thread;
};

} // namespace gatehouse::gateway
