// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/upstream/pool.h"

#include <algorithm>

namespace gatehouse::gateway {
namespace {

constexpr std::size_t maximumIdle = 128; // an origin and a loop
// Below what servers commonly allow (60 s and more), so that we close before they do.
constexpr std::chrono::seconds maximumIdleTime{15};

} // namespace

std::unique_ptr<Wire> UpstreamPool::take(const std::string &origin)
{
    const auto found = m_idle.find(origin);
    if (found == m_idle.end())
        return nullptr;
    auto &idle = found->second;
    while (!idle.empty()) {
        auto wire = std::move(idle.back().wire);
        idle.pop_back();
        // Bytes nobody asked for would be taken for the next answer.
        if (wire->look() == Wire::Peer::Silent)
            return wire;
    }
    return nullptr;
}

void UpstreamPool::keep(const std::string &origin, std::unique_ptr<Wire> wire)
{
    auto &idle = m_idle[origin];
    if (idle.size() < maximumIdle)
        idle.push_back({std::move(wire), SteadyClock::now()});
}

void UpstreamPool::sweep()
{
    const auto oldest = SteadyClock::now() - maximumIdleTime;
    for (auto &[origin, idle] : m_idle)
        std::erase_if(idle, [&](const Idle &entry) { return entry.since < oldest; });
}

} // namespace gatehouse::gateway
