// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of the Explorer's table say.

#include "models/explorer/explorer_model.h"
#include "models/text.h"

#include <QLocale>

namespace gatehouse::console {

namespace {

QString text(const QueueRow &row, int column)
{
    switch (column) {
    case ExplorerModel::At:
        return relativeTime(row.at);
    case ExplorerModel::SeverityColumn:
        return row.verdict == VerdictKind::Allowed ? QString() : word(row.severity);
    case ExplorerModel::VerdictColumn:
        return word(row.verdict);
    case ExplorerModel::Check:
        return checkWord(row.check);
    case ExplorerModel::Team:
        return row.team;
    case ExplorerModel::UseCase:
        return row.useCase;
    case ExplorerModel::Model:
        return row.model;
    case ExplorerModel::OutcomeColumn:
        return outcomeWord(row.outcome);
    case ExplorerModel::Tokens:
        return row.tokensIn + row.tokensOut > 0 ? QLocale().toString(row.tokensIn + row.tokensOut)
                                                : QString();
    case ExplorerModel::Latency:
        return row.latencyUs > 0 ? durationText(static_cast<double>(row.latencyUs)) : QString();
    case ExplorerModel::Text:
        return row.snippet;
    default:
        return {};
    }
}

// The term of the filter language a cell stands for.
std::pair<QString, QString> filterTerm(const QueueRow &row, int column)
{
    switch (column) {
    case ExplorerModel::SeverityColumn:
        return {QStringLiteral("severity"), toQString(name(row.severity))};
    case ExplorerModel::VerdictColumn:
        return {QStringLiteral("verdict"), toQString(name(row.verdict))};
    case ExplorerModel::Check:
        return {QStringLiteral("check"), row.check};
    case ExplorerModel::Team:
        return {QStringLiteral("team"), row.team};
    case ExplorerModel::UseCase:
        return {QStringLiteral("usecase"), row.useCase};
    case ExplorerModel::Model:
        return {QStringLiteral("model"), row.model};
    case ExplorerModel::OutcomeColumn:
        return {QStringLiteral("outcome"), row.outcome};
    default:
        return {};
    }
}

} // namespace

std::optional<store::SortField> ExplorerModel::sortField(int column) const
{
    using store::SortField;
    constexpr SortField fields[]
        = {SortField::Time, SortField::Severity, SortField::Verdict, SortField::Check, SortField::Team,
            SortField::UseCase, SortField::Model, SortField::Outcome, SortField::Tokens, SortField::Latency};
    static_assert(std::size(fields) == Text);
    return column >= 0 && column < Text ? std::optional(fields[column]) : std::nullopt;
}

QVariant ExplorerModel::headerCell(int column, int role) const
{
    if (role == Qt::TextAlignmentRole && (column == Tokens || column == Latency))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Time"), tr("Severity"), tr("Verdict"), tr("Check"), tr("Team"),
        tr("Use case"), tr("Model"), tr("Outcome"), tr("Tokens"), tr("Latency"), tr("Text")};
    return names[column];
}

QVariant ExplorerModel::cell(const QueueRow &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return column == At ? absoluteTime(row.at) : text(row, column);
    case Qt::AccessibleTextRole:
        return headerCell(column, Qt::DisplayRole).toString() + QLatin1Char(' ') + text(row, column);
    case Qt::TextAlignmentRole:
        return column == Tokens || column == Latency ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                                                     : QVariant();
    case IdRole:
        return row.id;
    case SeverityRole:
        return column == SeverityColumn && row.verdict != VerdictKind::Allowed
            ? QVariant(static_cast<int>(row.severity))
            : QVariant();
    case FilterFieldRole:
        return filterTerm(row, column).first;
    case FilterValueRole:
        return filterTerm(row, column).second;
    default:
        return {};
    }
}

} // namespace gatehouse::console
