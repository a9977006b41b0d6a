// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/limit_options.h"

#include <CLI/CLI.hpp>

namespace gatehouse::gateway::cli {

namespace {

struct Shorthand {
    const char *option;
    std::string LimitArguments::*text;
    const char *limit; // what stands behind the number
    const char *description;
};
constexpr Shorthand shorthands[] = {
    {"--rpm", &LimitArguments::requestsPerMinute, "requests/minute", "Requests a minute"},
    {"--rph", &LimitArguments::requestsPerHour, "requests/hour", "Requests an hour"},
    {"--rpd", &LimitArguments::requestsPerDay, "requests/day", "Requests a day"},
    {"--tpm", &LimitArguments::tokensPerMinute, "tokens/minute", "Tokens a minute"},
    {"--tph", &LimitArguments::tokensPerHour, "tokens/hour", "Tokens an hour"},
    {"--tpd", &LimitArguments::tokensPerDay, "tokens/day", "Tokens a day"},
    {"--parallel", &LimitArguments::parallel, "parallel", "Calls under way at once"},
};

tl::unexpected<Error> inOption(Error error, const std::string &option)
{
    error.where = option + (error.where.empty() ? "" : " " + error.where);
    return tl::unexpected<Error>(std::move(error));
}

} // namespace

void addLimitOptions(CLI::App &command, LimitArguments &arguments)
{
    for (const Shorthand &each : shorthands)
        command.add_option(each.option, arguments.*each.text, each.description);
    command
        .add_option("--budget", arguments.budgets,
            "Such as 10/day (USD), 100/month@Europe/Berlin, 500000tokens/day; may be repeated")
        ->allow_extra_args(false);
    command
        .add_option("--limit", arguments.limits,
            "Any limit: 500requests/12h, 20000tokens/hour@UTC, 8parallel; may be repeated")
        ->allow_extra_args(false);
}

Result<std::vector<Limit>> readLimits(const LimitArguments &arguments)
{
    std::vector<Limit> limits;
    const auto add = [&](const Result<Limit> &limit) {
        if (limit)
            limits.push_back(*limit);
        return limit.has_value();
    };
    for (const Shorthand &each : shorthands) {
        const std::string &amount = arguments.*each.text;
        const auto limit = parseLimit(amount + each.limit);
        if (!amount.empty() && !add(limit))
            return inOption(
                {ErrorKind::InvalidInput, "not a number", amount.substr(0, 40), "write a whole number"},
                each.option);
    }
    for (const std::string &text : arguments.budgets) {
        if (const auto budget = parseBudget(text); !add(budget))
            return inOption(budget.error(), "--budget");
    }
    for (const std::string &text : arguments.limits) {
        if (const auto limit = parseLimit(text); !add(limit))
            return inOption(limit.error(), "--limit");
    }
    const std::vector<Limit> merged = mergedLimits({}, limits);
    if (merged.size() != limits.size())
        return fail(
            ErrorKind::InvalidInput, "two limits of the same kind and period", {}, "give one of them");
    return merged;
}

} // namespace gatehouse::gateway::cli
