// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/hardening.h"

#include <spdlog/spdlog.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace gatehouse::gateway {

void forbidCoreDumps()
{
    const rlimit none{0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0 || prctl(PR_SET_DUMPABLE, 0) != 0)
        spdlog::warn("core dumps could not be switched off");
}

void allowConnections(std::size_t atOnce)
{
    constexpr rlim_t others = 256; // store, journal, providers
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_max < atOnce + others)
        spdlog::warn(
            "the limit of open files ({}) leaves no room for {} connections", limit.rlim_max, atOnce);
}

} // namespace gatehouse::gateway
