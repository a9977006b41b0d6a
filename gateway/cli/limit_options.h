// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The options that say limits: --rpm, --tpd, --parallel, --budget, …

#include "core/access/limit.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace gatehouse::gateway::cli {

struct LimitArguments {
    std::string requestsPerMinute, requestsPerHour, requestsPerDay;
    std::string tokensPerMinute, tokensPerHour, tokensPerDay;
    std::string parallel;
    std::vector<std::string> budgets, limits;
};

// `arguments` outlives the program's run.
void addLimitOptions(CLI::App &command, LimitArguments &arguments);
// InvalidInput names the option.
[[nodiscard]] Result<std::vector<Limit>> readLimits(const LimitArguments &arguments);

} // namespace gatehouse::gateway::cli
