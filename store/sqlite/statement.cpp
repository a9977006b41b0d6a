// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/statement.h"

#include <SQLiteCpp/Column.h>

namespace gatehouse::store {

namespace {

template <class Work>
auto translated(const std::string &place, Work &&work)
{
    try {
        return work();
    } catch (const SQLite::Exception &exception) {
        throw toFailure(exception, place);
    }
}

} // namespace

SqliteStatement::SqliteStatement(SQLite::Database &database, const std::string &sql, const std::string &place)
    : Statement(sql)
    , m_place(place)
    , m_statement(translated(place, [&] { return SQLite::Statement(database, sql); }))
{
}

void SqliteStatement::bindInteger(int parameter, std::int64_t value)
{
    translated(m_place, [&] { m_statement.bind(parameter, value); });
}

void SqliteStatement::bindReal(int parameter, double value)
{
    translated(m_place, [&] { m_statement.bind(parameter, value); });
}

void SqliteStatement::bindText(int parameter, const std::string &value)
{
    translated(m_place, [&] { m_statement.bind(parameter, value); });
}

void SqliteStatement::bindBytes(int parameter, const std::string &value)
{
    translated(m_place, [&] { m_statement.bind(parameter, value.data(), static_cast<int>(value.size())); });
}

void SqliteStatement::bindNull(int parameter)
{
    translated(m_place, [&] { m_statement.bind(parameter); });
}

bool SqliteStatement::step()
{
    return translated(m_place, [&] { return m_statement.executeStep(); });
}

int SqliteStatement::changes()
{
    return m_statement.getChanges();
}

void SqliteStatement::again()
{
    translated(m_place, [&] { m_statement.reset(); });
}

void SqliteStatement::clear() noexcept
{
    m_statement.tryReset();
    m_statement.clearBindings();
}

std::int64_t SqliteStatement::integer(int column) const
{
    return translated(m_place, [&] { return m_statement.getColumn(column).getInt64(); });
}

double SqliteStatement::real(int column) const
{
    return translated(m_place, [&] { return m_statement.getColumn(column).getDouble(); });
}

std::string SqliteStatement::text(int column) const
{
    return translated(m_place, [&] { return m_statement.getColumn(column).getString(); });
}

std::string SqliteStatement::bytes(int column) const
{
    return text(column);
}

bool SqliteStatement::isNull(int column) const
{
    return translated(m_place, [&] { return m_statement.isColumnNull(column); });
}

} // namespace gatehouse::store
