// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Counts of calls by the hour they were made in, kept as calls are written, decided and deleted: what charts
// ask for, whatever number of calls there are. Of those a person may see.

#include "store/records.h"
#include "store/store.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

// What calls are counted by. A call counts once for each kind of check and each rule that found something.
// The numbers stand in the store.
enum class RollupDim { All, Key, Model, Check, Rule };

// Some of the calls: of a team, and by one thing they are counted by; all where both are empty.
struct RollupScope {
    std::string team = {};
    RollupDim dim = RollupDim::All;
    std::string value = {}; // of the dim; none for All
};

struct CallCounts {
    std::array<std::int64_t, 5> verdicts{}; // by VerdictKind
    std::int64_t costUusd = 0;
    // Of reviews, as they stand now. Only where calls are counted by rule or not at all.
    std::int64_t open = 0;
    std::int64_t judged = 0; // with a disposition
    std::int64_t falsePositive = 0; // of these
    std::int64_t timed = 0; // resolved, and it is known when
    std::int64_t decisionUs = 0; // from the call to that, together

    [[nodiscard]] std::int64_t of(VerdictKind kind) const { return verdicts[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] std::int64_t calls() const;
    [[nodiscard]] std::int64_t notAllowed() const { return calls() - of(VerdictKind::Allowed); }
    friend bool operator==(const CallCounts &, const CallCounts &) = default;
};

// Whole hours: `from` counts with its hour, `to` (exclusive) with the hour it is in, unless it begins it.
struct HourRange {
    Timestamp from{}, to{};
};

struct CountStep {
    Timestamp start{};
    CallCounts counts;
};
// In equal steps, oldest first, gaps filled with zeros. `range` and `step` are whole hours, otherwise
// InvalidInput; so are more than 20000 steps.
[[nodiscard]] Result<std::vector<CountStep>> countsOverTime(
    Store &store, const RollupScope &scope, const HourRange &range, Micros step);

struct NamedCounts {
    std::string name;
    CallCounts counts;
};
// For each key, model, kind of check, or rule; for each team when the dim is All. Names in order.
[[nodiscard]] Result<std::vector<NamedCounts>> countsByName(
    Store &store, RollupDim dim, const HourRange &range);

// How long the checks of a kind took, of calls that came to their end.
struct CheckTimes {
    std::string kind;
    std::int64_t runs = 0;
    std::int64_t durationNs = 0; // together
    std::array<std::int64_t, 8> steps{}; // runs of up to checkTimeSteps microseconds; the last: longer
};
inline constexpr std::array<std::int64_t, 7> checkTimeSteps{16, 64, 256, 1024, 4096, 16384, 65536};
[[nodiscard]] Result<std::vector<CheckTimes>> checkTimes(Store &store, const HourRange &range);

// Bytes of content, of the same calls.
struct CoverageBytes {
    std::string reason; // why they were not read; "": they were
    std::int64_t calls = 0, bytes = 0;
};
[[nodiscard]] Result<std::vector<CoverageBytes>> coverageBytes(Store &store, const HourRange &range);

// Reviews that wait, whenever their calls were made.
[[nodiscard]] Result<std::int64_t> openReviews(Store &store);

} // namespace gatehouse::store
