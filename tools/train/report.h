// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The tables the trainer prints: who is found, who is flagged for nothing, at which threshold.

#include "tools/train/dataset.h"

#include <optional>
#include <string>
#include <vector>

namespace gatehouse::train {

// The probability given to each row; nothing where it was not judged.
using Scores = std::vector<std::optional<double>>;

// One line a source, and a curve over thresholds. Recall is the mean over sources of `wanted` kind with at
// least ten rows; generated rows are left out.
void printReport(const std::string &title, const std::vector<Row> &rows, const Scores &scores, Kind wanted);

} // namespace gatehouse::train
