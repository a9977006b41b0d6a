// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Trains, calibrates and reports the two models; each returns the bytes of its weights file.

#include "tools/train/content_examples.h"

#include <string>

namespace gatehouse::train {

[[nodiscard]] std::string trainContentModel(const Corpus &corpus, const std::string &trainedOn);
[[nodiscard]] std::string trainInstructionModel(
    const std::vector<Row> &rows, unsigned bucketBits, const std::string &trainedOn);

} // namespace gatehouse::train
