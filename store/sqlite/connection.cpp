// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/connection.h"

#include "store/sqlite/migrations.h"

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
constexpr std::size_t idleStatements = 200;

int flagsFor(OpenMode mode)
{
    switch (mode) {
    case OpenMode::Existing:
        return SQLite::OPEN_READWRITE;
    case OpenMode::Create:
        return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    case OpenMode::ReadOnly:
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
        return fail(ErrorKind::NotFound, "there is no store", path, "make one with: gatehouse store init");
    return {};
}

Status checkWritable(sqlite3 *handle, const std::string &path, OpenMode mode)
{
    if (mode != OpenMode::ReadOnly && sqlite3_db_readonly(handle, "main") == 1)
        return fail(
            ErrorKind::Unreachable, "the store is read-only", path, "allow this user to write the file");
    return {};
}

} // namespace

Connection::Connection(const std::string &path, int flags)
    : m_database(path, flags | SQLite::OPEN_NOMUTEX)
    , m_path(path)
    , m_patience(openPatience)
{
    sqlite3_extended_result_codes(handle(), 1);
    sqlite3_busy_handler(handle(), &Connection::onBusy, this);
    // Replaces the automatic checkpoint, which SQLite implements with the same hook.
    sqlite3_wal_hook(handle(), &Connection::onCommit, this);
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string &path, OpenMode mode)
{
    if (const Status place = checkPlace(path, mode); !place)
        return tl::unexpected(place.error());
    // Nobody asks how much memory SQLite uses, and counting it takes a lock all connections share. Refused,
    // without harm, where a library has opened a database before.
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    try {
        std::unique_ptr<Connection> connection(new Connection(path, flagsFor(mode)));
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
        return tl::unexpected(toError(exception, path));
    }
}

std::unique_ptr<SQLite::Statement> Connection::take(const std::string &sql)
{
    if (auto node = m_idle.extract(sql); !node.empty())
        return std::move(node.mapped());
    return std::make_unique<SQLite::Statement>(m_database, sql);
}

void Connection::putBack(std::unique_ptr<SQLite::Statement> statement)
{
    statement->tryReset();
    statement->clearBindings();
    if (m_idle.size() < idleStatements)
        m_idle.emplace(statement->getQuery(), std::move(statement));
}

void Connection::execute(const char *sql)
{
    m_database.exec(sql);
}

void Connection::checkpoint()
{
    int logged = 0, copied = 0;
    const int code
        = sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &logged, &copied);
    // The next commit starts the log over and tells its new length.
    if (code == SQLITE_OK && logged == copied)
        m_walPages = 0;
}

void Connection::checkpointAndTruncate()
{
    const Micros patience = std::exchange(m_patience, truncatePatience);
    if (sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr)
        == SQLITE_OK)
        m_walPages = 0;
    m_patience = patience;
}

int Connection::onBusy(void *self, int attempt)
{
    if (busyStep * attempt >= static_cast<Connection *>(self)->m_patience)
        return 0;
    std::this_thread::sleep_for(busyStep);
    return 1;
}

int Connection::onCommit(void *self, sqlite3 *, const char *, int pages)
{
    static_cast<Connection *>(self)->m_walPages = pages;
    return SQLITE_OK;
}

WriteTransaction::WriteTransaction(Connection &connection, LogCare care)
    : m_connection(connection)
    , m_care(care)
{
    m_connection.execute("BEGIN IMMEDIATE");
}

WriteTransaction::~WriteTransaction()
{
    // SQLite itself rolls back on the worst errors; a second ROLLBACK then fails, which is fine.
    if (m_open)
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void WriteTransaction::commit()
{
    m_connection.execute("COMMIT");
    m_open = false;
    if (m_care == LogCare::AtCommit && m_connection.walPages() >= checkpointPages)
        m_connection.checkpoint();
}

ReadTransaction::ReadTransaction(Connection &connection)
    : m_connection(connection)
{
    m_connection.execute("BEGIN");
}

ReadTransaction::~ReadTransaction()
{
    sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace gatehouse::store
