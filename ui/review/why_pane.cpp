// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/why_pane.h"

#include "models/review/check_reasons.h"
#include "models/text.h"
#include "ui/review/check_table.h"
#include "ui/theme/theme.h"
#include "ui/widgets/section_title.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr int explanationLines = 5; // kept free, so that the table does not move while one goes through it

QLabel *newText(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString policyText(const InteractionView &view)
{
    if (view.row.policyName.isEmpty())
        return WhyPane::tr("No policy judged this call.");
    if (!view.policyShown.isEmpty())
        return WhyPane::tr("Policy %1 %2").arg(view.row.policyName, view.policyShown);
    return WhyPane::tr("Policy %1, version %2, which this store does not hold")
        .arg(view.row.policyName, view.row.policyVersion.left(7));
}

QString coverageText(const InteractionView &view)
{
    const QString all = bytesText(static_cast<qint64>(view.bytes));
    if (view.notRead.isEmpty() && view.bytes == view.bytesRead)
        return WhyPane::tr("Coverage: at least one rule read every byte (%1).").arg(all);
    QStringList lines{
        WhyPane::tr("Coverage: %1 of %2 read.").arg(bytesText(static_cast<qint64>(view.bytesRead)), all)};
    for (const QString &missed : view.notRead)
        lines.append(WhyPane::tr("Not read: %1").arg(missed));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

WhyPane::WhyPane(QWidget *parent)
    : QWidget(parent)
    , m_verdict(newText(QStringLiteral("why_verdict")))
    , m_policy(newText(QStringLiteral("why_policy")))
    , m_table(new CheckTable(CheckTable::Kind::Whole))
    , m_explanation(newText(QStringLiteral("why_explanation")))
    , m_coverage(newText(QStringLiteral("why_coverage")))
{
    setAccessibleName(tr("Why?"));
    m_policy->setProperty("look", QStringLiteral("muted"));
    m_explanation->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_explanation->setMinimumHeight(explanationLines * fontMetrics().lineSpacing());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::between, 0, 0);
    column->setSpacing(space::inside);
    column->addWidget(m_verdict);
    column->addWidget(m_policy);
    column->addWidget(m_table, 1);
    column->addWidget(m_explanation);
    column->addWidget(newLine());
    column->addWidget(m_coverage);
    connect(m_table, &CheckTable::currentChanged, this, &WhyPane::explainCurrent);
    connect(m_table, &QAbstractItemView::activated, this, [this] {
        if (const CheckLineView *line = m_table->current(); line && !line->marks.isEmpty())
            Q_EMIT evidenceWanted(line->marks.first());
    });
}

void WhyPane::setView(const InteractionView &view)
{
    const QString chosen = currentRule();
    m_verdict->setText(verdictSentence(view));
    m_policy->setText(policyText(view));
    m_policy->setToolTip(view.row.policyVersion);
    QList<CheckLineView> checks = view.checks;
    std::stable_sort(checks.begin(), checks.end(),
        [](const CheckLineView &a, const CheckLineView &b) { return a.place < b.place; });
    m_table->setChecks(checks);
    m_coverage->setText(coverageText(view));
    // The rule that decided; without one, the rule that was read about before.
    m_table->choose(view.row.rules.isEmpty() ? chosen : view.row.rules.first());
    explainCurrent();
}

QString WhyPane::currentRule() const
{
    const CheckLineView *line = m_table->current();
    return line ? line->rule : QString();
}

void WhyPane::explainCurrent()
{
    const CheckLineView *line = m_table->current();
    m_explanation->setText(line ? explanationOf(*line) : tr("Choose a rule to see what it did."));
}

} // namespace gatehouse::console
