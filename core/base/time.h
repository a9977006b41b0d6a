// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Points in time as the store keeps them: UTC microseconds; and the one clock everybody asks.

#include "core/base/error.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace gatehouse {

using Micros = std::chrono::microseconds;
using Timestamp = std::chrono::sys_time<Micros>;

// A clock that tests can hold still.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

// The machine's own clock; lives as long as the program.
[[nodiscard]] const Clock &systemClock();

[[nodiscard]] constexpr std::int64_t toMicros(Timestamp at)
{
    return at.time_since_epoch().count();
}
[[nodiscard]] constexpr Timestamp fromMicros(std::int64_t micros)
{
    return Timestamp(Micros(micros));
}

// "2026-11-23T12:04:07.000123Z" (RFC 3339, UTC, always six decimals).
[[nodiscard]] std::string toRfc3339(Timestamp at);
// Accepts any RFC 3339 time in UTC ("Z" or "+00:00"), with zero to six decimals, or a bare date.
[[nodiscard]] Result<Timestamp> fromRfc3339(std::string_view text);
// "30d", "12h", "45m", "10s" as a duration; at least one second.
[[nodiscard]] Result<Micros> parseDuration(std::string_view text);

} // namespace gatehouse
