// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the head of instruction_in_data learns from: sentences people address to a model against sentences
// that stand in documents and tool output.

#include "tools/train/dataset.h"
#include "tools/train/logistic.h"

#include <functional>

namespace gatehouse::train {

// Whether the row is what a tool or a document brings, free of instructions.
[[nodiscard]] bool isCleanData(const Row &row);

// The windows of each sentence of a text that is long enough to be judged.
[[nodiscard]] std::vector<Features> sentencesOf(const std::string &text, unsigned bucketBits);

[[nodiscard]] std::vector<Example> instructionExamples(
    const std::vector<Row> &rows, unsigned bucketBits, const std::function<bool(std::size_t row)> &use);

} // namespace gatehouse::train
