// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the clocks of a named time zone show, with its summer time.

#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace date {
class time_zone;
}

namespace gatehouse {

struct LocalTime {
    int weekday = 0; // 0 Monday … 6 Sunday
    int minuteOfDay = 0;
};

class TimeZone {
public:
    // An IANA name ("Europe/Berlin", "UTC"). NotFound when this machine does not know it.
    [[nodiscard]] static Result<TimeZone> find(const std::string &name);
    [[nodiscard]] LocalTime at(Timestamp when) const;

private:
    explicit TimeZone(const date::time_zone *zone)
        : m_zone(zone)
    {
    }
    const date::time_zone *m_zone; // lives as long as the program
};

// "mon" … "sun" as LocalTime::weekday, and back.
[[nodiscard]] std::optional<int> weekdayFrom(std::string_view name);
[[nodiscard]] std::string_view weekdayName(int weekday);
// "08:30" as minutes of a day; "24:00" is its end.
[[nodiscard]] std::optional<int> minuteOfDayFrom(std::string_view text);

} // namespace gatehouse
