// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Trained weights as the bytes that ship.

#include "tools/train/calibration.h"
#include "tools/train/logistic.h"

#include <string>
#include <vector>

namespace gatehouse::train {

struct TrainedHead {
    std::string name;
    Weights weights;
    Line calibration;
};

// A weights file (core/checks/model/linear_model.h). `trainedOn` is the 32-byte digest of the data.
[[nodiscard]] std::string quantised(
    const std::vector<TrainedHead> &heads, unsigned bucketBits, const std::string &trainedOn);

} // namespace gatehouse::train
