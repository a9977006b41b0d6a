// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/timeline.h"

#include "store/filter_values.h"
#include "store/rollups.h"
#include "store/sql/filter_hours.h"
#include "store/sql/query.h"

#include <algorithm>
#include <optional>

namespace gatehouse::store {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

// What a strip can show, each some pixels wide.
constexpr std::int64_t mostSteps = 120;
// As the longest are for the whole of what a store keeps; a year is 61 steps.
constexpr std::array<Micros, 11> stepSizes{minutes(1), minutes(5), minutes(15), hours(1), hours(2), hours(3),
    hours(6), hours(12), hours(24), hours(72), hours(144)};
constexpr auto quick = std::chrono::milliseconds(60), slow = std::chrono::milliseconds(300);

struct Period {
    Timestamp from{}, to{};
};

Timestamp floorTo(Timestamp at, Micros step)
{
    return Timestamp(at.time_since_epoch() / step * step);
}

std::optional<Timestamp> oldestHour(Connection &connection)
{
    Query query(connection, "SELECT min(hour) FROM rollup WHERE dim = 0");
    if (!query.step() || query.isNull(0))
        return {};
    return Timestamp(hours(query.integer(0)));
}

Result<std::optional<Timestamp>> timeIn(const Filter &filter, std::string_view field, Timestamp now)
{
    for (const FilterTerm &term : filter.terms) {
        if (term.field == field && !term.excluded)
            return timeOf(term.values.front(), now).map([](Timestamp at) { return std::optional(at); });
    }
    return std::optional<Timestamp>();
}

// Nothing when there is no call, or the filter's time ends before it begins.
Result<std::optional<Period>> periodOf(Store &store, const Filter &filter)
{
    const Timestamp now = store.clock().now();
    const auto since = timeIn(filter, "since", now), until = timeIn(filter, "until", now);
    for (const auto *bound : {&since, &until}) {
        if (!*bound)
            return tl::unexpected<Error>(bound->error());
    }
    const auto oldest = oldestHour(store.connection());
    if (!oldest)
        return std::optional<Period>();
    const Period period{since->value_or(*oldest), until->value_or(std::max(now, *oldest)) + Micros(1)};
    return period.to > period.from ? std::optional(period) : std::nullopt;
}

Timeline gridOf(const Period &period)
{
    const auto fits
        = [&](Micros step) { return (period.to - floorTo(period.from, step)) / step + 1 <= mostSteps; };
    Timeline timeline;
    const auto *found = std::find_if(stepSizes.begin(), stepSizes.end(), fits);
    timeline.step = found != stepSizes.end()
        ? *found
        : hours((period.to - period.from) / hours(1) / (mostSteps - 2) + 1);
    timeline.from = floorTo(period.from, timeline.step);
    const Micros length = period.to - timeline.from;
    timeline.steps.resize(static_cast<std::size_t>((length + timeline.step - Micros(1)) / timeline.step));
    timeline.uncounted = timeline.steps.size();
    return timeline;
}

struct RolledFilter {
    RollupScope scope;
    std::array<bool, 5> verdicts{true, true, true, true, true};
};

std::optional<RollupDim> dimOf(const std::string &field)
{
    if (field == "key")
        return RollupDim::Key;
    if (field == "model")
        return RollupDim::Model;
    if (field == "check")
        return RollupDim::Check;
    return field == "rule" ? std::optional(RollupDim::Rule) : std::nullopt;
}

void keepVerdicts(std::array<bool, 5> &verdicts, const FilterTerm &term)
{
    for (std::size_t kind = 0; kind < verdicts.size(); ++kind) {
        const auto word = name(static_cast<VerdictKind>(kind));
        const bool named = std::find(term.values.begin(), term.values.end(), word) != term.values.end();
        verdicts[kind] = verdicts[kind] && named != term.excluded;
    }
}

// Nothing where the rollups don't tell.
std::optional<RolledFilter> rolled(const Filter &filter)
{
    RolledFilter found;
    for (const FilterTerm &term : filter.terms) {
        const bool isTime = term.field == "since" || term.field == "until";
        const bool isOne = !term.excluded && term.values.size() == 1;
        const auto dim = dimOf(term.field);
        if (term.field == "verdict" && term.comparison == FilterTerm::Comparison::Is)
            keepVerdicts(found.verdicts, term);
        else if (isOne && term.field == "team" && found.scope.team.empty())
            found.scope.team = term.values.front();
        else if (isOne && dim && found.scope.dim == RollupDim::All) {
            found.scope.dim = *dim;
            found.scope.value = term.values.front();
        } else if (!isOne || !isTime)
            return {};
    }
    return found;
}

// Steps from `first` to before `last`, by going through the calls.
void countSteps(
    Connection &connection, const SqlFilter &filter, Timeline &timeline, std::size_t first, std::size_t last)
{
    SqlFilter piece = filter;
    piece.require("i.at >= ?", {toMicros(timeline.startOf(first))});
    piece.require("i.at < ?", {toMicros(timeline.startOf(last))});
    for (std::size_t i = first; i < last; ++i)
        timeline.steps[i] = {};
    // The grid is ours, not a parameter: those of the filter come first.
    const std::string number = "(i.at - " + std::to_string(toMicros(timeline.from)) + ") / "
        + std::to_string(timeline.step.count());
    Query query(connection,
        "SELECT " + number + ", i.verdict, count(*) FROM interaction i WHERE " + piece.where
            + " GROUP BY 1, 2",
        piece.values);
    while (query.step())
        timeline.steps.at(static_cast<std::size_t>(query.integer(0)))
            .verdicts.at(static_cast<std::size_t>(query.integer(1)))
            = query.integer(2);
}

Status fillFromRollups(Store &store, const RolledFilter &filter, Timeline &timeline)
{
    const auto counts = countsOverTime(
        store, filter.scope, {timeline.from, timeline.startOf(timeline.steps.size())}, timeline.step);
    if (!counts)
        return tl::unexpected<Error>(counts.error());
    for (std::size_t i = 0; i < timeline.steps.size(); ++i) {
        for (std::size_t kind = 0; kind < filter.verdicts.size(); ++kind) {
            if (filter.verdicts[kind])
                timeline.steps[i].verdicts[kind] = (*counts)[i].counts.verdicts[kind];
        }
    }
    timeline.uncounted = 0;
    timeline.isRolledUp = true;
    return {};
}

// The filter's time may begin and end within a step.
void countEnds(Connection &connection, const SqlFilter &filter, const Period &period, Timeline &timeline)
{
    const std::size_t count = timeline.steps.size();
    if (period.from != timeline.from)
        countSteps(connection, filter, timeline, 0, 1);
    if (period.to != timeline.startOf(count) && count > 1)
        countSteps(connection, filter, timeline, count - 1, count);
}

} // namespace

Result<Timeline> beginTimeline(Store &store, const Filter &filter)
{
    const auto compiled = compileForShow(store, filter);
    if (!compiled)
        return tl::unexpected<Error>(compiled.error());
    return attempt(store.connection(), [&]() -> Result<Timeline> {
        const auto period = periodOf(store, filter);
        if (!period)
            return tl::unexpected<Error>(period.error());
        if (!*period)
            return Timeline();
        Timeline timeline = gridOf(**period);
        const auto known = rolled(filter);
        if (!known || timeline.step < hours(1))
            return timeline;
        if (Status filled = fillFromRollups(store, *known, timeline); !filled)
            return tl::unexpected<Error>(filled.error());
        countEnds(store.connection(), *compiled, **period, timeline);
        return timeline;
    });
}

Result<Timeline> continueTimeline(Store &store, const Filter &filter, Timeline timeline)
{
    const auto compiled = compileForShow(store, filter);
    if (!compiled)
        return tl::unexpected<Error>(compiled.error());
    return attempt(store.connection(), [&]() -> Result<Timeline> {
        const auto began = std::chrono::steady_clock::now();
        const std::size_t last = timeline.uncounted, first = last - std::min(last, timeline.piece);
        if (first < last)
            countSteps(store.connection(), *compiled, timeline, first, last);
        timeline.uncounted = first;
        const auto took = std::chrono::steady_clock::now() - began;
        if (took < quick)
            timeline.piece *= 2;
        else if (took > slow)
            timeline.piece = std::max<std::size_t>(timeline.piece / 2, 1);
        return std::move(timeline);
    });
}

} // namespace gatehouse::store
