// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/policy_compiler.h"

#include <boost/json/parse.hpp>

namespace gatehouse::gateway {
namespace {

BehaviourWatch watchOf(const PolicyDocument &document)
{
    BehaviourWatch watch;
    for (const RuleDocument &rule : document.rules) {
        watch.comparesPayloads |= rule.checkKind == "repeated_payload" && rule.mode != Mode::Off;
        if (rule.checkKind != "repeat_offender" || rule.mode != Mode::Enforce)
            continue;
        const boost::json::value check = boost::json::parse(rule.checkJson);
        const boost::json::value *suspend = check.as_object().if_contains("suspend");
        if (suspend != nullptr && suspend->is_bool() && suspend->get_bool())
            watch.suspendingRules.insert(rule.id);
    }
    return watch;
}

} // namespace

Result<PolicyInForce> compilePolicy(const store::StoredPolicy &published, const CheckEnvironment &environment)
{
    auto compiled = CompiledPolicy::fromJson(published.json, {store::cacheFolder(), environment});
    if (!compiled) {
        const std::string why = compiled.error().empty() ? "unknown reason" : compiled.error().front().line();
        return fail(ErrorKind::InvalidInput,
            "policy " + store::displayVersion(published.row) + " does not compile: " + why, {},
            "publish or roll back to a policy that compiles");
    }
    (*compiled)->prepareStreams();
    const PolicyDocument &document = (*compiled)->document();
    return PolicyInForce{*compiled, published.row,
        document.name + "@sha256:" + document.version.value.substr(0, 12), watchOf(document), {}};
}

void PolicyCompiler::start(store::StoredPolicy published, CheckEnvironment environment)
{
    m_running = std::async(std::launch::async,
        [published = std::move(published), environment = std::move(environment)]() -> Outcome {
            return {published.row.version, compilePolicy(published, environment)};
        });
}

std::optional<PolicyCompiler::Outcome> PolicyCompiler::take()
{
    if (!m_running.valid() || m_running.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return std::nullopt;
    return m_running.get();
}

} // namespace gatehouse::gateway
