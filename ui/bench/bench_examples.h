// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Texts to try the bench with. Every credential and person in them is obviously made up.

#include "models/bench/bench_judge.h"

#include <QString>

#include <vector>

namespace gatehouse::console {

struct BenchExample {
    QString name; // translated
    Stage stage = Stage::Request;
    std::vector<BenchPart> parts;
};

[[nodiscard]] std::vector<BenchExample> benchExamples();

} // namespace gatehouse::console
