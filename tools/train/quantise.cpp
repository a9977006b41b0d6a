// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/train/quantise.h"

#include "core/checks/model/linear_model.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::train {

namespace {

constexpr double mostSteps = 127;

// The weight that becomes 127. The few that are larger are cut: a finer step is worth more than they are.
double largestKept(const std::vector<float> &weights)
{
    constexpr double kept = 0.9995;
    std::vector<float> sizes;
    for (const float weight : weights) {
        if (weight != 0)
            sizes.push_back(std::fabs(weight));
    }
    if (sizes.empty())
        return 1;
    const auto at = static_cast<std::size_t>(kept * static_cast<double>(sizes.size() - 1));
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(at), sizes.end());
    return sizes[at];
}

model::HeadScale scaleOf(const TrainedHead &head, double step)
{
    // logit = slope · (bias + 8 · sum · step / sqrt(n)) + offset, and density = 256 · sum / sqrt(n).
    constexpr double unit = 1024, fraction = 65536, normalisation = 8.0 / 256;
    return {head.name,
        static_cast<std::int32_t>(
            std::lround(head.calibration.slope * step * normalisation * unit * fraction)),
        static_cast<std::int32_t>(std::lround(head.calibration.at(head.weights.bias) * unit))};
}

} // namespace

std::string quantised(
    const std::vector<TrainedHead> &heads, unsigned bucketBits, const std::string &trainedOn)
{
    model::ModelHeader header{bucketBits, trainedOn, {}};
    std::vector<std::int8_t> bytes(heads.size() << bucketBits);
    for (std::size_t head = 0; head < heads.size(); ++head) {
        const std::vector<float> &weights = heads[head].weights.buckets;
        const double step = largestKept(weights) / mostSteps;
        header.heads.push_back(scaleOf(heads[head], step));
        for (std::size_t bucket = 0; bucket < weights.size(); ++bucket)
            bytes[bucket * heads.size() + head] = static_cast<std::int8_t>(
                std::clamp(std::round(weights[bucket] / step), -mostSteps, mostSteps));
    }
    return model::writeModel(header, bytes);
}

} // namespace gatehouse::train
