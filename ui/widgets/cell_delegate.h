// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Paints the cells of tables: one line of text over what the theme says of rows. A cell with more (an icon, a
// box to check, several lines) is painted by the style.

#include <QStyledItemDelegate>

namespace gatehouse::console {

class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    // `cell` as initStyleOption made it.
    static void paintCell(QPainter &painter, const QStyleOptionViewItem &cell);
};

} // namespace gatehouse::console
