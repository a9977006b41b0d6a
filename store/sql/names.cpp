// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/names.h"

#include "store/access.h"
#include "store/json_text.h"
#include "store/sql/audit_log.h"
#include "store/sql/name_rows.h"
#include "store/sql/query.h"

namespace gatehouse::store {

namespace {

std::string objectOf(NameKind kind, const std::string &name)
{
    return std::string(wordFor(kind)) + ":" + name;
}

// use_case in machine-read texts, "use case" where people read.
std::string label(NameKind kind)
{
    return kind == NameKind::UseCase ? "use case" : std::string(wordFor(kind));
}

} // namespace

std::string_view wordFor(NameKind kind)
{
    switch (kind) {
    case NameKind::Team:
        return "team";
    case NameKind::Environment:
        return "environment";
    case NameKind::UseCase:
        return "use_case";
    }
    return "";
}

void insertName(Store &store, NameKind kind, const std::string &name)
{
    Query(store.connection(), "INSERT INTO named (kind, name, created_at) VALUES (?, ?, ?)", kind, name,
        store.clock().now())
        .run();
    appendAudit(store, {std::string(wordFor(kind)) + ".create", objectOf(kind, name)});
}

std::optional<NamedRow> findName(Connection &connection, NameKind kind, const std::string &name)
{
    Query query(connection, "SELECT archived, created_at FROM named WHERE kind = ? AND name = ?", kind, name);
    if (!query.step())
        return {};
    return NamedRow{name, query.integer(0) != 0, query.time(1)};
}

Result<std::vector<NamedRow>> listNames(Store &store, NameKind kind)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<NamedRow>> {
        Query query(store.connection(),
            "SELECT name, archived, created_at FROM named WHERE kind = ? ORDER BY name", kind);
        std::vector<NamedRow> rows;
        while (query.step())
            rows.push_back({query.text(0), query.integer(1) != 0, query.time(2)});
        return rows;
    });
}

Status createName(Store &store, NameKind kind, const std::string &name)
{
    if (Status good = checkName(label(kind), name); !good)
        return good;
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        if (findName(store.connection(), kind, name))
            return fail(
                ErrorKind::Conflict, "this " + label(kind) + " exists already", name, "choose another name");
        insertName(store, kind, name);
        transaction.commit();
        return {};
    });
}

Status archiveName(Store &store, NameKind kind, const std::string &name)
{
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        const auto found = findName(store.connection(), kind, name);
        if (!found)
            return fail(ErrorKind::NotFound, "there is no such " + label(kind), name);
        if (found->archived)
            return fail(ErrorKind::Conflict, "this " + label(kind) + " is archived already", name);
        Query(store.connection(), "UPDATE named SET archived = 1 WHERE kind = ? AND name = ?", kind, name)
            .run();
        appendAudit(store, {std::string(wordFor(kind)) + ".archive", objectOf(kind, name)});
        transaction.commit();
        return {};
    });
}

} // namespace gatehouse::store
