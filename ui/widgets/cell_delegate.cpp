// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cell_delegate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/shaped_text.h"

#include <QApplication>
#include <QPainter>

namespace gatehouse::console {

namespace {

bool isOneLine(const QStyleOptionViewItem &cell)
{
    constexpr QStyleOptionViewItem::ViewItemFeatures more = QStyleOptionViewItem::HasCheckIndicator
        | QStyleOptionViewItem::HasDecoration | QStyleOptionViewItem::WrapText;
    return !(cell.features & more) && !cell.text.contains(QChar::LineSeparator);
}

QPalette::ColorGroup groupOf(QStyle::State state)
{
    if (!state.testFlag(QStyle::State_Enabled))
        return QPalette::Disabled;
    return state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
}

} // namespace

void CellDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    paintCell(*painter, cell);
}

void CellDelegate::paintCell(QPainter &painter, const QStyleOptionViewItem &cell)
{
    if (!isOneLine(cell)) {
        const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &cell, &painter, cell.widget);
        return;
    }
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter.fillRect(cell.rect, tokens().selection);
    else if (cell.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(cell.rect, cell.backgroundBrush);
    const QPen before = painter.pen();
    painter.setPen(
        cell.palette.color(groupOf(cell.state), selected ? QPalette::HighlightedText : QPalette::Text));
    paintLine(painter, cell.rect.adjusted(space::between, 0, -space::between, 0), cell.text,
        {cell.font, QStyle::visualAlignment(cell.direction, cell.displayAlignment), cell.direction,
            cell.textElideMode});
    painter.setPen(before);
}

} // namespace gatehouse::console
