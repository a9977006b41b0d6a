// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/check_lines_model.h"

#include "models/review/check_reasons.h"
#include "models/text.h"

#include <QLocale>

#include <algorithm>

namespace gatehouse::console {

namespace {

// The rule, with the markers of its evidence, or with why it did not run.
QString ruleText(const CheckLineView &line)
{
    if (line.outcome == CheckOutcome::NotRun && !line.reason.isEmpty())
        return QStringLiteral("%1 · %2").arg(line.rule, whyNotRun(line.reason));
    QString text = line.rule;
    for (const int number : line.marks)
        text += (text.size() == line.rule.size() ? QStringLiteral(" ") : QString()) + markerOf(number);
    return text;
}

QString lookedAtText(const CheckLineView &line)
{
    if (line.outcome == CheckOutcome::NotRun)
        return {};
    const QString bytes = bytesText(static_cast<qint64>(line.bytesRead));
    const QString zones = zonesText(line);
    return zones.isEmpty() ? bytes : QStringLiteral("%1 · %2").arg(bytes, zones);
}

} // namespace

CheckLinesModel::CheckLinesModel(QObject *parent)
    : TableModel(NUM_COLUMNS, parent)
{
}

void CheckLinesModel::setChecks(const QList<CheckLineView> &checks)
{
    m_slowest = 0;
    for (const CheckLineView &line : checks)
        m_slowest = std::max(m_slowest, line.durationUs);
    setRows({checks.cbegin(), checks.cend()});
    Q_EMIT headerDataChanged(Qt::Horizontal, TimeColumn, TimeColumn);
}

int CheckLinesModel::rowOf(const QString &rule) const
{
    const auto found = std::find_if(
        rows().begin(), rows().end(), [&](const CheckLineView &line) { return line.rule == rule; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QVariant CheckLinesModel::headerCell(int column, int role) const
{
    if (role == Qt::ToolTipRole && column == TimeColumn)
        return tr("Time; the longest bar is that of the slowest check, %1").arg(durationText(m_slowest));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case OutcomeColumn:
        return tr("Outcome");
    case RuleColumn:
        return tr("Rule");
    case LookedAtColumn:
        return tr("Looked at");
    case ScoreColumn:
        return tr("Score");
    case TimeColumn:
        return tr("0 to %1", "scale of the bars below").arg(durationText(m_slowest));
    default:
        return {};
    }
}

QVariant CheckLinesModel::displayCell(const CheckLineView &line, int column) const
{
    switch (column) {
    case OutcomeColumn:
        return !line.exceptions.isEmpty()                                     ? tr("fail, exception")
            : line.outcome == CheckOutcome::Fail && line.mode == Mode::Shadow ? tr("fail, shadow")
            : line.applied                                                    ? word(line.action)
                                                                              : word(line.outcome);
    case RuleColumn:
        return ruleText(line);
    case LookedAtColumn:
        return lookedAtText(line);
    case ScoreColumn:
        return line.score ? QLocale().toString(*line.score, 'f', 2) : QString();
    case TimeColumn:
        return line.outcome == CheckOutcome::NotRun ? QString() : durationText(line.durationUs);
    default:
        return {};
    }
}

QVariant CheckLinesModel::cell(const CheckLineView &line, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return displayCell(line, column);
    case Qt::ToolTipRole:
        return explanationOf(line);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2").arg(
            headerCell(column, Qt::DisplayRole).toString(), displayCell(line, column).toString());
    case Qt::TextAlignmentRole:
        return column == ScoreColumn ? QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter))
                                     : QVariant();
    case TimeShareRole:
        return column == TimeColumn && line.outcome != CheckOutcome::NotRun && m_slowest > 0
            ? QVariant(line.durationUs / m_slowest)
            : QVariant();
    case IdRole:
        return line.rule;
    default:
        return {};
    }
}

} // namespace gatehouse::console
