// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overview/overview_tables.h"

#include "models/text.h"

#include <QLocale>

namespace gatehouse::console {

namespace {

constexpr int verdicts = 5;
constexpr int rightAligned = int(Qt::AlignRight | Qt::AlignVCenter);

VerdictKind kindOf(int column)
{
    return static_cast<VerdictKind>(column - 1);
}

} // namespace

QString stepLabel(const VerdictStep &step)
{
    const QDateTime start = step.start.toLocalTime();
    const QLocale locale;
    if (step.start.secsTo(step.end) <= 3600)
        return locale.toString(start.time(), QStringLiteral("HH:mm"));
    if (step.start.secsTo(step.end) < 86400)
        return locale.toString(start, QStringLiteral("ddd HH:mm"));
    return locale.toString(start.date(), QStringLiteral("d MMM"));
}

VerdictTable::VerdictTable(QObject *parent)
    : TableModel(verdicts + 1, parent)
{
}

QString VerdictTable::filterAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() == 0)
        return {};
    return stepFilter(row(index.row()), kindOf(index.column()));
}

QVariant VerdictTable::headerCell(int column, int role) const
{
    if (role == Qt::TextAlignmentRole && column > 0)
        return rightAligned;
    if (role != Qt::DisplayRole)
        return {};
    return column == 0 ? tr("From") : word(kindOf(column));
}

QVariant VerdictTable::cell(const VerdictStep &step, int column, int role) const
{
    const QString text = column == 0 ? stepLabel(step) : QLocale().toString(step.of(kindOf(column)));
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::ToolTipRole:
        return column == 0 ? QVariant(absoluteTime(step.start.toLocalTime())) : QVariant();
    case Qt::AccessibleTextRole:
        return headerCell(column, Qt::DisplayRole).toString() + QLatin1Char(' ') + text;
    case Qt::TextAlignmentRole:
        return column == 0 ? QVariant() : QVariant(rightAligned);
    default:
        return {};
    }
}

QString countText(const NamedCount &count)
{
    return count.text.isEmpty() ? QLocale().toString(count.count) : count.text;
}

CountTable::CountTable(QString nameHeader, QString countHeader, QObject *parent)
    : TableModel(2, parent)
    , m_nameHeader(std::move(nameHeader))
    , m_countHeader(countHeader.isEmpty() ? tr("Calls") : std::move(countHeader))
{
}

QVariant CountTable::headerCell(int column, int role) const
{
    if (role == Qt::TextAlignmentRole && column > 0)
        return rightAligned;
    if (role != Qt::DisplayRole)
        return {};
    return column == 0 ? m_nameHeader : m_countHeader;
}

QVariant CountTable::cell(const NamedCount &count, int column, int role) const
{
    const QString text = column == 0 ? count.name : countText(count);
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::AccessibleTextRole:
        return headerCell(column, Qt::DisplayRole).toString() + QLatin1Char(' ') + text;
    case Qt::TextAlignmentRole:
        return column == 0 ? QVariant() : QVariant(rightAligned);
    case IdRole:
        return count.name;
    default:
        return {};
    }
}

} // namespace gatehouse::console
