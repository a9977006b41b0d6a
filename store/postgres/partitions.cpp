// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The weeks that calls are kept in: made before they are needed, dropped as a whole when they are over.
#include "store/postgres/connection.h"

#include "store/postgres/array.h"
#include "store/sql/query.h"

#include <vector>

namespace gatehouse::store {

namespace {

constexpr std::int64_t weekMillis = 604'800'000; // week_millis() of the database

std::int64_t startOfWeek(std::int64_t millis)
{
    return millis / weekMillis * weekMillis;
}

// When the weeks that `table` has begin (milliseconds), oldest first.
std::vector<std::int64_t> weeksOf(Connection &connection, const char *table)
{
    static const std::string sql
        = "SELECT extract(epoch FROM to_date(right(c.relname, 8), 'YYYYMMDD'))::bigint * 1000 FROM "
          "pg_inherits h "
          "JOIN pg_class c ON c.oid = h.inhrelid WHERE h.inhparent = to_regclass(?) ORDER BY 1";
    Query query(connection, sql, table);
    std::vector<std::int64_t> weeks;
    while (query.step())
        weeks.push_back(query.integer(0));
    return weeks;
}

} // namespace

void PostgresConnection::makeRoom(Timestamp from, Timestamp to)
{
    static const std::string sql = "SELECT make_weeks(?, ?)";
    for (std::int64_t week = startOfWeek(toMicros(from) / 1000); week <= toMicros(to) / 1000;
         week += weekMillis) {
        if (m_weeks.contains(week))
            continue;
        Query(*this, sql, week, week).run();
        m_weeks.insert(week);
    }
}

void PostgresConnection::tidyRollups(std::int64_t hour)
{
    Query(*this, "SELECT join_rollups(?)", hour).run();
}

std::int64_t PostgresConnection::dropBefore(Timestamp cutoff, Dropping what)
{
    const bool onlyBodies = what == Dropping::Bodies;
    static const std::string sql = "SELECT drop_week(?, ?::integer::boolean)";
    std::int64_t calls = 0;
    for (const std::int64_t week :
        weeksOf(*this, onlyBodies ? "gatehouse.request_body" : "gatehouse.interaction")) {
        if (week + weekMillis > toMicros(cutoff) / 1000)
            break;
        WriteTransaction transaction(*this, Writing::Records);
        {
            Query query(*this, sql, week, onlyBodies);
            calls += query.step() && !query.isNull(0) ? query.integer(0) : 0;
        }
        transaction.commit();
    }
    return calls;
}

Timestamp PostgresConnection::rowsBefore(Timestamp cutoff)
{
    return fromMicros(startOfWeek(toMicros(cutoff) / 1000) * 1000);
}

void PostgresConnection::deleteCalls(const std::vector<std::int64_t> &numbers)
{
    deleteFrom({"search_text", "review_note", "finding", "sealed_originals", "response_body", "request_body",
                   "interaction_detail", "interaction"},
        numbers);
}

void PostgresConnection::deleteBodies(const std::vector<std::int64_t> &numbers)
{
    deleteFrom({"search_text", "sealed_originals", "response_body", "request_body"}, numbers);
}

void PostgresConnection::deleteFrom(
    std::initializer_list<const char *> tables, const std::vector<std::int64_t> &numbers)
{
    ArrayParameter array(ArrayOf::Integers);
    for (const std::int64_t n : numbers)
        array.add(n);
    for (const char *table : tables)
        Query(*this, std::string("DELETE FROM ") + table + " WHERE n = ANY(?::bigint[])", array.finished())
            .run();
}

} // namespace gatehouse::store
