// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/severity_delegate.h"

#include "models/table_model.h"
#include "models/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/shaped_text.h"

#include <QPainter>

namespace gatehouse::console {

namespace {

constexpr int chipMargin = 8; // left and right of the words

QFont chipFont()
{
    QFont font = textFont();
    font.setWeight(QFont::Medium);
    return font;
}

void paintShape(QPainter &painter, const QRectF &box, Severity value)
{
    const QPointF middle = box.center();
    const double half = box.width() / 2;
    switch (value) {
    case Severity::Critical:
        painter.drawEllipse(box);
        break;
    case Severity::High:
        painter.drawPolygon(QPolygonF({{middle.x(), box.top()}, box.bottomRight(), box.bottomLeft()}));
        break;
    case Severity::Medium:
        painter.drawPolygon(QPolygonF({{middle.x(), box.top()}, {box.right(), middle.y()},
            {middle.x(), box.bottom()}, {box.left(), middle.y()}}));
        break;
    case Severity::Low:
        painter.drawRect(box.adjusted(1, 1, -1, -1));
        break;
    case Severity::Info:
        painter.drawEllipse(middle, half / 2.5, half / 2.5);
        break;
    }
}

} // namespace

QString severityChipText(Severity value)
{
    return severityShape(value) + QLatin1Char(' ') + word(value);
}

QSize severityChipSize(Severity value)
{
    const QFontMetrics metrics(chipFont());
    const int shape = metrics.xHeight() + 2;
    return {metrics.horizontalAdvance(word(value)) + shape + space::inside + 2 * chipMargin,
        metrics.height() + space::inside};
}

void paintSeverityChip(
    QPainter &painter, const QRect &area, Severity value, bool solid, Qt::LayoutDirection direction)
{
    const Tokens &t = tokens();
    const QSize size = severityChipSize(value).boundedTo(area.size());
    const QRect chip = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, size, area);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(solid ? t.of(value) : t.tint(value));
    painter.drawRoundedRect(chip, space::radius, space::radius);
    const QColor ink = solid ? (t.dark ? t.onAccent : t.panel) : t.of(value);
    const QFontMetrics metrics(chipFont());
    const int side = metrics.xHeight() + 2;
    const QRect inner = chip.adjusted(chipMargin, 0, -chipMargin, 0);
    const QRect shape = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, {side, side}, inner);
    painter.setBrush(ink);
    paintShape(painter, QRectF(shape), value);
    painter.setPen(ink);
    const int gap = side + space::inside;
    const QRect words
        = direction == Qt::RightToLeft ? inner.adjusted(0, 0, -gap, 0) : inner.adjusted(gap, 0, 0, 0);
    paintLine(painter, words, word(value),
        {chipFont(), QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter, direction,
            Qt::ElideNone});
    painter.restore();
}

SeverityDelegate::SeverityDelegate(QObject *parent)
    : CellDelegate(parent)
{
}

void SeverityDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const QVariant value = index.data(SeverityRole);
    if (value.isValid())
        cell.text.clear();
    paintCell(*painter, cell);
    if (value.isValid())
        paintSeverityChip(*painter, option.rect.adjusted(space::between, 0, -space::inside, 0),
            static_cast<Severity>(value.toInt()), option.state.testFlag(QStyle::State_Selected),
            option.direction);
}

QSize SeverityDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant value = index.data(SeverityRole);
    if (!value.isValid())
        return CellDelegate::sizeHint(option, index);
    return severityChipSize(static_cast<Severity>(value.toInt())) + QSize(space::between + space::inside, 0);
}

} // namespace gatehouse::console
