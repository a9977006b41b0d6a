// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What all loops of a gateway share. Set up before they start, ended after they stopped.

#include "core/base/time.h"
#include "gateway/config.h"
#include "gateway/net/tls.h"
#include "gateway/state/counters.h"
#include "gateway/state/permits.h"
#include "gateway/state/snapshot_source.h"
#include "store/journal.h"
#include "store/key_material.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>

namespace gatehouse::gateway {

struct Context {
    GatewayConfig config;
    std::string id; // of this gateway: host name and port
    const Clock &clock = systemClock();
    TlsContext serverTls; // null: plain listener
    TlsContext clientTls;
    Counters counters;
    RefusedKeys refusedKeys;
    std::atomic<bool> draining{false};
    std::optional<store::PayloadHasher> hasher;
    std::unique_ptr<store::Journal> journal;
    std::unique_ptr<PermitDesk> permits;
    std::unique_ptr<SnapshotSource> snapshots;

    // "" when healthy, else everything that is wrong in words.
    [[nodiscard]] std::string degraded() const;
    // Why no call can be answered now; "" when calls can be.
    [[nodiscard]] std::string unavailable() const;
};

} // namespace gatehouse::gateway
