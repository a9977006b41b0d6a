// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/provider_shelf.h"

#include "models/text.h"
#include "store/prices.h"
#include "store/recipient_pins.h"
#include "store/recipients.h"

#include <map>
#include <tuple>

namespace gatehouse::console {

namespace {

using HealthRows = std::vector<store::TargetHealthRow>;

Health healthOf(
    const HealthRows &rows, const std::string &provider, const std::optional<std::string> &upstream)
{
    Health worst = Health::Unknown;
    for (const store::TargetHealthRow &row : rows) {
        if (row.provider != provider || (upstream && row.upstreamModel != *upstream))
            continue;
        if (row.state != store::CircuitState::Closed)
            return Health::Failing;
        worst = Health::Good;
    }
    return worst;
}

ProviderEntry toEntry(const store::ProviderRow &row, const HealthRows &health)
{
    const store::Provider &provider = row.provider;
    return {toQString(provider.name), toQString(store::name(provider.kind)), toQString(provider.baseUrl),
        toQStringList(provider.models), toQString(provider.apiVersion), provider.weight, row.hasCredential,
        healthOf(health, provider.name, std::nullopt), toDateTime(provider.createdAt)};
}

Status readUpstreams(store::Store &store, ProviderShelf &shelf)
{
    const auto health = store::listTargetHealth(store);
    if (!health)
        return tl::unexpected<Error>(health.error());
    const auto rows = store::listProviders(store);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    for (const store::ProviderRow &row : *rows)
        shelf.providers.push_back(toEntry(row, *health));
    const auto targets = store::listModelTargets(store);
    if (!targets)
        return tl::unexpected<Error>(targets.error());
    std::map<std::string, int> weights;
    for (const store::ModelTarget &target : *targets)
        weights[target.model] += target.weight;
    for (const store::ModelTarget &target : *targets)
        shelf.targets.push_back({toQString(target.model), toQString(target.provider),
            toQString(target.upstreamModel), target.weight, weights[target.model],
            healthOf(*health, target.provider, target.upstreamModel)});
    std::stable_sort(
        shelf.targets.begin(), shelf.targets.end(), [](const TargetEntry &a, const TargetEntry &b) {
            return std::tuple(a.model, -a.weight) < std::tuple(b.model, -b.weight);
        });
    return {};
}

Status readPrices(store::Store &store, ProviderShelf &shelf)
{
    const auto listed = store::listPrices(store);
    if (!listed)
        return tl::unexpected<Error>(listed.error());
    std::map<std::string, PriceEntry> all;
    for (const PriceRow &row : builtInPrices())
        all[row.model] = {toQString(row.model), std::nullopt, row.price, true};
    for (const store::ListedPrice &each : *listed) {
        PriceEntry &entry = all[each.row.model];
        entry.model = toQString(each.row.model);
        entry.price = each.row.price;
        entry.changedHere = !each.builtIn;
    }
    for (auto &[model, entry] : all)
        shelf.prices.push_back(std::move(entry));
    return {};
}

Status readRecipients(store::Store &store, ProviderShelf &shelf)
{
    const auto rows = store::listRecipients(store);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    const auto pins = store::readPins(store::Pinned::Gateways, store.location());
    if (!pins)
        return tl::unexpected<Error>(pins.error());
    bool own = false;
    for (const store::RecipientRow &row : *rows) {
        shelf.recipients.all.append({toQString(row.name), toQString(row.fingerprint), row.own, row.pinned});
        own = own || row.own;
    }
    shelf.recipients.firstUse = !pins->has_value() && !own;
    return {};
}

} // namespace

Result<ProviderShelf> readProviderShelf(store::Store &store)
{
    ProviderShelf shelf;
    for (const auto read : {readUpstreams, readPrices, readRecipients}) {
        if (const Status done = read(store, shelf); !done)
            return tl::unexpected<Error>(done.error());
    }
    return shelf;
}

store::Provider toStoreProvider(const ProviderEntry &entry, const QString &credential)
{
    store::Provider provider;
    provider.name = entry.name.toStdString();
    provider.kind
        = store::providerKindFromName(entry.kind.toStdString()).value_or(store::ProviderKind::OpenAi);
    provider.baseUrl = entry.baseUrl.toStdString();
    for (const QString &model : entry.models)
        provider.models.push_back(model.toStdString());
    provider.apiVersion = entry.apiVersion.toStdString();
    provider.weight = entry.weight;
    provider.credential = SecretString(credential.toUtf8().toStdString());
    return provider;
}

std::vector<store::ModelTarget> toStoreTargets(const QList<TargetEntry> &targets)
{
    std::vector<store::ModelTarget> all;
    for (const TargetEntry &target : targets)
        all.push_back({target.model.toStdString(), target.provider.toStdString(),
            target.upstreamModel.toStdString(), target.weight, {}});
    return all;
}

} // namespace gatehouse::console
