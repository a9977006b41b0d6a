// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/near_duplicates.h"

#include "store/sql/ids.h"
#include "store/sql/query.h"

#include <algorithm>
#include <unordered_map>

namespace gatehouse::store {

namespace {

// SQLite takes 32766 parameters a statement.
constexpr std::size_t idsPerQuery = 500;

void readGroups(Connection &connection, const std::vector<SqlValue> &ids,
    std::unordered_map<std::string, std::uint64_t> &groups)
{
    Query query(connection,
        "SELECT i.id, i.alike FROM interaction i WHERE i.alike IS NOT NULL AND i.id IN ("
            + questionMarks(ids.size()) + ")",
        ids);
    while (query.step())
        groups.emplace(toInteractionId(query.blob(0)).value, static_cast<std::uint64_t>(query.integer(1)));
}

} // namespace

Result<std::vector<std::optional<std::uint64_t>>> groupsOf(
    Store &store, const std::vector<InteractionId> &ids)
{
    using Groups = std::vector<std::optional<std::uint64_t>>;
    Connection &connection = store.connection();
    // A group is made of words.
    if (connection.dialect().snippet == "''")
        return Groups(ids.size());
    return attempt(connection, [&]() -> Result<Groups> {
        std::unordered_map<std::string, std::uint64_t> found;
        for (std::size_t from = 0; from < ids.size(); from += idsPerQuery) {
            std::vector<SqlValue> blobs;
            for (std::size_t i = from; i < std::min(ids.size(), from + idsPerQuery); ++i) {
                if (auto blob = toBlob(ids[i]))
                    blobs.emplace_back(std::move(*blob));
            }
            readGroups(connection, blobs, found);
        }
        Groups groups;
        for (const InteractionId &id : ids) {
            const auto group = found.find(id.value);
            groups.push_back(group == found.end() ? std::nullopt : std::optional(group->second));
        }
        return groups;
    });
}

} // namespace gatehouse::store
