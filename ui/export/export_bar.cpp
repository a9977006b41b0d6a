// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_bar.h"

#include <QFileDialog>
#include <QLocale>

namespace gatehouse::console {

namespace {
const QString findingsEnding = QStringLiteral(".ocsf.jsonl");
} // namespace

ExportBar::ExportBar(InteractionExport &exporter, QWidget *parent)
    : WorkLine(tr("Stop export"), tr("Export progress"), parent)
    , m_exporter(exporter)
{
    connect(this, &WorkLine::stopWanted, &exporter, &InteractionExport::cancel);
    connect(&exporter, &InteractionExport::progressed, this, [this](qint64 done, qint64 total) {
        setShare(total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 1);
        setText(tr("Exporting %1 of %2").arg(QLocale().toString(done), QLocale().toString(total)));
    });
    connect(&exporter, &InteractionExport::finished, this, [this](const QString &file, qint64 count) {
        end(tr("Exported %n interaction(s) to %1", nullptr, static_cast<int>(count)).arg(file));
    });
    connect(&exporter, &InteractionExport::cancelled, this,
        [this] { end(tr("Export stopped; no file was written")); });
    connect(&exporter, &InteractionExport::failed, this, [this](const QString &problem) {
        hide();
        Q_EMIT troubleSaid(problem);
    });
}

void ExportBar::ask(const QString &filter)
{
    const QStringList kinds{tr("Comma-separated values (*.csv)"), tr("JSON lines (*.jsonl)"),
        tr("OCSF detection findings (*.ocsf.jsonl)")};
    QString chosen;
    QString file = QFileDialog::getSaveFileName(this, tr("Export what the filter matches"),
        QStringLiteral("interactions.csv"), kinds.join(QStringLiteral(";;")), &chosen);
    if (file.isEmpty())
        return;
    // The kind that was chosen counts, whatever ending was left in the name.
    if (chosen == kinds[2] && !file.endsWith(findingsEnding, Qt::CaseInsensitive))
        file += findingsEnding;
    start(file, filter);
}

void ExportBar::start(const QString &file, const QString &filter)
{
    const auto format = file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)
        ? InteractionExport::Format::Csv
        : file.endsWith(findingsEnding, Qt::CaseInsensitive) ? InteractionExport::Format::Ocsf
                                                             : InteractionExport::Format::JsonLines;
    begin(tr("Exporting…"));
    m_exporter.start(file, format, filter);
}

} // namespace gatehouse::console
