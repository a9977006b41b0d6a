// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/train/calibration.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace gatehouse::train {

namespace {

double logitOf(double probability)
{
    return std::log(probability / (1 - probability));
}

// The line through (first, firstValue) and (second, secondValue); heads that tell nothing apart get a flat
// one far below any threshold.
Line through(double first, double firstValue, double second, double secondValue)
{
    constexpr double leastDistance = 0.05;
    const double slope = (secondValue - firstValue) / std::max(second - first, leastDistance);
    return {slope, firstValue - slope * first};
}

double jointThreshold(const HarmlessScores &scores, double share)
{
    return std::max(thresholdFor(scores.plain, share), thresholdFor(scores.hard, 2 * share));
}

void raise(std::vector<double> &highest, const std::vector<double> &scores, const Line &line)
{
    highest.resize(scores.size(), -HUGE_VAL);
    for (std::size_t i = 0; i < scores.size(); ++i)
        highest[i] = std::max(highest[i], line.at(scores[i]));
}

} // namespace

double thresholdFor(std::vector<double> values, double share)
{
    if (values.empty())
        return -HUGE_VAL;
    constexpr double justAbove = 1e-9;
    std::sort(values.begin(), values.end(), std::greater<>());
    const auto allowed = static_cast<std::size_t>(share * static_cast<double>(values.size()));
    return values[std::min(allowed, values.size() - 1)] + justAbove;
}

std::vector<Line> calibrate(const std::vector<HarmlessScores> &heads)
{
    constexpr double often = 0.01, seldom = 0.001;
    std::vector<Line> lines;
    HarmlessScores highest;
    for (const HarmlessScores &head : heads) {
        const double share = 1.0 / static_cast<double>(heads.size()); // each head its part of the rate
        lines.push_back(
            through(jointThreshold(head, often * share), 0, jointThreshold(head, seldom * share), 1));
        raise(highest.plain, head.plain, lines.back());
        raise(highest.hard, head.hard, lines.back());
    }
    const Line last = through(
        jointThreshold(highest, often), logitOf(0.7), jointThreshold(highest, seldom), logitOf(0.9));
    for (Line &line : lines)
        line = {last.slope * line.slope, last.slope * line.offset + last.offset};
    return lines;
}

} // namespace gatehouse::train
