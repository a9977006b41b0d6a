// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a bench measures and prints: medians of interleaved runs, one JSON line a figure.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace gatehouse::bench {

constexpr int runs = 5;

// Seconds that `work` takes.
inline double secondsOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

inline double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct Comparison {
    double ours = 0; // seconds, median
    double limit = 0;
};

// Runs both in turns, so that a busy moment of the machine hits both.
inline Comparison compare(const std::function<void()> &ours, const std::function<void()> &limit)
{
    std::vector<double> a, b;
    for (int run = 0; run < runs; ++run) {
        a.push_back(secondsOf(ours));
        b.push_back(secondsOf(limit));
    }
    return {median(a), median(b)};
}

inline void print(const char *figure, double value, const char *unit, const char *against, double ratio)
{
    std::printf(
        "{\"figure\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"against\":\"%s\",\"ratio\":%.3f,\"runs\":%d}\n",
        figure, value, unit, against, ratio, runs);
    std::fflush(stdout);
}

} // namespace gatehouse::bench
