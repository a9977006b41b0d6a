// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The gateway's figures in Prometheus' text format (version 0.0.4).

#include "gateway/observe/call_counts.h"
#include "store/journal.h"

#include <string>
#include <vector>

namespace gatehouse::gateway {

// What is measured now, beside what was counted.
struct GatewayFigures {
    CallCounts calls; // of all loops together
    store::JournalFigures journal;
    store::LatencyHistogram::Figures propagation; // of changes, from their commit to their being in force
    std::string policyName, policyVersion; // in force
    std::int64_t policyOrdinal = 0;
    std::int64_t streams = 0, connections = 0, reservations = 0;
    std::int64_t unrecorded = 0; // answered by leave of the policy
    double snapshotAgeSeconds = 0;
    bool ready = false;
    std::vector<std::string_view> problems; // of Context::problems()
    std::optional<double> certificateExpires; // Unix time
    struct Delivery { // of traces or of an alert target
        std::string name; // "traces", "webhook", …
        std::int64_t sent = 0, dropped = 0, dead = 0;
        std::int64_t waiting = 0;
    };
    std::vector<Delivery> deliveries;
    struct Upstream { // as the one that chooses targets sees it
        std::string provider;
        std::string model; // as the provider calls it; "" for a provider that serves models under their names
        bool healthy = true;
    };
    std::vector<Upstream> upstreams;
};

[[nodiscard]] std::string exposition(const GatewayFigures &figures);

} // namespace gatehouse::gateway
