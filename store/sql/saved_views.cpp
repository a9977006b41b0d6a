// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/saved_views.h"

#include "store/filter.h"
#include "store/json_text.h"
#include "store/names.h"
#include "store/sql/audit_log.h"
#include "store/sql/query.h"

#include <optional>

namespace gatehouse::store {

namespace {

constexpr int mostOwnViews = 100;
constexpr std::size_t longestFilter = 4000;

std::string columns()
{
    return "owner, name, desk, filter, live, oldest_first, shared, saved_at";
}

SavedView readView(const Query &query)
{
    return {query.text(0), query.text(1), static_cast<ViewDesk>(query.integer(2)), query.text(3),
        query.integer(4) != 0, query.integer(5) != 0, query.integer(6) != 0, query.time(7)};
}

std::optional<SavedView> find(
    Connection &connection, const std::string &owner, ViewDesk desk, const std::string &name)
{
    Query query(connection,
        "SELECT " + columns() + " FROM saved_view WHERE owner = ? AND desk = ? AND name = ?", owner, desk,
        name);
    return query.step() ? std::optional(readView(query)) : std::nullopt;
}

std::string factsOf(const SavedView &view)
{
    return JsonObject()
        .add("filter", view.filter)
        .add("live", view.live)
        .add("oldest_first", view.oldestFirst)
        .add("shared", view.shared)
        .text();
}

// What concerns nobody else is nobody else's business.
void tell(Store &store, const char *action, const std::optional<SavedView> &before,
    const std::optional<SavedView> &after)
{
    if (!(before && before->shared) && !(after && after->shared))
        return;
    const SavedView &view = after ? *after : *before;
    appendAudit(store,
        {action, "view:" + view.owner + "/" + view.name, before ? factsOf(*before) : "",
            after ? factsOf(*after) : ""});
}

Status checkView(const SavedView &view)
{
    if (Status good = checkName("a view", view.name); !good)
        return good;
    if (Status good = checkLine("filter", view.filter, longestFilter); !good)
        return good;
    if (const auto filter = parseFilter(view.filter); !filter)
        return tl::unexpected(filter.error());
    return {};
}

// A view as the caller knows it; its owner is who asks when none is given.
SavedView owned(Store &store, SavedView view)
{
    if (view.owner.empty())
        view.owner = store.actor();
    return view;
}

tl::unexpected<Error> gone(const SavedView &view)
{
    return fail(
        ErrorKind::NotFound, "there is no such view any more, or it is not yours to change", view.name);
}

Status insertView(Store &store, SavedView view)
{
    Connection &connection = store.connection();
    Query counted(connection, "SELECT count(*) FROM saved_view WHERE owner = ?", view.owner);
    if (counted.step() && counted.integer(0) >= mostOwnViews)
        return fail(ErrorKind::Conflict, "there are 100 views of yours already", view.name,
            "remove one that is not needed");
    view.savedAt = store.clock().now();
    Query(connection, "INSERT INTO saved_view (" + columns() + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        view.owner, view.name, view.desk, view.filter, view.live ? 1 : 0, view.oldestFirst ? 1 : 0,
        view.shared ? 1 : 0, view.savedAt)
        .run();
    tell(store, "view.add", {}, view);
    return {};
}

Status updateView(Store &store, const SavedView &before, const SavedView &view)
{
    const int changed = Query(store.connection(),
        "UPDATE saved_view SET filter = ?, live = ?, oldest_first = ?, shared = ? "
        "WHERE owner = ? AND desk = ? AND name = ?",
        view.filter, view.live ? 1 : 0, view.oldestFirst ? 1 : 0, view.shared ? 1 : 0, view.owner, view.desk,
        view.name)
                            .run();
    if (changed == 0)
        return gone(view);
    tell(store, "view.edit", before, view);
    return {};
}

} // namespace

Result<std::vector<SavedView>> listSavedViews(Store &store, ViewDesk desk)
{
    const std::string sql = "SELECT " + columns()
        + " FROM saved_view WHERE desk = ? AND (owner = ? OR shared = 1) "
          "ORDER BY CASE WHEN owner = ? THEN 0 ELSE 1 END, saved_at, owner, name";
    return attempt(store.connection(), [&]() -> Result<std::vector<SavedView>> {
        Query query(store.connection(), sql, desk, store.actor(), store.actor());
        std::vector<SavedView> views;
        while (query.step())
            views.push_back(readView(query));
        return views;
    });
}

Status saveView(Store &store, const SavedView &view)
{
    if (Status good = checkView(view); !good)
        return good;
    const SavedView wanted = owned(store, view);
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        const auto before = find(store.connection(), wanted.owner, wanted.desk, wanted.name);
        if (!before && wanted.owner != store.actor())
            return gone(wanted);
        Status saved = before ? updateView(store, *before, wanted) : insertView(store, wanted);
        if (saved)
            transaction.commit();
        return saved;
    });
}

Status renameView(Store &store, const SavedView &view, const std::string &name)
{
    if (Status good = checkName("a view", name); !good)
        return good;
    const SavedView wanted = owned(store, view);
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        const auto before = find(store.connection(), wanted.owner, wanted.desk, wanted.name);
        if (!before)
            return gone(wanted);
        if (find(store.connection(), wanted.owner, wanted.desk, name))
            return fail(ErrorKind::Conflict, "there is a view of this name", name, "choose another name");
        SavedView after = *before;
        after.name = name;
        const int renamed = Query(store.connection(),
            "UPDATE saved_view SET name = ? WHERE owner = ? AND desk = ? AND name = ?", name, wanted.owner,
            wanted.desk, wanted.name)
                                .run();
        if (renamed == 0)
            return gone(wanted);
        tell(store, "view.edit", before, after);
        transaction.commit();
        return {};
    });
}

Result<SavedView> removeView(Store &store, const SavedView &view)
{
    const SavedView wanted = owned(store, view);
    return attempt(store.connection(), [&]() -> Result<SavedView> {
        WriteTransaction transaction(store.connection());
        const auto before = find(store.connection(), wanted.owner, wanted.desk, wanted.name);
        const int removed
            = Query(store.connection(), "DELETE FROM saved_view WHERE owner = ? AND desk = ? AND name = ?",
                wanted.owner, wanted.desk, wanted.name)
                  .run();
        if (!before || removed == 0)
            return gone(wanted);
        tell(store, "view.remove", before, {});
        transaction.commit();
        return *before;
    });
}

} // namespace gatehouse::store
