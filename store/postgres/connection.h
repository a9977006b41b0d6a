// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A store in a PostgreSQL database, in the schema `gatehouse` of it; many programs use it at once.

#include "store/postgres/session.h"
#include "store/sql/connection.h"

#include <initializer_list>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace gatehouse::store {

class PostgresConnection final : public Connection {
public:
    // Connects, checks that the schema is ours, migrates unless read-only.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const std::string &location, OpenMode mode);
    ~PostgresConnection() override { forgetStatements(); } // they must not outlive the session

    void execute(const char *sql) override;
    // Changes are made one after the other, as if by the only writer; Records go beside them.
    void begin(Writing writing) override;
    void beginReading() override;
    void commit(Writing writing) override;
    void rollBack() noexcept override;
    // All records of a transaction together, table by table.
    [[nodiscard]] std::unique_ptr<RecordWriter> recordWriter() override;
    [[nodiscard]] std::unique_ptr<ReviewJobWriter> reviewJobWriter(Store &store) override;
    void interrupt() noexcept override { m_session.interrupt(); }
    [[nodiscard]] Status checkInPlace() override { return {}; }
    [[nodiscard]] std::int64_t dataVersion() override;
    [[nodiscard]] std::string setActor(const std::string &actor) override;
    [[nodiscard]] std::string actorByDefault(const std::string &actor) override;
    [[nodiscard]] std::string passwordVerifier(
        const std::string &person, const SecretString &password) override;
    std::optional<std::vector<std::string>> renewAccess() override;
    void setPatience(Micros patience) override;

    [[nodiscard]] const Dialect &dialect() const override;
    [[nodiscard]] std::string engine() override;
    [[nodiscard]] std::int64_t schema() override;
    [[nodiscard]] std::int64_t bytesOnDisk() override;
    [[nodiscard]] std::int64_t bytesInUse() override;
    // The server does so by itself (autovacuum).
    void giveBackSpace() override { }
    void tidy() override;
    void addToSearch(std::int64_t n) override;
    void removeFromSearch(std::int64_t n) override;

    void makeRoom(Timestamp from, Timestamp to) override;
    [[nodiscard]] std::int64_t dropBefore(Timestamp cutoff, Dropping what) override;
    [[nodiscard]] Timestamp rowsBefore(Timestamp cutoff) override;
    void tidyRollups(std::int64_t hour) override;
    void deleteCalls(const std::vector<std::int64_t> &numbers) override;
    void deleteBodies(const std::vector<std::int64_t> &numbers) override;

    [[nodiscard]] PostgresSession &session() { return m_session; }

protected:
    [[nodiscard]] std::unique_ptr<Statement> prepare(const std::string &sql) override;

private:
    explicit PostgresConnection(PostgresAddress address);
    void run(const char *sql, bool inTransaction);
    void applySetUp();
    void deleteFrom(std::initializer_list<const char *> tables, const std::vector<std::int64_t> &numbers);
    void setAnew(const std::string &parameter, const std::string &value);
    void learnWhoActs();

    PostgresSession m_session;
    OpenMode m_mode = OpenMode::Existing;
    std::string m_actor;
    bool m_isOwner = true; // acts for anybody, sees everything
    bool m_readsContent = true; // what calls said
    std::string m_knownActor; // by the login; empty: whoever is named
    Micros m_patience;
    std::int64_t m_statements = 0; // prepared so far, for their names
    std::set<std::int64_t> m_weeks; // known to be there, by the milliseconds they begin at
};

} // namespace gatehouse::store
