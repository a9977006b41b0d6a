// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/interactions.h"
#include "store/rollups.h"
#include "store/sql/filter_hours.h"

#include <algorithm>

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

std::vector<VerdictBucket> toBuckets(const std::vector<CountStep> &steps)
{
    std::vector<VerdictBucket> buckets;
    for (const auto &[start, counts] : steps) {
        const auto &[allowed, flagged, masked, held, blocked] = counts.verdicts;
        buckets.push_back({start, allowed, flagged, masked, held, blocked});
    }
    return buckets;
}

} // namespace

Result<std::vector<FacetCount>> facetCounts(Store &store, const Filter &filter, std::string_view field)
{
    const bool numbered = field == "verdict" || field == "severity" || field == "state";
    if (!numbered && field != "check" && field != "team" && field != "model")
        return fail(ErrorKind::InvalidInput, "nothing is counted by this field", std::string(field),
            "known: verdict, severity, check, team, model, state");
    const auto compiled = compileForShow(store, filter);
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
    const auto isWhole = [](Micros time) { return time % std::chrono::hours(1) == Micros(0); };
    if (isWhole(from.time_since_epoch()) && isWhole(to.time_since_epoch()) && isWhole(step))
        return countsOverTime(store, {}, {from, to}, step).map(toBuckets);
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
    // Calls of a gateway whose clock is ahead count.
    const auto kinds
        = countsByName(store, RollupDim::Check, {from, store.clock().now() + std::chrono::days(14)});
    if (!kinds)
        return tl::unexpected<Error>(kinds.error());
    std::vector<FacetCount> counts;
    for (const auto &[kind, calls] : *kinds)
        counts.push_back({kind, calls.calls()});
    std::stable_sort(
        counts.begin(), counts.end(), [](const auto &a, const auto &b) { return a.count > b.count; });
    counts.resize(std::min(counts.size(), limit));
    return counts;
}

} // namespace gatehouse::store
