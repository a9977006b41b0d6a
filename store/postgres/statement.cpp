// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/statement.h"

#include <array>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace gatehouse::store {

std::string withNumberedParameters(const std::string &sql)
{
    std::string text;
    int number = 0;
    char quote = 0;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        const char c = sql[i];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '\'' || c == '"')
            quote = c;
        if (quote != 0 || c != '?') {
            text += c;
            continue;
        }
        const bool numbered = i + 1 < sql.size() && std::isdigit(static_cast<unsigned char>(sql[i + 1])) != 0;
        text += numbered ? "$" : "$" + std::to_string(++number);
    }
    return text;
}

PostgresStatement::PostgresStatement(PostgresSession &session, const std::string &sql, std::string name)
    : Statement(sql)
    , m_session(session)
    , m_numbered(withNumberedParameters(sql))
    , m_name(std::move(name))
{
}

void PostgresStatement::put(int parameter, Value value)
{
    const auto place = static_cast<std::size_t>(parameter - 1);
    if (m_values.size() <= place)
        m_values.resize(place + 1);
    m_values[place] = std::move(value);
}

void PostgresStatement::bindInteger(int parameter, std::int64_t value)
{
    put(parameter, {std::to_string(value)});
}

void PostgresStatement::bindReal(int parameter, double value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    put(parameter, {std::string(text.data(), end)});
}

void PostgresStatement::bindText(int parameter, const std::string &value)
{
    std::string text = value;
    for (std::size_t nul = text.find('\0'); nul != std::string::npos; nul = text.find('\0', nul))
        text.replace(nul, 1, "\xEF\xBF\xBD");
    put(parameter, {std::move(text)});
}

void PostgresStatement::bindBytes(int parameter, const std::string &value)
{
    put(parameter, {value, true});
}

void PostgresStatement::bindNull(int parameter)
{
    put(parameter, {});
}

void PostgresStatement::run()
{
    PostgresSession::Values values;
    for (const Value &each : m_values) {
        values.values.push_back(each.held ? each.held->c_str() : nullptr);
        values.lengths.push_back(each.held ? static_cast<int>(each.held->size()) : 0);
        values.formats.push_back(each.binary ? 1 : 0);
    }
    m_result = m_session.runPrepared(m_name, m_numbered, values);
    m_row = -1;
}

bool PostgresStatement::step()
{
    if (!m_result)
        run();
    if (m_row + 1 >= PQntuples(m_result.get()))
        return false;
    ++m_row;
    return true;
}

int PostgresStatement::changes()
{
    return m_result ? std::atoi(PQcmdTuples(m_result.get())) : 0;
}

void PostgresStatement::again()
{
    m_result.reset();
}

void PostgresStatement::clear() noexcept
{
    m_result.reset();
    m_values.clear();
}

std::int64_t PostgresStatement::integer(int column) const
{
    const std::string_view text = PQgetvalue(m_result.get(), m_row, column);
    if (text == "t")
        return 1;
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

double PostgresStatement::real(int column) const
{
    return std::strtod(PQgetvalue(m_result.get(), m_row, column), nullptr);
}

std::string PostgresStatement::text(int column) const
{
    return {PQgetvalue(m_result.get(), m_row, column),
        static_cast<std::size_t>(PQgetlength(m_result.get(), m_row, column))};
}

std::string PostgresStatement::bytes(int column) const
{
    std::size_t size = 0;
    const std::unique_ptr<unsigned char, decltype(&PQfreemem)> raw(
        PQunescapeBytea(
            reinterpret_cast<const unsigned char *>(PQgetvalue(m_result.get(), m_row, column)), &size),
        &PQfreemem);
    return raw ? std::string(reinterpret_cast<const char *>(raw.get()), size) : std::string();
}

bool PostgresStatement::isNull(int column) const
{
    return PQgetisnull(m_result.get(), m_row, column) == 1;
}

} // namespace gatehouse::store
