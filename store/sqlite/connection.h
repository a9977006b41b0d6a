// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One SQLite connection with its prepared statements; the only place that knows how a database file is
// opened.

#include "core/base/error.h"
#include "store/store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <memory>
#include <string>
#include <type_traits>
#include <unordered_map>

struct sqlite3;

namespace gatehouse::store {

// Not shared between threads.
class Connection {
public:
    // Opens, checks that the file is ours, migrates unless read-only.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const std::string &path, OpenMode mode);

    // A statement for this SQL, fresh or from before; give it back with putBack(). Throws SQLite::Exception.
    [[nodiscard]] std::unique_ptr<SQLite::Statement> take(const std::string &sql);
    void putBack(std::unique_ptr<SQLite::Statement> statement);

    // Runs SQL without parameters or rows (pragmas, BEGIN). Throws SQLite::Exception.
    void execute(const char *sql);
    [[nodiscard]] sqlite3 *handle() const { return m_database.getHandle(); }
    [[nodiscard]] const std::string &path() const { return m_path; }

    // How long a statement waits for another writer. It asks every half millisecond, because a busy gateway
    // leaves the write lock free only for as long as it takes to answer the waiters of a group.
    void setPatience(Micros patience) { m_patience = patience; }

    // Pages in the write-ahead log after this connection's last commit.
    [[nodiscard]] int walPages() const { return m_walPages; }
    // Copies what it can into the database without making anybody wait.
    void checkpoint();
    // Also empties the log's file, when no reader is in the way for long.
    void checkpointAndTruncate();

private:
    Connection(const std::string &path, int flags);
    static int onBusy(void *self, int attempt);
    static int onCommit(void *self, sqlite3 *, const char *, int pages);

    SQLite::Database m_database;
    std::string m_path;
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> m_idle;
    Micros m_patience;
    int m_walPages = 0;
};

// Whether a commit that leaves a long log behind shortens it at once, or somebody else sees to that.
enum class LogCare { AtCommit, Elsewhere };

// A write transaction: takes the write lock at once, rolls back unless committed.
class WriteTransaction {
public:
    explicit WriteTransaction(Connection &connection, LogCare care = LogCare::AtCommit);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction &) = delete;
    WriteTransaction &operator=(const WriteTransaction &) = delete;
    void commit();

private:
    Connection &m_connection;
    LogCare m_care;
    bool m_open = true;
};

// One view of the data over several reads; keep it short, the log can't be reset meanwhile.
class ReadTransaction {
public:
    explicit ReadTransaction(Connection &connection);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

private:
    Connection &m_connection;
};

// What a failure of the database means to a person.
[[nodiscard]] Error toError(const SQLite::Exception &exception, const std::string &path);

// Runs `work`, which returns a Result, and turns the library's exceptions into errors.
template <class Work>
[[nodiscard]] auto attempt(Connection &connection, Work &&work) -> std::invoke_result_t<Work>
{
    try {
        return work();
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected<Error>(toError(exception, connection.path()));
    }
}

} // namespace gatehouse::store
