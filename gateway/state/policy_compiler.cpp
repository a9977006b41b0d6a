// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/policy_compiler.h"

namespace gatehouse::gateway {

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
    return PolicyInForce{
        *compiled, published.row, document.name + "@sha256:" + document.version.value.substr(0, 12), {}};
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
