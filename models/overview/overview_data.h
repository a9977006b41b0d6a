// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the Overview shows of a period, as plain values.

#include "core/policy/verdict.h"

#include <QDateTime>
#include <QString>

#include <array>
#include <numeric>
#include <vector>

namespace gatehouse::console {

enum class Period { Day, Week, Month };

struct OverviewFigures {
    qint64 calls = 0;
    qint64 blocked = 0;
    qint64 flagged = 0;
    qint64 openReviews = 0;
    qint64 spendUusd = 0;

    friend bool operator==(const OverviewFigures &, const OverviewFigures &) = default;
};

// Verdicts of one step of time, counted by gatehouse::VerdictKind.
struct VerdictStep {
    QDateTime start; // UTC
    QDateTime end;
    std::array<qint64, 5> counts{};

    [[nodiscard]] qint64 of(VerdictKind kind) const { return counts[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] qint64 calls() const { return std::accumulate(counts.begin(), counts.end(), qint64(0)); }
    friend bool operator==(const VerdictStep &, const VerdictStep &) = default;
};

struct NamedCount {
    QString name;
    qint64 count = 0;
    QString text = {}; // the count as it is said; empty: as a number
    QString filter = {}; // what it stands for; empty: the name, as a value of the list's field

    friend bool operator==(const NamedCount &, const NamedCount &) = default;
};

struct OverviewData {
    Period period = Period::Day;
    QDateTime from; // UTC
    OverviewFigures figures;
    std::vector<VerdictStep> steps; // oldest first, no gaps
    std::vector<NamedCount> checks; // that failed, most first
    std::vector<NamedCount> teams; // of calls that were not simply allowed, most first
    std::vector<NamedCount> models;
    std::vector<NamedCount> rules; // that found something, most first
    std::vector<NamedCount> keys; // as teams
    std::vector<NamedCount> checkTimes; // nanoseconds on average, longest first
    std::vector<NamedCount> falsePositives; // of a thousand decided calls a rule found, most first
    std::vector<NamedCount> decisionTimes; // microseconds on average by rule, longest first
    std::vector<NamedCount> coverage; // bytes: read, and not read by reason
    std::vector<NamedCount> spend; // micro-USD by model, most first

    friend bool operator==(const OverviewData &, const OverviewData &) = default;
};

// "since:2026-11-22T13:00:00Z" in the filter language.
[[nodiscard]] QString sinceFilter(const QDateTime &from);
// "verdict:blocked since:… until:…": what one mark of the verdict chart stands for.
[[nodiscard]] QString stepFilter(const VerdictStep &step, VerdictKind kind);

} // namespace gatehouse::console
