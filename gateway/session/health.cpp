// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/session/health.h"

#include "gateway/state/context.h"

#include <boost/json.hpp>

namespace gatehouse::gateway {

HealthAnswer healthOf(const Context &context)
{
    boost::json::array problems;
    for (const std::string_view problem : context.problems())
        problems.emplace_back(problem);
    const bool unavailable = !context.unavailable().empty();
    boost::json::object body;
    body["status"] = unavailable ? "unavailable" : problems.empty() ? "ok" : "degraded";
    body["version"] = GATEHOUSE_VERSION;
    body["problems"] = std::move(problems);
    return {unavailable ? 503 : 200, boost::json::serialize(body)};
}

HealthAnswer readinessOf(const Context &context)
{
    const std::string_view why = context.notReady();
    boost::json::object body{
        {"ready", why.empty()}, {"durability", context.config.durability.grouped ? "grouped" : "strict"}};
    if (!why.empty())
        body["why"] = why;
    return {why.empty() ? 200 : 503, boost::json::serialize(body)};
}

} // namespace gatehouse::gateway
