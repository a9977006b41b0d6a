// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Measured times and what is said of them.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

namespace gatehouse::bench {

using SteadyClock = std::chrono::steady_clock;

inline double microsBetween(SteadyClock::time_point from, SteadyClock::time_point to)
{
    return std::chrono::duration<double, std::micro>(to - from).count();
}

// The value below which `part` (0 to 1) of the samples lie; 0 without samples. Sorts them.
inline double percentile(std::vector<double> &samples, double part)
{
    if (samples.empty())
        return 0;
    std::sort(samples.begin(), samples.end());
    const auto index = static_cast<std::size_t>(part * static_cast<double>(samples.size()));
    return samples[std::min(index, samples.size() - 1)];
}

// KiB of a process that are in memory now, from /proc/PID/status; 0 when it is gone.
inline double residentKib(std::uint64_t process)
{
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string word; status >> word;) {
        double kib = 0;
        if (word == "VmRSS:" && status >> kib)
            return kib;
    }
    return 0;
}

} // namespace gatehouse::bench
