// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/legal_holds.h"

#include "store/json_text.h"
#include "store/names.h"
#include "store/sql/audit_log.h"
#include "store/sql/ids.h"
#include "store/sql/query.h"

namespace gatehouse::store {

namespace {

constexpr std::size_t conversationBytes = 1000;

// What a hold is placed on must be there, a conversation apart: its calls may be to come.
Status checkObject(Connection &connection, HoldKind kind, const std::string &object)
{
    if (kind == HoldKind::Conversation)
        return checkLine("conversation", object, conversationBytes);
    const auto id = kind == HoldKind::Interaction ? toBlob({object}) : std::nullopt;
    if (kind == HoldKind::Interaction) {
        if (id && Query(connection, "SELECT 1 FROM interaction WHERE id = ?", *id).step())
            return {};
        return fail(ErrorKind::NotFound, "there is no such interaction", object);
    }
    if (Query(connection, "SELECT 1 FROM virtual_key WHERE id = ?", object).step())
        return {};
    return fail(ErrorKind::NotFound, "there is no such key", object, "see: gatehouse key list");
}

std::string auditObject(HoldKind kind, const std::string &object)
{
    return std::string(name(kind)) + ":" + object;
}

} // namespace

std::string_view name(HoldKind value)
{
    switch (value) {
    case HoldKind::Interaction:
        return "interaction";
    case HoldKind::Conversation:
        return "conversation";
    case HoldKind::Key:
        return "key";
    }
    return "";
}

Result<std::vector<LegalHold>> listLegalHolds(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<LegalHold>> {
        Query query(store.connection(),
            "SELECT kind, object, placed_at, placed_by, reason FROM legal_hold "
            "ORDER BY placed_at DESC, kind, object");
        std::vector<LegalHold> holds;
        while (query.step())
            holds.push_back({static_cast<HoldKind>(query.integer(0)), query.text(1), query.time(2),
                query.text(3), query.text(4)});
        return holds;
    });
}

Status placeLegalHold(Store &store, HoldKind kind, const std::string &object, const std::string &reason)
{
    if (Status good = requireReason(reason); !good)
        return good;
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection);
        if (Status found = checkObject(connection, kind, object); !found)
            return found;
        static const std::string sql
            = "INSERT INTO legal_hold (kind, object, call, placed_at, placed_by, reason) "
              "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
        const auto id = kind == HoldKind::Interaction ? toBlob({object}) : std::nullopt;
        const int placed = Query(connection, sql, kind, id ? toInteractionId(*id).value : object, id,
            store.clock().now(), store.actor(), reason)
                               .run();
        if (placed == 0)
            return fail(ErrorKind::Conflict, "there is a legal hold on it already", object,
                "see: gatehouse legal-hold list");
        appendAudit(store, {"legal_hold.place", auditObject(kind, object), "", "", reason});
        transaction.commit();
        return {};
    });
}

Status liftLegalHold(Store &store, HoldKind kind, const std::string &object, const std::string &reason)
{
    if (Status good = requireReason(reason); !good)
        return good;
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection);
        const int lifted
            = Query(connection, "DELETE FROM legal_hold WHERE kind = ? AND object = ?", kind, object).run();
        if (lifted == 0)
            return fail(ErrorKind::NotFound, "there is no legal hold on it", object,
                "see: gatehouse legal-hold list");
        appendAudit(store, {"legal_hold.lift", auditObject(kind, object), "", "", reason});
        transaction.commit();
        return {};
    });
}

std::string toJson(const LegalHold &hold)
{
    return JsonObject()
        .add("kind", name(hold.kind))
        .add("object", hold.object)
        .add("placed_at", toRfc3339(hold.placedAt))
        .add("placed_by", hold.placedBy)
        .add("reason", hold.reason)
        .text();
}

} // namespace gatehouse::store
