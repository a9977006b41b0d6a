// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Compiles published policies beside the thread that watches the store: one that takes its time must not
// keep a revocation waiting.

#include "gateway/state/snapshot.h"
#include "store/policies.h"

#include <future>
#include <memory>
#include <optional>

namespace gatehouse::gateway {

// Compiles on the caller's thread. InvalidInput, naming the version, when it does not compile.
[[nodiscard]] Result<PolicyInForce> compilePolicy(
    const store::StoredPolicy &published, const CheckEnvironment &environment);

// Used by one thread.
class PolicyCompiler {
public:
    struct Outcome {
        PolicyVersion version; // of the policy that was to be compiled
        Result<PolicyInForce> policy;
    };

    // Only while not busy.
    void start(store::StoredPolicy published, CheckEnvironment environment);
    [[nodiscard]] bool isBusy() const { return m_running.valid(); }
    // The outcome once it is there; each is given once.
    [[nodiscard]] std::optional<Outcome> take();

private:
    std::future<Outcome> m_running;
};

} // namespace gatehouse::gateway
