// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A SQLite database file; the only place that knows how one is opened, locked and kept in shape.

#include "store/sql/connection.h"

#include <SQLiteCpp/Database.h>
#include <memory>
#include <string>

struct sqlite3;

namespace gatehouse::store {

class SqliteConnection final : public Connection {
public:
    // Opens, checks that the file is ours, migrates unless read-only.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const std::string &path, OpenMode mode);

    ~SqliteConnection() override { forgetStatements(); } // they must not outlive the database

    void execute(const char *sql) override;
    // A Change that leaves a long log behind shortens it at once.
    void begin(Writing writing) override;
    void beginReading() override;
    void commit(Writing writing) override;
    void rollBack() noexcept override;
    [[nodiscard]] std::unique_ptr<RecordWriter> recordWriter() override;
    [[nodiscard]] std::unique_ptr<ReviewJobWriter> reviewJobWriter(Store &store) override;
    // The number the last row inserted was given.
    [[nodiscard]] std::int64_t lastInsertedRow();
    void interrupt() noexcept override;
    // Unreachable when the file was deleted or moved away since it was opened.
    [[nodiscard]] Status checkInPlace() override;
    [[nodiscard]] std::int64_t dataVersion() override;
    // It asks every half millisecond, because a busy gateway leaves the write lock free only for as long as
    // it takes to answer the waiters of a group.
    void setPatience(Micros patience) override { m_patience = patience; }

    [[nodiscard]] const Dialect &dialect() const override;
    [[nodiscard]] std::string engine() override;
    [[nodiscard]] std::int64_t schema() override;
    [[nodiscard]] std::int64_t bytesOnDisk() override;
    [[nodiscard]] std::int64_t bytesInUse() override;
    void giveBackSpace() override;
    void tidy() override;
    void addToSearch(std::int64_t n) override;
    void removeFromSearch(std::int64_t n) override;
    void tidyRollups(std::int64_t hour) override;
    void deleteCalls(const std::vector<std::int64_t> &numbers) override;
    void deleteBodies(const std::vector<std::int64_t> &numbers) override;

    [[nodiscard]] int logPages() const override { return m_logPages; }
    void checkpoint() override;
    void checkpointAndTruncate() override;

    [[nodiscard]] sqlite3 *handle() const { return m_database.getHandle(); }

protected:
    [[nodiscard]] std::unique_ptr<Statement> prepare(const std::string &sql) override;

private:
    SqliteConnection(const std::string &path, int flags);
    static int onBusy(void *self, int attempt);
    static int onCommit(void *self, sqlite3 *, const char *, int pages);

    SQLite::Database m_database;
    Micros m_patience;
    int m_logPages = 0;
};

} // namespace gatehouse::store
