// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Tells the service manager that started the gateway, if one did, how it is: systemd's sd_notify(3).

#include <chrono>
#include <optional>

namespace gatehouse::gateway {

class ServiceManager {
public:
    void ready() const;
    void reloading() const; // ready() follows
    void stopping() const;
    void alive() const;

    // How often it wants to hear alive(): half of what it waits. Nothing: not at all.
    [[nodiscard]] std::optional<std::chrono::milliseconds> aliveEvery() const;
};

} // namespace gatehouse::gateway
