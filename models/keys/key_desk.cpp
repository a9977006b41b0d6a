// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keys/key_desk.h"

#include "models/store_session.h"
#include "models/text.h"
#include "store/access.h"
#include "store/maintenance.h"

#include <utility>

namespace gatehouse::console {

namespace {

struct Shelf {
    std::vector<KeyEntry> keys;
    KeyChoices choices;
};

std::optional<QDateTime> optionalTime(const std::optional<Timestamp> &at)
{
    return at ? std::optional(toDateTime(*at)) : std::nullopt;
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
    entry.createdAt = toDateTime(record.createdAt);
    entry.createdBy = toQString(row.createdBy);
    entry.expiresAt = optionalTime(record.expiresAt);
    entry.lastUsedAt = optionalTime(row.lastUsedAt);
    return entry;
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

Result<QStringList> servedModels(store::Store &store)
{
    auto rows = store::listProviders(store);
    if (!rows)
        return tl::unexpected<Error>(std::move(rows.error()));
    QStringList models;
    for (const auto &row : *rows)
        models += toQStringList(row.provider.models);
    models.removeAll(QStringLiteral("*"));
    models.removeDuplicates();
    models.sort(Qt::CaseInsensitive);
    models.append(QStringLiteral("*"));
    return models;
}

QString gatewayAddress(store::Store &store)
{
    const auto gateways = store::liveGateways(store);
    return gateways && !gateways->empty() ? toQString(gateways->front().address)
                                          : QStringLiteral("127.0.0.1:8787");
}

Result<KeyChoices> readChoices(store::Store &store)
{
    auto teams = usableNames(store, store::NameKind::Team);
    auto environments = usableNames(store, store::NameKind::Environment);
    auto useCases = usableNames(store, store::NameKind::UseCase);
    auto models = servedModels(store);
    for (auto *list : {&teams, &environments, &useCases, &models}) {
        if (!*list)
            return tl::unexpected<Error>(std::move(list->error()));
    }
    return KeyChoices{*teams, *environments, *useCases, *models, gatewayAddress(store)};
}

Result<Shelf> readShelf(store::Store &store)
{
    auto rows = store::listKeys(store);
    if (!rows)
        return tl::unexpected<Error>(std::move(rows.error()));
    auto choices = readChoices(store);
    if (!choices)
        return tl::unexpected<Error>(std::move(choices.error()));
    Shelf shelf;
    shelf.choices = std::move(*choices);
    const Timestamp now = store.clock().now();
    for (const auto &row : *rows)
        shelf.keys.push_back(toEntry(row, now));
    return shelf;
}

store::NewKeyRequest toStoreRequest(const KeyRequest &request)
{
    store::NewKeyRequest wanted;
    wanted.team = request.team.toStdString();
    wanted.environment = request.environment.toStdString();
    wanted.useCase = request.useCase.toStdString();
    wanted.createNames = request.createNames;
    for (const QString &model : request.models)
        wanted.entitlement.models.push_back(model.toStdString());
    if (request.expiresAt.isValid())
        wanted.expiresAt = fromMicros(request.expiresAt.toMSecsSinceEpoch() * 1000);
    return wanted;
}

} // namespace

KeyDesk::KeyDesk(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_list(session.newReader(this))
    , m_use(session.newReader(this))
{
    connect(&session, &StoreSession::changed, this, &KeyDesk::refresh);
    refresh();
}

void KeyDesk::refresh()
{
    m_list->ask(this, readShelf, [this](Result<Shelf> shelf) {
        if (!shelf) {
            Q_EMIT loadFailed(errorText(shelf.error()));
            return;
        }
        m_choices = std::move(shelf->choices);
        m_keys.update(std::move(shelf->keys));
        m_loaded = true;
        Q_EMIT loaded();
    });
}

void KeyDesk::issue(const KeyRequest &request)
{
    m_session.writer().change(
        this,
        [wanted = toStoreRequest(request)](store::Store &store) { return store::issueKey(store, wanted); },
        [this](Result<store::IssuedKey> key) {
            if (!key) {
                Q_EMIT issueFailed(key.error());
                return;
            }
            refresh();
            Q_EMIT issued(toEntry(key->row, systemClock().now()), key->text);
        });
}

void KeyDesk::suspend(const QString &id, const QString &reason)
{
    change(Change::Suspend, id, reason);
}

void KeyDesk::resume(const QString &id, const QString &reason)
{
    change(Change::Resume, id, reason);
}

void KeyDesk::revoke(const QString &id, const QString &reason)
{
    change(Change::Revoke, id, reason);
}

void KeyDesk::change(Change kind, const QString &id, const QString &reason)
{
    m_session.writer().change(
        this,
        [kind, key = KeyId{id.toStdString()}, why = reason.toStdString()](store::Store &store) -> Status {
            switch (kind) {
            case Change::Suspend:
                return store::suspendKey(store, key, why);
            case Change::Resume:
                return store::resumeKey(store, key, why);
            case Change::Revoke:
                break;
            }
            return store::revokeKey(store, key, why);
        },
        [this, kind, id](const Status &done) {
            if (!done) {
                Q_EMIT changeFailed(id, errorText(done.error()));
                return;
            }
            refresh();
            const QString what[] = {tr("Suspended key %1"), tr("Resumed key %1"), tr("Revoked key %1")};
            Q_EMIT keyChanged(id, what[static_cast<int>(kind)].arg(id));
        });
}

void KeyDesk::askUse(const QString &id)
{
    m_use->ask(
        this, [key = KeyId{id.toStdString()}](store::Store &store) { return store::keyActivity(store, key); },
        [this, id](const Result<store::KeyActivity> &activity) {
            if (activity)
                Q_EMIT useKnown(id, KeyUse{activity->callsLastHour, optionalTime(activity->lastUsedAt)});
        });
}

} // namespace gatehouse::console
