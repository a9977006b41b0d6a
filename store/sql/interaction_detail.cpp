// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/verdict_rows.h"
#include "store/interactions.h"
#include "store/sql/ids.h"
#include "store/sql/rows.h"

#include <array>

namespace gatehouse::store {

namespace {

constexpr std::array heldWords{"", "waiting", "released", "denied"};

Error damaged(const InteractionId &id, const Error &cause)
{
    return {ErrorKind::Corrupt, "a stored call can't be read: " + cause.line(), id.value,
        "restore it from a backup"};
}

Status readParts(Connection &connection, std::int64_t n, InteractionDetail &detail)
{
    static const std::string sql
        = "SELECT checks, coverage, source_address, conversation, held, received_bytes, end_user, counted, "
          "reserved_in, reserved_out, reserved_uusd, answer FROM interaction_detail WHERE n = ?";
    Query query(connection, sql, n);
    if (!query.step())
        return {};
    auto checks = checksFromRows(query.text(0));
    if (!checks)
        return tl::unexpected(damaged(detail.row.id, checks.error()));
    auto coverage = coverageFromJson(query.text(1));
    if (!coverage)
        return tl::unexpected(damaged(detail.row.id, coverage.error()));
    detail.checks = std::move(*checks);
    detail.coverage = std::move(*coverage);
    detail.sourceAddress = query.text(2);
    detail.conversation = query.text(3);
    detail.heldState = heldWords.at(static_cast<std::size_t>(query.integer(4)));
    if (!query.isNull(5))
        detail.receivedBytes = query.integer(5);
    detail.endUser = query.text(6);
    detail.reserved = {query.integer(7) != 0, query.integer(8), query.integer(9), query.integer(10)};
    detail.answer = query.text(11);
    return {};
}

Status readBody(Connection &connection, const char *sql, std::int64_t n, InteractionDetail &detail)
{
    Query query(connection, sql, n);
    if (!query.step())
        return {};
    auto segments = segmentsFromJson(query.text(0));
    if (!segments)
        return tl::unexpected(damaged(detail.row.id, segments.error()));
    std::move(segments->begin(), segments->end(), std::back_inserter(detail.segments));
    return {};
}

void readNotes(Connection &connection, std::int64_t n, InteractionDetail &detail)
{
    Query query(connection, "SELECT at, author, text FROM review_note WHERE n = ? ORDER BY seq", n);
    while (query.step())
        detail.notes.push_back({query.time(0), query.text(1), query.text(2)});
}

void readPermits(Connection &connection, const Blob &id, InteractionDetail &detail)
{
    Query used(connection, "SELECT used_by FROM permit WHERE held_id = ? AND used_by IS NOT NULL", id);
    if (used.step())
        detail.permitUsedBy = toInteractionId(used.blob(0));
    Query of(connection, "SELECT held_id FROM permit WHERE used_by = ?", id);
    if (of.step())
        detail.permitOf = toInteractionId(of.blob(0));
}

Result<InteractionDetail> readDetail(Connection &connection, const InteractionId &id, const Blob &blob)
{
    const ReadTransaction oneView(connection);
    InteractionDetail detail;
    std::int64_t n = 0;
    {
        Query query(connection,
            "SELECT i.n, i.decided_by, i.decided_at, EXISTS (SELECT 1 FROM sealed_originals s "
            "WHERE s.n = i.n), "
                + interactionColumns() + " FROM interaction i WHERE i.id = ?",
            blob);
        if (!query.step())
            return fail(ErrorKind::NotFound, "there is no such interaction", id.value);
        n = query.integer(0);
        detail.decidedBy = query.text(1);
        detail.decidedAt = query.optionalTime(2);
        detail.sealed = query.integer(3) != 0;
        detail.row = readInteraction(query, 4);
    }
    if (Status parts = readParts(connection, n, detail); !parts)
        return tl::unexpected(parts.error());
    if (Status body = readBody(connection, "SELECT segments FROM request_body WHERE n = ?", n, detail); !body)
        return tl::unexpected(body.error());
    if (Status body = readBody(connection, "SELECT segments FROM response_body WHERE n = ?", n, detail);
        !body)
        return tl::unexpected(body.error());
    readNotes(connection, n, detail);
    readPermits(connection, blob, detail);
    return detail;
}

} // namespace

Result<std::string> conversationOfAnswer(Store &store, const Identity &binding, const std::string &answer)
{
    static const std::string sql
        = "SELECT d.conversation FROM interaction_detail d JOIN interaction i ON i.n = d.n "
          "WHERE d.answer = ? AND d.answer <> '' AND i.team = ? AND i.environment = ? AND i.use_case = ? "
          "ORDER BY d.n DESC LIMIT 1";
    return attempt(store.connection(), [&]() -> Result<std::string> {
        Query query(store.connection(), sql, answer, binding.team, binding.environment, binding.useCase);
        return query.step() ? query.text(0) : std::string();
    });
}

Result<InteractionDetail> showInteraction(Store &store, const InteractionId &id)
{
    const auto blob = toBlob(id);
    if (!blob)
        return fail(ErrorKind::NotFound, "there is no such interaction", id.value);
    return attempt(store.connection(), [&] { return readDetail(store.connection(), id, *blob); });
}

} // namespace gatehouse::store
