// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/table_copy.h"

#include <algorithm>
#include <bit>
#include <sstream>

namespace gatehouse::store {

namespace {

// Below what either engine takes as parameters of one statement (32,766 and 65,535).
constexpr std::size_t mostParameters = 4000;

struct Column {
    std::string name;
    char kind = 't';
};

std::vector<Column> columnsOf(const CopiedTable &table)
{
    std::vector<Column> columns;
    std::istringstream words(table.columns);
    for (std::string word; words >> word;)
        columns.push_back({word.substr(0, word.find(':')), word.back()});
    return columns;
}

std::string insertText(const CopiedTable &table, std::size_t rows)
{
    std::string row = "(";
    for (std::size_t i = 0; i < columnCount(table); ++i)
        row += i == 0 ? "?" : ", ?";
    row += ")";
    std::string sql = "INSERT INTO " + table.name + " (" + columnNames(table) + ") VALUES ";
    for (std::size_t i = 0; i < rows; ++i)
        sql += i == 0 ? row : ", " + row;
    return sql;
}

} // namespace

std::size_t columnCount(const CopiedTable &table)
{
    return columnsOf(table).size();
}

std::string columnNames(const CopiedTable &table, const std::string &prefix)
{
    std::string names;
    for (const Column &column : columnsOf(table))
        names += (names.empty() ? "" : ", ") + prefix + column.name;
    return names;
}

CopiedRow readRow(const Query &query, const CopiedTable &table, int first)
{
    CopiedRow row;
    for (const Column &column : columnsOf(table)) {
        if (query.isNull(first))
            row.emplace_back();
        else if (column.kind == 'i')
            row.emplace_back(query.integer(first));
        else if (column.kind == 'b')
            row.emplace_back(query.blob(first));
        else
            row.emplace_back(query.text(first));
        ++first;
    }
    return row;
}

void insertRows(Connection &connection, const CopiedTable &table, const std::vector<CopiedRow> &rows)
{
    // By powers of two, so that few statements serve every count.
    const std::size_t most = std::bit_floor(std::max<std::size_t>(1, mostParameters / columnCount(table)));
    std::size_t at = 0;
    while (at < rows.size()) {
        const std::size_t count = std::min(most, std::bit_floor(rows.size() - at));
        Query insert(connection, insertText(table, count));
        for (std::size_t i = 0; i < count; ++i) {
            for (const auto &value : rows[at + i])
                insert.bind(value);
        }
        insert.run();
        at += count;
    }
}

std::int64_t countRows(Connection &connection, const std::string &table)
{
    Query query(connection, "SELECT count(*) FROM " + table);
    query.step();
    return query.integer(0);
}

} // namespace gatehouse::store
