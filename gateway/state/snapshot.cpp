// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/snapshot.h"

#include "store/access.h"
#include "store/exceptions.h"
#include "store/maintenance.h"
#include "store/prices.h"

namespace gatehouse::gateway {

std::string Snapshot::sealingProblem() const
{
    if (settings.capture != Capture::Sealed && !policy->document().seals())
        return {};
    if (reviewers.trusted.empty() && reviewers.problem.empty())
        return "originals are not sealed: no reviewer's key was added (gatehouse reviewer-key add)";
    return reviewers.problem;
}

Result<std::shared_ptr<const Snapshot>> loadSnapshot(
    store::Store &store, PolicyInForce policy, TargetHealths &healths)
{
    auto keys = store::loadKeyTable(store);
    if (!keys)
        return tl::unexpected(keys.error());
    auto providers = store::loadProviders(store);
    if (!providers)
        return tl::unexpected(providers.error());
    auto prices = store::loadPrices(store);
    if (!prices)
        return tl::unexpected(prices.error());
    const auto targets = store::listModelTargets(store);
    if (!targets)
        return tl::unexpected(targets.error());
    auto credentials = store::loadNamedCredentials(store);
    if (!credentials)
        return tl::unexpected(credentials.error());
    auto exceptions = store::loadExceptions(store);
    if (!exceptions)
        return tl::unexpected(exceptions.error());
    auto settings = store::storeSettings(store);
    if (!settings)
        return tl::unexpected(settings.error());
    auto reviewers = store::loadReviewers(store);
    if (!reviewers)
        return tl::unexpected(reviewers.error());
    auto snapshot = std::make_shared<Snapshot>();
    static_cast<PolicyInForce &>(*snapshot) = std::move(policy);
    snapshot->keys = KeyTable(std::move(*keys));
    snapshot->targets = std::make_shared<const TargetTable>(std::move(*providers), *targets, healths);
    snapshot->credentials = std::move(*credentials);
    snapshot->prices = std::move(*prices);
    snapshot->exceptions = std::make_shared<const ExceptionTable>(std::move(*exceptions));
    snapshot->settings = *settings;
    snapshot->reviewers = std::move(*reviewers);
    return snapshot;
}

std::shared_ptr<const Snapshot> withPolicy(const Snapshot &snapshot, PolicyInForce policy)
{
    auto changed = std::make_shared<Snapshot>(snapshot);
    static_cast<PolicyInForce &>(*changed) = std::move(policy);
    return changed;
}

} // namespace gatehouse::gateway
