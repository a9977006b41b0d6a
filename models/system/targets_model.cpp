// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/targets_model.h"

namespace gatehouse::console {

namespace {

QString shareText(const TargetEntry &entry)
{
    if (entry.weight == 0)
        return TargetsModel::tr("only when the others fail");
    constexpr int whole = 100;
    return TargetsModel::tr("%1 % of the calls").arg(whole * entry.weight / std::max(1, entry.weightOfAll));
}

QString text(const TargetEntry &entry, int column)
{
    switch (column) {
    case TargetsModel::Model:
        return entry.model;
    case TargetsModel::Provider:
        return entry.provider;
    case TargetsModel::Upstream:
        return entry.upstreamModel;
    case TargetsModel::Weight:
        return QString::number(entry.weight);
    case TargetsModel::Share:
        return shareText(entry);
    case TargetsModel::HealthColumn:
        return word(entry.health);
    default:
        return {};
    }
}

} // namespace

QList<TargetEntry> TargetsModel::targetsOf(const QString &model) const
{
    QList<TargetEntry> targets;
    for (const TargetEntry &target : rows()) {
        if (target.model == model)
            targets.append(target);
    }
    return targets;
}

QVariant TargetsModel::headerCell(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const QString names[]
        = {tr("Model"), tr("Provider"), tr("Name there"), tr("Weight"), tr("Share"), tr("Health")};
    return names[column];
}

QVariant TargetsModel::cell(const TargetEntry &entry, int column, int role) const
{
    switch (role) {
    case IdRole:
        return entry.model;
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(entry, column);
    case Qt::AccessibleTextRole:
        return headerCell(column, Qt::DisplayRole).toString() + QLatin1Char(' ') + text(entry, column);
    default:
        return {};
    }
}

} // namespace gatehouse::console
