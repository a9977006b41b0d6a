// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/verdict_view.h"

#include "models/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/evidence_view.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/severity_chip.h"
#include "ui/widgets/severity_delegate.h"

#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {

QString sentenceOf(VerdictKind kind)
{
    switch (kind) {
    case VerdictKind::Allowed:
        return VerdictView::tr("Allowed");
    case VerdictKind::Flagged:
        return VerdictView::tr("Flagged");
    case VerdictKind::Masked:
        return VerdictView::tr("Masked");
    case VerdictKind::Held:
        return VerdictView::tr("Held");
    case VerdictKind::Blocked:
        return VerdictView::tr("Blocked");
    }
    return {};
}

QString factsOf(const Verdict &verdict)
{
    const auto ran = std::count_if(verdict.checks.begin(), verdict.checks.end(),
        [](const CheckResult &check) { return check.outcome != CheckOutcome::NotRun; });
    return VerdictView::tr("%1 of %2 rules ran in %3 · %4 of %5 bytes read")
        .arg(ran)
        .arg(verdict.checks.size())
        .arg(durationText(verdict.durationUs))
        .arg(verdict.coverage.read)
        .arg(verdict.coverage.bytes);
}

QWidget *titled(const QString &title, QWidget *content)
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, space::between, 0, 0);
    column->setSpacing(space::inside);
    auto *heading = new SectionTitle(title);
    heading->setContentsMargins(space::around, 0, space::around, 0);
    column->addWidget(heading);
    column->addWidget(content, 1);
    return pane;
}

} // namespace

VerdictView::VerdictView(QWidget *parent)
    : QWidget(parent)
    , m_verdict(new QLabel)
    , m_severity(new SeverityChip)
    , m_facts(new QLabel)
    , m_checks(new BenchChecksModel(this))
    , m_table(new DataTable(tr("Rules and what they said")))
    , m_masked(new EvidenceView)
{
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setAccessibleName(tr("Verdict"));
    m_facts->setObjectName(QStringLiteral("facts"));
    m_facts->setProperty("look", QStringLiteral("muted"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::around, space::between, space::around, 0);
    head->setSpacing(space::between);
    head->addWidget(m_verdict);
    head->addWidget(m_severity);
    head->addStretch();
    head->addWidget(m_facts);

    m_table->setObjectName(QStringLiteral("checks"));
    m_table->setModel(m_checks);
    m_table->setColumnCharacters({9, 17, 9, 5, 6, 0, 7});
    m_table->setItemDelegateForColumn(BenchChecksModel::SeverityColumn, new SeverityDelegate(m_table));
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT ruleActivated(index.data(IdRole).toString()); });
    m_masked->setObjectName(QStringLiteral("masked"));
    m_masked->setAccessibleName(tr("Masked text"));
    m_maskedPane = titled(tr("What would travel on"), m_masked);

    auto *panes = new QSplitter(Qt::Vertical);
    panes->addWidget(titled(tr("Why"), m_table));
    panes->addWidget(m_maskedPane);
    panes->setStretchFactor(0, 2);
    panes->setStretchFactor(1, 1);
    panes->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(panes, 1);
    connect(&Theme::instance(), &Theme::changed, this, &VerdictView::recolour);
    recolour();
}

void VerdictView::setWaiting()
{
    m_kind = VerdictKind::Allowed;
    m_verdict->setText(tr("Judging…"));
    m_severity->hide();
    m_facts->clear();
    m_checks->setRows({});
    m_maskedPane->hide();
    recolour();
}

void VerdictView::setAnswer(const BenchAnswer &answer, const std::vector<BenchPart> &parts)
{
    m_kind = answer.verdict.kind;
    m_verdict->setText(sentenceOf(m_kind));
    m_severity->setSeverity(answer.verdict.severity);
    m_severity->setVisible(m_kind != VerdictKind::Allowed);
    m_facts->setText(factsOf(answer.verdict));
    m_checks->update(answer.verdict);
    showMasked(answer, parts);
    recolour();
}

void VerdictView::showMasked(const BenchAnswer &answer, const std::vector<BenchPart> &parts)
{
    m_maskedPane->setVisible(!answer.masked.empty());
    QList<EvidencePart> shown;
    for (std::size_t i = 0; i < answer.masked.size() && i < parts.size(); ++i)
        shown.append({parts[i].zone, word(parts[i].zone), answer.masked[i], false});
    m_masked->setContent(shown, {});
}

void VerdictView::recolour()
{
    m_verdict->setFont(figureFont());
    QPalette colours = m_verdict->palette();
    colours.setColor(QPalette::WindowText, tokens().of(m_kind));
    m_verdict->setPalette(colours);
}

} // namespace gatehouse::console
