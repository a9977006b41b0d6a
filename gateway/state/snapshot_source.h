// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Keeps the snapshot fresh: one thread watches the store, so that a change of keys, providers, settings or
// the policy is in force within a quarter of a second. A store that tells of changes is looked at once it
// does, and more rarely beside, for a notice may be lost.

#include "core/access/ledger.h"
#include "core/base/time.h"
#include "gateway/state/policy_compiler.h"
#include "gateway/state/snapshot.h"
#include "store/change_notices.h"
#include "store/latency_histogram.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace gatehouse::gateway {

class SharedLimits;

class SnapshotSource {
public:
    // Who is told which limits hold.
    struct Limits {
        Ledger &ledger;
        SharedLimits *shared = nullptr; // null: one gateway has the store to itself
    };

    // Takes a connection of its own and reads once, limits into `limits`. `eachSecond` runs on the thread of
    // run(), with that connection. `limits` and `healths` outlive it.
    [[nodiscard]] static Result<std::unique_ptr<SnapshotSource>> open(std::unique_ptr<store::Store> store,
        Limits limits, TargetHealths &healths, std::function<void(store::Store &)> eachSecond);
    ~SnapshotSource();
    SnapshotSource(const SnapshotSource &) = delete;
    SnapshotSource &operator=(const SnapshotSource &) = delete;

    void start();
    void stop();

    [[nodiscard]] std::shared_ptr<const Snapshot> current() const { return m_current.load(); }
    // Since when the store could last be read.
    [[nodiscard]] std::chrono::steady_clock::duration age() const;
    [[nodiscard]] std::string storeProblem() const; // why it can't be read; "" when it can
    // From the commit of a change to its being in force.
    [[nodiscard]] store::LatencyHistogram::Figures propagation() const { return m_propagation.figures(); }
    // "" when healthy, else what is wrong in words.
    [[nodiscard]] std::string degraded() const;

private:
    SnapshotSource(std::unique_ptr<store::Store> store, Limits limits, TargetHealths &healths,
        std::function<void(store::Store &)> eachSecond);
    [[nodiscard]] Status refresh();
    [[nodiscard]] Result<PolicyInForce> policyFor(const store::StoredPolicy &published);
    [[nodiscard]] Result<bool> configurationChanged();
    void takeCompiled();
    void countPropagation();
    void look();
    void note(const Status &refreshed);
    void noteUnchanged();
    void run();
    // Until it is time to look again; true at the end.
    [[nodiscard]] bool rest(std::chrono::steady_clock::time_point nextSecond);

    std::unique_ptr<store::Store> m_store;
    Limits m_limits;
    CheckEnvironment m_environment; // for compiling policies
    TargetHealths &m_healths;
    std::function<void(store::Store &)> m_eachSecond;
    std::atomic<std::shared_ptr<const Snapshot>> m_current;
    std::atomic<std::chrono::steady_clock::rep> m_readAt{0};
    PolicyCompiler m_compiler;
    store::StoredPolicy m_published; // the newest, in force or not
    PolicyVersion m_refused; // the last version that did not compile
    std::string m_refusal; // and why
    Timestamp m_changedAt{}; // the newest change that was read
    store::LatencyHistogram m_propagation;
    std::int64_t m_dataVersion = -1;
    std::int64_t m_auditSeq = -1;
    std::string m_storeProblem; // guarded by m_mutex
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false; // guarded by m_mutex
    bool m_told = false; // of changes; guarded by m_mutex
    std::thread m_thread;
    std::optional<store::ChangeNotices> m_notices;
};

} // namespace gatehouse::gateway
