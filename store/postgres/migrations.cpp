// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/migrations.h"

#include "store/open_errors.h"
#include "store/postgres/access.h"
#include "store/sql/query.h"
#include "store/sql/schema.h"

#include <string>
#include <string_view>

namespace gatehouse::resources {
std::string_view postgres0004();
std::string_view postgres0005();
std::string_view postgres0006();
std::string_view postgres0007();
std::string_view postgres0008();
std::string_view postgres0009();
std::string_view postgres0010();
std::string_view postgres0011();
std::string_view postgres0012();
std::string_view postgres0013();
std::string_view postgres0014();
std::string_view postgres0015();
std::string_view postgres0016();
std::string_view postgres0017();
std::string_view postgres0018();
std::string_view postgres0019();
std::string_view postgres0020();
std::string_view postgres0021();
} // namespace gatehouse::resources

namespace gatehouse::store {

namespace {

// The first version this engine has had; both engines count alike from there.
constexpr int firstSchema = 4;
using Migration = std::string_view (*)();
constexpr Migration migrations[] = {&resources::postgres0004, &resources::postgres0005,
    &resources::postgres0006, &resources::postgres0007, &resources::postgres0008, &resources::postgres0009,
    &resources::postgres0010, &resources::postgres0011, &resources::postgres0012, &resources::postgres0013,
    &resources::postgres0014, &resources::postgres0015, &resources::postgres0016, &resources::postgres0017,
    &resources::postgres0018, &resources::postgres0019, &resources::postgres0020, &resources::postgres0021};
static_assert(firstSchema + std::size(migrations) - 1 == newestSchema, "each schema is one for both engines");

// Nobody else makes or migrates this store meanwhile.
constexpr const char *lockSchema = "SELECT pg_advisory_xact_lock(1196705876)";

struct Found {
    bool hasSchema = false, isOurs = false, isOwners = false;
    std::int64_t version = 0;
};

Found look(Connection &connection)
{
    Found found;
    {
        Query query(connection,
            "SELECT to_regnamespace('gatehouse') IS NOT NULL, to_regclass('gatehouse.schema_version') IS NOT "
            "NULL, "
            "(SELECT pg_has_role(session_user, nspowner, 'MEMBER') FROM pg_namespace WHERE nspname = "
            "'gatehouse')");
        query.step();
        found.hasSchema = query.integer(0) != 0;
        found.isOurs = query.integer(1) != 0;
        found.isOwners = query.integer(2) != 0;
    }
    if (found.isOurs)
        found.version = connection.schema();
    return found;
}

Status check(const Found &found, const std::string &place, OpenMode mode)
{
    if (!found.hasSchema && mode == OpenMode::Create)
        return {};
    if (!found.hasSchema)
        return fail(ErrorKind::NotFound, saysNoStore, place, "make one with: gatehouse store init");
    if (!found.isOurs)
        return fail(ErrorKind::Corrupt, "the database's schema gatehouse is not a Gatehouse store", place,
            "name another database");
    if (found.version > newestSchema && mode != OpenMode::ReadNewer)
        return fail(ErrorKind::Unsupported,
            "the store is of schema " + std::to_string(found.version) + ", this program reads up to "
                + std::to_string(newestSchema),
            place, "use a newer Gatehouse");
    if (found.version < newestSchema && readsOnly(mode))
        return fail(ErrorKind::Unsupported, "the store has an older schema and is opened for reading only",
            place, "bring it up to date with: gatehouse store migrate");
    return {};
}

void runMigrations(Connection &connection, const Found &found)
{
    if (!found.hasSchema)
        connection.execute("CREATE SCHEMA gatehouse");
    const std::int64_t next = found.isOurs ? found.version + 1 : firstSchema;
    for (std::int64_t schema = next; schema <= newestSchema; ++schema) {
        connection.execute(std::string(migrations[schema - firstSchema]()).c_str());
        Query(connection, "INSERT INTO schema_version (version) VALUES (?)", schema).run();
    }
    putAccessInPlace(connection);
}

} // namespace

Status prepareSchema(PostgresConnection &connection, OpenMode mode)
{
    const Found found = look(connection);
    if (Status known = check(found, connection.place(), mode); !known)
        return known;
    if (found.version >= newestSchema)
        return {};
    if (found.isOurs && !found.isOwners)
        return fail(ErrorKind::NotPermitted, "the store has an older schema", connection.place(),
            "have its owner bring it up to date with: gatehouse store migrate");
    WriteTransaction transaction(connection);
    connection.execute(lockSchema);
    // Another process may have done it while this one waited for the lock.
    const Found now = look(connection);
    if (Status known = check(now, connection.place(), mode); !known)
        return known;
    if (now.version < newestSchema)
        runMigrations(connection, now);
    transaction.commit();
    return {};
}

} // namespace gatehouse::store
