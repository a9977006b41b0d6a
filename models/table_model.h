// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The base of every table model: rows are plain values, a model says only what its headers and cells are.
//
// All row changes go through the functions here, so that views and the model tester always see matched
// begin/end pairs.

#include "models/table_role.h"

#include <QAbstractTableModel>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace gatehouse::console {

template <class Row>
class TableModel : public QAbstractTableModel {
public:
    explicit TableModel(int columns, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(columns)
    {
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : m_columns;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final
    {
        if (!index.isValid() || index.row() >= rowCount() || index.column() >= m_columns)
            return {};
        return cell(row(index.row()), index.column(), role);
    }
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns)
            return {};
        return headerCell(section, role);
    }

    [[nodiscard]] const Row &row(int position) const { return m_rows[static_cast<std::size_t>(position)]; }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

    void setRows(std::vector<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    void appendRows(std::vector<Row> rows) { insertRowsAt(rowCount(), std::move(rows)); }
    void insertRowsAt(int position, std::vector<Row> rows)
    {
        if (rows.empty())
            return;
        beginInsertRows({}, position, position + static_cast<int>(rows.size()) - 1);
        m_rows.insert(m_rows.begin() + position, std::make_move_iterator(rows.begin()),
            std::make_move_iterator(rows.end()));
        endInsertRows();
    }
    void removeRowsAt(int position, int count)
    {
        if (count <= 0)
            return;
        beginRemoveRows({}, position, position + count - 1);
        m_rows.erase(m_rows.begin() + position, m_rows.begin() + position + count);
        endRemoveRows();
    }
    void replaceRow(int position, Row row)
    {
        m_rows[static_cast<std::size_t>(position)] = std::move(row);
        Q_EMIT dataChanged(index(position, 0), index(position, m_columns - 1));
    }

protected:
    [[nodiscard]] virtual QVariant headerCell(int column, int role) const = 0;
    [[nodiscard]] virtual QVariant cell(const Row &row, int column, int role) const = 0;

private:
    std::vector<Row> m_rows;
    const int m_columns;
};

} // namespace gatehouse::console
