// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/snapshot.h"

#include "store/access.h"
#include "store/maintenance.h"
#include "store/policies.h"

#include <algorithm>

namespace gatehouse::gateway {
namespace {

Status loadPolicy(
    store::Store &store, const Snapshot *last, const CheckEnvironment &environment, Snapshot &into)
{
    auto published = store::publishedPolicy(store);
    if (!published)
        return tl::unexpected(published.error());
    if (last != nullptr && last->policyRow.version == published->row.version) {
        into.policy = last->policy;
        into.policyRow = published->row;
        return {};
    }
    auto compiled = CompiledPolicy::fromJson(published->json, {store::cacheFolder(), environment});
    if (compiled) {
        (*compiled)->prepareStreams();
        into.policy = *compiled;
        into.policyRow = published->row;
        return {};
    }
    const std::string why = compiled.error().empty() ? "unknown reason" : compiled.error().front().line();
    const std::string problem
        = "policy " + store::displayVersion(published->row) + " does not compile: " + why;
    if (last == nullptr)
        return fail(ErrorKind::InvalidInput, problem, {}, "publish or roll back to a policy that compiles");
    into.policy = last->policy;
    into.policyRow = last->policyRow;
    into.policyProblem = problem;
    return {};
}

} // namespace

bool names(const std::vector<std::string> &list, std::string_view wanted)
{
    return std::any_of(
        list.begin(), list.end(), [&](const std::string &entry) { return entry == "*" || entry == wanted; });
}

bool serves(const store::Provider &provider, std::string_view model)
{
    return names(provider.models, model);
}

const store::Provider *Snapshot::providerFor(const Entitlement &entitlement, std::string_view model) const
{
    const auto found = std::find_if(providers.begin(), providers.end(), [&](const store::Provider &provider) {
        return names(entitlement.providers, provider.name) && serves(provider, model);
    });
    return found == providers.end() ? nullptr : &*found;
}

Result<std::shared_ptr<const Snapshot>> loadSnapshot(
    store::Store &store, const Snapshot *last, const CheckEnvironment &environment)
{
    auto keys = store::loadKeyTable(store);
    if (!keys)
        return tl::unexpected(keys.error());
    auto providers = store::loadProviders(store);
    if (!providers)
        return tl::unexpected(providers.error());
    auto settings = store::storeSettings(store);
    if (!settings)
        return tl::unexpected(settings.error());
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->keys = KeyTable(std::move(*keys));
    snapshot->providers = std::move(*providers);
    snapshot->settings = *settings;
    if (auto loaded = loadPolicy(store, last, environment, *snapshot); !loaded)
        return tl::unexpected(loaded.error());
    const auto &document = snapshot->policy->document();
    snapshot->policyHeader = document.name + "@sha256:" + document.version.value.substr(0, 12);
    return snapshot;
}

} // namespace gatehouse::gateway
