// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The compiled form of many patterns that one scan looks for (Vectorscan), compiled once and kept: in memory
// for the next policy of the process, in a folder for the next process.

#include "core/base/error.h"
#include "core/base/function_ref.h"
#include "core/checks/pattern_scratch.h"

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

enum class ScanMode {
    Whole, // whole texts
    WholeSoonReady, // whole texts, scanned as a list of one: compiles in half the time, scans as fast
    Stream // texts that arrive in pieces
};

// Immutable; any number of threads may scan with it.
class ScanDatabase {
public:
    ScanDatabase(hs_database *engine, bool endMatters);
    ~ScanDatabase();
    ScanDatabase(const ScanDatabase &) = delete;
    ScanDatabase &operator=(const ScanDatabase &) = delete;
    [[nodiscard]] const hs_database *engine() const { return m_engine; }
    // Whether the end of a streamed text can complete a match ('$', or '\b' after a letter).
    [[nodiscard]] bool endMatters() const { return m_endMatters; }
    // Of this thread, large enough.
    [[nodiscard]] hs_scratch *scratch() const { return scratchFor(m_engine, m_tag); }

private:
    hs_database *m_engine;
    bool m_endMatters;
    DatabaseTag m_tag;
};
using ScanDatabasePtr = std::shared_ptr<const ScanDatabase>;

// What the engine says about one expression: refused with its reason, or the longest match in bytes (nothing
// when it has no end). An expression that matches the empty text is refused.
struct ScanWidth {
    bool bounded = false;
    std::size_t longest = 0;
};
[[nodiscard]] Result<ScanWidth> inspectExpression(const ScanPattern &pattern);

struct DatabaseRequest {
    const std::vector<ScanPattern> &patterns; // not empty; a hit gives the index
    ScanMode mode = ScanMode::Whole;
    std::string digest; // of everything that was validated along with the patterns
    std::filesystem::path folder; // where to keep it between runs; empty: nowhere
};
// The database of a digest seen before comes from memory or from the folder; else `validate` is asked and it
// is compiled. What can't be read or written in the folder is as if it were not there.
[[nodiscard]] Result<ScanDatabasePtr> scanDatabase(
    const DatabaseRequest &request, FunctionRef<Status()> validate);
// Drops what memory keeps for later policies: what comes next is compiled, or read from its folder.
void forgetScanDatabases();

} // namespace gatehouse
