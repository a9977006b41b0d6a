// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A session that listens for NOTIFY on a thread of its own, and comes back by itself after it broke.

#include "store/postgres/session.h"

#include <chrono>
#include <functional>
#include <thread>

namespace gatehouse::store {

class PostgresListener {
public:
    // `heard` is called on the thread: after each notice, and each time the session begins.
    PostgresListener(PostgresAddress address, std::function<void()> heard);
    ~PostgresListener();
    PostgresListener(const PostgresListener &) = delete;
    PostgresListener &operator=(const PostgresListener &) = delete;

private:
    void run();
    [[nodiscard]] Status begin();
    // Until the session breaks or the end.
    void listen();
    void takeNotices();
    // True when the end came within this time.
    [[nodiscard]] bool endsWithin(std::chrono::milliseconds time) const;

    PostgresSession m_session;
    std::function<void()> m_heard;
    int m_end = -1; // an eventfd, readable once it is over
    std::thread m_thread;
};

} // namespace gatehouse::store
