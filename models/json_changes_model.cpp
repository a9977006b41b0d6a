// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/json_changes_model.h"

namespace gatehouse::console {

namespace {

// A value that was or will not be there is a dash, unlike an empty text.
QString shown(const QString &value)
{
    return value.isEmpty() ? QStringLiteral("–") : value;
}

QString text(const JsonChange &change, int column)
{
    switch (column) {
    case JsonChangesModel::What:
        return change.path;
    case JsonChangesModel::Before:
        return shown(change.before);
    case JsonChangesModel::After:
        return shown(change.after);
    default:
        return {};
    }
}

} // namespace

JsonChangesModel::JsonChangesModel(QObject *parent)
    : TableModel(ColumnCount, parent)
{
}

QVariant JsonChangesModel::headerCell(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("What"), tr("Before"), tr("After")};
    return names[column];
}

QVariant JsonChangesModel::cell(const JsonChange &change, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(change, column);
    case Qt::AccessibleTextRole:
        return headerCell(column, Qt::DisplayRole).toString() + QLatin1Char(' ') + text(change, column);
    case IdRole:
        return change.path;
    default:
        return {};
    }
}

} // namespace gatehouse::console
