// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/rollups.h"

#include "store/sql/query.h"
#include "store/sql/rollup_sheet.h"

#include <numeric>

namespace gatehouse::store {

namespace {

// What a chart can show; more is a mistake of the caller.
constexpr std::int64_t mostSteps = 20000;

const std::string sums
    = "sum(allowed), sum(flagged), sum(masked), sum(held), sum(blocked), sum(cost_uusd), sum(open), "
      "sum(judged), sum(false_positive), sum(timed), sum(decision_us)";

CallCounts readCounts(const Query &query, int first)
{
    CallCounts counts;
    for (int i = 0; i < 5; ++i)
        counts.verdicts[static_cast<std::size_t>(i)] = query.integer(first + i);
    counts.costUusd = query.integer(first + 5);
    counts.open = query.integer(first + 6);
    counts.judged = query.integer(first + 7);
    counts.falsePositive = query.integer(first + 8);
    counts.timed = query.integer(first + 9);
    counts.decisionUs = query.integer(first + 10);
    return counts;
}

struct Hours {
    std::int64_t from, to;
};

Hours hoursOf(const HourRange &range)
{
    return {hourOf(range.from), hourOf(range.to - Micros(1)) + 1};
}

} // namespace

std::int64_t CallCounts::calls() const
{
    return std::accumulate(verdicts.begin(), verdicts.end(), std::int64_t{0});
}

Result<std::vector<CountStep>> countsOverTime(
    Store &store, const RollupScope &scope, const HourRange &range, Micros step)
{
    const bool whole = range.from.time_since_epoch() % std::chrono::hours(1) == Micros(0)
        && step % std::chrono::hours(1) == Micros(0);
    if (!whole || step <= Micros(0) || range.to <= range.from || (range.to - range.from) / step > mostSteps)
        return fail(ErrorKind::InvalidInput, "the time range and step make no chart", {},
            "ask for 1 to 20000 steps of whole hours");
    static const std::string sql = "SELECT (hour - ?1) / ?3, " + sums
        + " FROM rollup WHERE dim = ?4 AND hour >= ?1 AND hour < ?2 AND (?5 = '' OR team = ?5) AND value = "
          "?6 GROUP BY 1";
    return attempt(store.connection(), [&]() -> Result<std::vector<CountStep>> {
        std::vector<CountStep> steps;
        for (Timestamp start = range.from; start < range.to; start += step)
            steps.push_back({start, {}});
        const Hours hours = hoursOf(range);
        Query query(store.connection(), sql, hours.from, hours.to, step / std::chrono::hours(1), scope.dim,
            scope.team, scope.value);
        while (query.step())
            steps.at(static_cast<std::size_t>(query.integer(0))).counts = readCounts(query, 1);
        return steps;
    });
}

Result<std::vector<NamedCounts>> countsByName(Store &store, RollupDim dim, const HourRange &range)
{
    const std::string name = dim == RollupDim::All ? "team" : "value";
    const std::string sql = "SELECT " + name + ", " + sums
        + " FROM rollup WHERE dim = ? AND hour >= ? AND hour < ? GROUP BY 1 ORDER BY 1";
    return attempt(store.connection(), [&]() -> Result<std::vector<NamedCounts>> {
        const Hours hours = hoursOf(range);
        Query query(store.connection(), sql, dim, hours.from, hours.to);
        std::vector<NamedCounts> found;
        while (query.step()) {
            NamedCounts each{query.text(0), readCounts(query, 1)};
            if (each.counts.calls() != 0)
                found.push_back(std::move(each));
        }
        return found;
    });
}

Result<std::vector<CheckTimes>> checkTimes(Store &store, const HourRange &range)
{
    static const std::string sql
        = "SELECT kind, sum(runs), sum(duration_ns), sum(b0), sum(b1), sum(b2), sum(b3), sum(b4), sum(b5), "
          "sum(b6), sum(b7) FROM rollup_check WHERE hour >= ? AND hour < ? GROUP BY kind ORDER BY kind";
    return attempt(store.connection(), [&]() -> Result<std::vector<CheckTimes>> {
        const Hours hours = hoursOf(range);
        Query query(store.connection(), sql, hours.from, hours.to);
        std::vector<CheckTimes> times;
        while (query.step()) {
            CheckTimes each{query.text(0), query.integer(1), query.integer(2), {}};
            for (int i = 0; i < 8; ++i)
                each.steps[static_cast<std::size_t>(i)] = query.integer(3 + i);
            times.push_back(std::move(each));
        }
        return times;
    });
}

Result<std::vector<CoverageBytes>> coverageBytes(Store &store, const HourRange &range)
{
    static const std::string sql = "SELECT reason, sum(calls), sum(bytes) FROM rollup_coverage "
                                   "WHERE hour >= ? AND hour < ? GROUP BY reason ORDER BY reason";
    return attempt(store.connection(), [&]() -> Result<std::vector<CoverageBytes>> {
        const Hours hours = hoursOf(range);
        Query query(store.connection(), sql, hours.from, hours.to);
        std::vector<CoverageBytes> found;
        while (query.step())
            found.push_back({query.text(0), query.integer(1), query.integer(2)});
        return found;
    });
}

Result<std::int64_t> openReviews(Store &store)
{
    static const std::string sql = "SELECT coalesce(sum(open), 0) FROM rollup WHERE dim = 0";
    return attempt(store.connection(), [&]() -> Result<std::int64_t> {
        Query query(store.connection(), sql);
        return query.step() ? query.integer(0) : 0;
    });
}

} // namespace gatehouse::store
