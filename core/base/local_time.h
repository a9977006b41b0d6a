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

// Parts of a calendar. Weeks begin on Monday (ISO 8601).
enum class CalendarPeriod { Hour, Day, Week, Month, Year };

struct TimeSpan {
    Timestamp start{}, end{}; // the end does not belong to it
    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

class TimeZone {
public:
    // An IANA name ("Europe/Berlin", "UTC"). NotFound when this machine does not know it.
    [[nodiscard]] static Result<TimeZone> find(const std::string &name);
    [[nodiscard]] LocalTime at(Timestamp when) const;
    // The period of this zone's calendar that holds `when`. A day of a change to or from summer time has 23
    // or 25 hours; where midnight is skipped, the day begins when the clocks have moved. An hour ends early
    // where the clocks change within it.
    [[nodiscard]] TimeSpan periodAt(CalendarPeriod period, Timestamp when) const;

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
