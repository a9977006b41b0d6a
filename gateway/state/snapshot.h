// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a gateway decides by, read from the store as one immutable whole.

#include "core/access/key_table.h"
#include "core/access/price_table.h"
#include "core/base/secret_string.h"
#include "core/policy/compiled_policy.h"
#include "core/policy/exceptions.h"
#include "gateway/state/targets.h"
#include "store/records.h"
#include "store/reviewer_keys.h"
#include "store/store.h"

#include <map>
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
    std::shared_ptr<const TargetTable> targets = std::make_shared<const TargetTable>(); // never null
    std::map<std::string, SecretString> credentials; // that rules name
    PriceTable prices;
    std::shared_ptr<const ExceptionTable> exceptions = std::make_shared<const ExceptionTable>(); // never null
    store::StoreSettings settings;
    store::Reviewers reviewers; // for whom originals are sealed

    // Why originals that are wanted sealed are not, or not for everybody; "" when they are.
    [[nodiscard]] std::string sealingProblem() const;
};

// Keys, providers and settings anew; the policy is what `policy` says. Errors as of reading the store.
[[nodiscard]] Result<std::shared_ptr<const Snapshot>> loadSnapshot(
    store::Store &store, PolicyInForce policy, TargetHealths &healths);
// The same snapshot under another policy.
[[nodiscard]] std::shared_ptr<const Snapshot> withPolicy(const Snapshot &snapshot, PolicyInForce policy);

} // namespace gatehouse::gateway
