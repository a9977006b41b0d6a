// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/export_bar.h"

#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace gatehouse::console {

namespace {
const QString findingsEnding = QStringLiteral(".ocsf.jsonl");
constexpr int steps = 1000; // the bar counts ints, an export may have more rows than those
} // namespace

ExportBar::ExportBar(InteractionExport &exporter, QWidget *parent)
    : QWidget(parent)
    , m_exporter(exporter)
    , m_text(new QLabel)
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton(tr("Stop export")))
{
    m_text->setObjectName(QStringLiteral("export_text"));
    m_progress->setRange(0, steps);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Export progress"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::around, space::inside, space::around, space::inside);
    row->addWidget(m_text);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    hide();
    connect(m_stop, &QPushButton::clicked, &exporter, &InteractionExport::cancel);
    connect(&exporter, &InteractionExport::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setValue(total > 0 ? static_cast<int>(done * steps / total) : steps);
        m_text->setText(tr("Exporting %1 of %2").arg(QLocale().toString(done), QLocale().toString(total)));
    });
    connect(&exporter, &InteractionExport::finished, this, [this](const QString &file, qint64 count) {
        say(tr("Exported %n interaction(s) to %1", nullptr, static_cast<int>(count)).arg(file));
    });
    connect(&exporter, &InteractionExport::cancelled, this,
        [this] { say(tr("Export stopped; no file was written")); });
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
    m_text->setText(tr("Exporting…"));
    m_progress->setValue(0);
    m_progress->show();
    m_stop->show();
    show();
    m_exporter.start(file, format, filter);
}

void ExportBar::say(const QString &text)
{
    m_text->setText(text);
    m_progress->hide();
    m_stop->hide();
}

} // namespace gatehouse::console
