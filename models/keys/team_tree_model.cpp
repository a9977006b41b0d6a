// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keys/team_tree_model.h"

#include <algorithm>

namespace gatehouse::console {

namespace {

// Top-level rows carry no parent; a child's internal id is its team's row plus one.
constexpr quintptr topLevel = 0;

template <class Nodes>
auto &childNamed(Nodes &nodes, const QString &name)
{
    auto found
        = std::find_if(nodes.begin(), nodes.end(), [&](const auto &node) { return node.name == name; });
    if (found == nodes.end()) {
        nodes.push_back({});
        nodes.back().name = name;
        return nodes.back();
    }
    return *found;
}

template <class Nodes>
void sortByName(Nodes &nodes)
{
    std::sort(nodes.begin(), nodes.end(),
        [](const auto &a, const auto &b) { return a.name.localeAwareCompare(b.name) < 0; });
}

} // namespace

TeamTreeModel::TeamTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

std::vector<TeamTreeModel::Node> TeamTreeModel::build(const std::vector<KeyEntry> &entries, int &usable)
{
    std::vector<Node> teams;
    for (const KeyEntry &entry : entries) {
        const int counts = entry.state == KeyState::Active ? 1 : 0;
        Node &team = childNamed(teams, entry.team);
        childNamed(team.children, entry.environment).keys += counts;
        team.keys += counts;
        usable += counts;
    }
    sortByName(teams);
    for (Node &team : teams)
        sortByName(team.children);
    return teams;
}

bool TeamTreeModel::sameShape(const std::vector<Node> &a, const std::vector<Node> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](const Node &x, const Node &y) { return x.name == y.name && sameShape(x.children, y.children); });
}

void TeamTreeModel::update(const std::vector<KeyEntry> &entries)
{
    int usable = 0;
    auto teams = build(entries, usable);
    const bool reset = !sameShape(teams, m_teams);
    if (reset)
        beginResetModel();
    m_teams = std::move(teams);
    m_usable = usable;
    if (reset) {
        endResetModel();
        return;
    }
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
    for (int row = 1; row < rowCount(); ++row) {
        const QModelIndex team = index(row, 0);
        Q_EMIT dataChanged(index(0, 0, team), index(rowCount(team) - 1, 0, team));
    }
}

const TeamTreeModel::Node *TeamTreeModel::nodeAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    if (index.internalId() != topLevel)
        return &m_teams[index.internalId() - 1].children[static_cast<std::size_t>(index.row())];
    return index.row() == 0 ? nullptr : &m_teams[static_cast<std::size_t>(index.row()) - 1];
}

KeyScope TeamTreeModel::scope(const QModelIndex &index) const
{
    const Node *node = nodeAt(index);
    if (!node)
        return {};
    const Node *team = nodeAt(index.parent());
    return team ? KeyScope{team->name, node->name} : KeyScope{node->name, {}};
}

QModelIndex TeamTreeModel::indexOf(const KeyScope &scope) const
{
    for (int row = 1; row < rowCount(); ++row) {
        const QModelIndex team = index(row, 0);
        if (this->scope(team) == scope)
            return team;
        for (int child = 0; child < rowCount(team); ++child) {
            if (this->scope(index(child, 0, team)) == scope)
                return index(child, 0, team);
        }
    }
    return index(0, 0);
}

QModelIndex TeamTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : topLevel);
}

QModelIndex TeamTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == topLevel)
        return {};
    return createIndex(static_cast<int>(child.internalId()), 0, topLevel);
}

int TeamTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_teams.size()) + 1;
    if (parent.internalId() != topLevel || parent.column() > 0)
        return 0;
    const Node *team = nodeAt(parent);
    return team ? static_cast<int>(team->children.size()) : 0;
}

int TeamTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

QVariant TeamTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node *node = nodeAt(index);
    const QString name = node ? node->name : tr("All keys");
    const int keys = node ? node->keys : m_usable;
    if (role == Qt::DisplayRole)
        return keys > 0 ? tr("%1  %2").arg(name).arg(keys) : name;
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return tr("%1: %n active key(s)", nullptr, keys).arg(name);
    return {};
}

} // namespace gatehouse::console
