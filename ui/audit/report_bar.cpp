// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/report_bar.h"

#include "ui/export/report_pdf.h"

#include <QFileDialog>
#include <QInputDialog>

#include <array>

namespace gatehouse::console {

namespace {
constexpr std::array periods{7, 30, 90, 365};
} // namespace

ReportBar::ReportBar(StoreSession &session, QWidget *parent)
    : WorkLine(tr("Stop report"), tr("Report progress"), parent)
    , m_writer(session)
{
    connect(this, &WorkLine::stopWanted, this, [this] { m_writer.cancel(); });
    connect(&m_writer, &ReportWriter::progressed, this, [this](double share) { setShare(share); });
    connect(&m_writer, &ReportWriter::finished, this,
        [this](const QString &file) { end(tr("Report written to %1").arg(file)); });
    connect(&m_writer, &ReportWriter::cancelled, this,
        [this] { end(tr("Report stopped; no file was written")); });
    connect(&m_writer, &ReportWriter::failed, this, [this](const QString &problem) {
        hide();
        Q_EMIT troubleSaid(problem);
    });
}

void ReportBar::ask()
{
    if (m_writer.isRunning())
        return;
    QStringList choices;
    for (const int days : periods)
        choices.append(tr("The last %n days", nullptr, days));
    bool given = false;
    const QString chosen = QInputDialog::getItem(
        this, tr("Report for an auditor"), tr("Period, in whole days (UTC):"), choices, 1, false, &given);
    if (!given)
        return;
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Report for an auditor"), QStringLiteral("gatehouse-report.pdf"), tr("PDF (*.pdf)"));
    if (!file.isEmpty())
        start(file, periods.at(static_cast<std::size_t>(choices.indexOf(chosen))));
}

void ReportBar::start(const QString &file, int days)
{
    begin(tr("Writing the report…"));
    m_writer.start(file, days, drawReportPdf);
}

} // namespace gatehouse::console
