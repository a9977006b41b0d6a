// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How charts look: colours and fonts of the theme, a thin grid, whole numbers, no animation.

#include <QColor>
#include <QString>

class QAbstractAxis;
class QChart;
class QChartView;
class QValueAxis;

namespace gatehouse::console {

// A view with an empty chart, transparent, named for a screen reader.
[[nodiscard]] QChartView *newChartView(const QString &accessibleName);
// Colours and fonts from the theme in force; again after a change.
void styleChart(QChartView &view);
// From 0 to a round number at or above `largest`, whole steps.
void fitCounts(QValueAxis &axis, qint64 largest);

} // namespace gatehouse::console
