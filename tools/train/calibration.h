// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Turns the logits of heads into one scale that means the same for every model: 0.7 is what one harmless
// text in a hundred reaches, 0.9 what one in a thousand reaches.

#include <cstddef>
#include <vector>

namespace gatehouse::train {

// Scores of harmless texts by a model that was not trained on them.
struct HarmlessScores {
    std::vector<double> plain; // ordinary texts
    std::vector<double> hard; // texts full of trigger words: twice the rate is allowed
};

// calibrated = slope · score + offset, as a logit.
struct Line {
    double slope = 1;
    double offset = 0;

    [[nodiscard]] double at(double score) const { return slope * score + offset; }
};

// The lowest score that at most this share of the values reaches.
[[nodiscard]] double thresholdFor(std::vector<double> values, double share);

// One line a head, so that the highest of the heads keeps to the rates. `heads[h]` are one head's scores,
// the texts in the same order in each.
[[nodiscard]] std::vector<Line> calibrate(const std::vector<HarmlessScores> &heads);

} // namespace gatehouse::train
