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

// First and one past the last day of the period that holds `day`.
std::pair<date::local_days, date::local_days> daysOf(CalendarPeriod period, date::local_days day)
{
    const date::year_month_day date(day);
    const auto month = date.year() / date.month();
    const date::local_days monday = day - (date::weekday(day) - date::Monday);
    switch (period) {
    case CalendarPeriod::Week:
        return {monday, monday + date::days(7)};
    case CalendarPeriod::Month:
        return {date::local_days(month / 1), date::local_days((month + date::months(1)) / 1)};
    case CalendarPeriod::Year:
        return {
            date::local_days(date.year() / 1 / 1), date::local_days((date.year() + date::years(1)) / 1 / 1)};
    case CalendarPeriod::Hour:
    case CalendarPeriod::Day:
        break;
    }
    return {day, day + date::days(1)};
}

TimeSpan hourAt(const date::time_zone &zone, Timestamp when)
{
    const date::sys_info info = zone.get_info(when);
    const Timestamp start = std::chrono::floor<std::chrono::hours>(when + info.offset) - info.offset;
    return {
        std::max(start, Timestamp(info.begin)), std::min(start + std::chrono::hours(1), Timestamp(info.end))};
}

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

TimeSpan TimeZone::periodAt(CalendarPeriod period, Timestamp when) const
{
    if (period == CalendarPeriod::Hour)
        return hourAt(*m_zone, when);
    const auto [first, next] = daysOf(period, std::chrono::floor<date::days>(m_zone->to_local(when)));
    return {m_zone->to_sys(first, date::choose::earliest), m_zone->to_sys(next, date::choose::earliest)};
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
