// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What an auditor asks of a period: figures, verdicts by day, rules, decisions, changes, the state of the
// log.

#include "store/records.h"
#include "store/store.h"

#include <array>
#include <functional>
#include <string>
#include <vector>

namespace gatehouse::store {

struct ReportDay {
    Timestamp start{};
    std::array<std::int64_t, 5> verdicts{}; // by VerdictKind
    std::int64_t costUusd = 0;
};
struct ReportRule {
    std::string rule;
    std::int64_t calls = 0; // in which it found something
    std::int64_t judged = 0, falsePositive = 0; // of these, by people
};
struct ReportDecisions {
    Disposition disposition = Disposition::None;
    std::int64_t calls = 0;
    Micros total{}, longest{}; // from the call to the last decision about it
};

struct PeriodReport {
    Timestamp from{}, to{};
    std::string madeBy;
    Timestamp madeAt{};
    std::vector<ReportDay> days; // oldest first, without gaps
    std::vector<ReportRule> rules; // most first
    std::vector<ReportDecisions> decisions; // of calls made in the period, by disposition
    std::int64_t undecided = 0; // of them, waiting for a decision now
    std::vector<AuditEntry> changes; // of keys, policies, people, providers, settings; newest first
    std::int64_t otherEntries = 0; // of the period, such as decisions
    bool changesCut = false; // there were more than are listed
    bool logShown = true; // false: whoever asks may not verify the log
    AuditVerification log;
};

// Verdicts and rules come from the rollups; decisions are read in slices of a few hours, each in a
// transaction of its own, so that no period is too long. `from` and `to` are whole hours. `progress` gets the
// share that is done, 0 to 1, and gives false to stop: LimitExceeded then. `to` is whole days after `from`,
// at most 400.
[[nodiscard]] Result<PeriodReport> readPeriodReport(
    Store &store, Timestamp from, Timestamp to, const std::function<bool(double)> &progress);

} // namespace gatehouse::store
