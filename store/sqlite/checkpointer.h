// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Moves the write-ahead log into the database beside the journal's writer, which never waits for it.

#include "store/store.h"

#include <atomic>
#include <memory>
#include <thread>

namespace gatehouse::store {

class Checkpointer {
public:
    explicit Checkpointer(std::unique_ptr<Store> store);
    ~Checkpointer();
    Checkpointer(const Checkpointer &) = delete;
    Checkpointer &operator=(const Checkpointer &) = delete;

    // Any thread: the log has this many pages now. Short logs are left alone.
    void logGrewTo(int pages);

private:
    enum Signal : int { Rest, Work, Stop };
    void run();

    std::unique_ptr<Store> m_store;
    std::atomic<int> m_signal = Rest;
    std::thread m_thread;
};

} // namespace gatehouse::store
