// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/demo/calendar.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gatehouse::store {

namespace {

constexpr int hours = 30 * 24;
constexpr double hourMicros = 3600.0 * 1000 * 1000;

// Calls in an hour, relative: a hump around early afternoon, some batch work at night, a third on weekends,
// and slow growth over the month.
double weightOf(Timestamp hour, int index)
{
    const auto day = std::chrono::floor<std::chrono::days>(hour);
    const double clock = static_cast<double>((hour - day) / std::chrono::hours(1));
    const double hump = std::max(0.0, std::cos((clock - 13.5) / 24 * 2 * std::numbers::pi));
    const std::chrono::weekday weekday(day);
    const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    return (0.08 + hump) * (weekend ? 0.35 : 1.0) * (1 + 0.3 * index / hours);
}

} // namespace

Calendar::Calendar(Timestamp now)
    : m_start(now - std::chrono::hours(hours))
{
    double sum = 0;
    for (int hour = 0; hour < hours; ++hour) {
        m_before.push_back(sum);
        sum += weightOf(m_start + std::chrono::hours(hour), hour);
    }
    m_before.push_back(sum);
    for (double &share : m_before)
        share /= sum;
}

Timestamp Calendar::timeOf(std::int64_t index, std::int64_t count, double fraction) const
{
    const double share = (static_cast<double>(index) + fraction) / static_cast<double>(count);
    const auto next = std::upper_bound(m_before.begin() + 1, m_before.end() - 1, share);
    const auto hour = static_cast<std::size_t>(next - m_before.begin()) - 1;
    const double within = (share - m_before[hour]) / (m_before[hour + 1] - m_before[hour]);
    return m_start + std::chrono::hours(hour) + Micros(static_cast<std::int64_t>(within * hourMicros));
}

} // namespace gatehouse::store
