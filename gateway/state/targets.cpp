// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/targets.h"

#include "core/base/digest.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace gatehouse::gateway {
namespace {

std::uint64_t hashOf(std::string_view interaction)
{
    const Sha256 digest = sha256(interaction);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
        value = (value << 8) | digest[i];
    return value;
}

// Puts one of them first, each as likely as its weight says; then of the rest one second, and so on. Those of
// weight 0 stay behind, in the order they were named.
void orderByWeight(std::span<Target> targets, std::uint64_t hash)
{
    std::stable_partition(targets.begin(), targets.end(), [](const Target &each) { return each.weight > 0; });
    for (; !targets.empty() && targets.front().weight > 0; targets = targets.subspan(1)) {
        const int sum = std::accumulate(targets.begin(), targets.end(), 0,
            [](int total, const Target &each) { return total + each.weight; });
        auto left = static_cast<int>(hash % static_cast<std::uint64_t>(sum));
        const auto chosen = std::find_if(
            targets.begin(), targets.end(), [&](const Target &each) { return (left -= each.weight) < 0; });
        std::rotate(targets.begin(), chosen, chosen + 1);
    }
}

void dropFailing(std::vector<Target> &targets, TargetHealth::Time now)
{
    const auto good = [&](const Target &each) { return each.health->isAvailable(now); };
    if (std::any_of(targets.begin(), targets.end(), good))
        std::erase_if(targets, [&](const Target &each) { return !good(each); });
}

} // namespace

TargetTable::TargetTable(std::vector<store::Provider> providers,
    const std::vector<store::ModelTarget> &targets, TargetHealths &healths)
{
    m_providers.reserve(providers.size());
    for (store::Provider &provider : providers) {
        std::optional<BaseUrl> url;
        if (auto parsed = parseBaseUrl(provider.baseUrl))
            url = std::move(*parsed);
        auto health = healths.of(provider.name, {});
        m_providers.push_back({std::move(provider), std::move(url), std::move(health)});
    }
    for (const store::ModelTarget &target : targets) {
        const auto found = std::find_if(m_providers.begin(), m_providers.end(),
            [&](const ServingProvider &each) { return each.provider.name == target.provider; });
        if (found != m_providers.end())
            m_named[target.model].push_back({static_cast<std::size_t>(found - m_providers.begin()),
                target.upstreamModel, target.weight, healths.of(target.provider, target.upstreamModel)});
    }
}

std::vector<Target> TargetTable::targetsFor(const TargetQuestion &question, TargetHealth::Time now) const
{
    std::vector<Target> targets;
    const auto named = m_named.find(std::string(question.model));
    std::size_t ranked = 0;
    if (named != m_named.end()) {
        gatherNamed(named->second, question, targets);
    } else {
        // Who lists the very name goes before who takes any.
        gatherServing(question, true, targets);
        ranked = targets.size();
        gatherServing(question, false, targets);
    }
    if (targets.size() > 1) {
        const std::uint64_t hash = hashOf(question.interaction);
        orderByWeight(std::span(targets).first(ranked), hash);
        orderByWeight(std::span(targets).subspan(ranked), hash);
        dropFailing(targets, now);
    }
    return targets;
}

void TargetTable::gatherNamed(
    const std::vector<Named> &named, const TargetQuestion &question, std::vector<Target> &targets) const
{
    for (const Named &each : named) {
        const ServingProvider &serving = m_providers[each.provider];
        if (speaks(serving.provider.kind, question.family)
            && names(question.entitlement.providers, serving.provider.name))
            targets.push_back({&serving, each.upstreamModel, each.weight, each.health.get()});
    }
}

void TargetTable::gatherServing(
    const TargetQuestion &question, bool byName, std::vector<Target> &targets) const
{
    for (const ServingProvider &serving : m_providers) {
        const store::Provider &provider = serving.provider;
        const auto &models = provider.models;
        const bool listed = std::find(models.begin(), models.end(), question.model) != models.end();
        if (speaks(provider.kind, question.family) && names(question.entitlement.providers, provider.name)
            && (byName ? listed : !listed && serves(provider, question.model)))
            targets.push_back({&serving, {}, provider.weight, serving.health.get()});
    }
}

std::vector<std::pair<std::string_view, const store::Provider *>> TargetTable::namedModels(
    const Entitlement &entitlement) const
{
    std::vector<std::pair<std::string_view, const store::Provider *>> models;
    for (const auto &[model, targets] : m_named) {
        const auto usable = std::find_if(targets.begin(), targets.end(), [&](const Named &each) {
            return names(entitlement.providers, m_providers[each.provider].provider.name);
        });
        if (usable != targets.end())
            models.emplace_back(model, &m_providers[usable->provider].provider);
    }
    return models;
}

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

} // namespace gatehouse::gateway
