// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/service_manager.h"

#include <cstdint>
#include <ctime>
#include <string>
#include <systemd/sd-daemon.h>

namespace gatehouse::gateway {

void ServiceManager::ready() const
{
    (void)sd_notify(0, "READY=1");
}

// Type=notify-reload wants the time, so that it can tell this answer from an earlier one.
void ServiceManager::reloading() const
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const std::int64_t micros = static_cast<std::int64_t>(now.tv_sec) * 1'000'000 + now.tv_nsec / 1'000;
    (void)sd_notify(0, ("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(micros)).c_str());
}

void ServiceManager::stopping() const
{
    (void)sd_notify(0, "STOPPING=1");
}

void ServiceManager::alive() const
{
    (void)sd_notify(0, "WATCHDOG=1");
}

std::optional<std::chrono::milliseconds> ServiceManager::aliveEvery() const
{
    std::uint64_t micros = 0;
    if (sd_watchdog_enabled(0, &micros) <= 0)
        return std::nullopt;
    return std::chrono::milliseconds(micros / 2000);
}

} // namespace gatehouse::gateway
