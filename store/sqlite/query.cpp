// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/query.h"

#include <SQLiteCpp/Column.h>

namespace gatehouse::store {

Query::~Query()
{
    m_connection.putBack(std::move(m_statement));
}

void Query::bind(std::string_view text)
{
    m_statement->bind(++m_bound, std::string(text));
}

void Query::bind(const std::string &text)
{
    m_statement->bind(++m_bound, text);
}

void Query::bind(const Blob &blob)
{
    m_statement->bind(++m_bound, blob.bytes.data(), static_cast<int>(blob.bytes.size()));
}

void Query::bind(const SqlValue &value)
{
    std::visit([this](const auto &held) { bind(held); }, value);
}

void Query::bind(double value)
{
    m_statement->bind(++m_bound, value);
}

void Query::bind(const std::vector<SqlValue> &values)
{
    for (const SqlValue &value : values)
        bind(value);
}

void Query::bindInteger(std::int64_t value)
{
    m_statement->bind(++m_bound, value);
}

void Query::bindNull()
{
    m_statement->bind(++m_bound);
}

bool Query::step()
{
    return m_statement->executeStep();
}

int Query::run()
{
    while (m_statement->executeStep()) { }
    return m_statement->getChanges();
}

void Query::again()
{
    m_statement->reset();
    m_bound = 0;
}

std::int64_t Query::integer(int column) const
{
    return m_statement->getColumn(column).getInt64();
}

double Query::real(int column) const
{
    return m_statement->getColumn(column).getDouble();
}

std::string Query::text(int column) const
{
    return m_statement->getColumn(column).getString();
}

Blob Query::blob(int column) const
{
    return {m_statement->getColumn(column).getString()};
}

bool Query::isNull(int column) const
{
    return m_statement->isColumnNull(column);
}

std::optional<Timestamp> Query::optionalTime(int column) const
{
    if (isNull(column))
        return {};
    return time(column);
}

} // namespace gatehouse::store
