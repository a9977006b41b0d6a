// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/interactions.h"

#include "store/interaction_order.h"
#include "store/sql/filter_hours.h"
#include "store/sql/ids.h"
#include "store/sql/rows.h"

#include <algorithm>
#include <limits>
#include <set>

namespace gatehouse::store {

namespace {

// SQLite takes 32766 parameters a statement; a list page needs far fewer.
constexpr std::size_t idsPerQuery = 500;

Result<std::vector<InteractionRow>> readRows(Store &store, const SqlFilter &filter)
{
    const std::string sql = "SELECT " + interactionColumns(store.connection().dialect())
        + " FROM interaction i WHERE " + filter.where;
    return attempt(store.connection(), [&]() -> Result<std::vector<InteractionRow>> {
        Query query(store.connection(), sql, filter.values);
        return readInteractions(query);
    });
}

std::vector<SqlValue> blobsOf(const std::vector<InteractionId> &ids, std::size_t from, std::size_t count)
{
    std::vector<SqlValue> blobs;
    for (std::size_t i = from; i < from + count; ++i) {
        if (auto blob = toBlob(ids[i]))
            blobs.emplace_back(std::move(*blob));
    }
    return blobs;
}

// Rows among `ids` that match, newest first.
Result<std::vector<InteractionRow>> matchingAmong(
    Store &store, const SqlFilter &filter, const std::vector<InteractionId> &ids)
{
    std::vector<InteractionRow> rows;
    for (std::size_t from = 0; from < ids.size(); from += idsPerQuery) {
        SqlFilter slice = filter;
        auto blobs = blobsOf(ids, from, std::min(idsPerQuery, ids.size() - from));
        const std::string condition = "i.id IN (" + questionMarks(blobs.size()) + ")";
        slice.require(condition, std::move(blobs));
        auto page = readRows(store, slice);
        if (!page)
            return page;
        std::move(page->begin(), page->end(), std::back_inserter(rows));
    }
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.id.value > b.id.value; });
    return rows;
}

std::int64_t single(Connection &connection, const std::string &sql)
{
    Query query(connection, sql);
    return query.step() ? query.integer(0) : 0;
}

// The ids changed after `after`, each once, and how far that reaches.
Result<InteractionChanges> readChanges(Store &store, std::int64_t after, std::size_t limit)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<InteractionChanges> {
        InteractionChanges changes;
        changes.upTo = after;
        changes.overrun = single(connection, "SELECT coalesce(min(seq), 1) FROM change") > after + 1;
        std::set<std::string> seen;
        Query query(
            connection, "SELECT seq, id FROM change WHERE seq > ? ORDER BY seq LIMIT ?", after, limit);
        while (query.step()) {
            changes.upTo = query.integer(0);
            Blob id = query.blob(1);
            if (seen.insert(id.bytes).second)
                changes.ids.push_back(toInteractionId(id));
        }
        return changes;
    });
}

} // namespace

Result<std::vector<InteractionRow>> listInteractions(
    Store &store, const Filter &filter, std::size_t limit, const InteractionId &before)
{
    return listSpan(store, filter, {true, before, {}}, limit);
}

Result<InteractionChanges> changesSince(
    Store &store, const Filter &filter, std::int64_t after, std::size_t limit)
{
    const auto compiled = compileFilter(store, filter, {Reads::Known});
    if (!compiled)
        return tl::unexpected(compiled.error());
    auto changes = readChanges(store, after, limit);
    if (!changes)
        return changes;
    auto rows = matchingAmong(store, *compiled, changes->ids);
    if (!rows)
        return tl::unexpected(rows.error());
    changes->matching = std::move(*rows);
    return changes;
}

Result<std::int64_t> latestChange(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<std::int64_t> {
        return single(store.connection(), "SELECT coalesce(max(seq), 0) FROM change");
    });
}

Result<std::vector<InteractionRow>> interactionsById(
    Store &store, const std::vector<InteractionId> &ids, const Filter &filter)
{
    const auto compiled = compileFilter(store, filter, {Reads::Known});
    if (!compiled)
        return tl::unexpected(compiled.error());
    return matchingAmong(store, *compiled, ids);
}

Result<std::int64_t> countInteractions(Store &store, const Filter &filter)
{
    const auto compiled = compileForShow(store, filter);
    if (!compiled)
        return tl::unexpected(compiled.error());
    Connection &connection = store.connection();
    const bool isText = filter.terms.size() == 1 && filter.terms.front().field == "text"
        && !filter.terms.front().excluded && !connection.dialect().countText.empty();
    return attempt(connection, [&]() -> Result<std::int64_t> {
        // What the text index finds, it also counts.
        if (isText) {
            Query query(connection, connection.dialect().countText, compiled->values,
                std::numeric_limits<std::int64_t>::max());
            return query.step() ? query.integer(0) : 0;
        }
        Query query(
            connection, "SELECT count(*) FROM interaction i WHERE " + compiled->where, compiled->values);
        return query.step() ? query.integer(0) : 0;
    });
}

} // namespace gatehouse::store
