// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Verdicts over time: a stacked bar a step, a colour a verdict, every piece a way to the calls it stands for.

#include "models/overview/overview_tables.h"
#include "ui/overview/chart_pane.h"

class QBarSet;
class QCategoryAxis;
class QChartView;
class QStackedBarSeries;
class QValueAxis;

namespace gatehouse::console {

class VerdictChart : public ChartPane {
    Q_OBJECT

public:
    explicit VerdictChart(QWidget *parent = nullptr);

    void setSteps(const std::vector<VerdictStep> &steps);
    // Allowed calls are many and hide the rest, so they are drawn only when asked for.
    void setShowAllowed(bool show);

Q_SIGNALS:
    void openFilter(const QString &filter);

private:
    struct Parts {
        VerdictTable *numbers;
        QChartView *view;
    };
    explicit VerdictChart(const Parts &parts, QWidget *parent);
    void rebuild();
    void addSet(VerdictKind kind);
    void labelTime();
    void hover(const QBarSet *set, VerdictKind kind, bool inside, int step);
    [[nodiscard]] qint64 highestBar() const;

    VerdictTable *m_numbers;
    QChartView *m_view;
    QStackedBarSeries *m_series;
    QCategoryAxis *m_time;
    QValueAxis *m_counts;
    bool m_showAllowed = false;
};

} // namespace gatehouse::console
