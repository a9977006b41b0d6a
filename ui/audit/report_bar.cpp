// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/report_bar.h"

#include "ui/export/report_pdf.h"
#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <array>

namespace gatehouse::console {

namespace {
constexpr int steps = 1000;
constexpr std::array periods{7, 30, 90, 365};
} // namespace

ReportBar::ReportBar(StoreSession &session, QWidget *parent)
    : QWidget(parent)
    , m_writer(session)
    , m_text(new QLabel)
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton(tr("Stop report")))
{
    m_text->setObjectName(QStringLiteral("report_text"));
    m_progress->setRange(0, steps);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Report progress"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::around, space::inside, space::around, space::inside);
    row->addWidget(m_text);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    hide();
    connect(m_stop, &QPushButton::clicked, this, [this] { m_writer.cancel(); });
    connect(&m_writer, &ReportWriter::progressed, this,
        [this](double share) { m_progress->setValue(static_cast<int>(share * steps)); });
    connect(&m_writer, &ReportWriter::finished, this,
        [this](const QString &file) { say(tr("Report written to %1").arg(file)); });
    connect(&m_writer, &ReportWriter::cancelled, this,
        [this] { say(tr("Report stopped; no file was written")); });
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
    m_text->setText(tr("Writing the report…"));
    m_progress->setValue(0);
    m_progress->show();
    m_stop->show();
    show();
    m_writer.start(file, days, drawReportPdf);
}

void ReportBar::say(const QString &text)
{
    m_text->setText(text);
    m_progress->hide();
    m_stop->hide();
}

} // namespace gatehouse::console
