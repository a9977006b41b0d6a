// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/review_rows.h"

#include "store/sql/ids.h"
#include "store/sql/rows.h"

namespace gatehouse::store {

Result<std::vector<Reviewed>> readReviewed(Connection &connection, const std::vector<InteractionId> &ids)
{
    if (ids.empty())
        return fail(ErrorKind::InvalidInput, "no interaction was named");
    static const std::string sql = "SELECT i.n, i.decided_by, i.decided_at, " + interactionColumns()
        + " FROM interaction i WHERE i.id = ?";
    std::vector<Reviewed> found;
    for (const InteractionId &id : ids) {
        const auto blob = toBlob(id);
        if (!blob)
            return fail(ErrorKind::NotFound, "there is no such interaction", id.value);
        Query query(connection, sql, *blob);
        if (!query.step())
            return fail(ErrorKind::NotFound, "there is no such interaction", id.value);
        found.push_back(
            {query.integer(0), *blob, readInteraction(query, 3), query.text(1), query.optionalTime(2)});
    }
    return found;
}

Held readHeld(Connection &connection, std::int64_t n)
{
    Query query(connection, "SELECT held FROM interaction_detail WHERE n = ?", n);
    return query.step() ? static_cast<Held>(query.integer(0)) : Held::Never;
}

void insertNote(Store &store, std::int64_t n, const std::string &text)
{
    Query(store.connection(), "INSERT INTO review_note (n, at, author, text) VALUES (?, ?, ?, ?)", n,
        store.clock().now(), store.actor(), text)
        .run();
}

std::string reviewObject(const std::vector<InteractionId> &ids)
{
    return ids.size() == 1 ? "interaction:" + ids.front().value
                           : "interactions:" + std::to_string(ids.size());
}

} // namespace gatehouse::store
