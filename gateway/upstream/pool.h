// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Kept-alive connections to upstreams, newest first, one pool a loop.

#include "gateway/net/wire.h"

#include <chrono>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace gatehouse::gateway {

class UpstreamPool {
public:
    // An idle connection that still lives, or null.
    [[nodiscard]] std::unique_ptr<Wire> take(const std::string &origin);
    // Keeps a connection whose last answer was read whole.
    void keep(const std::string &origin, std::unique_ptr<Wire> wire);
    // Closes what has been idle for too long.
    void sweep();
    void clear() { m_idle.clear(); }

private:
    struct Idle {
        std::unique_ptr<Wire> wire;
        SteadyClock::time_point since;
    };
    std::unordered_map<std::string, std::vector<Idle>> m_idle;
};

} // namespace gatehouse::gateway
