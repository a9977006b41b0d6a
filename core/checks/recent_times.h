// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How many of some times lie in a window that ends now.

#include "core/base/time.h"

#include <algorithm>
#include <vector>

namespace gatehouse {

[[nodiscard]] inline std::size_t countSince(const std::vector<Timestamp> &times, Timestamp from)
{
    return static_cast<std::size_t>(
        std::count_if(times.begin(), times.end(), [from](Timestamp at) { return at >= from; }));
}

} // namespace gatehouse
