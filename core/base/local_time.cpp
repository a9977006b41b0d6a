// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/local_time.h"

#include <algorithm>
#include <array>
#include <date/tz.h>

namespace gatehouse {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr int minutesPerDay = 24 * 60;

} // namespace

Result<TimeZone> TimeZone::find(const std::string &name)
{
    try {
        const TimeZone zone(date::locate_zone(name));
        (void)zone.at(Timestamp()); // reads the zone's rules now rather than while a call is judged
        return zone;
    } catch (const std::exception &) {
        return fail(ErrorKind::NotFound, "this time zone is not known", name, "write Europe/Berlin or UTC");
    }
}

LocalTime TimeZone::at(Timestamp when) const
{
    const auto local = m_zone->to_local(when);
    const auto day = std::chrono::floor<date::days>(local);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local - day);
    return {static_cast<int>(date::weekday(day).iso_encoding()) - 1, static_cast<int>(minutes.count())};
}

std::optional<int> weekdayFrom(std::string_view name)
{
    const auto found = std::find(weekdays.begin(), weekdays.end(), name);
    if (found == weekdays.end())
        return {};
    return static_cast<int>(found - weekdays.begin());
}

std::string_view weekdayName(int weekday)
{
    return weekdays.at(static_cast<std::size_t>(weekday));
}

std::optional<int> minuteOfDayFrom(std::string_view text)
{
    const auto digit = [&](std::size_t at) { return text[at] - '0'; };
    if (text.size() != 5 || text[2] != ':')
        return {};
    for (const std::size_t at : {0U, 1U, 3U, 4U}) {
        if (text[at] < '0' || text[at] > '9')
            return {};
    }
    const int minutes = digit(3) * 10 + digit(4);
    const int all = (digit(0) * 10 + digit(1)) * 60 + minutes;
    return minutes < 60 && all <= minutesPerDay ? std::optional(all) : std::nullopt;
}

} // namespace gatehouse
