// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/period_report_view.h"

#include "models/review/queue_row.h"
#include "models/text.h"
#include "store/period_report.h"

#include <numeric>

namespace gatehouse::console {

namespace {

ReportDayView dayOf(const store::ReportDay &day)
{
    ReportDayView view;
    view.day = toDateTime(day.start).toUTC().date();
    for (std::size_t i = 0; i < view.verdicts.size(); ++i)
        view.verdicts[i] = day.verdicts[i];
    view.costUusd = day.costUusd;
    return view;
}

void add(ReportDayView &total, const ReportDayView &day)
{
    for (std::size_t i = 0; i < total.verdicts.size(); ++i)
        total.verdicts[i] += day.verdicts[i];
    total.costUusd += day.costUusd;
}

ReportDecisionsView decisionsOf(const store::ReportDecisions &decisions)
{
    return {dispositionWord(toQString(store::name(decisions.disposition))), decisions.calls,
        decisions.calls > 0 ? double(decisions.total.count()) / double(decisions.calls) : 0,
        double(decisions.longest.count())};
}

} // namespace

qint64 ReportDayView::calls() const
{
    return std::accumulate(verdicts.begin(), verdicts.end(), qint64(0));
}

PeriodReportView periodReportViewOf(const store::PeriodReport &report, const QString &store)
{
    PeriodReportView view;
    view.store = store;
    view.from = toDateTime(report.from).toUTC();
    view.to = toDateTime(report.to).toUTC();
    view.madeBy = toQString(report.madeBy);
    view.madeAt = toDateTime(report.madeAt).toUTC();
    for (const store::ReportDay &day : report.days) {
        view.days.append(dayOf(day));
        add(view.total, view.days.last());
    }
    for (const store::ReportRule &rule : report.rules)
        view.rules.append({toQString(rule.rule), rule.calls, rule.judged, rule.falsePositive});
    for (const store::ReportDecisions &decisions : report.decisions)
        view.decisions.append(decisionsOf(decisions));
    view.undecided = report.undecided;
    for (const store::AuditEntry &entry : report.changes)
        view.changes.append({entry.seq, toDateTime(entry.at).toUTC(), toQString(entry.actor),
            toQString(entry.action), toQString(entry.object), toQString(entry.reason)});
    view.otherEntries = report.otherEntries;
    view.changesCut = report.changesCut;
    view.logShown = report.logShown;
    view.logIsGood = report.log.ok;
    view.logEntries = report.log.entries;
    view.logHead = toQString(report.log.head);
    view.logProblem = toQString(report.log.problem);
    return view;
}

} // namespace gatehouse::console
