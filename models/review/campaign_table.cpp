// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/campaign_table.h"

#include "models/filter_text.h"
#include "models/review/call_surroundings.h"
#include "models/text.h"

#include <QLocale>

namespace gatehouse::console {

namespace {

QString filterTime(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

void addSteps(std::vector<CampaignRow> &rows, const Surroundings &campaign, const QString &all)
{
    const qsizetype steps = campaign.overTime.size();
    const qint64 from = campaign.first.toMSecsSinceEpoch();
    const qint64 span = campaign.first.msecsTo(campaign.last) + 1;
    const auto startOf = [&](qsizetype step) {
        return QDateTime::fromMSecsSinceEpoch(from + span * step / std::max<qsizetype>(steps, 1));
    };
    for (qsizetype step = 0; step < steps; ++step) {
        if (campaign.overTime[step] == 0)
            continue;
        const QDateTime begin = startOf(step), end = startOf(step + 1);
        rows.push_back({CampaignTable::tr("Time"),
            QStringLiteral("%1 – %2").arg(absoluteTime(begin), absoluteTime(end)), campaign.overTime[step],
            QStringLiteral("%1 since:%2 until:%3").arg(all, filterTime(begin), filterTime(end))});
    }
}

void addNames(
    std::vector<CampaignRow> &rows, const QString &kind, const QList<SpreadView> &names, const QString &all)
{
    for (const SpreadView &each : names)
        rows.push_back({kind, each.name, each.count, filterWithTerm(all, each.field, each.name, false)});
}

} // namespace

CampaignTable::CampaignTable(QObject *parent)
    : TableModel(NUM_COLUMNS, parent)
{
}

void CampaignTable::show(const Surroundings &campaign)
{
    const QString all = QStringLiteral("similar:") + campaign.id;
    std::vector<CampaignRow> rows;
    addSteps(rows, campaign, all);
    addNames(rows, tr("Team"), campaign.teams, all);
    addNames(rows, tr("Use case"), campaign.useCases, all);
    addNames(rows, tr("Key"), campaign.keys, all);
    setRows(std::move(rows));
}

QVariant CampaignTable::headerCell(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case KindColumn:
        return tr("By");
    case WhatColumn:
        return tr("What");
    default:
        return tr("Calls");
    }
}

QVariant CampaignTable::cell(const CampaignRow &row, int column, int role) const
{
    if (role == Qt::TextAlignmentRole && column == CountColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return row.filter;
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case KindColumn:
        return row.kind;
    case WhatColumn:
        return row.what;
    default:
        return QLocale().toString(row.count);
    }
}

} // namespace gatehouse::console
