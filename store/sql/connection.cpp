// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/connection.h"

#include <utility>

namespace gatehouse::store {

namespace {

constexpr std::size_t idleStatements = 200;

} // namespace

std::unique_ptr<Statement> Connection::take(const std::string &sql)
{
    if (auto node = m_idle.extract(sql); !node.empty())
        return std::move(node.mapped());
    return prepare(sql);
}

void Connection::putBack(std::unique_ptr<Statement> statement) noexcept
{
    statement->clear();
    if (statement->isReusable() && m_idle.size() < idleStatements)
        m_idle.emplace(statement->sql(), std::move(statement));
}

std::string Connection::passwordVerifier(const std::string &, const SecretString &)
{
    throw SqlFailure({ErrorKind::Unsupported, "a store in a file has no logins", m_place, ""});
}

WriteTransaction::WriteTransaction(Connection &connection, Writing writing)
    : m_connection(connection)
    , m_writing(writing)
{
    m_connection.begin(m_writing);
}

WriteTransaction::~WriteTransaction()
{
    if (m_open)
        m_connection.rollBack();
}

void WriteTransaction::commit()
{
    m_connection.commit(m_writing);
    m_open = false;
}

ReadTransaction::ReadTransaction(Connection &connection)
    : m_connection(connection)
{
    m_connection.beginReading();
}

ReadTransaction::~ReadTransaction()
{
    m_connection.rollBack();
}

} // namespace gatehouse::store
