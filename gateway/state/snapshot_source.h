// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Keeps the snapshot fresh: one thread watches the store, so a revocation is in force within a second.

#include "core/base/time.h"
#include "gateway/state/snapshot.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace gatehouse::gateway {

class SnapshotSource {
public:
    static constexpr std::chrono::milliseconds pollEvery{200};

    // Takes a connection of its own and reads once. `eachSecond` runs on the thread of run().
    [[nodiscard]] static Result<std::unique_ptr<SnapshotSource>> open(
        std::unique_ptr<store::Store> store, std::function<void()> eachSecond);
    ~SnapshotSource();
    SnapshotSource(const SnapshotSource &) = delete;
    SnapshotSource &operator=(const SnapshotSource &) = delete;

    void start();
    void stop();

    [[nodiscard]] std::shared_ptr<const Snapshot> current() const { return m_current.load(); }
    // Since when the store could last be read.
    [[nodiscard]] std::chrono::steady_clock::duration age() const;
    // "" when healthy, else what is wrong in words.
    [[nodiscard]] std::string degraded() const;

private:
    SnapshotSource(std::unique_ptr<store::Store> store, std::function<void()> eachSecond);
    [[nodiscard]] Status refresh();
    [[nodiscard]] Result<bool> configurationChanged();
    void note(const Status &refreshed);
    void noteUnchanged();
    void run();

    std::unique_ptr<store::Store> m_store;
    CheckEnvironment m_environment; // for compiling policies
    std::function<void()> m_eachSecond;
    std::atomic<std::shared_ptr<const Snapshot>> m_current;
    std::atomic<std::chrono::steady_clock::rep> m_readAt{0};
    std::int64_t m_dataVersion = -1;
    std::int64_t m_auditSeq = -1;
    std::string m_storeProblem; // guarded by m_mutex
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false; // guarded by m_mutex
    std::thread m_thread;
};

} // namespace gatehouse::gateway
