// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/snapshot.h"

#include "store/access.h"
#include "store/maintenance.h"
#include "store/prices.h"

#include <algorithm>

namespace gatehouse::gateway {
bool names(const std::vector<std::string> &list, std::string_view wanted)
{
    return std::any_of(
        list.begin(), list.end(), [&](const std::string &entry) { return entry == "*" || entry == wanted; });
}

bool speaks(store::ProviderKind kind, WireFamily family)
{
    switch (kind) {
    case store::ProviderKind::OpenAi:
    case store::ProviderKind::Azure:
        return family == WireFamily::OpenAi;
    case store::ProviderKind::Anthropic:
        return family == WireFamily::Anthropic;
    case store::ProviderKind::Sandbox:
        return true;
    }
    return false;
}

bool serves(const store::Provider &provider, std::string_view model)
{
    return names(provider.models, model);
}

const store::Provider *Snapshot::providerFor(
    const Entitlement &entitlement, std::string_view model, WireFamily family) const
{
    const auto found = std::find_if(providers.begin(), providers.end(), [&](const store::Provider &provider) {
        return speaks(provider.kind, family) && names(entitlement.providers, provider.name)
            && serves(provider, model);
    });
    return found == providers.end() ? nullptr : &*found;
}

Result<std::shared_ptr<const Snapshot>> loadSnapshot(store::Store &store, PolicyInForce policy)
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
    auto settings = store::storeSettings(store);
    if (!settings)
        return tl::unexpected(settings.error());
    auto snapshot = std::make_shared<Snapshot>();
    static_cast<PolicyInForce &>(*snapshot) = std::move(policy);
    snapshot->keys = KeyTable(std::move(*keys));
    snapshot->providers = std::move(*providers);
    snapshot->prices = std::move(*prices);
    snapshot->settings = *settings;
    return snapshot;
}

std::shared_ptr<const Snapshot> withPolicy(const Snapshot &snapshot, PolicyInForce policy)
{
    auto changed = std::make_shared<Snapshot>(snapshot);
    static_cast<PolicyInForce &>(*changed) = std::move(policy);
    return changed;
}

} // namespace gatehouse::gateway
