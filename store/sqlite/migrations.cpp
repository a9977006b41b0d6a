// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/migrations.h"

#include "store/sql/query.h"
#include "store/sql/schema.h"

#include <chrono>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <thread>

namespace gatehouse::resources {
std::string_view migration0001();
std::string_view migration0002();
std::string_view migration0003();
std::string_view migration0004();
std::string_view migration0005();
std::string_view migration0006();
std::string_view migration0007();
std::string_view migration0008();
std::string_view migration0009();
std::string_view migration0010();
std::string_view migration0011();
std::string_view migration0012();
std::string_view migration0013();
std::string_view migration0014();
std::string_view migration0015();
std::string_view migration0016();
std::string_view migration0017();
std::string_view migration0018();
std::string_view migration0019();
std::string_view migration0020();
std::string_view migration0021();
} // namespace gatehouse::resources

namespace gatehouse::store {

namespace {

using Migration = std::string_view (*)();
// In order; entry 0 brings an empty file to schema 1.
constexpr Migration migrations[]
    = {&resources::migration0001, &resources::migration0002, &resources::migration0003,
        &resources::migration0004, &resources::migration0005, &resources::migration0006,
        &resources::migration0007, &resources::migration0008, &resources::migration0009,
        &resources::migration0010, &resources::migration0011, &resources::migration0012,
        &resources::migration0013, &resources::migration0014, &resources::migration0015,
        &resources::migration0016, &resources::migration0017, &resources::migration0018,
        &resources::migration0019, &resources::migration0020, &resources::migration0021};

static_assert(std::size(migrations) == newestSchema);

std::int64_t pragma(Connection &connection, const char *sql)
{
    Query query(connection, sql);
    return query.step() ? query.integer(0) : 0;
}

struct Stamp {
    std::int64_t application = 0, schema = 0;
    bool empty = false; // no table yet
};

Stamp readStamp(Connection &connection)
{
    return {pragma(connection, "PRAGMA application_id"), pragma(connection, "PRAGMA user_version"),
        pragma(connection, "SELECT count(*) FROM sqlite_schema") == 0};
}

// In one view of the file: another process may be making the store at this moment.
Stamp readWholeStamp(Connection &connection)
{
    const ReadTransaction view(connection);
    return readStamp(connection);
}

Status checkStamp(const Stamp &stamp, const std::string &path, OpenMode mode)
{
    const bool fresh = stamp.empty && stamp.application == 0 && stamp.schema == 0;
    if (fresh && mode == OpenMode::Create)
        return {};
    if (fresh || stamp.application != applicationId)
        return fail(ErrorKind::Corrupt, "the file is not a Gatehouse store", path, "name another file");
    if (stamp.schema > newestSchema && mode != OpenMode::ReadNewer)
        return fail(ErrorKind::Unsupported,
            "the store is of schema " + std::to_string(stamp.schema) + ", this program reads up to "
                + std::to_string(newestSchema),
            path, "use a newer Gatehouse");
    if (stamp.schema < newestSchema && readsOnly(mode))
        return fail(ErrorKind::Unsupported, "the store has an older schema and is opened for reading only",
            path, "bring it up to date with: gatehouse store migrate");
    return {};
}

// Changing the journal mode does not ask the busy handler, so two processes creating one file must retry.
void switchToWal(SqliteConnection &connection)
{
    const auto giveUp = std::chrono::steady_clock::now() + std::chrono::seconds(2);
    while (true) {
        try {
            Query query(connection, "PRAGMA journal_mode = WAL");
            query.step();
            return;
        } catch (const SqlFailure &) {
            const int code = sqlite3_errcode(connection.handle()) & 0xff;
            if ((code != SQLITE_BUSY && code != SQLITE_LOCKED) || std::chrono::steady_clock::now() > giveUp)
                throw;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

void runMigrations(Connection &connection, std::int64_t from)
{
    for (auto schema = static_cast<std::size_t>(from); schema < std::size(migrations); ++schema)
        connection.execute(std::string(migrations[schema]()).c_str());
    connection.execute(("PRAGMA user_version = " + std::to_string(newestSchema)).c_str());
    connection.execute(("PRAGMA application_id = " + std::to_string(applicationId)).c_str());
}

} // namespace

Status prepareSchema(SqliteConnection &connection, OpenMode mode)
{
    const Stamp found = readWholeStamp(connection);
    if (Status known = checkStamp(found, connection.place(), mode); !known)
        return known;
    if (found.schema >= newestSchema)
        return {};
    if (found.schema == 0) {
        // 8 KiB pages hold a usual body without overflow; incremental vacuum gives space back in short steps.
        connection.execute("PRAGMA page_size = 8192");
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL");
    }
    switchToWal(connection);
    WriteTransaction transaction(connection);
    // Another process may have done it while this one waited for the lock.
    const Stamp now = readStamp(connection);
    if (Status known = checkStamp(now, connection.place(), mode); !known)
        return known;
    if (now.schema < newestSchema)
        runMigrations(connection, now.schema);
    transaction.commit();
    return {};
}

} // namespace gatehouse::store
