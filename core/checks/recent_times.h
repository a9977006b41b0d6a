// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Checks that fail once so many of something happened in a window that ends now.

#include "core/access/behaviour.h"
#include "core/checks/check.h"

#include <memory>
#include <string>
#include <vector>

namespace gatehouse {

struct RecentTimes {
    const std::vector<Timestamp> BehaviourFacts::*times = nullptr; // of what happened
    std::size_t least = 1; // to fail
    Micros window{0};
    std::string (*reason)(std::size_t count, Micros window) = nullptr;
};

// not_run: no_history where nobody remembers.
[[nodiscard]] std::unique_ptr<Check> makeRecentTimesCheck(const RecentTimes &wanted);

} // namespace gatehouse
