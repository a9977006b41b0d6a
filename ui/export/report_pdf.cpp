// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/report_pdf.h"

#include "models/text.h"
#include "ui/export/pdf_document.h"

#include <QCoreApplication>
#include <QLocale>

namespace gatehouse::console {

namespace {

struct ReportPdf {
    Q_DECLARE_TR_FUNCTIONS(ReportPdf)
};

constexpr std::array verdictOrder{
    VerdictKind::Allowed, VerdictKind::Flagged, VerdictKind::Masked, VerdictKind::Held, VerdictKind::Blocked};

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString shareOf(qint64 part, qint64 all)
{
    return all > 0 ? ReportPdf::tr("%1 (%2 %)")
                         .arg(number(part), QLocale().toString(100.0 * double(part) / double(all), 'f', 1))
                   : number(part);
}

// A decision takes minutes or days, not microseconds.
QString spanText(double microseconds)
{
    const double minutes = microseconds / 60e6;
    if (minutes < 1)
        return durationText(microseconds);
    if (minutes < 120)
        return ReportPdf::tr("%1 min").arg(QLocale().toString(minutes, 'f', 0));
    const double hoursLong = minutes / 60;
    return hoursLong < 48 ? ReportPdf::tr("%1 h").arg(QLocale().toString(hoursLong, 'f', 1))
                          : ReportPdf::tr("%1 days").arg(QLocale().toString(hoursLong / 24, 'f', 1));
}

QStringList dayRow(const QString &head, const ReportDayView &day)
{
    QStringList row{head, number(day.calls())};
    for (const VerdictKind kind : verdictOrder)
        row.append(number(day.verdicts[static_cast<std::size_t>(kind)]));
    row.append(moneyText(day.costUusd));
    return row;
}

void addFigures(PdfDocument &pdf, const PeriodReportView &report)
{
    const qint64 all = report.total.calls();
    QList<std::pair<QString, QString>> facts{{ReportPdf::tr("Store"), report.store},
        {ReportPdf::tr("Period (UTC)"),
            ReportPdf::tr("%1 to %2, whole days")
                .arg(report.from.date().toString(Qt::ISODate),
                    report.to.addSecs(-1).date().toString(Qt::ISODate))},
        {ReportPdf::tr("Calls"), number(all)}};
    for (const VerdictKind kind : verdictOrder)
        facts.append({word(kind), shareOf(report.total.verdicts[static_cast<std::size_t>(kind)], all)});
    facts.append({ReportPdf::tr("Spend"), moneyText(report.total.costUusd)});
    facts.append({ReportPdf::tr("Waiting for a decision"), number(report.undecided)});
    pdf.addFacts(facts);
}

void addDays(PdfDocument &pdf, const PeriodReportView &report)
{
    pdf.addHeading(ReportPdf::tr("Verdicts by day"));
    QList<PdfDocument::Column> columns{{ReportPdf::tr("Day"), 16}, {ReportPdf::tr("Calls"), 12, true}};
    for (const VerdictKind kind : verdictOrder)
        columns.append({word(kind), 12, true});
    columns.append({ReportPdf::tr("Spend"), 12, true});
    QList<QStringList> rows;
    for (const ReportDayView &day : report.days)
        rows.append(dayRow(day.day.toString(Qt::ISODate), day));
    rows.append(dayRow(ReportPdf::tr("all"), report.total));
    pdf.addTable(columns, rows);
}

void addRules(PdfDocument &pdf, const PeriodReportView &report)
{
    pdf.addHeading(ReportPdf::tr("Rules that found something"));
    QList<QStringList> rows;
    for (const ReportRuleView &rule : report.rules)
        rows.append(
            {rule.rule, number(rule.calls), number(rule.judged), shareOf(rule.falsePositive, rule.judged)});
    if (rows.isEmpty())
        pdf.addMuted(ReportPdf::tr("None did."));
    else
        pdf.addTable({{ReportPdf::tr("Rule"), 43}, {ReportPdf::tr("Calls"), 17, true},
                         {ReportPdf::tr("Decided"), 17, true}, {ReportPdf::tr("False positives"), 23, true}},
            rows);
}

void addDecisions(PdfDocument &pdf, const PeriodReportView &report)
{
    pdf.addHeading(ReportPdf::tr("Decisions about calls of the period"));
    QList<QStringList> rows;
    for (const ReportDecisionsView &decisions : report.decisions)
        rows.append({decisions.disposition, number(decisions.calls), spanText(decisions.meanUs),
            spanText(decisions.longestUs)});
    if (rows.isEmpty()) {
        pdf.addMuted(ReportPdf::tr("Nothing was decided."));
        return;
    }
    pdf.addTable(
        {{ReportPdf::tr("Disposition"), 40}, {ReportPdf::tr("Calls"), 20, true},
            {ReportPdf::tr("Mean time to decision"), 20, true}, {ReportPdf::tr("Longest"), 20, true}},
        rows);
}

void addChanges(PdfDocument &pdf, const PeriodReportView &report)
{
    pdf.addHeading(ReportPdf::tr("Changes to keys, policies and everything else"));
    QList<QStringList> rows;
    for (const ReportChangeView &change : report.changes)
        rows.append({QString::number(change.seq), change.at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
            change.actor, change.action, change.object, change.reason});
    if (rows.isEmpty())
        pdf.addMuted(ReportPdf::tr("There were none."));
    else
        pdf.addTable({{ReportPdf::tr("Entry"), 8, true}, {ReportPdf::tr("Time (UTC)"), 20},
                         {ReportPdf::tr("Who"), 16}, {ReportPdf::tr("What"), 16},
                         {ReportPdf::tr("Of what"), 24, false, true}, {ReportPdf::tr("Reason"), 16}},
            rows);
    if (report.changesCut)
        pdf.addMuted(ReportPdf::tr(
            "Older ones of the period are left out here; gatehouse audit export has all of them."));
    pdf.addMuted(ReportPdf::tr("%n other entries of the period are in the audit log, such as decisions.",
        nullptr, static_cast<int>(report.otherEntries)));
}

void addLog(PdfDocument &pdf, const PeriodReportView &report)
{
    pdf.addHeading(ReportPdf::tr("State of the audit log"));
    if (!report.logShown) {
        pdf.addText(ReportPdf::tr("Not verified: whoever made this report may not see all of the log."));
        return;
    }
    pdf.addText(report.logIsGood
            ? ReportPdf::tr("Verified when this report was made: every entry has its hash, and every "
                            "signed head fits.")
            : ReportPdf::tr("It does not verify: %1.").arg(report.logProblem));
    pdf.addFacts(
        {{ReportPdf::tr("Entries"), number(report.logEntries)}, {ReportPdf::tr("Head"), report.logHead}});
    pdf.addMuted(ReportPdf::tr("To check later: gatehouse audit verify --expect-head, with this head."));
}

} // namespace

Status drawReportPdf(
    const QString &file, const PeriodReportView &report, const std::function<bool()> &stopped)
{
    PdfDocument pdf(ReportPdf::tr("Gatehouse report"),
        ReportPdf::tr("%1 to %2 · made %3 by %4")
            .arg(report.from.date().toString(Qt::ISODate), report.to.addSecs(-1).date().toString(Qt::ISODate),
                report.madeAt.toString(Qt::ISODate), report.madeBy));
    addFigures(pdf, report);
    addRules(pdf, report);
    addDecisions(pdf, report);
    addLog(pdf, report);
    addDays(pdf, report);
    addChanges(pdf, report);
    return pdf.write(file, stopped);
}

} // namespace gatehouse::console
