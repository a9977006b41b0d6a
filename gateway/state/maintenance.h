// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a gateway does for its store on the side: settles what dead gateways left open, signs the audit log's
// head each minute, applies retention.

#include "store/store.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace gatehouse::gateway {

class Maintenance {
public:
    // Takes a connection of its own; everything happens on one thread.
    Maintenance(std::unique_ptr<store::Store> store, std::string gatewayId);
    ~Maintenance();
    Maintenance(const Maintenance &) = delete;
    Maintenance &operator=(const Maintenance &) = delete;

private:
    void run();
    [[nodiscard]] bool isStopping();
    void settle();
    void sign();
    void retain();

    std::unique_ptr<store::Store> m_store;
    std::string m_gatewayId;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false; // guarded by m_mutex
    bool m_saidNoRetention = false;
    std::thread m_thread;
};

} // namespace gatehouse::gateway
