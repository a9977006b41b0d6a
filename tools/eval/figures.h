// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The totals a policy is judged by.

#include "tools/eval/curve.h"
#include "tools/eval/source_table.h"

#include <map>

namespace gatehouse::tools {

// Recall counted source by source, so that a large one does not drown the others.
struct MeanRecall {
    double value = 0;
    std::size_t sources = 0; // small ones together count as one
};

struct TransformLine {
    std::string transform;
    Rate found; // transformed attacks
    Rate plain; // the texts they were made from, once for each of them
    Rate benign; // transformed benign texts flagged
};

struct CheckLine {
    std::string check;
    Rate wanted, benign; // failed, of the rows with that label it ran on
};

struct Figures {
    MeanRecall attacks; // explicit, as written
    MeanRecall planted; // indirect, without BIPIA
    MeanRecall plantedHarmless; // BIPIA: any question is the attack, by its place alone
    Rate benign, hardBenign; // of injection rows in the user's zone
    Rate cleanData; // of documents, tool output and tool definitions without an attack
    std::vector<TransformLine> transforms;
    Rate secrets, lookAlikes;
    std::map<std::string, Rate> entities;
    Rate structured, arithmetic;
    std::vector<CheckLine> checks;
    std::vector<CurvePoint> injection, injectionWithHard, data;
};

// Generated sources are in none of them but the line of each check.
[[nodiscard]] Figures figuresOf(const std::vector<RowResult> &rows);

} // namespace gatehouse::tools
