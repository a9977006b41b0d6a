// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the records of one transaction change in the rollups, so that each row is written once.

#include "store/records.h"
#include "store/rollups.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatehouse::store {

// A rule that found something, and its check's kind.
struct FoundBy {
    std::string rule, kind;
};
[[nodiscard]] std::vector<FoundBy> findingsOf(const std::vector<CheckResult> &checks);

// What counts of a call, as it stands.
struct CountedCall {
    Timestamp at{};
    std::string_view team, key, model;
    VerdictKind verdict = VerdictKind::Allowed;
    std::int64_t costUusd = 0;
    ReviewState state = ReviewState::None;
    Disposition disposition = Disposition::None;
    std::optional<Timestamp> decidedAt = {};
};

class RollupSheet {
public:
    // In the order of the columns: five verdicts, cost_uusd, open, judged, false_positive, timed,
    // decision_us.
    using Counts = std::array<std::int64_t, 11>;
    // runs, duration_ns, b0 to b7.
    using Times = std::array<std::int64_t, 10>;
    struct Bytes {
        std::int64_t calls = 0, bytes = 0;
    };
    struct TeamHour {
        std::array<std::map<std::string, Counts, std::less<>>, 5> counts; // by RollupDim
        std::map<std::string, Times, std::less<>> checks;
        std::map<std::string, Bytes, std::less<>> coverage; // "" read, else why not
    };
    using Hours = std::map<std::pair<std::int64_t, std::string>, TeamHour>; // by hour and team

    // `sign` 1 counts the call, -1 takes it back.
    void add(const CountedCall &call, const std::vector<FoundBy> &findings, int sign);
    // Of a call that came to its end.
    void addMeasures(Timestamp at, std::string_view team, const std::vector<CheckResult> &checks,
        const Coverage &coverage);
    [[nodiscard]] const Hours &hours() const { return m_hours; }

private:
    TeamHour &placeOf(Timestamp at, std::string_view team);
    Hours m_hours;
};

// A call whose measures are complete: one that is under way or was found dead has more to come.
[[nodiscard]] bool isMeasured(Outcome outcome);
[[nodiscard]] std::int64_t hourOf(Timestamp at);

inline constexpr std::string_view rollupCounts
    = "allowed, flagged, masked, held, blocked, cost_uusd, open, judged, false_positive, timed, decision_us";
inline constexpr std::string_view rollupTimes = "runs, duration_ns, b0, b1, b2, b3, b4, b5, b6, b7";
inline constexpr std::string_view rollupBytes = "calls, bytes";
// " ON CONFLICT (place) DO UPDATE SET …": what is inserted is added to what is there.
[[nodiscard]] std::string addingTo(std::string_view table, std::string_view place, std::string_view counts);
inline constexpr std::string_view rollupPlace = "dim, hour, team, value, shard";
inline constexpr std::string_view rollupCheckPlace = "hour, team, kind, shard";
inline constexpr std::string_view rollupCoveragePlace = "hour, team, reason, shard";

} // namespace gatehouse::store
