// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What was used of one limit, step by step of its window.

#include "core/access/limit_window.h"

#include <vector>

namespace gatehouse {

// What a call uses, or is estimated to use.
struct Charge {
    std::int64_t requests = 0, tokens = 0, microUsd = 0;

    friend bool operator==(const Charge &, const Charge &) = default;
};
[[nodiscard]] std::int64_t amountOf(LimitUnit unit, const Charge &charge);

// What was used in the minute (or, longer ago, the quarter of an hour) that starts then.
struct UsageStep {
    Timestamp start{};
    Charge charge;
};

// Not thread-safe. Times are the caller's; they may go back only by way of stepBack().
class Meter {
public:
    explicit Meter(const Limit &limit);

    [[nodiscard]] const Limit &limit() const { return m_limit; }
    // Another amount or raise of the same thing over the same period.
    void setLimit(const Limit &limit) { m_limit = limit; }
    // What a store remembers. A minute that a step divides counts as used at its end, so nothing is
    // forgotten.
    void seed(const std::vector<UsageStep> &usage, Timestamp now);
    // From when on usage may still count at `now`.
    [[nodiscard]] Timestamp countsFrom(Timestamp now);

    // Negative amounts correct what was added at that time before.
    void add(Timestamp at, std::int64_t amount);
    // The clock went back to `now`: what was used later was used now.
    void stepBack(Timestamp now);

    [[nodiscard]] std::int64_t used(Timestamp now);
    // When something that counts stops counting; with nothing used, when a use of now would.
    [[nodiscard]] Timestamp nextReset(Timestamp now);
    // When nothing counts any more, if nothing more is used.
    [[nodiscard]] Timestamp fullReset(Timestamp now);
    // When `amount` more would fit, if nothing else is used; nothing when it never does.
    [[nodiscard]] std::optional<Timestamp> fitsAt(Timestamp now, std::int64_t amount);

private:
    struct Used {
        Timestamp start{};
        std::int64_t amount = 0;
    };
    void moveTo(Timestamp now);
    [[nodiscard]] std::int64_t counting() const;
    [[nodiscard]] std::optional<Timestamp> fitsBelow(
        std::int64_t most, Timestamp now, std::int64_t amount) const;
    [[nodiscard]] std::vector<Used>::const_iterator firstCounting() const;

    Limit m_limit;
    LimitWindow m_window;
    WindowStep m_now;
    bool m_started = false;
    std::vector<Used> m_used; // by start
    std::int64_t m_sum = 0; // of what counts at m_now
};

} // namespace gatehouse
