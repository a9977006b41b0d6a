// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/eval/curve.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::tools {

namespace {

double shareAtOrAbove(const std::vector<double> &values, double threshold)
{
    if (values.empty())
        return 0;
    const auto found
        = std::count_if(values.begin(), values.end(), [&](double value) { return value >= threshold; });
    return static_cast<double>(found) / static_cast<double>(values.size());
}

} // namespace

double thresholdFor(std::vector<double> values, double share)
{
    // A row whose check said nothing is never found.
    const double least = std::nextafter(0.0, 1.0);
    const auto allowed = static_cast<std::size_t>(share * static_cast<double>(values.size()));
    if (allowed >= values.size())
        return least;
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(allowed);
    std::nth_element(values.begin(), place, values.end(), std::greater<>());
    return std::max(std::nextafter(*place, 2.0), least);
}

std::vector<CurvePoint> thresholdCurve(const Scores &scores, bool hardToo)
{
    const auto pooled = withSmallOnesPooled(scores.wanted);
    std::vector<CurvePoint> points;
    for (const double target : {0.001, 0.005, 0.01, 0.02, 0.05}) {
        CurvePoint point;
        point.target = target;
        point.threshold = thresholdFor(scores.benign, target);
        if (hardToo)
            point.threshold = std::max(point.threshold, thresholdFor(scores.hard, 2 * target));
        point.benign = shareAtOrAbove(scores.benign, point.threshold);
        point.hard = shareAtOrAbove(scores.hard, point.threshold);
        for (const auto &[source, values] : pooled)
            point.recall += shareAtOrAbove(values, point.threshold) / static_cast<double>(pooled.size());
        points.push_back(point);
    }
    return points;
}

} // namespace gatehouse::tools
