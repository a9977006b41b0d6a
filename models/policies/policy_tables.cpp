// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policies/policy_tables.h"

#include "models/text.h"

namespace gatehouse::console {

namespace {

// The roles these tables have in common.
QVariant common(const QString &header, const QString &text, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text;
    case Qt::AccessibleTextRole:
        return header + QLatin1Char(' ') + text;
    default:
        return {};
    }
}

QString text(const PolicyProblem &problem, int column)
{
    switch (column) {
    case ProblemsModel::Kind:
        return problem.warning ? ProblemsModel::tr("warning") : ProblemsModel::tr("error");
    case ProblemsModel::Where:
        return problem.pointer;
    case ProblemsModel::What:
        return problem.text;
    case ProblemsModel::Advice:
        return problem.advice;
    default:
        return {};
    }
}

QString text(const PolicyTestEntry &test, int column)
{
    switch (column) {
    case PolicyTestsModel::Outcome:
        return test.ok ? PolicyTestsModel::tr("✓ pass") : PolicyTestsModel::tr("✕ fail");
    case PolicyTestsModel::Name:
        return test.name;
    case PolicyTestsModel::Expected:
        return test.expected;
    case PolicyTestsModel::Got:
        return test.got;
    default:
        return {};
    }
}

QString text(const PolicyEntry &entry, int column)
{
    switch (column) {
    case HistoryModel::Version:
        return entry.shown;
    case HistoryModel::State:
        return word(entry.state);
    case HistoryModel::PublishedAt:
        return entry.publishedAt ? relativeTime(*entry.publishedAt) : QString();
    case HistoryModel::Author:
        return entry.author;
    case HistoryModel::Reason:
        return entry.reason;
    default:
        return {};
    }
}

} // namespace

ProblemsModel::ProblemsModel(QObject *parent)
    : TableModel(ColumnCount, parent)
{
}

QVariant ProblemsModel::headerCell(int column, int role) const
{
    const QString names[] = {tr("Kind"), tr("Where"), tr("What"), tr("What to do")};
    return role == Qt::DisplayRole ? QVariant(names[column]) : QVariant();
}

QVariant ProblemsModel::cell(const PolicyProblem &problem, int column, int role) const
{
    if (role == IdRole)
        return problem.pointer;
    return common(headerCell(column, Qt::DisplayRole).toString(), text(problem, column), role);
}

PolicyTestsModel::PolicyTestsModel(QObject *parent)
    : TableModel(ColumnCount, parent)
{
}

QVariant PolicyTestsModel::headerCell(int column, int role) const
{
    const QString names[] = {tr("Outcome"), tr("Test"), tr("Expected"), tr("Got")};
    return role == Qt::DisplayRole ? QVariant(names[column]) : QVariant();
}

QVariant PolicyTestsModel::cell(const PolicyTestEntry &test, int column, int role) const
{
    if (role == IdRole)
        return test.name;
    return common(headerCell(column, Qt::DisplayRole).toString(), text(test, column), role);
}

HistoryModel::HistoryModel(QObject *parent)
    : TableModel(ColumnCount, parent)
{
}

QVariant HistoryModel::headerCell(int column, int role) const
{
    const QString names[] = {tr("Version"), tr("State"), tr("Published"), tr("Author"), tr("Reason")};
    return role == Qt::DisplayRole ? QVariant(names[column]) : QVariant();
}

QVariant HistoryModel::cell(const PolicyEntry &entry, int column, int role) const
{
    if (role == IdRole)
        return entry.version;
    if (role == Qt::ToolTipRole && column == PublishedAt && entry.publishedAt)
        return absoluteTime(*entry.publishedAt);
    if (role == Qt::ToolTipRole && column == Version)
        return entry.version;
    return common(headerCell(column, Qt::DisplayRole).toString(), text(entry, column), role);
}

} // namespace gatehouse::console
