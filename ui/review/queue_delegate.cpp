// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/queue_delegate.h"

#include "models/review/queue_model.h"
#include "ui/review/queue_view.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace gatehouse::console {

namespace {
constexpr int markWidth = 3;
}

QueueDelegate::QueueDelegate(QueueView &view)
    : SeverityDelegate(&view)
    , m_view(view)
{
}

void QueueDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool marked = m_view.isMarked(index.data(IdRole).toString());
    if (marked && !option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, tokens().tint(Severity::Info));
    QStyleOptionViewItem cell(option);
    const bool late = index.column() == QueueModel::DueColumn && !index.data(FilterFieldRole).isNull();
    const bool quiet = index.column() == QueueModel::TimeColumn || index.column() == QueueModel::ModelColumn
        || index.column() == QueueModel::DueColumn;
    if (late)
        cell.palette.setColor(QPalette::Text, tokens().of(Severity::High));
    else if (quiet)
        cell.palette.setColor(QPalette::Text, tokens().muted);
    SeverityDelegate::paint(painter, cell, index);
    if (marked && index.column() == QueueModel::SeverityColumn) {
        const QRect bar(option.rect.left(), option.rect.top(), markWidth, option.rect.height());
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar), tokens().accent);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        const QRect under(option.rect.left() + space::between, option.rect.bottom(),
            option.rect.width() - 2 * space::between, 1);
        painter->fillRect(under, tokens().accent);
    }
}

} // namespace gatehouse::console
