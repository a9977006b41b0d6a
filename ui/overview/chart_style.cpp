// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/chart_style.h"

#include "ui/theme/theme.h"

#include <QChart>
#include <QChartView>
#include <QLegend>
#include <QValueAxis>

namespace gatehouse::console {

namespace {
constexpr int gridTicks = 5;
constexpr int leastTop = 4; // below it, five ticks would fall on fractions
} // namespace

QChartView *newChartView(const QString &accessibleName)
{
    auto *chart = new QChart;
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundVisible(false);
    chart->setMargins({0, 0, 0, 0});
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeRectangle);
    auto *view = new QChartView(chart);
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setAccessibleName(accessibleName);
    view->setFocusPolicy(Qt::NoFocus);
    view->viewport()->setFocusPolicy(Qt::NoFocus);
    return view;
}

void styleChart(QChartView &view)
{
    const Tokens &t = tokens();
    QChart &chart = *view.chart();
    view.setBackgroundBrush(t.panel);
    chart.legend()->setLabelColor(t.text);
    chart.legend()->setFont(textFont());
    for (QAbstractAxis *axis : chart.axes()) {
        axis->setLabelsColor(t.muted);
        axis->setLabelsFont(textFont());
        axis->setLinePenColor(t.line);
        axis->setGridLineColor(t.line);
    }
}

void fitCounts(QValueAxis &axis, qint64 largest)
{
    axis.setLabelFormat(QStringLiteral("%d"));
    axis.setRange(0, static_cast<qreal>(std::max<qint64>(largest, leastTop)));
    axis.setTickCount(gridTicks);
    axis.applyNiceNumbers();
}

} // namespace gatehouse::console
