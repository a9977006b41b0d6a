// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Sample data: generated conversations sent through the enforcement core, so that no verdict is made up.

#include "store/records.h"
#include "store/store.h"

#include <functional>

namespace gatehouse::store {

struct DemoRequest {
    std::int64_t interactions = 2000;
    int keys = 12;
    std::uint64_t seed = 1; // same seed, same conversations
};
struct DemoResult {
    std::int64_t interactions = 0, keys = 0;
};
// Spread over the 30 days before now, over teams, keys, models and verdicts as real traffic is. Publishes the
// baseline policy first when none is published. `progress(done, total)` returning false cancels and keeps
// what is there.
[[nodiscard]] Result<DemoResult> addDemoData(Store &store, const DemoRequest &request,
    const std::function<bool(std::int64_t, std::int64_t)> &progress = {});

} // namespace gatehouse::store
