// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of the queue say.

#include "models/review/queue_model.h"
#include "models/text.h"

namespace gatehouse::console {

std::optional<store::SortField> QueueModel::sortField(int column) const
{
    switch (column) {
    case SeverityColumn:
        return store::SortField::Severity;
    case TimeColumn:
        return store::SortField::Time;
    case VerdictColumn:
        return store::SortField::Verdict;
    case CheckColumn:
        return store::SortField::Check;
    case TeamColumn:
        return store::SortField::Team;
    case ModelColumn:
        return store::SortField::Model;
    case DueColumn:
        return store::SortField::Due;
    default:
        return {};
    }
}

QVariant QueueModel::headerCell(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case SeverityColumn:
        return tr("Severity");
    case TimeColumn:
        return tr("Time");
    case VerdictColumn:
        return tr("Verdict");
    case CheckColumn:
        return tr("Check");
    case TeamColumn:
        return tr("Team");
    case SnippetColumn:
        return tr("Text");
    case ModelColumn:
        return tr("Model");
    case DueColumn:
        return tr("Due");
    default:
        return {};
    }
}

QVariant QueueModel::displayCell(const QueueRow &row, int column)
{
    switch (column) {
    case SeverityColumn:
        return word(row.severity);
    case TimeColumn:
        return listTime(row.at);
    case VerdictColumn:
        return word(row.verdict);
    case CheckColumn:
        return checkWord(row.check);
    case TeamColumn:
        return row.team;
    case SnippetColumn:
        return row.snippet;
    case ModelColumn:
        return row.model;
    case DueColumn:
        return dueText(row.due);
    default:
        return {};
    }
}

QVariant QueueModel::filterCell(const QueueRow &row, int column, int role)
{
    const auto pick = [role](const char *field, const QString &value) -> QVariant {
        return role == FilterFieldRole ? QString::fromLatin1(field) : value;
    };
    switch (column) {
    case SeverityColumn:
        return pick("severity", toQString(name(row.severity)));
    case VerdictColumn:
        return pick("verdict", toQString(name(row.verdict)));
    case CheckColumn:
        return row.check.isEmpty() ? QVariant() : pick("check", row.check);
    case TeamColumn:
        return pick("team", row.team);
    case ModelColumn:
        return pick("model", row.model);
    case DueColumn:
        return isOverdue(row.due) ? pick("due", QStringLiteral("overdue")) : QVariant();
    default:
        return {};
    }
}

QVariant QueueModel::cell(const QueueRow &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return displayCell(row, column);
    case Qt::ToolTipRole:
        return column == TimeColumn   ? absoluteTime(row.at)
            : column == SnippetColumn ? row.snippet
            : column == DueColumn     ? absoluteTime(row.due)
                                      : QVariant();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2").arg(
            headerCell(column, Qt::DisplayRole).toString(), displayCell(row, column).toString());
    case IdRole:
        return row.id;
    case SeverityRole:
        return column == SeverityColumn ? QVariant(static_cast<int>(row.severity)) : QVariant();
    case FilterFieldRole:
    case FilterValueRole:
        return filterCell(row, column, role);
    default:
        return {};
    }
}

} // namespace gatehouse::console
