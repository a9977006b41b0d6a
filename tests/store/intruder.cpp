// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "intruder.h"

#include "store/postgres/address.h"

#include <QtGlobal>

namespace gatehouse::store::test {

namespace {

int takeRow(void *out, int count, char **values, char **)
{
    (*static_cast<const std::function<void(const char *)> *>(out))(
        values[count - 1] ? values[count - 1] : "");
    return 0;
}

} // namespace

Intruder::Intruder(const std::string &location)
{
    if (isPostgres(location)) {
        m_session = PQconnectdb(location.c_str());
        if (PQstatus(m_session) != CONNECTION_OK)
            qFatal("cannot open %s: %s", location.c_str(), PQerrorMessage(m_session));
        run("SET search_path = gatehouse, pg_catalog; SET client_min_messages = warning");
        return;
    }
    if (sqlite3_open(location.c_str(), &m_database) != SQLITE_OK)
        qFatal("cannot open %s", location.c_str());
    sqlite3_busy_timeout(m_database, 5000);
}

Intruder::~Intruder()
{
    sqlite3_close(m_database);
    PQfinish(m_session);
}

void Intruder::run(const std::string &sql)
{
    if (m_session) {
        each(sql, [](const char *) {});
        return;
    }
    char *message = nullptr;
    if (sqlite3_exec(m_database, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK)
        qFatal("%s: %s", sql.c_str(), message);
}

void Intruder::each(const std::string &sql, const std::function<void(const char *)> &take)
{
    if (!m_session) {
        sqlite3_exec(m_database, sql.c_str(), &takeRow,
            const_cast<std::function<void(const char *)> *>(&take), nullptr);
        return;
    }
    PGresult *result = PQexec(m_session, sql.c_str());
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        qFatal("%s: %s", sql.c_str(), PQerrorMessage(m_session));
    for (int row = 0; row < PQntuples(result); ++row)
        take(PQgetvalue(result, row, PQnfields(result) - 1));
    PQclear(result);
}

void Intruder::lock()
{
    run(m_session ? "BEGIN; LOCK TABLE interaction IN ACCESS EXCLUSIVE MODE" : "BEGIN IMMEDIATE");
}

void Intruder::unlock()
{
    run("COMMIT");
}

std::string Intruder::literal(const std::string &hex) const
{
    return m_session ? "'\\x" + hex + "'::bytea" : "x'" + hex + "'";
}

std::string Intruder::value(const std::string &sql)
{
    std::string text;
    each(sql, [&](const char *found) { text = found; });
    return text;
}

} // namespace gatehouse::store::test
