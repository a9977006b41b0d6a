// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/train/logistic.h"

#include "core/checks/model/linear_model.h"
#include "tools/train/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatehouse::train {

namespace {

double valueOf(std::size_t features)
{
    constexpr double scale = 8; // keeps the weights of the order of 1
    return scale / std::sqrt(static_cast<double>(std::max<std::size_t>(features, model::fewestFeatures)));
}

double sumOf(const std::vector<float> &weights, const Features &features)
{
    return std::accumulate(features.begin(), features.end(), 0.0,
        [&](double sum, std::uint32_t bucket) { return sum + weights[bucket]; });
}

void descend(Weights &weights, const Example &example, double rate, const LogisticOptions &options)
{
    constexpr double negligible = 1e-4;
    const double value = valueOf(example.features.size());
    const double logit = weights.bias + value * sumOf(weights.buckets, example.features);
    const double gradient = (1 / (1 + std::exp(-logit)) - (example.positive ? 1 : 0)) * example.weight;
    if (std::fabs(gradient) < negligible)
        return;
    weights.bias -= rate * gradient;
    const auto step = static_cast<float>(rate * gradient * value);
    const auto decay = static_cast<float>(1 - rate * options.l2),
               shrink = static_cast<float>(rate * options.l1);
    for (const std::uint32_t bucket : example.features) {
        float &weight = weights.buckets[bucket];
        weight = weight * decay - step;
        weight = weight > shrink ? weight - shrink : weight < -shrink ? weight + shrink : 0;
    }
}

} // namespace

double Weights::logit(const Features &features) const
{
    return bias + valueOf(features.size()) * sumOf(buckets, features);
}

Weights trainLogistic(
    const std::vector<Example> &examples, unsigned bucketBits, const LogisticOptions &options)
{
    Weights weights{std::vector<float>(std::size_t{1} << bucketBits), 0};
    std::vector<std::uint32_t> order(examples.size());
    std::iota(order.begin(), order.end(), 0U);
    Random random(1);
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
        random.shuffle(order);
        for (const std::uint32_t index : order)
            descend(weights, examples[index], options.rate, options);
    }
    return weights;
}

} // namespace gatehouse::train
