// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bench/bench_checks_model.h"

#include "models/reconcile.h"
#include "models/text.h"

#include <QLocale>

namespace gatehouse::console {

namespace {

constexpr int rightAligned = int(Qt::AlignRight | Qt::AlignVCenter);

int rank(const CheckResult &check)
{
    switch (check.outcome) {
    case CheckOutcome::Fail:
        return check.applied ? 0 : 1;
    case CheckOutcome::Error:
        return 2;
    case CheckOutcome::Pass:
        return 3;
    case CheckOutcome::NotRun:
        break;
    }
    return 4;
}

QString outcomeText(const CheckResult &check)
{
    const QChar shape = check.outcome == CheckOutcome::Fail ? QChar(u'✕')
        : check.outcome == CheckOutcome::Pass               ? QChar(u'✓')
        : check.outcome == CheckOutcome::Error              ? QChar(u'!')
                                                            : QChar(u'–');
    return shape + QLatin1Char(' ') + word(check.outcome);
}

QString actionText(const CheckResult &check)
{
    const QString action = word(check.action);
    return check.mode == Mode::Enforce ? action : QStringLiteral("%1 (%2)").arg(action, word(check.mode));
}

QString foundText(const CheckResult &check)
{
    if (!check.reason.empty())
        return checkWord(check.reason);
    QStringList labels;
    for (const Evidence &evidence : check.evidence) {
        QString label = toQString(evidence.label);
        if (!evidence.via.empty())
            label += QStringLiteral(" ⟵ ") + toQStringList(evidence.via).join(QStringLiteral(" › "));
        if (!labels.contains(label))
            labels.append(label);
    }
    return labels.join(QStringLiteral(", "));
}

QString text(const CheckResult &check, int column)
{
    switch (column) {
    case BenchChecksModel::Outcome:
        return outcomeText(check);
    case BenchChecksModel::Rule:
        return toQString(check.rule);
    case BenchChecksModel::SeverityColumn:
        return check.outcome == CheckOutcome::Fail ? word(check.severity) : QString();
    case BenchChecksModel::Score:
        return check.score ? QLocale().toString(*check.score, 'f', 2) : QString();
    case BenchChecksModel::ActionColumn:
        return actionText(check);
    case BenchChecksModel::Found:
        return foundText(check);
    case BenchChecksModel::Time:
        return check.outcome == CheckOutcome::NotRun ? QString() : durationText(check.durationUs);
    default:
        return {};
    }
}

} // namespace

BenchChecksModel::BenchChecksModel(QObject *parent)
    : TableModel(ColumnCount, parent)
{
}

void BenchChecksModel::update(const Verdict &verdict)
{
    auto checks = verdict.checks;
    std::stable_sort(checks.begin(), checks.end(),
        [](const CheckResult &a, const CheckResult &b) { return rank(a) < rank(b); });
    // Times differ in every answer, so a row that stayed is always written anew.
    reconcileRows(
        *this, std::move(checks), [](const CheckResult &check) { return check.rule; },
        [](const CheckResult &, const CheckResult &) { return false; });
}

QVariant BenchChecksModel::headerCell(int column, int role) const
{
    if (role == Qt::TextAlignmentRole && (column == Score || column == Time))
        return rightAligned;
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Outcome"), tr("Rule"), tr("Severity"), tr("Score"), tr("Action"),
        tr("Found, or why not"), tr("Time")};
    return names[column];
}

QVariant BenchChecksModel::cell(const CheckResult &check, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(check, column);
    case Qt::ToolTipRole:
        return column == Rule
            ? tr("%1 · check %2 · %n byte(s) read", nullptr, static_cast<int>(check.bytesRead))
                  .arg(toQString(check.rule), checkWord(check.check))
            : text(check, column);
    case Qt::AccessibleTextRole:
        return headerCell(column, Qt::DisplayRole).toString() + QLatin1Char(' ') + text(check, column);
    case Qt::TextAlignmentRole:
        return column == Score || column == Time ? QVariant(rightAligned) : QVariant();
    case IdRole:
        return toQString(check.rule);
    case SeverityRole:
        return column == SeverityColumn && check.outcome == CheckOutcome::Fail
            ? QVariant(static_cast<int>(check.severity))
            : QVariant();
    default:
        return {};
    }
}

} // namespace gatehouse::console
