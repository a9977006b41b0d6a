// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One session with a PostgreSQL server, by libpq: opened, waited for with a limit, opened again after it
// broke.

#include "core/base/time.h"
#include "store/postgres/address.h"
#include "store/sql/statement.h"

#include <libpq-fe.h>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gatehouse::store {

struct ClearResult {
    void operator()(PGresult *result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

// What the server refused, in words for people; `result` may be null when there is no session at all.
[[nodiscard]] Error postgresError(const PGconn *session, const PGresult *result, const std::string &place);

// Not shared between threads, interrupt() apart. What may throw throws SqlFailure.
class PostgresSession {
public:
    explicit PostgresSession(PostgresAddress address);
    ~PostgresSession();
    PostgresSession(const PostgresSession &) = delete;
    PostgresSession &operator=(const PostgresSession &) = delete;

    [[nodiscard]] Status open();
    // Each time the session was opened `sql` is run before anything else, and rows are written in the name of
    // `actor`.
    void setUp(std::string sql, std::string actor)
    {
        m_setUp = std::move(sql);
        m_actor = std::move(actor);
    }

    // One round trip. Outside a transaction a broken session is opened again and the text sent once more.
    PostgresResult run(const char *sql);
    // A prepared statement with its values.
    struct Values {
        std::vector<const char *> values;
        std::vector<int> lengths, formats;
    };
    PostgresResult runPrepared(const std::string &name, const std::string &sql, const Values &values);

    void rollBack() noexcept;
    void interrupt() noexcept;
    // While a transaction is open a broken session stays broken: nothing of it may be done outside.
    void setInTransaction(bool open) { m_inTransaction = open; }
    [[nodiscard]] bool isInTransaction() const { return m_inTransaction; }
    // Answers later than this break the session, so that nobody waits for a server that hangs; nothing: no
    // limit.
    void setLimit(std::optional<Micros> limit) { m_limit = limit; }
    [[nodiscard]] PGconn *handle() const { return m_handle; }
    [[nodiscard]] const std::string &place() const { return m_address.shown; }

private:
    template <class Work>
    PostgresResult exchange(Work &&work);
    void reopen();
    PostgresResult prepare(const std::string &name, const std::string &sql);
    void forgetPrepared();
    [[nodiscard]] PostgresResult answer();
    [[nodiscard]] bool waitForAnswer();
    void close() noexcept;
    [[noreturn]] void raise(const PGresult *result) const;

    PostgresAddress m_address;
    std::string m_setUp, m_actor;
    PGconn *m_handle = nullptr;
    std::mutex m_cancelMutex;
    PGcancel *m_cancel = nullptr;
    std::optional<Micros> m_limit;
    std::set<std::string> m_prepared; // in this session
    bool m_inTransaction = false;
    bool m_tooLate = false;
};

} // namespace gatehouse::store
