// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What one shift tells the next: a text, and what was decided and what waits at that moment.
//
// A hand-over says what its author knew: it is read by those who see every team its author sees.

#include "core/policy/verdict.h"
#include "store/records.h"
#include "store/store.h"

#include <array>
#include <string>
#include <vector>

namespace gatehouse::store {

using SeverityCounts = std::array<std::int64_t, 5>; // by Severity

struct ShiftSummary {
    Timestamp since{}; // the hand-over before, or a day earlier
    std::array<std::int64_t, 5> decided{}; // since then, by Disposition
    SeverityCounts open{}, overdue{};
    SeverityCounts mine{}; // what waits and is assigned to whoever hands over
    friend bool operator==(const ShiftSummary &, const ShiftSummary &) = default;
};

struct Handover {
    std::string author; // as the audit log names its actors
    Timestamp at{};
    std::string text; // may be empty: the numbers alone
    ShiftSummary summary;
    friend bool operator==(const Handover &, const Handover &) = default;
};

// What a hand-over by whoever asks would say now.
[[nodiscard]] Result<ShiftSummary> summarizeShift(Store &store);
// With the summary of this moment.
[[nodiscard]] Result<Handover> addHandover(Store &store, const std::string &text);
// Newest first.
[[nodiscard]] Result<std::vector<Handover>> listHandovers(Store &store, std::size_t limit);

[[nodiscard]] std::string toJson(const Handover &handover);

} // namespace gatehouse::store
