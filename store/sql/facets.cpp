// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/interactions.h"
#include "store/sql/filter_sql.h"

namespace gatehouse::store {

namespace {

// What a chart can show; more is a mistake of the caller.
constexpr std::int64_t maximumBuckets = 20000;

std::string wordFor(std::string_view field, std::int64_t number)
{
    if (field == "verdict")
        return std::string(name(static_cast<VerdictKind>(number)));
    if (field == "severity")
        return std::string(name(static_cast<Severity>(number)));
    const auto state = static_cast<ReviewState>(number);
    return state == ReviewState::None ? "none" : std::string(name(state));
}

std::string facetSql(std::string_view field, const SqlFilter &filter)
{
    if (field == "check")
        return "SELECT f.kind, count(DISTINCT i.n) FROM interaction i JOIN finding f ON f.n = i.n WHERE "
            + filter.where + " GROUP BY 1 ORDER BY 2 DESC, 1";
    const std::string column = "i." + std::string(field);
    return "SELECT " + column + ", count(*) FROM interaction i WHERE " + filter.where
        + " GROUP BY 1 ORDER BY 2 DESC, 1";
}

void add(VerdictBucket &bucket, VerdictKind verdict, std::int64_t count)
{
    switch (verdict) {
    case VerdictKind::Allowed:
        bucket.allowed += count;
        return;
    case VerdictKind::Flagged:
        bucket.flagged += count;
        return;
    case VerdictKind::Masked:
        bucket.masked += count;
        return;
    case VerdictKind::Held:
        bucket.held += count;
        return;
    case VerdictKind::Blocked:
        bucket.blocked += count;
        return;
    }
}

} // namespace

Result<std::vector<FacetCount>> facetCounts(Store &store, const Filter &filter, std::string_view field)
{
    const bool numbered = field == "verdict" || field == "severity" || field == "state";
    if (!numbered && field != "check" && field != "team" && field != "model")
        return fail(ErrorKind::InvalidInput, "nothing is counted by this field", std::string(field),
            "known: verdict, severity, check, team, model, state");
    const auto compiled = compileFilter(store, filter);
    if (!compiled)
        return tl::unexpected(compiled.error());
    return attempt(store.connection(), [&]() -> Result<std::vector<FacetCount>> {
        Query query(store.connection(), facetSql(field, *compiled), compiled->values);
        std::vector<FacetCount> counts;
        while (query.step())
            counts.push_back({numbered ? wordFor(field, query.integer(0)) : query.text(0), query.integer(1)});
        return counts;
    });
}

Result<std::vector<VerdictBucket>> verdictsOverTime(Store &store, Timestamp from, Timestamp to, Micros step)
{
    if (step <= Micros(0) || to <= from || (to - from) / step > maximumBuckets)
        return fail(
            ErrorKind::InvalidInput, "the time range and step make no chart", {}, "ask for 1 to 20000 steps");
    std::vector<VerdictBucket> buckets;
    for (Timestamp start = from; start < to; start += step)
        buckets.push_back({start, 0, 0, 0, 0, 0});
    const std::string sql = "SELECT (at - ?1) / ?3, verdict, count(*) FROM "
        + store.connection().dialect().interactionByTime + " WHERE at >= ?1 AND at < ?2 GROUP BY 1, 2";
    return attempt(store.connection(), [&]() -> Result<std::vector<VerdictBucket>> {
        Query query(store.connection(), sql, from, to, step.count());
        while (query.step())
            add(buckets.at(static_cast<std::size_t>(query.integer(0))),
                static_cast<VerdictKind>(query.integer(1)), query.integer(2));
        return std::move(buckets);
    });
}

Result<std::vector<FacetCount>> topChecks(Store &store, Timestamp from, std::size_t limit)
{
    static const std::string sql = "SELECT kind, count(DISTINCT n) FROM finding WHERE at >= ? GROUP BY kind "
                                   "ORDER BY 2 DESC, 1 LIMIT ?";
    return attempt(store.connection(), [&]() -> Result<std::vector<FacetCount>> {
        Query query(store.connection(), sql, from, limit);
        std::vector<FacetCount> counts;
        while (query.step())
            counts.push_back({query.text(0), query.integer(1)});
        return counts;
    });
}

} // namespace gatehouse::store
