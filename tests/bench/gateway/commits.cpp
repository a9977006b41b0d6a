// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "load.h"
#include "samples.h"

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace gatehouse::bench {

int runCommits(const std::string &folder)
{
    constexpr int rounds = 1'000;
    constexpr std::size_t bytes = 8UL * 1024;
    const std::string path = folder + "/commits";
    const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return 1;
    std::array<char, bytes> page{};
    std::vector<double> times;
    bool written = true;
    for (int round = 0; round < rounds && written; ++round) {
        const auto before = SteadyClock::now();
        written = ::pwrite(file, page.data(), bytes, static_cast<off_t>(round * bytes))
                == static_cast<ssize_t>(bytes)
            && ::fdatasync(file) == 0;
        times.push_back(microsBetween(before, SteadyClock::now()));
    }
    ::close(file);
    ::unlink(path.c_str());
    std::printf("{\"p50_us\":%.1f,\"p99_us\":%.1f}\n", percentile(times, 0.5), percentile(times, 0.99));
    return written ? 0 : 1;
}

} // namespace gatehouse::bench
