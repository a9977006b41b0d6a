// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A running gateway: everything it is made of, started and ended in the right order.

#include "core/base/error.h"
#include "core/base/time.h"
#include "gateway/config.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace gatehouse::gateway {

class Gateway {
public:
    // Opens the store (made when missing, the baseline policy published when none is), takes its gateway
    // lock, listens. Calls are accepted when this returns. `clock` outlives it. Errors as of serve().
    [[nodiscard]] static Result<std::unique_ptr<Gateway>> start(
        const GatewayConfig &config, const std::string &storeLocation, const Clock &clock = systemClock());
    // Stops at once what drain() left.
    ~Gateway();
    Gateway(const Gateway &) = delete;
    Gateway &operator=(const Gateway &) = delete;

    // Where it listens; the port is the real one.
    [[nodiscard]] Address address() const;

    // Where it listens for metrics; nothing when it does not.
    [[nodiscard]] std::optional<Address> metricsAddress() const;

    // Reads the certificate's files again; what can't be used is logged, and the last good one stays.
    void reload();
    // False when a loop has not come round for so long that something is badly wrong with it.
    [[nodiscard]] bool isAlive() const;

    // New requests get 503, idle connections close, calls under way go on.
    void beginDrain();
    // True when no connection is left; waits at most this long.
    [[nodiscard]] bool waitDrained(std::chrono::milliseconds atMost);

private:
    struct Parts;
    explicit Gateway(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace gatehouse::gateway
