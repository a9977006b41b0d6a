// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// When sample calls were made: thirty days with working hours and weekends.

#include "core/base/time.h"

#include <cstdint>
#include <vector>

namespace gatehouse::store {

class Calendar {
public:
    // The 30 days before `now`.
    explicit Calendar(Timestamp now);

    // The time of call `index` of `count`; `fraction` (0 to 1) moves it within its share. Never decreases
    // with the index.
    [[nodiscard]] Timestamp timeOf(std::int64_t index, std::int64_t count, double fraction) const;

private:
    Timestamp m_start;
    std::vector<double> m_before; // share of all calls before each hour; one more at the end
};

} // namespace gatehouse::store
