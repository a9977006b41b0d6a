// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The keys of one node of the tree that carry the words typed above the table, sorted by any column.

#include "models/keys/team_tree_model.h"

#include <QSortFilterProxyModel>

namespace gatehouse::console {

class KeysFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit KeysFilter(QObject *parent = nullptr);
    void setScope(const KeyScope &scope);
    void setWords(const QString &words);
    // Revoked and expired keys are left out unless asked for.
    void setShowEnded(bool show);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    KeyScope m_scope;
    QStringList m_words;
    bool m_showEnded = true;
};

} // namespace gatehouse::console
