// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The compiled form of many patterns that one scan looks for (Vectorscan), compiled once and kept: in memory
// for the next policy of the process, in a folder for the next process.

#include "core/base/error.h"
#include "core/base/function_ref.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct hs_database;

namespace gatehouse {

struct ScanPattern {
    std::string expression;
    unsigned flags = 0;
};

// Never null inside a pattern set that has patterns.
using ScanDatabase = std::shared_ptr<const hs_database>;

// What the engine says about one expression: refused with its reason, or the longest match in bytes (nothing
// when it has no end). An expression that matches the empty text is refused.
struct ScanWidth {
    bool bounded = false;
    std::size_t longest = 0;
};
[[nodiscard]] Result<ScanWidth> inspectExpression(const ScanPattern &pattern);

struct DatabaseRequest {
    const std::vector<ScanPattern> &patterns; // not empty; a hit gives the index
    std::string digest; // of everything that was validated along with the patterns
    std::filesystem::path folder; // where to keep it between runs; empty: nowhere
};
// The database of a digest seen before comes from memory or from the folder; else `validate` is asked and it
// is compiled. What can't be read or written in the folder is as if it were not there.
[[nodiscard]] Result<ScanDatabase> scanDatabase(
    const DatabaseRequest &request, FunctionRef<Status()> validate);
// Drops what memory keeps for later policies: what comes next is compiled, or read from its folder.
void forgetScanDatabases();

} // namespace gatehouse
