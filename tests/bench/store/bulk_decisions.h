// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a decision about all that match costs, and what a gateway feels of it.

#include <filesystem>

namespace gatehouse::bench {

// 1.5 million calls, or as many as GATEHOUSE_BENCH_CALLS says. False when the store failed.
[[nodiscard]] bool measureBulkDecisions(const std::filesystem::path &folder);

} // namespace gatehouse::bench
