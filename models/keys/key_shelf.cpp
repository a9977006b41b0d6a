// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keys/key_shelf.h"

#include "models/text.h"
#include "store/key_request.h"
#include "store/limits.h"
#include "store/maintenance.h"

#include <utility>

namespace gatehouse::console {

namespace {

std::optional<QDateTime> optionalTime(const std::optional<Timestamp> &at)
{
    return at ? std::optional(toDateTime(*at)) : std::nullopt;
}

std::vector<std::string> toStrings(const QStringList &texts)
{
    std::vector<std::string> strings;
    for (const QString &text : texts)
        strings.push_back(text.toStdString());
    return strings;
}

Result<QStringList> usableNames(store::Store &store, store::NameKind kind)
{
    auto rows = store::listNames(store, kind);
    if (!rows)
        return tl::unexpected<Error>(std::move(rows.error()));
    QStringList names;
    for (const auto &row : *rows) {
        if (!row.archived)
            names.append(toQString(row.name));
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

// Providers, and the models they serve.
Status readServed(store::Store &store, KeyChoices &choices)
{
    const auto rows = store::listProviders(store);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    const auto targets = store::listModelTargets(store);
    if (!targets)
        return tl::unexpected<Error>(targets.error());
    for (const auto &row : *rows) {
        choices.providers.append(toQString(row.provider.name));
        choices.models += toQStringList(row.provider.models);
    }
    for (const auto &target : *targets)
        choices.models.append(toQString(target.model));
    choices.models.removeAll(QStringLiteral("*"));
    choices.models.removeDuplicates();
    choices.models.sort(Qt::CaseInsensitive);
    choices.models.append(QStringLiteral("*"));
    return {};
}

QString gatewayAddress(store::Store &store)
{
    const auto gateways = store::liveGateways(store);
    return gateways && !gateways->empty() ? toQString(gateways->front().address)
                                          : QStringLiteral("127.0.0.1:8787");
}

Result<KeyChoices> readChoices(store::Store &store)
{
    KeyChoices choices;
    const std::pair<QStringList *, store::NameKind> names[] = {{&choices.teams, store::NameKind::Team},
        {&choices.environments, store::NameKind::Environment}, {&choices.useCases, store::NameKind::UseCase}};
    for (const auto &[list, kind] : names) {
        auto read = usableNames(store, kind);
        if (!read)
            return tl::unexpected<Error>(std::move(read.error()));
        *list = std::move(*read);
    }
    if (const Status served = readServed(store, choices); !served)
        return tl::unexpected<Error>(served.error());
    auto limits = store::listLimits(store);
    if (!limits)
        return tl::unexpected<Error>(std::move(limits.error()));
    choices.limits = std::move(*limits);
    choices.routes = toQStringList(store::modelRoutes());
    choices.gatewayAddress = gatewayAddress(store);
    return choices;
}

// The same fields stand in an entry and in a request.
template <class Fields>
Entitlement readEntitlement(const Fields &fields)
{
    Entitlement may;
    may.models = toStrings(fields.models);
    may.providers = toStrings(fields.providers);
    may.routes = toStrings(fields.routes);
    may.tools = toStrings(fields.tools);
    may.addresses = toStrings(fields.addresses);
    may.requiredMetadata = toStrings(fields.requiredMetadata);
    may.maxInputBytes = fields.maxInputBytes;
    may.maxOutputTokens = fields.maxOutputTokens;
    may.requiresUser = fields.requiresUser;
    return may;
}

} // namespace

Entitlement entitlementOf(const KeyEntry &entry)
{
    return readEntitlement(entry);
}

Entitlement entitlementOf(const KeyRequest &request)
{
    return readEntitlement(request);
}

KeyEntry toEntry(const store::KeyRow &row, Timestamp now)
{
    const KeyRecord &record = row.record;
    KeyEntry entry;
    entry.id = toQString(record.id.value);
    entry.state = stateAt(record, now);
    entry.team = toQString(record.identity.team);
    entry.environment = toQString(record.identity.environment);
    entry.useCase = toQString(record.identity.useCase);
    entry.models = toQStringList(record.entitlement.models);
    entry.providers = toQStringList(record.entitlement.providers);
    entry.routes = toQStringList(record.entitlement.routes);
    entry.tools = toQStringList(record.entitlement.tools);
    entry.addresses = toQStringList(record.entitlement.addresses);
    entry.requiredMetadata = toQStringList(record.entitlement.requiredMetadata);
    for (const auto &[member, value] : record.identity.keyMetadata)
        entry.metadata.insert(toQString(member), toQString(value));
    entry.maxInputBytes = record.entitlement.maxInputBytes;
    entry.maxOutputTokens = record.entitlement.maxOutputTokens;
    entry.requiresUser = record.entitlement.requiresUser;
    entry.createdAt = toDateTime(record.createdAt);
    entry.createdBy = toQString(row.createdBy);
    entry.expiresAt = optionalTime(record.expiresAt);
    entry.lastUsedAt = optionalTime(row.lastUsedAt);
    if (record.previous && record.previous->until > now)
        entry.previousSecretUntil = toDateTime(record.previous->until);
    return entry;
}

KeyUse toUse(const store::KeyActivity &activity)
{
    return {activity.callsLastHour, optionalTime(activity.lastUsedAt)};
}

Result<store::NewKeyRequest> toStoreRequest(const KeyRequest &request)
{
    store::NewKeyRequest wanted;
    wanted.team = request.team.toStdString();
    wanted.environment = request.environment.toStdString();
    wanted.useCase = request.useCase.toStdString();
    wanted.createNames = request.createNames;
    wanted.entitlement = entitlementOf(request);
    wanted.limits = request.limits;
    auto metadata = store::parseMetadata(toStrings(request.metadata));
    if (!metadata)
        return tl::unexpected<Error>(std::move(metadata.error()));
    wanted.metadata = std::move(*metadata);
    if (request.expiresAt.isValid())
        wanted.expiresAt = fromMicros(request.expiresAt.toMSecsSinceEpoch() * 1000);
    return wanted;
}

Result<KeyShelf> readShelf(store::Store &store)
{
    auto rows = store::listKeys(store);
    if (!rows)
        return tl::unexpected<Error>(std::move(rows.error()));
    auto choices = readChoices(store);
    if (!choices)
        return tl::unexpected<Error>(std::move(choices.error()));
    KeyShelf shelf;
    shelf.choices = std::move(*choices);
    const Timestamp now = store.clock().now();
    for (const auto &row : *rows)
        shelf.keys.push_back(toEntry(row, now));
    return shelf;
}

Result<QList<LimitEntry>> readLimits(store::Store &store, const KeyId &key)
{
    const auto row = store::showKey(store, key);
    if (!row)
        return tl::unexpected<Error>(row.error());
    const auto states = store::limitStates(store, {*row});
    if (!states)
        return tl::unexpected<Error>(states.error());
    QList<LimitEntry> entries;
    for (const LimitState &state : states->front()) {
        const bool counted = state.limit.unit != LimitUnit::Parallel;
        entries.append({state.tier, toQString(state.name), state.limit, state.used,
            counted ? std::optional(toDateTime(state.nextReset)) : std::nullopt});
    }
    return entries;
}

std::vector<Limit> limitsOf(const KeyChoices &choices, const LimitSubject &subject)
{
    const std::string name = subject.name.toStdString();
    for (const SubjectLimits &each : choices.limits) {
        if (each.tier == subject.tier && each.name == name)
            return each.limits;
    }
    return {};
}

} // namespace gatehouse::console
