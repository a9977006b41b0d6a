// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/verdict_chart.h"

#include "models/text.h"
#include "ui/overview/chart_style.h"
#include "ui/theme/theme.h"

#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QCheckBox>
#include <QLocale>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QValueAxis>

namespace gatehouse::console {

namespace {

constexpr int mostTimeLabels = 6; // so that none is cut at the narrowest page
constexpr qreal barWidth = 0.8;
constexpr qreal halfStep = 0.5;

QString title()
{
    return VerdictChart::tr("Verdicts over time");
}

} // namespace

VerdictChart::VerdictChart(QWidget *parent)
    : VerdictChart(Parts{new VerdictTable, newChartView(title())}, parent)
{
}

VerdictChart::VerdictChart(const Parts &parts, QWidget *parent)
    : ChartPane(title(), parts.view, parts.numbers, parent)
    , m_numbers(parts.numbers)
    , m_view(parts.view)
    , m_series(new QStackedBarSeries(this))
    , m_time(new QCategoryAxis(this))
    , m_counts(new QValueAxis(this))
{
    m_numbers->setParent(this);
    m_series->setBarWidth(barWidth);
    m_time->setGridLineVisible(false);
    m_time->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    QChart *chart = m_view->chart();
    chart->addSeries(m_series);
    chart->addAxis(m_time, Qt::AlignBottom);
    chart->addAxis(m_counts, Qt::AlignLeft);
    m_series->attachAxis(m_time);
    m_series->attachAxis(m_counts);
    auto *allowed = new QCheckBox(tr("Allowed too"));
    addControl(allowed);
    connect(allowed, &QCheckBox::toggled, this, &VerdictChart::setShowAllowed);
    connect(this, &ChartPane::cellActivated, this, [this](const QModelIndex &index) {
        const QString filter = m_numbers->filterAt(index);
        if (!filter.isEmpty())
            Q_EMIT openFilter(filter);
    });
    connect(&Theme::instance(), &Theme::changed, this, &VerdictChart::rebuild);
    styleChart(*m_view);
}

void VerdictChart::setSteps(const std::vector<VerdictStep> &steps)
{
    m_numbers->setRows(steps);
    rebuild();
}

void VerdictChart::setShowAllowed(bool show)
{
    m_showAllowed = show;
    rebuild();
}

qint64 VerdictChart::highestBar() const
{
    qint64 highest = 0;
    for (const VerdictStep &step : m_numbers->rows()) {
        qint64 sum = 0;
        for (const VerdictKind kind :
            {VerdictKind::Blocked, VerdictKind::Held, VerdictKind::Masked, VerdictKind::Flagged})
            sum += step.of(kind);
        highest = std::max(highest, sum + (m_showAllowed ? step.of(VerdictKind::Allowed) : 0));
    }
    return highest;
}

void VerdictChart::rebuild()
{
    m_series->clear();
    for (const VerdictKind kind :
        {VerdictKind::Blocked, VerdictKind::Held, VerdictKind::Masked, VerdictKind::Flagged})
        addSet(kind);
    if (m_showAllowed)
        addSet(VerdictKind::Allowed);
    labelTime();
    const qint64 highest = highestBar();
    fitCounts(*m_counts, highest);
    styleChart(*m_view);
    m_view->setAccessibleDescription(
        tr("At most %1 calls in one step. The table has every number.").arg(highest));
    setNothing(highest > 0 ? QString() : tr("Nothing was blocked, held, masked or flagged in this time."));
}

void VerdictChart::addSet(VerdictKind kind)
{
    auto *set = new QBarSet(word(kind));
    for (const VerdictStep &step : m_numbers->rows())
        set->append(static_cast<qreal>(step.of(kind)));
    set->setColor(tokens().of(kind));
    set->setBorderColor(tokens().panel);
    m_series->append(set);
    connect(set, &QBarSet::clicked, this,
        [this, kind](int step) { Q_EMIT openFilter(stepFilter(m_numbers->row(step), kind)); });
    connect(set, &QBarSet::hovered, this,
        [this, set, kind](bool inside, int step) { hover(set, kind, inside, step); });
}

void VerdictChart::hover(const QBarSet *set, VerdictKind kind, bool inside, int step)
{
    m_view->setCursor(inside ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!inside) {
        QToolTip::hideText();
        return;
    }
    const QString text = tr("%1: %2 %3")
                             .arg(stepLabel(m_numbers->row(step)),
                                 QLocale().toString(static_cast<qint64>(set->at(step))), word(kind));
    QToolTip::showText(QCursor::pos(), text, m_view);
}

void VerdictChart::labelTime()
{
    for (const QString &label : m_time->categoriesLabels())
        m_time->remove(label);
    const auto &steps = m_numbers->rows();
    const int count = static_cast<int>(steps.size());
    const int every = std::max(1, (count + mostTimeLabels - 1) / mostTimeLabels);
    for (int step = 0; step < count; step += every)
        m_time->append(stepLabel(steps[static_cast<std::size_t>(step)]), step);
    m_time->setRange(-halfStep, count - halfStep);
}

} // namespace gatehouse::console
