// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The report of a period as it is printed.

#include <QDateTime>
#include <QList>
#include <QString>

#include <array>

namespace gatehouse::store {
struct PeriodReport;
}

namespace gatehouse::console {

struct ReportDayView {
    QDate day; // UTC
    std::array<qint64, 5> verdicts{}; // by gatehouse::VerdictKind
    qint64 costUusd = 0;

    [[nodiscard]] qint64 calls() const;
};
struct ReportRuleView {
    QString rule;
    qint64 calls = 0, judged = 0, falsePositive = 0;
};
struct ReportDecisionsView {
    QString disposition; // as shown
    qint64 calls = 0;
    double meanUs = 0, longestUs = 0; // from the call to the decision
};
struct ReportChangeView {
    qint64 seq = 0;
    QDateTime at;
    QString actor, action, object, reason;
};

struct PeriodReportView {
    QString store;
    QDateTime from, to; // UTC; `to` is not in it any more
    QString madeBy;
    QDateTime madeAt;
    QList<ReportDayView> days; // oldest first
    ReportDayView total;
    QList<ReportRuleView> rules;
    QList<ReportDecisionsView> decisions;
    qint64 undecided = 0;
    QList<ReportChangeView> changes; // newest first
    qint64 otherEntries = 0;
    bool changesCut = false;
    bool logShown = true;
    bool logIsGood = false;
    qint64 logEntries = 0;
    QString logHead, logProblem;
};

[[nodiscard]] PeriodReportView periodReportViewOf(const store::PeriodReport &report, const QString &store);

} // namespace gatehouse::console
