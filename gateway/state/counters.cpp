// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/counters.h"

namespace gatehouse::gateway {
namespace {

constexpr std::size_t maximumAddresses = 1024;

} // namespace

void Counters::connectionClosed()
{
    if (--m_connections > 0)
        return;
    const std::lock_guard lock(m_mutex);
    m_closed.notify_all();
}

bool Counters::waitUntilClosed(std::chrono::milliseconds atMost)
{
    std::unique_lock lock(m_mutex);
    return m_closed.wait_for(lock, atMost, [this] { return m_connections == 0; });
}

void RefusedKeys::count(const std::string &sourceAddress)
{
    const std::lock_guard lock(m_mutex);
    const bool known = m_byAddress.contains(sourceAddress) || m_byAddress.size() < maximumAddresses;
    ++m_byAddress[known ? sourceAddress : "other addresses"];
}

std::string RefusedKeys::takeSummary()
{
    const std::lock_guard lock(m_mutex);
    std::string summary;
    for (const auto &[address, count] : m_byAddress) {
        summary += summary.empty() ? "" : ", ";
        summary += std::to_string(count) + " from " + address;
    }
    m_byAddress.clear();
    return summary;
}

} // namespace gatehouse::gateway
