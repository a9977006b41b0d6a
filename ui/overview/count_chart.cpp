// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/count_chart.h"

#include "models/filter_text.h"
#include "models/text.h"
#include "ui/overview/chart_style.h"
#include "ui/theme/theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QHorizontalBarSeries>
#include <QLegend>
#include <QToolTip>
#include <QValueAxis>

namespace gatehouse::console {

namespace {
constexpr qreal widestBar = 0.6; // of the room for one name
constexpr qreal namesForWidest = 8; // with fewer, bars keep the thickness they would have then
} // namespace

CountChart::CountChart(const QString &title, const QString &nameHeader, const QString &field,
    const QString &nothing, const QString &countHeader, QWidget *parent)
    : CountChart(Parts{new CountTable(nameHeader, countHeader), newChartView(title)}, title, field, nothing,
        !countHeader.isEmpty(), parent)
{
}

CountChart::CountChart(
    const Parts &parts, const QString &title, QString field, QString nothing, bool inUnits, QWidget *parent)
    : ChartPane(title, parts.view, parts.numbers, parent)
    , m_field(std::move(field))
    , m_nothing(std::move(nothing))
    , m_inUnits(inUnits)
    , m_numbers(parts.numbers)
    , m_view(parts.view)
    , m_series(new QHorizontalBarSeries(this))
    , m_names(new QBarCategoryAxis(this))
    , m_counts(new QValueAxis(this))
{
    m_numbers->setParent(this);
    m_names->setGridLineVisible(false);
    QChart *chart = m_view->chart();
    chart->legend()->hide();
    chart->addSeries(m_series);
    chart->addAxis(m_names, Qt::AlignLeft);
    chart->addAxis(m_counts, Qt::AlignBottom);
    m_counts->setLabelsVisible(!m_inUnits);
    m_counts->setGridLineVisible(!m_inUnits);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_counts);
    connect(this, &ChartPane::cellActivated, this, [this](const QModelIndex &index) { open(index.row()); });
    connect(&Theme::instance(), &Theme::changed, this, &CountChart::rebuild);
    styleChart(*m_view);
}

void CountChart::setCounts(const std::vector<NamedCount> &counts)
{
    m_numbers->setRows(counts);
    rebuild();
}

void CountChart::rebuild()
{
    m_series->clear();
    m_names->clear();
    const auto &counts = m_numbers->rows();
    // The axis goes upwards, the list downwards.
    auto *set = new QBarSet(windowTitle());
    QStringList names;
    for (auto count = counts.rbegin(); count != counts.rend(); ++count) {
        set->append(static_cast<qreal>(count->count));
        names.append(m_inUnits ? tr("%1 · %2").arg(count->name, countText(*count)) : count->name);
    }
    set->setColor(tokens().accent);
    set->setBorderColor(tokens().panel);
    m_series->append(set);
    m_series->setBarWidth(
        std::min(widestBar, widestBar * 2 * static_cast<qreal>(counts.size()) / namesForWidest));
    m_names->append(names);
    fitCounts(*m_counts, counts.empty() ? 0 : counts.front().count);
    styleChart(*m_view);
    setNothing(counts.empty() ? m_nothing : QString());
    connect(set, &QBarSet::clicked, this, [this](int bar) { open(m_numbers->rowCount() - 1 - bar); });
    connect(set, &QBarSet::hovered, this, [this](bool inside, int bar) {
        m_view->setCursor(inside ? Qt::PointingHandCursor : Qt::ArrowCursor);
        const int row = m_numbers->rowCount() - 1 - bar;
        if (inside)
            QToolTip::showText(QCursor::pos(), wordsOf(m_numbers->row(row)), m_view);
        else
            QToolTip::hideText();
    });
}

QString CountChart::wordsOf(const NamedCount &count) const
{
    return m_inUnits ? tr("%1: %2").arg(count.name, countText(count))
                     : tr("%1: %n call(s)", nullptr, static_cast<int>(count.count)).arg(count.name);
}

void CountChart::open(int row)
{
    if (row < 0 || row >= m_numbers->rowCount())
        return;
    if (const QString &filter = m_numbers->row(row).filter; !filter.isEmpty())
        Q_EMIT openFilter(filter.trimmed());
    else
        Q_EMIT openFilter(filterWithTerm({}, m_field, m_numbers->row(row).name, false));
}

} // namespace gatehouse::console
