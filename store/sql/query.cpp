// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/query.h"

namespace gatehouse::store {

Query::~Query()
{
    m_connection.putBack(std::move(m_statement));
}

void Query::bind(const SqlValue &value)
{
    std::visit([this](const auto &held) { bind(held); }, value);
}

void Query::bind(const std::vector<SqlValue> &values)
{
    for (const SqlValue &value : values)
        bind(value);
}

int Query::run()
{
    while (m_statement->step()) { }
    return m_statement->changes();
}

void Query::again()
{
    m_statement->again();
    m_bound = 0;
}

std::optional<Timestamp> Query::optionalTime(int column) const
{
    if (isNull(column))
        return {};
    return time(column);
}

} // namespace gatehouse::store
