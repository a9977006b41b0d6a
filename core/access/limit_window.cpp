// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/limit_window.h"

namespace gatehouse {

namespace {

constexpr std::int64_t usualSteps = 60;
constexpr Micros longWindow = std::chrono::hours(48);

// The length of a step: a sixtieth, rounded up to what the store can tell apart.
Micros stepOf(Micros window)
{
    const Micros exact((window.count() + usualSteps - 1) / usualSteps);
    if (window < std::chrono::hours(1))
        return exact;
    const Micros unit
        = window > longWindow ? Micros(std::chrono::minutes(15)) : Micros(std::chrono::minutes(1));
    return (exact + unit - Micros(1)) / unit * unit;
}

Timestamp floorTo(Timestamp when, Micros step)
{
    const Micros since = when.time_since_epoch();
    const Micros rest = since % step;
    return when - (rest < Micros(0) ? rest + step : rest);
}

std::optional<TimeZone> zoneOf(const LimitPeriod &period)
{
    if (period.zone.empty())
        return {};
    // A zone that this machine has lost since the limit was set: its calendar is taken to be UTC's.
    auto zone = TimeZone::find(period.zone);
    if (!zone)
        zone = TimeZone::find("UTC");
    return zone ? std::optional(*zone) : std::nullopt;
}

} // namespace

LimitWindow::LimitWindow(const LimitPeriod &period)
    : m_calendar(period.calendar)
    , m_zone(zoneOf(period))
{
    if (m_zone)
        return;
    const Micros window = period.rolling > Micros(0) ? period.rolling : Micros(std::chrono::hours(24));
    m_step = stepOf(window);
    m_steps = (window.count() + m_step.count() - 1) / m_step.count();
}

WindowStep LimitWindow::at(Timestamp when) const
{
    if (m_zone) {
        const TimeSpan span = m_zone->periodAt(m_calendar, when);
        return {span, span.start};
    }
    const Timestamp start = floorTo(when, m_step);
    return {{start, start + m_step}, start - m_step * m_steps};
}

Timestamp LimitWindow::leavesAt(Timestamp stepStart) const
{
    if (m_zone)
        return m_zone->periodAt(m_calendar, stepStart).end;
    return stepStart + m_step * (m_steps + 1);
}

} // namespace gatehouse
