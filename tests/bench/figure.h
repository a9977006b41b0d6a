// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a bench measures and prints: medians of interleaved runs, one JSON line a figure.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
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

// The same in CPU time of this thread: what else the machine does hardly counts.
inline double cpuSecondsOf(const std::function<void()> &work)
{
    const auto now = [] {
        timespec time{};
        (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    };
    const double start = now();
    work();
    return now() - start;
}

inline double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// CPU seconds of one run of `work`, after one that warms up.
inline double medianOf(const std::function<void()> &work)
{
    work();
    std::vector<double> seconds;
    for (int run = 0; run < runs; ++run)
        seconds.push_back(cpuSecondsOf(work));
    return median(seconds);
}

struct Comparison {
    double ours = 0; // CPU seconds, median
    double limit = 0;
};

// Runs both in turns, so that a busy moment of the machine hits both.
inline Comparison compare(const std::function<void()> &ours, const std::function<void()> &limit)
{
    std::vector<double> a, b;
    for (int run = 0; run < runs; ++run) {
        a.push_back(cpuSecondsOf(ours));
        b.push_back(cpuSecondsOf(limit));
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
