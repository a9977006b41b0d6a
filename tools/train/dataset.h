// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The labelled texts models are trained on (see tools/data/labelled_rows.h for the files).

#include "core/base/error.h"

#include <string>
#include <vector>

namespace gatehouse::train {

enum class Kind { Attack, PlantedAttack, Benign, HardBenign };

struct Row {
    std::string source;
    Kind kind = Kind::Benign;
    std::string text;
    bool held = false; // split "dev": judged on, never trained on

    [[nodiscard]] bool benign() const { return kind == Kind::Benign || kind == Kind::HardBenign; }
};

struct Dataset {
    std::vector<Row> rows;
    std::string digest; // 32 bytes: SHA-256 of the files
};

// Reads injection.jsonl.gz and, where there is one, synthetic.jsonl.gz; rows of other kinds are left out.
[[nodiscard]] Result<Dataset> readDataset(const std::string &folder);

} // namespace gatehouse::train
