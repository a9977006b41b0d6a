// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policies/exceptions_model.h"

#include "models/text.h"

#include <QLocale>

namespace gatehouse::console {

namespace {

QString text(const ExceptionEntry &entry, int column)
{
    switch (column) {
    case ExceptionsModel::State:
        return word(entry.state);
    case ExceptionsModel::Rule:
        return entry.rule;
    case ExceptionsModel::Calls:
        return entry.calls;
    case ExceptionsModel::What:
        return entry.what;
    case ExceptionsModel::Expires:
        return QLocale().toString(entry.expiresAt.date(), QStringLiteral("d MMM yyyy"));
    case ExceptionsModel::Uses:
        return QLocale().toString(entry.uses);
    case ExceptionsModel::Author:
        return entry.author;
    case ExceptionsModel::Reason:
        return entry.reason;
    default:
        return {};
    }
}

QString hint(const ExceptionEntry &entry, int column)
{
    if (column == ExceptionsModel::Expires)
        return absoluteTime(entry.expiresAt);
    if (column == ExceptionsModel::Uses && entry.lastUsedAt.isValid())
        return ExceptionsModel::tr("Last applied %1").arg(absoluteTime(entry.lastUsedAt));
    if (column == ExceptionsModel::Author)
        return ExceptionsModel::tr("%1, %2").arg(entry.author, absoluteTime(entry.createdAt));
    return text(entry, column);
}

} // namespace

ExceptionsModel::ExceptionsModel(QObject *parent)
    : TableModel(ColumnCount, parent)
{
}

QVariant ExceptionsModel::headerCell(int column, int role) const
{
    const QString names[] = {tr("State"), tr("Rule"), tr("Calls of"), tr("For"), tr("Expires"), tr("Uses"),
        tr("By"), tr("Reason")};
    return role == Qt::DisplayRole ? QVariant(names[column]) : QVariant();
}

QVariant ExceptionsModel::cell(const ExceptionEntry &entry, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::ToolTipRole:
        return hint(entry, column);
    case Qt::AccessibleTextRole:
        return headerCell(column, Qt::DisplayRole).toString() + QLatin1Char(' ') + text(entry, column);
    case Qt::TextAlignmentRole:
        return column == Uses ? QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case IdRole:
        return entry.id;
    default:
        return {};
    }
}

} // namespace gatehouse::console
