// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which part of the training rows is left out in which round of cross-validation.

#include "tools/train/dataset.h"

#include <functional>
#include <optional>
#include <vector>

namespace gatehouse::train {

inline constexpr std::size_t foldCount = 5;

// The fold of each row; nothing for rows that are trained on in every round (generated) or never (held).
using Folds = std::vector<std::optional<std::size_t>>;

// Rows left out one by one: for thresholds, since harmless texts of known sources are what is met most.
[[nodiscard]] Folds foldsByRow(const std::vector<Row> &rows);
// Attacks left out by source, all of a family together: how an unknown source would fare.
[[nodiscard]] Folds foldsBySource(const std::vector<Row> &rows);

// Scores every row that has a fold by a model trained without the rows of that fold. `score` gets the rows
// it may train on and the rows it is to score.
using RowTest = std::function<bool(std::size_t row)>;
void crossValidate(const std::vector<Row> &rows, const Folds &folds,
    const std::function<void(const RowTest &train, const RowTest &judge)> &round);

} // namespace gatehouse::train
