// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/rollup_batch.h"

#include "store/postgres/array.h"

namespace gatehouse::store {

namespace {

using enum ArrayOf;

std::vector<Column> columnsOf(std::vector<Column> columns, const std::vector<const char *> counts)
{
    for (const char *name : counts)
        columns.push_back({name, Integers});
    return columns;
}

const std::vector<Column> countColumns
    = columnsOf({{"hour", Integers}, {"dim", Integers}, {"team", Texts}, {"value", Texts}},
        {"allowed", "flagged", "masked", "held", "blocked", "cost_uusd", "open", "judged", "false_positive",
            "timed", "decision_us"});
const std::vector<Column> checkColumns = columnsOf({{"hour", Integers}, {"team", Texts}, {"kind", Texts}},
    {"runs", "duration_ns", "b0", "b1", "b2", "b3", "b4", "b5", "b6", "b7"});
const std::vector<Column> coverageColumns
    = columnsOf({{"hour", Integers}, {"team", Texts}, {"reason", Texts}}, {"calls", "bytes"});

// The shard is taken once a statement, before its first row.
std::string insertInto(const std::string &table, const std::vector<Column> &columns, std::string_view place,
    std::string_view counts)
{
    return "INSERT INTO " + table + " (shard, " + Columns::names(columns)
        + ") SELECT (SELECT rollup_shard()), u.* FROM " + Columns::unnested(columns)
        + addingTo(table, place, counts);
}

} // namespace

void writeRollups(Connection &connection, const RollupSheet &sheet)
{
    static const std::string insertCounts = insertInto("rollup", countColumns, rollupPlace, rollupCounts);
    static const std::string insertChecks
        = insertInto("rollup_check", checkColumns, rollupCheckPlace, rollupTimes);
    static const std::string insertCoverage
        = insertInto("rollup_coverage", coverageColumns, rollupCoveragePlace, rollupBytes);
    Columns counts(countColumns), checks(checkColumns), coverage(coverageColumns);
    for (const auto &[place, rows] : sheet.hours()) {
        const std::int64_t hour = place.first;
        const std::string &team = place.second;
        for (std::size_t dim = 0; dim < rows.counts.size(); ++dim) {
            for (const auto &[value, row] : rows.counts[dim]) {
                if (row != RollupSheet::Counts{})
                    std::apply([&](auto... each) { counts.add(hour, dim, team, value, each...); }, row);
            }
        }
        for (const auto &[kind, row] : rows.checks)
            std::apply([&](auto... each) { checks.add(hour, team, kind, each...); }, row);
        for (const auto &[reason, row] : rows.coverage)
            coverage.add(hour, team, reason, row.calls, row.bytes);
    }
    counts.run(connection, insertCounts);
    checks.run(connection, insertChecks);
    coverage.run(connection, insertCoverage);
}

} // namespace gatehouse::store
