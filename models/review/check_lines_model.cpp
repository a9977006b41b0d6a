// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/check_lines_model.h"

#include "models/text.h"

#include <QLocale>

#include <algorithm>

namespace gatehouse::console {

namespace {

// The rule, with the markers of its evidence, or with why it did not run.
QString ruleText(const CheckLineView &line)
{
    if (line.outcome == CheckOutcome::NotRun && !line.reason.isEmpty())
        return QStringLiteral("%1 · %2").arg(line.rule, checkWord(line.reason));
    QString text = line.rule;
    for (const int number : line.marks)
        text += (text.size() == line.rule.size() ? QStringLiteral(" ") : QString()) + markerOf(number);
    return text;
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

QVariant CheckLinesModel::headerCell(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case OutcomeColumn:
        return tr("Outcome");
    case RuleColumn:
        return tr("Rule");
    case ScoreColumn:
        return tr("Score");
    case TimeColumn:
        return tr("Time, 0 to %1").arg(durationText(m_slowest));
    default:
        return {};
    }
}

QVariant CheckLinesModel::displayCell(const CheckLineView &line, int column) const
{
    switch (column) {
    case OutcomeColumn:
        return line.outcome == CheckOutcome::Fail && line.mode == Mode::Shadow ? tr("fail, shadow")
            : line.applied                                                     ? word(line.action)
                                                                               : word(line.outcome);
    case RuleColumn:
        return ruleText(line);
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
        return tr("%1 · %2 · %3 stage · %4 · %5 read")
            .arg(line.rule, checkWord(line.check), word(line.stage), word(line.mode),
                bytesText(static_cast<qint64>(line.bytesRead)));
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
