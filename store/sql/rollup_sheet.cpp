// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/rollup_sheet.h"

#include "store/sql/record_rows.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::store {

namespace {

constexpr std::int64_t hourMicros = 3'600'000'000;

bool isOpen(ReviewState state)
{
    return state == ReviewState::Open || state == ReviewState::InReview || state == ReviewState::Escalated;
}

RollupSheet::Counts countsOf(const CountedCall &call)
{
    RollupSheet::Counts counts{};
    counts[static_cast<std::size_t>(call.verdict)] = 1;
    counts[5] = call.costUusd;
    counts[6] = isOpen(call.state) ? 1 : 0;
    counts[7] = call.disposition != Disposition::None ? 1 : 0;
    counts[8] = call.disposition == Disposition::FalsePositive ? 1 : 0;
    if (call.state == ReviewState::Resolved && call.decidedAt) {
        counts[9] = 1;
        counts[10] = std::max<std::int64_t>((*call.decidedAt - call.at).count(), 0);
    }
    return counts;
}

// Decisions are counted for a team and by rule alone.
RollupSheet::Counts withoutDecisions(RollupSheet::Counts counts)
{
    std::fill(counts.begin() + 6, counts.end(), 0);
    return counts;
}

template <class Row, class Map>
Row &rowOf(Map &rows, std::string_view name)
{
    const auto found = rows.find(name);
    return found != rows.end() ? found->second : rows.emplace(std::string(name), Row{}).first->second;
}

} // namespace

std::vector<FoundBy> findingsOf(const std::vector<CheckResult> &checks)
{
    std::vector<FoundBy> findings;
    for (const CheckResult &check : checks) {
        if (isFinding(check) && std::none_of(findings.begin(), findings.end(), [&](const FoundBy &each) {
                return each.rule == check.rule;
            }))
            findings.push_back({check.rule, check.check});
    }
    return findings;
}

RollupSheet::TeamHour &RollupSheet::placeOf(Timestamp at, std::string_view team)
{
    return m_hours[{hourOf(at), std::string(team)}];
}

void RollupSheet::add(const CountedCall &call, const std::vector<FoundBy> &findings, int sign)
{
    TeamHour &place = placeOf(call.at, call.team);
    const Counts all = countsOf(call), verdicts = withoutDecisions(all);
    const auto count = [&](RollupDim dim, std::string_view value, const Counts &counts) {
        auto &row = rowOf<Counts>(place.counts[static_cast<std::size_t>(dim)], value);
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] += sign * counts[i];
    };
    count(RollupDim::All, {}, all);
    count(RollupDim::Key, call.key, verdicts);
    count(RollupDim::Model, call.model, verdicts);
    for (auto each = findings.begin(); each != findings.end(); ++each) {
        count(RollupDim::Rule, each->rule, all);
        if (std::none_of(
                findings.begin(), each, [&](const FoundBy &before) { return before.kind == each->kind; }))
            count(RollupDim::Check, each->kind, verdicts);
    }
}

void RollupSheet::addMeasures(
    Timestamp at, std::string_view team, const std::vector<CheckResult> &checks, const Coverage &coverage)
{
    TeamHour &place = placeOf(at, team);
    for (const CheckResult &check : checks) {
        if (check.outcome == CheckOutcome::NotRun)
            continue;
        auto &row = rowOf<Times>(place.checks, check.check);
        const auto step = std::lower_bound(checkTimeSteps.begin(), checkTimeSteps.end(), check.durationUs);
        row[0] += 1;
        row[1] += std::llround(check.durationUs * 1000);
        row[2 + static_cast<std::size_t>(step - checkTimeSteps.begin())] += 1;
    }
    std::map<std::string_view, std::int64_t> bytes{{{}, static_cast<std::int64_t>(coverage.read)}};
    for (const NotRead &each : coverage.notRead)
        bytes[each.reason] += static_cast<std::int64_t>(each.bytes);
    for (const auto &[reason, count] : bytes) {
        auto &row = rowOf<Bytes>(place.coverage, reason);
        row.calls += 1;
        row.bytes += count;
    }
}

bool isMeasured(Outcome outcome)
{
    return outcome != Outcome::Pending && outcome != Outcome::Interrupted;
}

std::int64_t hourOf(Timestamp at)
{
    return toMicros(at) / hourMicros;
}

std::string addingTo(std::string_view table, std::string_view place, std::string_view counts)
{
    std::string text = " ON CONFLICT (" + std::string(place) + ") DO UPDATE SET ";
    for (std::size_t start = 0; start < counts.size();) {
        const std::size_t end = std::min(counts.find(", ", start), counts.size());
        const std::string column(counts.substr(start, end - start));
        text += (start == 0 ? "" : ", ") + column + " = " + std::string(table) + "." + column + " + excluded."
            + column;
        start = end + 2;
    }
    return text;
}

} // namespace gatehouse::store
