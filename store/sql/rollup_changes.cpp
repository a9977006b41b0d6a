// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/rollup_changes.h"

#include "store/sql/rollup_sheet.h"

namespace gatehouse::store {

namespace {

std::string summed(std::string_view columns, const std::string &sign)
{
    std::string text;
    for (std::size_t start = 0; start < columns.size();) {
        const std::size_t end = std::min(columns.find(", ", start), columns.size());
        text += (start == 0 ? "" : ", ") + sign + "sum(d." + std::string(columns.substr(start, end - start))
            + ")";
        start = end + 2;
    }
    return text;
}

// The five dims of the calls whose numbers are the one parameter.
std::string countingSql(const Dialect &dialect, const std::string &sign)
{
    static const std::string verdicts = "c.allowed, c.flagged, c.masked, c.held, c.blocked, c.cost_uusd";
    static const std::string decisions = ", c.open, c.judged, c.false_positive, c.timed, c.decision_us";
    static const std::string none
        = ", 0 AS open, 0 AS judged, 0 AS false_positive, 0 AS timed, 0 AS decision_us";
    const auto part = [](const char *dim, const char *value, const std::string &decided, const char *from) {
        return std::string("SELECT c.hour, c.team, ") + dim + " AS dim, " + value + " AS value, " + verdicts
            + decided + " FROM c" + from;
    };
    return "WITH c AS (SELECT i.n, i.at / 3600000000 AS hour, i.team, i.key, i.model, "
           "CASE i.verdict WHEN 0 THEN 1 ELSE 0 END AS allowed, "
           "CASE i.verdict WHEN 1 THEN 1 ELSE 0 END AS flagged, "
           "CASE i.verdict WHEN 2 THEN 1 ELSE 0 END AS masked, "
           "CASE i.verdict WHEN 3 THEN 1 ELSE 0 END AS held, "
           "CASE i.verdict WHEN 4 THEN 1 ELSE 0 END AS blocked, i.cost_uusd, "
           "CASE WHEN i.state IN (1, 2, 3) THEN 1 ELSE 0 END AS open, "
           "CASE WHEN i.disposition <> 0 THEN 1 ELSE 0 END AS judged, "
           "CASE i.disposition WHEN 2 THEN 1 ELSE 0 END AS false_positive, "
           "CASE WHEN i.state = 4 AND i.decided_at IS NOT NULL THEN 1 ELSE 0 END AS timed, "
           "CASE WHEN i.state = 4 AND i.decided_at > i.at THEN i.decided_at - i.at ELSE 0 END AS decision_us "
           "FROM interaction i WHERE "
        + dialect.callsNumbered + ") INSERT INTO rollup (hour, dim, team, value, shard, "
        + std::string(rollupCounts) + ") SELECT d.hour, d.dim, d.team, d.value, " + dialect.rollupShard + ", "
        + summed(rollupCounts, sign) + " FROM (" + part("0", "''", decisions, "") + " UNION ALL "
        + part("1", "c.key", none, "") + " UNION ALL " + part("2", "c.model", none, "") + " UNION ALL "
        + part("3", "f.kind", none,
            " JOIN finding f ON f.n = c.n AND NOT EXISTS (SELECT 1 FROM finding g WHERE g.n = f.n "
            "AND g.kind = f.kind AND g.rule < f.rule)")
        + " UNION ALL " + part("4", "f.rule", decisions, " JOIN finding f ON f.n = c.n")
        + ") d GROUP BY d.hour, d.dim, d.team, d.value" + addingTo("rollup", rollupPlace, rollupCounts);
}

std::string numbersJson(const std::vector<std::int64_t> &numbers)
{
    std::string text = "[";
    for (const std::int64_t n : numbers)
        text += (text.size() == 1 ? "" : ",") + std::to_string(n);
    return text + "]";
}

void count(Connection &connection, const std::vector<std::int64_t> &numbers, const std::string &sign)
{
    if (!numbers.empty())
        Query(connection, countingSql(connection.dialect(), sign), numbersJson(numbers)).run();
}

} // namespace

void takeFromRollups(Connection &connection, const std::vector<std::int64_t> &numbers)
{
    count(connection, numbers, "-");
}

void addToRollups(Connection &connection, const std::vector<std::int64_t> &numbers)
{
    count(connection, numbers, "");
}

void forgetMeasures(Connection &connection, Timestamp before)
{
    for (const char *table : {"rollup_check", "rollup_coverage"})
        Query(connection, std::string("DELETE FROM ") + table + " WHERE hour < ?", hourOf(before)).run();
    // Calls under a legal hold stay longer.
    Query(connection,
        "DELETE FROM call_kind WHERE hour < ? AND NOT EXISTS (SELECT 1 FROM interaction i WHERE i.at >= "
        "call_kind.hour * 3600000000 AND i.at < (call_kind.hour + 1) * 3600000000)",
        hourOf(before))
        .run();
}

} // namespace gatehouse::store
