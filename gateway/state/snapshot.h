// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a gateway decides by, read from the store as one immutable whole.

#include "core/access/key_table.h"
#include "core/access/price_table.h"
#include "core/message/wire_format.h"
#include "core/policy/compiled_policy.h"
#include "store/records.h"
#include "store/store.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace gatehouse::gateway {

// What a policy's behavioural rules ask of the gateway beyond judging.
struct BehaviourWatch {
    bool comparesPayloads = false; // some rule asks who else sent a text
    std::set<std::string> suspendingRules; // ids; when one of them is applied, the key is suspended
};

struct PolicyInForce {
    std::shared_ptr<const CompiledPolicy> policy; // never null in a snapshot
    store::PolicyRow policyRow; // of `policy`
    std::string policyHeader; // "baseline@sha256:3fa9c1200000"
    BehaviourWatch watch; // of `policy`
    std::string policyProblem; // why a newer published policy is not in force; "" when it is
};

struct Snapshot : PolicyInForce {
    KeyTable keys{{}};
    std::vector<store::Provider> providers;
    PriceTable prices;
    store::StoreSettings settings;

    // The first provider that serves `model`, speaks `family` and that the key may use; null when there is
    // none.
    [[nodiscard]] const store::Provider *providerFor(
        const Entitlement &entitlement, std::string_view model, WireFamily family) const;
};

// Keys, providers and settings anew; the policy is what `policy` says. Errors as of reading the store.
[[nodiscard]] Result<std::shared_ptr<const Snapshot>> loadSnapshot(store::Store &store, PolicyInForce policy);
// The same snapshot under another policy.
[[nodiscard]] std::shared_ptr<const Snapshot> withPolicy(const Snapshot &snapshot, PolicyInForce policy);

// Whether providers of this kind answer calls in formats of `family`.
[[nodiscard]] bool speaks(store::ProviderKind kind, WireFamily family);
[[nodiscard]] bool serves(const store::Provider &provider, std::string_view model);
// "*" or the very name.
[[nodiscard]] bool names(const std::vector<std::string> &list, std::string_view wanted);

} // namespace gatehouse::gateway
