// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What all loops of a gateway share. Set up before they start, ended after they stopped.

#include "core/access/ledger.h"
#include "core/base/time.h"
#include "gateway/config.h"
#include "gateway/net/server_tls.h"
#include "gateway/net/tls.h"
#include "gateway/observe/observer.h"
#include "gateway/state/behaviour.h"
#include "gateway/state/counters.h"
#include "gateway/state/key_suspender.h"
#include "gateway/state/shared_limits.h"
#include "gateway/state/snapshot_source.h"
#include "gateway/state/store_desk.h"
#include "gateway/state/user_keys.h"
#include "gateway/upstream/target_health.h"
#include "store/journal.h"
#include "store/key_material.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::gateway {

struct Context {
    explicit Context(const Clock &now)
        : clock(now)
    {
    }

    GatewayConfig config;
    std::string id; // of this gateway: host name and port
    const Clock &clock;
    std::unique_ptr<ServerTls> serverTls; // null: plain listener
    std::unique_ptr<UserKeys> userKeys; // null: no token of a user is accepted
    TlsContext clientTls;
    Counters counters;
    RefusedKeys refusedKeys;
    std::atomic<bool> draining{false};
    std::optional<store::PayloadHasher> hasher;
    SecretString maskKey; // of masks of style `hash`, from `hasher`
    std::unique_ptr<store::Journal> journal;
    std::unique_ptr<StoreDesk> desk;
    Ledger ledger; // of everybody's limits
    std::unique_ptr<SharedLimits> sharedLimits; // null: one gateway has the store to itself
    BehaviourDesk behaviour;
    std::unique_ptr<KeySuspender> suspender;
    std::optional<TargetHealths> healths; // set before `snapshots`
    std::unique_ptr<SnapshotSource> snapshots;
    std::unique_ptr<Observer> observer;

    // "" when healthy, else everything that is wrong in words.
    [[nodiscard]] std::string degraded() const;
    // What is wrong, as words of a closed set: "policy", "sealing", "store", "journal", "unrecorded",
    // "fail_open", "tls".
    [[nodiscard]] std::vector<std::string_view> problems() const;
    // Why calls should go elsewhere: "draining", "store_stale", "records_refused"; "" when they should not.
    [[nodiscard]] std::string_view notReady() const;
    // Why no call can be answered now; "" when calls can be.
    [[nodiscard]] std::string unavailable() const;
};

} // namespace gatehouse::gateway
