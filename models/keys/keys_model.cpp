// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keys/keys_model.h"

#include "models/reconcile.h"
#include "models/text.h"

namespace gatehouse::console {

namespace {

QString expiryText(const KeyEntry &entry)
{
    if (!entry.expiresAt)
        return KeysModel::tr("never");
    const qint64 days = QDateTime::currentDateTime().daysTo(*entry.expiresAt);
    if (days < 0 || entry.state == KeyState::Expired)
        return relativeTime(*entry.expiresAt);
    return days == 0 ? KeysModel::tr("today") : KeysModel::tr("in %n days", nullptr, static_cast<int>(days));
}

QString lastUsedText(const KeyEntry &entry)
{
    return entry.lastUsedAt ? relativeTime(*entry.lastUsedAt) : KeysModel::tr("never");
}

QString text(const KeyEntry &entry, int column)
{
    switch (column) {
    case KeysModel::State:
        return word(entry.state);
    case KeysModel::Id:
        return entry.id;
    case KeysModel::Team:
        return entry.team;
    case KeysModel::Environment:
        return entry.environment;
    case KeysModel::UseCase:
        return entry.useCase;
    case KeysModel::Models:
        return entry.models.join(QStringLiteral(", "));
    case KeysModel::Expires:
        return expiryText(entry);
    case KeysModel::LastUsed:
        return lastUsedText(entry);
    case KeysModel::CreatedBy:
        return entry.createdBy;
    default:
        return {};
    }
}

QVariant toolTip(const KeyEntry &entry, int column)
{
    if (column == KeysModel::Expires && entry.expiresAt)
        return absoluteTime(*entry.expiresAt);
    if (column == KeysModel::LastUsed && entry.lastUsedAt)
        return absoluteTime(*entry.lastUsedAt);
    return text(entry, column);
}

QVariant sortValue(const KeyEntry &entry, int column)
{
    if (column == KeysModel::State)
        return static_cast<int>(entry.state);
    if (column == KeysModel::Expires)
        return entry.expiresAt.value_or(
            QDateTime::fromMSecsSinceEpoch(std::numeric_limits<qint64>::max() / 2));
    if (column == KeysModel::LastUsed)
        return entry.lastUsedAt.value_or(QDateTime::fromMSecsSinceEpoch(0));
    return text(entry, column);
}

QString filterField(int column)
{
    switch (column) {
    case KeysModel::Id:
        return QStringLiteral("key");
    case KeysModel::Team:
        return QStringLiteral("team");
    case KeysModel::Environment:
        return QStringLiteral("environment");
    case KeysModel::UseCase:
        return QStringLiteral("usecase");
    default:
        return {};
    }
}

} // namespace

QString word(KeyState state)
{
    switch (state) {
    case KeyState::Active:
        return KeysModel::tr("active");
    case KeyState::Suspended:
        return KeysModel::tr("suspended");
    case KeyState::Expired:
        return KeysModel::tr("expired");
    case KeyState::Revoked:
        return KeysModel::tr("revoked");
    }
    return {};
}

KeysModel::KeysModel(QObject *parent)
    : TableModel(ColumnCount, parent)
{
}

void KeysModel::update(std::vector<KeyEntry> entries)
{
    reconcileRows(
        *this, std::move(entries), [](const KeyEntry &entry) { return entry.id; }, std::equal_to<>{});
}

int KeysModel::rowOf(const QString &id) const
{
    const auto found
        = std::find_if(rows().begin(), rows().end(), [&](const KeyEntry &row) { return row.id == id; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QVariant KeysModel::headerCell(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("State"), tr("Key"), tr("Team"), tr("Environment"), tr("Use case"),
        tr("Models"), tr("Expires"), tr("Last used"), tr("Created by")};
    return names[column];
}

QVariant KeysModel::cell(const KeyEntry &entry, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::ToolTipRole:
        return toolTip(entry, column);
    case Qt::AccessibleTextRole:
        return headerCell(column, Qt::DisplayRole).toString() + QLatin1Char(' ') + text(entry, column);
    case IdRole:
        return entry.id;
    case SortRole:
        return sortValue(entry, column);
    case FilterFieldRole:
        return filterField(column);
    case FilterValueRole:
        return filterField(column).isEmpty() ? QString() : text(entry, column);
    default:
        return {};
    }
}

} // namespace gatehouse::console
