// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One evaluation as people and as machines read it.

#include "tools/eval/figures.h"
#include "tools/eval/judge.h"

#include <string>

namespace gatehouse::tools {

struct Report {
    std::string folder, split, policyName, policyVersion;
    std::vector<RowResult> rows;
    std::vector<SourceLine> sources;
    Figures figures;
    EvidenceTally evidence;
    Judge::Invalid invalid;
    double meanMicros = 0, p99Micros = 0, microsPerKilobyte = 0;
};

// Assigns the groups and counts everything.
[[nodiscard]] Report makeReport(std::vector<RowResult> rows, const Judge &judge);

[[nodiscard]] std::string reportText(const Report &report);
[[nodiscard]] std::string reportJson(const Report &report);
// Misses and false alarms with the start of their text, a file's source after the other.
[[nodiscard]] std::string errorsText(const Report &report);

} // namespace gatehouse::tools
