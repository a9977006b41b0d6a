// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/bulk_bar.h"

#include "models/review/decisions.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace gatehouse::console {

namespace {

constexpr int progressWidth = 120, progressHeight = 6, steps = 1000;

} // namespace

BulkBar::BulkBar(BulkDecisions &bulk, QAction *cancel, QWidget *parent)
    : QWidget(parent)
    , m_bulk(bulk)
    , m_text(new QLabel)
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_goOn(new QPushButton(tr("Go on")))
    , m_end(new QPushButton(tr("Leave it at that")))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(space::between, space::inside, space::between, space::inside);
    line->setSpacing(space::between);
    // A long filter must not make the pane wider.
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress->setFixedSize(progressWidth, progressHeight);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the decision about all that match"));
    m_cancel->setToolTip(cancel->toolTip());
    m_goOn->setToolTip(tr("Decide the rest of what matched then"));
    m_end->setToolTip(tr("What was decided stays so; the rest is left as it is"));
    line->addWidget(m_text, 1);
    line->addWidget(m_progress);
    for (QPushButton *button : {m_cancel, m_goOn, m_end}) {
        button->setFocusPolicy(Qt::TabFocus);
        line->addWidget(button);
    }
    setVisible(false);
    connect(m_cancel, &QPushButton::clicked, cancel, &QAction::trigger);
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        expect(m_text->text());
        m_bulk.goOn(m_unfinished);
    });
    connect(m_end, &QPushButton::clicked, this, [this] { m_bulk.endUnfinished(m_unfinished); });
    connect(&bulk, &BulkDecisions::progressed, this, &BulkBar::showProgress);
    connect(&bulk, &BulkDecisions::unfinishedFound, this, &BulkBar::showUnfinished);
    connect(&bulk, &BulkDecisions::ended, this, &QWidget::hide);
    connect(&bulk, &BulkDecisions::failed, this, &QWidget::hide);
}

void BulkBar::expect(const QString &what)
{
    m_text->setText(what);
    m_progress->setRange(0, 0);
    showButtons(true);
}

void BulkBar::showProgress(const BulkJob &job)
{
    const QLocale locale;
    const QString gone = locale.toString(job.gone);
    const QString done = job.takesBack
        ? tr("taken back %1").arg(locale.toString(job.changed))
        : pastWords(job.kind, job.changed)
              .replace(QString::number(job.changed), locale.toString(job.changed));
    m_text->setText(job.expected > 0
            ? tr("%1 · %2 of %3", "done so far").arg(done, gone, locale.toString(job.expected))
            : tr("%1 · %2 looked at", "done so far").arg(done, gone));
    m_progress->setRange(0, job.expected > 0 ? steps : 0);
    if (job.expected > 0)
        m_progress->setValue(static_cast<int>(qMin(job.gone, job.expected) * steps / job.expected));
    showButtons(true);
}

void BulkBar::showUnfinished(const BulkJob &job)
{
    m_unfinished = job.number;
    const QString changed = QLocale().toString(job.changed);
    m_text->setText(job.takesBack
            ? tr("Undo unfinished: %1 taken back so far, of all that match “%2”.").arg(changed, job.filter)
            : tr("Unfinished: %1 changed so far, of all that match “%2”.").arg(changed, job.filter));
    m_text->setToolTip(m_text->text());
    showButtons(false);
}

void BulkBar::showButtons(bool running)
{
    m_progress->setVisible(running);
    m_cancel->setVisible(running);
    m_goOn->setVisible(!running);
    m_end->setVisible(!running);
    if (running)
        m_text->setToolTip({});
    setVisible(true);
}

} // namespace gatehouse::console
