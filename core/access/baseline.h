// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What one caller usually does, learned call by call, and how unlike it a new call is.
//
// Scores need no training data and no assumption on how figures are spread: by Chebyshev's inequality at most
// 1/z² of all values lie z standard deviations or more from their mean, so a value at z scores 1 - 1/z² (0
// for z <= 1). Means and variances are kept by West's update (1979), with the weight of a new value at least
// 1/1000, so that habits may change. A name never seen before among n calls with k names scores
// n/(n + k + 1): by the law of succession a next call would bring a new one with about (k + 1)/(n + k + 1).

#include "core/access/behaviour.h"

#include <array>
#include <set>

namespace gatehouse {

class RunningFigure {
public:
    void add(double value);
    // Of Chebyshev's inequality; only what is above the mean is unusual. `least` is the smallest deviation
    // taken for one standard deviation: figures that never varied say little.
    [[nodiscard]] double surprise(double value, double least) const;
    [[nodiscard]] double mean() const { return m_mean; }

private:
    double m_count = 0, m_mean = 0, m_variance = 0;
};

// The names that came, bounded: past mostNames no new one is unusual.
class SeenNames {
public:
    void add(const std::string &name);
    [[nodiscard]] double surprise(const std::string &name) const;
    [[nodiscard]] std::uint64_t total() const { return m_total; }

    static constexpr std::size_t mostNames = 256;

private:
    std::set<std::string> m_names;
    std::uint64_t m_total = 0;
};

// Not safe for use from several threads at once.
class Baseline {
public:
    // How unlike what was learned this call is; what is usual is left out. Highest score first.
    [[nodiscard]] std::vector<Unusual> judge(const CallShape &call) const;
    // Calls come in about the order of their times; one from an earlier minute counts for the present one.
    void learn(const CallShape &call, bool stopped);
    [[nodiscard]] std::uint64_t calls() const { return m_calls; }

private:
    void countInMinute(Timestamp at);
    [[nodiscard]] double hourSurprise(Timestamp at) const;
    [[nodiscard]] double stoppedSurprise() const;

    static constexpr std::size_t recentCalls = 50;

    std::uint64_t m_calls = 0;
    std::int64_t m_minute = 0; // since the epoch
    std::uint32_t m_inMinute = 0;
    RunningFigure m_perMinute; // of minutes with calls
    RunningFigure m_size; // binary logarithm of bytes
    SeenNames m_models, m_tools;
    std::array<std::uint32_t, 24> m_hours{}; // of a UTC day
    std::uint64_t m_stopped = 0;
    std::array<bool, recentCalls> m_recentStopped{};
};

} // namespace gatehouse
