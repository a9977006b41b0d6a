// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One line for each source and label: how many were flagged, how the scores lie, what it cost.

#include "tools/eval/row_result.h"

#include <array>

namespace gatehouse::tools {

struct Rate {
    std::size_t hits = 0, of = 0;
    void add(bool hit)
    {
        hits += hit ? 1 : 0;
        ++of;
    }
    [[nodiscard]] double value() const
    {
        return of == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(of);
    }
};

struct SourceLine {
    std::string file, source, kinds; // kinds with a comma between them
    CheckGroup group = CheckGroup::Injection;
    int label = 0;
    bool generated = false;
    Rate flagged, blocked, byGroup; // by any rule, with verdict blocked, by the checks of the group
    std::array<double, 3> scores{}; // of the group's leading check: quantiles 0.5, 0.9, 0.99
    std::array<std::size_t, 10> histogram{}; // of the same, in tenths
    double meanMicros = 0, p99Micros = 0;
};

// In the order of file, source and label; groups must be assigned.
[[nodiscard]] std::vector<SourceLine> sourceTable(const std::vector<RowResult> &rows);

// The value below which a share of the sorted values lies (nearest rank); 0 when there are none.
[[nodiscard]] double quantile(const std::vector<double> &sorted, double share);

} // namespace gatehouse::tools
