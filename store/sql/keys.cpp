// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/access.h"
#include "store/json_text.h"
#include "store/key_request.h"
#include "store/names.h"
#include "store/sql/audit_log.h"
#include "store/sql/key_rows.h"
#include "store/sql/limit_rows.h"
#include "store/sql/name_rows.h"

#include <algorithm>
#include <chrono>

namespace gatehouse::store {

namespace {

constexpr std::size_t reasonBytes = 1000;
constexpr auto longestOverlap = std::chrono::hours(30 * 24);
const std::string rotationSql = "UPDATE virtual_key SET secret_hash = ?2, previous_secret_hash = ?3, "
                                "previous_until = ?4 WHERE id = ?1";

std::string objectOf(const KeyId &id)
{
    return "key:" + id.value;
}

// Members sorted; the secret has no part in it.
std::string auditJson(const KeyRecord &key, const std::vector<Limit> &limits)
{
    return JsonObject()
        .add("addresses", key.entitlement.addresses)
        .add("environment", key.identity.environment)
        .raw("expires_at", key.expiresAt ? jsonText(toRfc3339(*key.expiresAt)) : "null")
        .add("limits", limitTexts(limits))
        .raw("max_input_bytes", numberOrNull(key.entitlement.maxInputBytes))
        .raw("max_output_tokens", numberOrNull(key.entitlement.maxOutputTokens))
        .raw("metadata", metadataToJson(key.identity.keyMetadata))
        .add("models", key.entitlement.models)
        .add("providers", key.entitlement.providers)
        .add("required_metadata", key.entitlement.requiredMetadata)
        .add("requires_user", key.entitlement.requiresUser)
        .add("routes", key.entitlement.routes)
        .add("state", name(key.state))
        .add("team", key.identity.team)
        .add("tools", key.entitlement.tools)
        .add("use_case", key.identity.useCase)
        .text();
}

// The three names a key is bound to exist and are in use, or are made when asked for.
Status ensureName(Store &store, NameKind kind, const std::string &name, bool create)
{
    const auto found = findName(store.connection(), kind, name);
    const std::string word(kind == NameKind::UseCase ? "use case" : wordFor(kind));
    if (found && found->archived)
        return fail(ErrorKind::Conflict, "this " + word + " is archived", name, "choose another one");
    if (found)
        return {};
    if (!create)
        return fail(ErrorKind::NotFound, "there is no such " + word, name,
            "create it first, or ask for it with --create");
    insertName(store, kind, name);
    return {};
}

Status ensureNames(Store &store, const NewKeyRequest &request)
{
    if (Status team = ensureName(store, NameKind::Team, request.team, request.createNames); !team)
        return team;
    if (Status place = ensureName(store, NameKind::Environment, request.environment, request.createNames);
        !place)
        return place;
    return ensureName(store, NameKind::UseCase, request.useCase, request.createNames);
}

KeyRow asShown(KeyRow row, Timestamp now)
{
    row.record.state = stateAt(row.record, now);
    return row;
}

Result<KeyRow> findKey(Store &store, const KeyId &id)
{
    Query query(store.connection(), "SELECT " + keyColumns() + " FROM virtual_key WHERE id = ?", id.value);
    if (!query.step())
        return fail(ErrorKind::NotFound, "there is no such key", id.value, "see: gatehouse key list");
    return readKey(query);
}

// Nothing comes of changing a key that will never be good again.
Status isLiving(const KeyRecord &key, Timestamp now)
{
    const KeyState state = stateAt(key, now);
    if (state == KeyState::Revoked || state == KeyState::Expired)
        return fail(ErrorKind::Conflict, "the key is " + std::string(name(state)), key.id.value);
    return {};
}

Status mayRotate(const KeyRecord &key, Timestamp now)
{
    if (Status living = isLiving(key, now); !living)
        return living;
    if (key.previous && now < key.previous->until)
        return fail(ErrorKind::Conflict,
            "the key was rotated and its earlier secret is good until " + toRfc3339(key.previous->until),
            key.id.value, "rotate it again after that");
    return {};
}

std::string stateJson(KeyState state)
{
    return JsonObject().add("state", name(state)).text();
}

// Moves a key to `to` when it is in one of the states `from` at this moment.
Status changeState(Store &store, const KeyId &id, KeyState to, const std::string &action,
    const std::string &reason, const std::vector<KeyState> &from)
{
    if (Status good = checkLine("reason", reason, reasonBytes); !good)
        return good;
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        const auto row = findKey(store, id);
        if (!row)
            return tl::unexpected(row.error());
        const KeyState now = row->record.state;
        if (std::find(from.begin(), from.end(), now) == from.end())
            return fail(ErrorKind::Conflict, "the key is " + std::string(name(now)), id.value);
        Query(store.connection(), "UPDATE virtual_key SET state = ? WHERE id = ?", to, id.value).run();
        appendAudit(store, {action, objectOf(id), stateJson(now), stateJson(to), reason});
        transaction.commit();
        return {};
    });
}

} // namespace

Result<IssuedKey> issueKey(Store &store, const NewKeyRequest &request)
{
    const Timestamp now = store.clock().now();
    auto complete = completeRequest(request, now);
    if (!complete)
        return tl::unexpected(complete.error());
    return attempt(store.connection(), [&]() -> Result<IssuedKey> {
        NewVirtualKey fresh = newVirtualKey();
        IssuedKey issued{{}, std::move(fresh.text)};
        issued.row.record = {fresh.id, fresh.secretHash,
            {complete->team, complete->environment, complete->useCase, fresh.id.value, complete->metadata},
            complete->entitlement, KeyState::Active, now, complete->expiresAt, {}};
        issued.row.createdBy = store.actor();
        WriteTransaction transaction(store.connection());
        if (Status names = ensureNames(store, *complete); !names)
            return tl::unexpected(names.error());
        insertKey(store.connection(), issued.row);
        writeLimits(store.connection(), LimitTier::Key, fresh.id.value, complete->limits);
        appendAudit(
            store, {"key.issue", objectOf(fresh.id), "", auditJson(issued.row.record, complete->limits)});
        transaction.commit();
        return issued;
    });
}

Result<std::vector<KeyRow>> listKeys(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<KeyRow>> {
        Query query(store.connection(),
            "SELECT " + keyColumns() + " FROM virtual_key ORDER BY created_at DESC, id DESC");
        std::vector<KeyRow> rows;
        while (query.step())
            rows.push_back(asShown(readKey(query), store.clock().now()));
        return rows;
    });
}

Result<KeyRow> showKey(Store &store, const KeyId &id)
{
    return attempt(store.connection(), [&]() -> Result<KeyRow> {
        auto row = findKey(store, id);
        if (!row)
            return row;
        return asShown(std::move(*row), store.clock().now());
    });
}

Status suspendKey(Store &store, const KeyId &id, const std::string &reason)
{
    return changeState(store, id, KeyState::Suspended, "key.suspend", reason, {KeyState::Active});
}

Status resumeKey(Store &store, const KeyId &id, const std::string &reason)
{
    return changeState(store, id, KeyState::Active, "key.resume", reason, {KeyState::Suspended});
}

Status revokeKey(Store &store, const KeyId &id, const std::string &reason)
{
    return changeState(store, id, KeyState::Revoked, "key.revoke", reason,
        {KeyState::Active, KeyState::Suspended, KeyState::Expired});
}

Result<IssuedKey> rotateKey(Store &store, const KeyId &id, Micros overlap, const std::string &reason)
{
    if (Status good = checkLine("reason", reason, reasonBytes); !good)
        return tl::unexpected(good.error());
    if (overlap < Micros(0) || overlap > longestOverlap)
        return fail(ErrorKind::InvalidInput, "not an overlap of two secrets", "overlap", "at most 30d");
    return attempt(store.connection(), [&]() -> Result<IssuedKey> {
        WriteTransaction transaction(store.connection());
        auto row = findKey(store, id);
        if (!row)
            return tl::unexpected(row.error());
        const Timestamp now = store.clock().now();
        if (Status may = mayRotate(row->record, now); !may)
            return tl::unexpected(may.error());
        NewVirtualKey fresh = newSecretOf(id);
        row->record.previous = PreviousSecret{row->record.secretHash, now + overlap};
        row->record.secretHash = fresh.secretHash;
        Query(store.connection(), rotationSql, id.value, toBlob(fresh.secretHash),
            toBlob(row->record.previous->hash), row->record.previous->until)
            .run();
        const std::string until = jsonText(toRfc3339(row->record.previous->until));
        appendAudit(store,
            {"key.rotate", objectOf(id), "", JsonObject().raw("previous_secret_until", until).text(),
                reason});
        transaction.commit();
        return IssuedKey{std::move(*row), std::move(fresh.text)};
    });
}

Result<KeyRow> changeEntitlement(Store &store, const KeyId &id, const Entitlement &expected,
    const Entitlement &entitlement, const std::string &reason)
{
    if (Status good = checkLine("reason", reason, reasonBytes); !good)
        return tl::unexpected(good.error());
    auto complete = completeEntitlement(entitlement);
    if (!complete)
        return tl::unexpected(complete.error());
    return attempt(store.connection(), [&]() -> Result<KeyRow> {
        WriteTransaction transaction(store.connection());
        auto row = findKey(store, id);
        if (!row)
            return row;
        const Timestamp now = store.clock().now();
        if (Status living = isLiving(row->record, now); !living)
            return tl::unexpected(living.error());
        Entitlement &may = row->record.entitlement;
        if (may != expected)
            return fail(ErrorKind::Conflict, "what the key may use was changed by somebody else meanwhile",
                id.value, "look at it again");
        if (may == *complete)
            return asShown(std::move(*row), now);
        const auto limits = readLimits(store.connection(), LimitTier::Key, id.value);
        const std::string before = auditJson(row->record, limits);
        may = std::move(*complete);
        updateEntitlement(store.connection(), id, may);
        appendAudit(store, {"key.edit", objectOf(id), before, auditJson(row->record, limits), reason});
        transaction.commit();
        return asShown(std::move(*row), now);
    });
}

Result<KeyActivity> keyActivity(Store &store, const KeyId &id)
{
    return attempt(store.connection(), [&]() -> Result<KeyActivity> {
        const auto row = findKey(store, id);
        if (!row)
            return tl::unexpected(row.error());
        Query query(store.connection(), "SELECT count(*) FROM interaction WHERE key = ? AND at > ?", id.value,
            store.clock().now() - std::chrono::hours(1));
        return KeyActivity{query.step() ? query.integer(0) : 0, row->lastUsedAt};
    });
}

Result<std::vector<KeyRecord>> loadKeyTable(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<KeyRecord>> {
        Query query(store.connection(), "SELECT " + keyColumns() + " FROM virtual_key");
        std::vector<KeyRecord> keys;
        while (query.step())
            keys.push_back(readKey(query).record);
        return keys;
    });
}

} // namespace gatehouse::store
