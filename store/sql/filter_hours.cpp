// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/filter_hours.h"

#include "store/rollups.h"
#include "store/sql/ids.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace gatehouse::store {

namespace {

// More are no less work than to read calls newest first until a page is full.
constexpr std::size_t fewHours = 24;
constexpr std::int64_t hourMicros = 3'600'000'000;

using Hours = std::vector<std::int64_t>; // ascending, each once

// Those that were found before are left in both; the first that are found are all there are.
void keepCommon(std::optional<Hours> &hours, Hours found)
{
    if (!hours) {
        hours = std::move(found);
        return;
    }
    Hours common;
    std::set_intersection(
        hours->begin(), hours->end(), found.begin(), found.end(), std::back_inserter(common));
    hours = std::move(common);
}

Hours readHours(Connection &connection, const std::string &sql, const std::vector<SqlValue> &values)
{
    Query query(connection, sql, values);
    Hours hours;
    while (query.step())
        hours.push_back(query.integer(0));
    return hours;
}

// What `call_kind` knows of calls, under the names of the table.
bool isOfKind(const FilterTerm &term)
{
    return term.field == "severity" || term.field == "verdict" || term.field == "outcome";
}

// All terms about kinds at once: a call is of one kind. Nothing when there are none.
Result<std::optional<Hours>> hoursOfKinds(Connection &connection, const Filter &filter)
{
    SqlFilter kinds;
    bool any = false;
    for (const FilterTerm &term : filter.terms) {
        const bool isTeam = term.field == "team" && !term.excluded;
        if (!isTeam && !isOfKind(term))
            continue;
        any = any || !isTeam;
        auto condition
            = isTeam ? Result<SqlFilter>(holdsText("k.team", term)) : holdsNumber("k." + term.field, term);
        if (!condition)
            return tl::unexpected(condition.error());
        kinds.require(term.excluded ? "NOT (" + condition->where + ")" : condition->where,
            std::move(condition->values));
    }
    if (!any)
        return std::optional<Hours>();
    return readHours(connection,
        "SELECT DISTINCT k.hour FROM call_kind k WHERE " + kinds.where + " ORDER BY k.hour", kinds.values);
}

std::optional<RollupDim> dimOf(std::string_view field)
{
    if (field == "model")
        return RollupDim::Model;
    if (field == "check")
        return RollupDim::Check;
    if (field == "rule")
        return RollupDim::Rule;
    return {};
}

// A shard may hold less than nothing, when another counted in what it counted out.
Hours hoursCounted(Connection &connection, RollupDim dim, const std::vector<std::string> &names)
{
    std::vector<SqlValue> values{static_cast<std::int64_t>(dim)};
    values.insert(values.end(), names.begin(), names.end());
    return readHours(connection,
        "SELECT DISTINCT r.hour FROM rollup r WHERE r.dim = ? AND r.value IN (" + questionMarks(names.size())
            + ") AND (r.allowed <> 0 OR r.flagged <> 0 OR r.masked <> 0 OR r.held <> 0 OR r.blocked <> 0) "
              "ORDER "
              "BY r.hour",
        values);
}

// Hours on end are one span.
void require(SqlFilter &compiled, const Hours &hours)
{
    std::string spans;
    std::vector<SqlValue> values;
    for (std::size_t i = 0; i < hours.size();) {
        std::size_t end = i + 1;
        while (end < hours.size() && hours[end] == hours[end - 1] + 1)
            ++end;
        spans += spans.empty() ? "" : " OR ";
        spans += "(i.at >= ? AND i.at < ?)";
        values.emplace_back(hours[i] * hourMicros);
        values.emplace_back((hours[end - 1] + 1) * hourMicros);
        i = end;
    }
    compiled.require(spans.empty() ? "1 = 0" : "(" + spans + ")", std::move(values));
}

Result<std::optional<Hours>> possibleHours(Connection &connection, const Filter &filter)
{
    auto hours = hoursOfKinds(connection, filter);
    if (!hours)
        return hours;
    for (const FilterTerm &term : filter.terms) {
        if (const auto dim = dimOf(term.field); dim && !term.excluded)
            keepCommon(*hours, hoursCounted(connection, *dim, term.values));
    }
    return hours;
}

} // namespace

Result<SqlFilter> compileForShow(Store &store, const Filter &filter, Reads reads)
{
    auto compiled = compileFilter(store, filter, {reads});
    if (!compiled)
        return compiled;
    const auto hours = attempt(store.connection(), [&] { return possibleHours(store.connection(), filter); });
    if (!hours)
        return tl::unexpected(hours.error());
    if (*hours && (*hours)->size() <= fewHours)
        require(*compiled, **hours);
    return compiled;
}

} // namespace gatehouse::store
