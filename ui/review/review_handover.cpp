// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the review desk does about hand-overs between shifts.
#include "ui/review/review_page.h"

#include "models/store_session.h"
#include "ui/review/bulk_bar.h"
#include "ui/review/handover_dialog.h"
#include "ui/review/handover_line.h"
#include "ui/widgets/filter_bar.h"

#include <QAction>

namespace gatehouse::console {

void ReviewPage::addHandoverCommands()
{
    command("review.handover", tr("Hand over the shift…"), {}, &ReviewPage::handOver, Right::Review);
    command("review.handovers", tr("Show hand-overs…"), {}, &ReviewPage::showHandovers, Right::ReadContent);
}

QWidget *ReviewPage::newHandoverLine()
{
    auto *line = new HandoverLine(*m_handovers, m_context.preferences, m_session.shownLocation());
    connect(line, &HandoverLine::opened, this, &ReviewPage::showHandovers);
    return line;
}

void ReviewPage::handOver()
{
    if (mayChange())
        openHandovers(true);
}

void ReviewPage::showHandovers()
{
    openHandovers(false);
}

void ReviewPage::openHandovers(bool isNew)
{
    auto *dialog = new HandoverDialog(
        *m_handovers, isNew ? HandoverDialog::Show::New : HandoverDialog::Show::History, this);
    connect(dialog, &HandoverDialog::filterWanted, m_filter, &FilterBar::setFilter);
    connect(dialog, &HandoverDialog::callsGivenAway, this,
        [this](const QString &filter, const QString &to, qint64 count) {
            m_bulk->expect(tr("Starting…"));
            m_decisions->decide(
                {to.isEmpty() ? DecisionKind::Unassign : DecisionKind::Assign, {}, filter, {}, to, count});
        });
    dialog->open();
}

} // namespace gatehouse::console
