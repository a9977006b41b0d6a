// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys of the review desk do to read a call, and to take it elsewhere.
#include "ui/review/review_page.h"

#include "models/text.h"
#include "ui/export/export_bar.h"
#include "ui/export/pack_saver.h"
#include "ui/review/context_pane.h"
#include "ui/review/detail_pane.h"
#include "ui/review/text_dialog.h"
#include "ui/widgets/evidence_view.h"
#include "ui/widgets/filter_bar.h"

namespace gatehouse::console {

void ReviewPage::showWholeText()
{
    if (!m_detail->hasView())
        return;
    const InteractionView &view = m_detail->view();
    (new TextDialog(titleOf(view), view.parts, view.marks, this))->open();
}

void ReviewPage::showRule()
{
    if (m_detail->hasView() && !m_detail->rule().isEmpty())
        Q_EMIT goTo(QStringLiteral("policies"), {{QStringLiteral("rule"), m_detail->rule()}});
}

void ReviewPage::showOnBench()
{
    const InteractionView &view = m_detail->view();
    if (!m_detail->hasView() || view.parts.isEmpty())
        return;
    const EvidencePart &part
        = view.parts[view.marks.isEmpty() ? view.parts.size() - 1 : view.marks.first().part];
    Q_EMIT goTo(QStringLiteral("bench"),
        {{QStringLiteral("interaction"), view.row.id}, {QStringLiteral("text"), storedText(part)},
            {QStringLiteral("zone"), toQString(name(part.zone))}});
}

void ReviewPage::toggleContext()
{
    m_detail->toggleTab(m_around);
}

void ReviewPage::toggleWhy()
{
    m_detail->toggleWhy();
}

void ReviewPage::savePack()
{
    m_packs->ask(m_detail->view().row.id);
}

void ReviewPage::exportMatching()
{
    m_export->ask(m_filter->filter());
}

void ReviewPage::nextEvidence()
{
    m_detail->stepEvidence(1);
}

void ReviewPage::previousEvidence()
{
    m_detail->stepEvidence(-1);
}

void ReviewPage::foldJson()
{
    m_detail->conversation().foldHere();
}

void ReviewPage::unfoldJson()
{
    m_detail->conversation().unfoldHere();
}

} // namespace gatehouse::console
