// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The tree that narrows the key table: all keys, then teams, then the environments a team has keys in.

#include "models/keys/key_entry.h"

#include <QAbstractItemModel>

#include <vector>

namespace gatehouse::console {

// What a node of the tree narrows to; empty means any.
struct KeyScope {
    QString team;
    QString environment;

    friend bool operator==(const KeyScope &, const KeyScope &) = default;
};

class TeamTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    explicit TeamTreeModel(QObject *parent = nullptr);
    // Resets only when a team or environment came or went.
    void update(const std::vector<KeyEntry> &entries);

    [[nodiscard]] KeyScope scope(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const KeyScope &scope) const; // the root of all keys when it is gone

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Node {
        QString name;
        int keys = 0; // that can be used now
        std::vector<Node> children;
    };
    static std::vector<Node> build(const std::vector<KeyEntry> &entries, int &usable);
    static bool sameShape(const std::vector<Node> &a, const std::vector<Node> &b);
    [[nodiscard]] const Node *nodeAt(const QModelIndex &index) const; // null for the "all keys" node

    std::vector<Node> m_teams;
    int m_usable = 0;
};

} // namespace gatehouse::console
