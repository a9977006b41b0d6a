// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/connection.h"

#include "store/open_errors.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/record_writer.h"
#include "store/sqlite/review_job_writer.h"
#include "store/sqlite/statement.h"

#include <chrono>
#include <filesystem>
#include <sqlite3.h>
#include <sys/stat.h>
#include <thread>
#include <utility>

namespace gatehouse::store {

namespace {

constexpr Micros openPatience = std::chrono::seconds(2);
constexpr Micros usualPatience = std::chrono::seconds(5);
constexpr Micros busyStep{500};
constexpr Micros truncatePatience = std::chrono::milliseconds(50);
// What SQLite itself checkpoints at (wal_autocheckpoint), which is off here.
constexpr int checkpointPages = 1000;

int flagsFor(OpenMode mode)
{
    switch (mode) {
    case OpenMode::Existing:
        return SQLite::OPEN_READWRITE;
    case OpenMode::Create:
        return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    case OpenMode::ReadOnly:
    case OpenMode::ReadNewer:
        return SQLite::OPEN_READONLY;
    }
    return SQLite::OPEN_READONLY;
}

Status checkPlace(const std::string &path, OpenMode mode)
{
    std::error_code ignored;
    const std::filesystem::path file(path);
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    if (!std::filesystem::is_directory(folder, ignored))
        return fail(
            ErrorKind::Unreachable, "the store's folder does not exist", folder.string(), "create it first");
    if (std::filesystem::is_directory(file, ignored))
        return fail(ErrorKind::Unreachable, "the store is a folder, not a file", path, "name a file");
    if (mode != OpenMode::Create && !std::filesystem::exists(file, ignored))
        return fail(ErrorKind::NotFound, saysNoStore, path, "make one with: gatehouse store init");
    return {};
}

Status checkWritable(sqlite3 *handle, const std::string &path, OpenMode mode)
{
    if (!readsOnly(mode) && sqlite3_db_readonly(handle, "main") == 1)
        return fail(
            ErrorKind::Unreachable, "the store is read-only", path, "allow this user to write the file");
    return {};
}

} // namespace

SqliteConnection::SqliteConnection(const std::string &path, int flags)
    : Connection(path)
    , m_database(path, flags | SQLite::OPEN_NOMUTEX)
    , m_patience(openPatience)
{
    sqlite3_extended_result_codes(handle(), 1);
    sqlite3_busy_handler(handle(), &SqliteConnection::onBusy, this);
    // Replaces the automatic checkpoint, which SQLite implements with the same hook.
    sqlite3_wal_hook(handle(), &SqliteConnection::onCommit, this);
}

Result<std::unique_ptr<Connection>> SqliteConnection::open(const std::string &path, OpenMode mode)
{
    if (const Status place = checkPlace(path, mode); !place)
        return tl::unexpected(place.error());
    // Nobody asks how much memory SQLite uses, and counting it takes a lock all connections share. Refused,
    // without harm, where a library has opened a database before.
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    try {
        std::unique_ptr<SqliteConnection> connection(new SqliteConnection(path, flagsFor(mode)));
        std::error_code ignored;
        // Prompts are private. Only an empty file is touched: whoever opened up an existing one meant it.
        if (mode == OpenMode::Create && std::filesystem::file_size(path, ignored) == 0)
            ::chmod(path.c_str(), S_IRUSR | S_IWUSR);
        if (const Status writable = checkWritable(connection->handle(), path, mode); !writable)
            return tl::unexpected(writable.error());
        if (const Status ready = prepareSchema(*connection, mode); !ready)
            return tl::unexpected(ready.error());
        connection->execute("PRAGMA synchronous = FULL");
        connection->execute("PRAGMA foreign_keys = ON");
        connection->execute("PRAGMA journal_size_limit = 67108864");
        connection->setPatience(usualPatience);
        return connection;
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(toFailure(exception, path).error());
    } catch (const SqlFailure &failure) {
        return tl::unexpected(failure.error());
    }
}

std::unique_ptr<Statement> SqliteConnection::prepare(const std::string &sql)
{
    return std::make_unique<SqliteStatement>(m_database, sql, place());
}

void SqliteConnection::execute(const char *sql)
{
    try {
        m_database.exec(sql);
    } catch (const SQLite::Exception &exception) {
        throw toFailure(exception, place());
    }
}

void SqliteConnection::begin(Writing)
{
    execute("BEGIN IMMEDIATE");
}

void SqliteConnection::beginReading()
{
    execute("BEGIN");
}

void SqliteConnection::commit(Writing writing)
{
    execute("COMMIT");
    if (writing == Writing::Change && m_logPages >= checkpointPages)
        checkpoint();
}

void SqliteConnection::rollBack() noexcept
{
    // SQLite itself rolls back on the worst errors; a second ROLLBACK then fails, which is fine.
    sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

std::unique_ptr<RecordWriter> SqliteConnection::recordWriter()
{
    return std::make_unique<RowWriter>(*this);
}

std::unique_ptr<ReviewJobWriter> SqliteConnection::reviewJobWriter(Store &store)
{
    return std::make_unique<RowJobWriter>(store, *this);
}

std::int64_t SqliteConnection::lastInsertedRow()
{
    return sqlite3_last_insert_rowid(handle());
}

void SqliteConnection::interrupt() noexcept
{
    sqlite3_interrupt(handle());
}

Status SqliteConnection::checkInPlace()
{
    int moved = 0;
    sqlite3_file_control(handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    if (moved == 0)
        return {};
    return fail(ErrorKind::Unreachable, "the store's file is not in its place any more", place(),
        "bring it back, or stop the gateway before it is replaced");
}

void SqliteConnection::checkpoint()
{
    int logged = 0, copied = 0;
    const int code
        = sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &logged, &copied);
    // The next commit starts the log over and tells its new length.
    if (code == SQLITE_OK && logged == copied)
        m_logPages = 0;
}

void SqliteConnection::checkpointAndTruncate()
{
    const Micros patience = std::exchange(m_patience, truncatePatience);
    if (sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr)
        == SQLITE_OK)
        m_logPages = 0;
    m_patience = patience;
}

int SqliteConnection::onBusy(void *self, int attempt)
{
    if (busyStep * attempt >= static_cast<SqliteConnection *>(self)->m_patience)
        return 0;
    std::this_thread::sleep_for(busyStep);
    return 1;
}

int SqliteConnection::onCommit(void *self, sqlite3 *, const char *, int pages)
{
    static_cast<SqliteConnection *>(self)->m_logPages = pages;
    return SQLITE_OK;
}

} // namespace gatehouse::store
