// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Draws a cell with a SeverityRole as a chip: shape, word, tinted; solid on a selected row, where a tint is
// unreadable.

#include "core/policy/verdict.h"
#include "ui/widgets/cell_delegate.h"

namespace gatehouse::console {

class SeverityDelegate : public CellDelegate {
    Q_OBJECT

public:
    explicit SeverityDelegate(QObject *parent = nullptr);
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// "▲ high": the chip's words, also for labels and accessible text.
[[nodiscard]] QString severityChipText(Severity value);
// Paints a chip left-aligned (mirrored for right-to-left) into `area`.
void paintSeverityChip(
    QPainter &painter, const QRect &area, Severity value, bool solid, Qt::LayoutDirection direction);
[[nodiscard]] QSize severityChipSize(Severity value);

} // namespace gatehouse::console
