// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/prices_model.h"

#include "core/access/limit.h"
#include "models/text.h"

namespace gatehouse::console {

namespace {

QString amountText(const PriceEntry &entry, std::int64_t Price::*part)
{
    return entry.price ? toQString(usdText((*entry.price).*part)) : QStringLiteral("–");
}

QString sourceText(const PriceEntry &entry)
{
    if (!entry.price)
        return PricesModel::tr("taken away here; shipped: %1").arg(priceWords(*entry.shipped));
    if (!entry.changedHere)
        return PricesModel::tr("shipped with Gatehouse");
    return entry.shipped ? PricesModel::tr("changed here; shipped: %1").arg(priceWords(*entry.shipped))
                         : PricesModel::tr("set here");
}

QString text(const PriceEntry &entry, int column)
{
    switch (column) {
    case PricesModel::Model:
        return entry.model;
    case PricesModel::In:
        return amountText(entry, &Price::in);
    case PricesModel::Out:
        return amountText(entry, &Price::out);
    case PricesModel::Cached:
        return amountText(entry, &Price::cached);
    case PricesModel::Source:
        return sourceText(entry);
    default:
        return {};
    }
}

bool isFigure(int column)
{
    return column == PricesModel::In || column == PricesModel::Out || column == PricesModel::Cached;
}

} // namespace

int PricesModel::rowOf(const QString &model) const
{
    const auto found = std::find_if(
        rows().begin(), rows().end(), [&](const PriceEntry &entry) { return entry.model == model; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QVariant PricesModel::headerCell(int column, int role) const
{
    if (role == Qt::TextAlignmentRole && isFigure(column))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Model"), tr("Input"), tr("Output"), tr("Cached input"), tr("Where from")};
    return names[column];
}

QVariant PricesModel::cell(const PriceEntry &entry, int column, int role) const
{
    switch (role) {
    case IdRole:
        return entry.model;
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(entry, column);
    case Qt::TextAlignmentRole:
        return isFigure(column) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::AccessibleTextRole:
        return headerCell(column, Qt::DisplayRole).toString() + QLatin1Char(' ') + text(entry, column);
    default:
        return {};
    }
}

} // namespace gatehouse::console
