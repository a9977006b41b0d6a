// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/json_text.h"
#include "store/reviews.h"
#include "store/sql/audit_log.h"
#include "store/sql/ids.h"
#include "store/sql/record_changes.h"
#include "store/sql/review_rows.h"

#include <chrono>

namespace gatehouse::store {

namespace {

constexpr auto permitLife = std::chrono::hours(24);

struct HeldCall {
    std::int64_t n = 0;
    Blob id;
    std::string key, payloadHash;
};

// Conflict unless it still waits for a decision.
Result<HeldCall> readWaiting(Store &store, const InteractionId &id)
{
    Connection &connection = store.connection();
    auto found = readReviewed(connection, {id});
    if (!found)
        return tl::unexpected(found.error());
    HeldCall call{found->front().n, found->front().id, found->front().row.key.value, {}};
    switch (readHeld(connection, call.n)) {
    case Held::Never:
        return fail(ErrorKind::Conflict, "this call was not held", id.value);
    case Held::Released:
        return decidedBefore(store, found->front(), EarlierDeed::Released);
    case Held::Denied:
        return decidedBefore(store, found->front(), EarlierDeed::Denied);
    case Held::Waiting:
        break;
    }
    Query query(connection, "SELECT payload_hash FROM interaction_detail WHERE n = ?", call.n);
    if (query.step())
        call.payloadHash = query.text(0);
    return call;
}

Status close(Store &store, const HeldCall &call, Held held)
{
    Connection &connection = store.connection();
    if (Query(connection, "UPDATE interaction_detail SET held = ? WHERE n = ? AND held = ?", held, call.n,
            Held::Waiting)
            .run()
        == 0)
        return fail(ErrorKind::Conflict, "somebody decided this call just now",
            toInteractionId(call.id).value, "look at it again");
    Query(connection, "UPDATE interaction SET state = ?, decided_by = ?, decided_at = ? WHERE n = ?",
        ReviewState::Resolved, store.actor(), store.clock().now(), call.n)
        .run();
    noteChange(connection, call.id);
    return {};
}

std::string heldJson(std::string_view word)
{
    return JsonObject().add("held", word).text();
}

} // namespace

Status release(Store &store, const InteractionId &id)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection);
        const auto call = readWaiting(store, id);
        if (!call)
            return tl::unexpected(call.error());
        if (call->payloadHash.empty())
            return fail(
                ErrorKind::Conflict, "this call can't be released: its payload is not known", id.value);
        if (Status closed = close(store, *call, Held::Released); !closed)
            return closed;
        Query(connection, "INSERT INTO permit (key, payload_hash, held_id, expires_at) VALUES (?, ?, ?, ?)",
            call->key, call->payloadHash, call->id, store.clock().now() + permitLife)
            .run();
        appendAudit(store, {"review.release", reviewObject({id}), heldJson("waiting"), heldJson("released")});
        transaction.commit();
        return {};
    });
}

Status deny(Store &store, const InteractionId &id)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection);
        const auto call = readWaiting(store, id);
        if (!call)
            return tl::unexpected(call.error());
        if (Status closed = close(store, *call, Held::Denied); !closed)
            return closed;
        appendAudit(store, {"review.deny", reviewObject({id}), heldJson("waiting"), heldJson("denied")});
        transaction.commit();
        return {};
    });
}

Result<bool> consumePermit(
    Store &store, const KeyId &key, const std::string &payloadHash, const InteractionId &by)
{
    const auto user = toBlob(by);
    if (!user)
        return fail(
            ErrorKind::InvalidInput, "not an interaction id", by.value, "an id is a UUID in text form");
    static const std::string sql
        = "UPDATE permit SET used_by = ?1, used_at = ?2 WHERE seq = (SELECT min(seq) FROM permit WHERE key = "
          "?3 "
          "AND payload_hash = ?4 AND used_by IS NULL AND expires_at > ?2) RETURNING held_id";
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<bool> {
        WriteTransaction transaction(connection);
        Blob held;
        {
            Query query(connection, sql, *user, store.clock().now(), key.value, payloadHash);
            if (!query.step())
                return false;
            held = query.blob(0);
        }
        noteChange(connection, held);
        appendAudit(store,
            {"permit.use", reviewObject({toInteractionId(held)}), "",
                JsonObject().add("by", by.value).add("key", key.value).text()});
        transaction.commit();
        return true;
    });
}

Result<bool> hasPermit(Store &store, const KeyId &key, const std::string &payloadHash)
{
    static const std::string sql
        = "SELECT 1 FROM permit WHERE key = ? AND payload_hash = ? AND used_by IS NULL AND expires_at > ?";
    return attempt(store.connection(), [&]() -> Result<bool> {
        return Query(store.connection(), sql, key.value, payloadHash, store.clock().now()).step();
    });
}

} // namespace gatehouse::store
