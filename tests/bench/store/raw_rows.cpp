// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/store/raw_rows.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace gatehouse::bench {

namespace {

// All that a call leaves behind, but for the sums of its key.
constexpr std::array tables{"interaction", "interaction_detail", "request_body", "response_body", "finding",
    "search_text", "change_log"};
constexpr std::size_t changeLog = tables.size() - 1;

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

Result checked(PGconn *session, PGresult *result)
{
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
        std::fprintf(stderr, "%s\n", PQerrorMessage(session));
        std::abort();
    }
    return {result, &PQclear};
}

Result run(PGconn *session, const std::string &sql, int binary = 0)
{
    return checked(
        session, PQexecParams(session, sql.c_str(), 0, nullptr, nullptr, nullptr, nullptr, binary));
}

std::string value(PGconn *session, const std::string &sql)
{
    const Result result = run(session, sql);
    return PQntuples(result.get()) == 1 ? PQgetvalue(result.get(), 0, 0) : "";
}

// "$1::bigint[], …" and the like, of a table's columns.
std::string ofColumns(PGconn *session, std::size_t table, const std::string &each)
{
    // A change is numbered by the database it is in.
    const std::string leftOut = table == changeLog ? " AND attname <> 'seq'" : "";
    return value(session,
        "SELECT string_agg(" + each
            + ", ', ' ORDER BY number) FROM (SELECT attname, format_type(atttypid, NULL) AS type, "
              "row_number() OVER (ORDER BY attnum) AS number FROM pg_attribute WHERE attrelid = '"
            + tables[table] + "'::regclass AND attnum > 0 AND NOT attisdropped" + leftOut + ") a");
}

std::string rowsOf(std::size_t table, const std::string &calls)
{
    if (table == changeLog)
        return "SELECT c.* FROM change_log c JOIN (" + calls + ") i ON i.id = c.id";
    return std::string("SELECT t.* FROM ") + tables[table] + " t JOIN (" + calls
        + ") i ON i.n = t.n ORDER BY t.n";
}

} // namespace

Session connectTo(const std::string &location)
{
    Session session(PQconnectdb(location.c_str()), &PQfinish);
    if (PQstatus(session.get()) != CONNECTION_OK)
        std::abort();
    run(session.get(), "SET search_path = gatehouse, pg_catalog");
    return session;
}

void RawRows::fetch(PGconn *from, int callsPerBatch)
{
    m_batches.clear();
    while (true) {
        const std::string calls = "SELECT n, id FROM interaction WHERE n > " + m_fetchedTo
            + " ORDER BY n LIMIT " + std::to_string(callsPerBatch);
        const std::string last = value(from, "SELECT max(n) FROM (" + calls + ") c HAVING count(*) > 0");
        if (last.empty())
            return;
        std::vector<TableRows> batch;
        for (std::size_t table = 0; table < tables.size(); ++table) {
            Result columns = run(from,
                "SELECT " + ofColumns(from, table, "'array_agg(' || attname || ')'") + " FROM ("
                    + rowsOf(table, calls) + ") r HAVING count(*) > 0",
                1);
            if (PQntuples(columns.get()) == 1)
                batch.push_back({table, std::move(columns)});
        }
        m_batches.push_back(std::move(batch));
        m_fetchedTo = last;
    }
}

void RawRows::insertInto(PGconn *to) const
{
    run(to, "DEALLOCATE ALL");
    for (std::size_t table = 0; table < tables.size(); ++table) {
        const std::string sql = std::string("INSERT INTO ") + tables[table] + " ("
            + ofColumns(to, table, "attname") + ") SELECT * FROM unnest("
            + ofColumns(to, table, "'$' || number || '::' || type || '[]'") + ")";
        checked(to, PQprepare(to, tables[table], sql.c_str(), 0, nullptr));
    }
    for (const auto &batch : m_batches) {
        run(to, "BEGIN");
        for (const auto &[table, columns] : batch) {
            std::vector<const char *> values;
            std::vector<int> lengths;
            for (int column = 0; column < PQnfields(columns.get()); ++column) {
                values.push_back(PQgetvalue(columns.get(), 0, column));
                lengths.push_back(PQgetlength(columns.get(), 0, column));
            }
            const std::vector<int> binary(values.size(), 1);
            checked(to,
                PQexecPrepared(to, tables[table], static_cast<int>(values.size()), values.data(),
                    lengths.data(), binary.data(), 0));
        }
        run(to, "COMMIT");
    }
}

} // namespace gatehouse::bench
