// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How much confirming one run of a check may do, counted in steps: never in time, so that a verdict does not
// depend on the machine or its load.

#include <cstddef>
#include <cstdint>

namespace gatehouse {

// Governs the confirmations of this thread while it lives. A step is one candidate confirmed, or one KiB of
// text searched for it. Without a budget nothing is counted.
class StepBudget {
public:
    explicit StepBudget(std::uint64_t steps);
    ~StepBudget();
    StepBudget(const StepBudget &) = delete;
    StepBudget &operator=(const StepBudget &) = delete;

    [[nodiscard]] bool isExhausted() const { return m_exhausted; }

    // Takes the steps of one search of so many bytes; false: the search must not be made.
    [[nodiscard]] static bool spend(std::size_t searchedBytes);

private:
    std::uint64_t m_left;
    bool m_exhausted = false;
    StepBudget *m_outer; // of this thread before
};

} // namespace gatehouse
