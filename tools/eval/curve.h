// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a score would find at other thresholds.

#include <map>
#include <string>
#include <vector>

namespace gatehouse::tools {

// Scores of the rows to be found, by source, and of those to be left alone.
struct Scores {
    std::map<std::string, std::vector<double>> wanted;
    std::vector<double> benign, hard;
};

struct CurvePoint {
    double target = 0; // false positives allowed on benign rows, a share
    double threshold = 0; // a row at or above it is found
    double benign = 0, hard = 0; // false positives it gives
    double recall = 0; // mean over sources
};

// One point for 0.1, 0.5, 1, 2 and 5 %. With `hardToo`, at most twice that share of the hard rows may be
// found as well.
[[nodiscard]] std::vector<CurvePoint> thresholdCurve(const Scores &scores, bool hardToo);

// The lowest threshold at which at most that share of the values reaches it.
[[nodiscard]] double thresholdFor(std::vector<double> values, double share);

// Sources with fewer rows say too little alone: they count as one.
constexpr std::size_t smallestSource = 5;
template <class Value>
[[nodiscard]] std::map<std::string, std::vector<Value>> withSmallOnesPooled(
    const std::map<std::string, std::vector<Value>> &bySource)
{
    std::map<std::string, std::vector<Value>> pooled;
    for (const auto &[source, values] : bySource) {
        auto &into = pooled[values.size() < smallestSource ? "(small sources)" : source];
        into.insert(into.end(), values.begin(), values.end());
    }
    return pooled;
}

} // namespace gatehouse::tools
