// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/usage_rows.h"

#include <chrono>
#include <vector>

namespace gatehouse::store {

namespace {

constexpr std::int64_t minute = 60'000'000;
constexpr std::int64_t quarter = 15 * minute;
// A window of more than two days has steps of quarters (core/access/limit_window.h); a day more is kept
// apart.
constexpr auto minutesKept = std::chrono::hours(72);
// A year's calendar window, and then some.
constexpr auto usageKept = std::chrono::hours(24 * 400);
constexpr std::size_t rowsPerSlice = 500;

struct Row {
    std::string key;
    std::int64_t start = 0;
    Charge charge;
};

std::vector<Row> minutesBefore(Connection &connection, Timestamp cutoff)
{
    static const std::string sql = "SELECT key, start, requests, tokens, cost_uusd FROM usage "
                                   "WHERE start < ? AND start % ? <> 0 ORDER BY start LIMIT ?";
    Query query(connection, sql, cutoff, quarter, rowsPerSlice);
    std::vector<Row> rows;
    while (query.step())
        rows.push_back(
            {query.text(0), query.integer(1), {query.integer(2), query.integer(3), query.integer(4)}});
    return rows;
}

bool compactSlice(Connection &connection, Timestamp cutoff)
{
    WriteTransaction transaction(connection);
    const std::vector<Row> rows = minutesBefore(connection, cutoff);
    UsageSheet sheet;
    for (const Row &row : rows) {
        sheet.add(row.key, fromMicros(row.start / quarter * quarter), row.charge);
        Query(connection, "DELETE FROM usage WHERE key = ? AND start = ?", row.key, row.start).run();
    }
    sheet.write(connection);
    transaction.commit();
    return rows.size() == rowsPerSlice;
}

} // namespace

void UsageSheet::add(const std::string &key, Timestamp at, const Charge &charge)
{
    if (charge == Charge())
        return;
    Charge &row = m_rows[{key, toMicros(at) / minute * minute}];
    row.requests += charge.requests;
    row.tokens += charge.tokens;
    row.microUsd += charge.microUsd;
}

void UsageSheet::write(Connection &connection) const
{
    static const std::string sql
        = "INSERT INTO usage (key, start, requests, tokens, cost_uusd) VALUES (?, ?, ?, ?, ?) "
          "ON CONFLICT (key, start) DO UPDATE SET requests = usage.requests + excluded.requests, "
          "tokens = usage.tokens + excluded.tokens, cost_uusd = usage.cost_uusd + excluded.cost_uusd";
    for (const auto &[place, charge] : m_rows)
        Query(connection, sql, place.first, place.second, charge.requests, charge.tokens, charge.microUsd)
            .run();
}

void compactUsage(Connection &connection, Timestamp now)
{
    while (compactSlice(connection, now - minutesKept)) { }
    WriteTransaction transaction(connection);
    Query(connection, "DELETE FROM usage WHERE start < ?", now - usageKept).run();
    transaction.commit();
}

} // namespace gatehouse::store
