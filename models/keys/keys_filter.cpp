// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keys/keys_filter.h"

#include "models/keys/keys_model.h"

namespace gatehouse::console {

KeysFilter::KeysFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void KeysFilter::setScope(const KeyScope &scope)
{
    m_scope = scope;
    invalidateFilter();
}

void KeysFilter::setWords(const QString &words)
{
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void KeysFilter::setShowEnded(bool show)
{
    m_showEnded = show;
    invalidateFilter();
}

bool KeysFilter::filterAcceptsRow(int row, const QModelIndex & /*parent*/) const
{
    const auto *keys = qobject_cast<const KeysModel *>(sourceModel());
    if (!keys)
        return false;
    const KeyEntry &entry = keys->row(row);
    if (!m_scope.team.isEmpty() && entry.team != m_scope.team)
        return false;
    if (!m_scope.environment.isEmpty() && entry.environment != m_scope.environment)
        return false;
    if (!m_showEnded && (entry.state == KeyState::Revoked || entry.state == KeyState::Expired))
        return false;
    const QString all = QStringList{entry.id, entry.team, entry.environment, entry.useCase,
        entry.models.join(QLatin1Char(' ')), entry.createdBy, word(entry.state)}
                            .join(QLatin1Char(' '));
    return std::all_of(m_words.begin(), m_words.end(),
        [&](const QString &part) { return all.contains(part, Qt::CaseInsensitive); });
}

} // namespace gatehouse::console
