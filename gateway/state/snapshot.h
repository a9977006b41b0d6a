// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a gateway decides by, read from the store as one immutable whole.

#include "core/access/key_table.h"
#include "core/policy/compiled_policy.h"
#include "store/records.h"
#include "store/store.h"

#include <memory>
#include <string>
#include <vector>

namespace gatehouse::gateway {

struct Snapshot {
    KeyTable keys{{}};
    std::vector<store::Provider> providers;
    std::shared_ptr<const CompiledPolicy> policy; // never null
    store::PolicyRow policyRow; // of `policy`
    store::StoreSettings settings;
    std::string policyHeader; // "baseline@sha256:3fa9c1200000"
    std::string policyProblem; // why a newer published policy is not in force; "" when it is

    // The first provider that serves `model` and that the key may use; null when there is none.
    [[nodiscard]] const store::Provider *providerFor(
        const Entitlement &entitlement, std::string_view model) const;
};

// Everything anew, except a policy that has not changed since `last` (which may be null). A published policy
// that does not compile leaves the last one in force and says so in policyProblem; without a last one it is
// an error.
[[nodiscard]] Result<std::shared_ptr<const Snapshot>> loadSnapshot(
    store::Store &store, const Snapshot *last, const CheckEnvironment &environment);

[[nodiscard]] bool serves(const store::Provider &provider, std::string_view model);
// "*" or the very name.
[[nodiscard]] bool names(const std::vector<std::string> &list, std::string_view wanted);

} // namespace gatehouse::gateway
