// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/providers_model.h"

#include "models/text.h"

namespace gatehouse::console {

namespace {

QString text(const ProviderEntry &entry, int column)
{
    switch (column) {
    case ProvidersModel::NameColumn:
        return entry.name;
    case ProvidersModel::KindColumn:
        return kindWord(entry);
    case ProvidersModel::AddressColumn:
        return entry.baseUrl.isEmpty() ? ProvidersModel::tr("built in") : entry.baseUrl;
    case ProvidersModel::ModelsColumn:
        return entry.models.join(QStringLiteral(", "));
    case ProvidersModel::WeightColumn:
        return QString::number(entry.weight);
    case ProvidersModel::CredentialColumn:
        return entry.hasCredential ? ProvidersModel::tr("sealed") : ProvidersModel::tr("none");
    case ProvidersModel::HealthColumn:
        return word(entry.health);
    case ProvidersModel::CreatedColumn:
        return relativeTime(entry.createdAt);
    default:
        return {};
    }
}

QString toolTip(const ProviderEntry &entry, int column)
{
    if (column == ProvidersModel::CreatedColumn)
        return absoluteTime(entry.createdAt);
    if (column == ProvidersModel::KindColumn && !entry.apiVersion.isEmpty())
        return ProvidersModel::tr("%1, API version %2").arg(kindWord(entry), entry.apiVersion);
    if (column == ProvidersModel::WeightColumn)
        return ProvidersModel::tr(
            "Share among the providers that serve a model; 0: only when the others fail");
    if (column == ProvidersModel::CredentialColumn && entry.hasCredential)
        return ProvidersModel::tr("Sealed for the gateways; nobody reads it here again");
    return text(entry, column);
}

} // namespace

QVariant ProvidersModel::headerCell(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Provider"), tr("Kind"), tr("Address"), tr("Models"), tr("Weight"),
        tr("Credential"), tr("Health"), tr("Added")};
    return names[column];
}

QVariant ProvidersModel::cell(const ProviderEntry &entry, int column, int role) const
{
    switch (role) {
    case IdRole:
        return entry.name;
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::ToolTipRole:
        return toolTip(entry, column);
    case Qt::AccessibleTextRole:
        return headerCell(column, Qt::DisplayRole).toString() + QLatin1Char(' ') + text(entry, column);
    default:
        return {};
    }
}

} // namespace gatehouse::console
