// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Time as one limit counts it: in steps, of which the last few (rolling) or just one (calendar) count.

#include "core/access/limit.h"

namespace gatehouse {

struct WindowStep {
    TimeSpan span; // the step that holds the moment asked about
    Timestamp countsFrom{}; // what was used in steps that start at or after this counts
};

// A rolling window is kept in at least 60 steps. What was used leaves it with its step, so it counts for the
// whole window and at most one step longer: never is more than the limit used within any window's length.
//
// Steps are whole minutes from a window of an hour on and whole quarters of an hour from more than two days
// on: that is how finely the store remembers what was used (store/usage.h), and no zone's calendar divides
// time more finely.
class LimitWindow {
public:
    explicit LimitWindow(const LimitPeriod &period);

    [[nodiscard]] WindowStep at(Timestamp when) const;
    // When what was used in this step stops counting.
    [[nodiscard]] Timestamp leavesAt(Timestamp stepStart) const;

private:
    Micros m_step{0}; // of a rolling window
    std::int64_t m_steps = 0; // that make up the window
    CalendarPeriod m_calendar;
    std::optional<TimeZone> m_zone; // of a calendar's
};

} // namespace gatehouse
