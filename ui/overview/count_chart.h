// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Names and how often, most on top: horizontal bars, each a way to the calls it counts.

#include "models/overview/overview_tables.h"
#include "ui/overview/chart_pane.h"

class QBarCategoryAxis;
class QBarSet;
class QChartView;
class QHorizontalBarSeries;
class QValueAxis;

namespace gatehouse::console {

class CountChart : public ChartPane {
    Q_OBJECT

public:
    // `field` of the filter language is what the names are values of; `nothing` is said when there are none.
    // With a `countHeader` the counts are no calls: each is written beside its name, in its own unit.
    CountChart(const QString &title, const QString &nameHeader, const QString &field, const QString &nothing,
        const QString &countHeader = {}, QWidget *parent = nullptr);

    void setCounts(const std::vector<NamedCount> &counts);

Q_SIGNALS:
    // "check:secrets": without the time, which the page adds.
    void openFilter(const QString &filter);

private:
    struct Parts {
        CountTable *numbers;
        QChartView *view;
    };
    CountChart(const Parts &parts, const QString &title, QString field, QString nothing, bool inUnits,
        QWidget *parent);
    void rebuild();
    [[nodiscard]] QString wordsOf(const NamedCount &count) const;
    void open(int row);

    const QString m_field;
    const QString m_nothing;
    const bool m_inUnits;
    CountTable *m_numbers;
    QChartView *m_view;
    QHorizontalBarSeries *m_series;
    QBarCategoryAxis *m_names;
    QValueAxis *m_counts;
};

} // namespace gatehouse::console
