// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/array.h"

namespace gatehouse::store {

namespace {

constexpr std::uint32_t noLength = 0xffffffff; // stands for null

template <class Number>
void append(std::string &bytes, Number number)
{
    for (int shift = static_cast<int>(sizeof number) * 8 - 8; shift >= 0; shift -= 8)
        bytes += static_cast<char>((number >> shift) & 0xff);
}

std::string_view typeName(ArrayOf of)
{
    switch (of) {
    case ArrayOf::Bytes:
        return "bytea";
    case ArrayOf::Integers:
        return "bigint";
    case ArrayOf::Texts:
        return "text";
    }
    return "";
}

} // namespace

ArrayParameter::ArrayParameter(ArrayOf of)
    : m_of(of)
{
}

void ArrayParameter::add(std::int64_t value)
{
    append(m_elements, std::uint32_t{sizeof value});
    append(m_elements, static_cast<std::uint64_t>(value));
    ++m_size;
}

void ArrayParameter::add(std::string_view value)
{
    if (m_of == ArrayOf::Texts && value.find('\0') != std::string_view::npos) {
        std::string text;
        for (const char c : value)
            text += c == '\0' ? std::string("\xEF\xBF\xBD") : std::string(1, c);
        return add(text);
    }
    append(m_elements, static_cast<std::uint32_t>(value.size()));
    m_elements += value;
    ++m_size;
}

void ArrayParameter::addNull()
{
    append(m_elements, noLength);
    m_hasNull = true;
    ++m_size;
}

Blob ArrayParameter::finished() const
{
    std::string bytes;
    bytes.reserve(m_elements.size() + 20);
    append(bytes, std::uint32_t{m_size == 0 ? 0U : 1U}); // dimensions
    append(bytes, std::uint32_t{m_hasNull ? 1U : 0U});
    append(bytes, static_cast<std::uint32_t>(m_of));
    if (m_size > 0) {
        append(bytes, static_cast<std::uint32_t>(m_size));
        append(bytes, std::uint32_t{1}); // counted from
    }
    return {bytes + m_elements};
}

Columns::Columns(const std::vector<Column> &columns)
{
    m_arrays.reserve(columns.size());
    for (const Column &column : columns)
        m_arrays.emplace_back(column.of);
}

void Columns::bindTo(Query &query) const
{
    for (const ArrayParameter &array : m_arrays)
        query.bind(array.finished());
}

void Columns::run(Connection &connection, const std::string &sql) const
{
    if (isEmpty())
        return;
    Query query(connection, sql);
    bindTo(query);
    query.run();
}

std::string Columns::names(const std::vector<Column> &columns)
{
    std::string text;
    for (const Column &column : columns)
        text.append(text.empty() ? "" : ", ").append(column.name);
    return text;
}

std::string Columns::unnested(const std::vector<Column> &columns)
{
    std::string text;
    for (const Column &column : columns)
        text.append(text.empty() ? "unnest(?::" : ", ?::").append(typeName(column.of)).append("[]");
    return text + ") u (" + names(columns) + ")";
}

std::string Columns::insertInto(const char *table, const std::vector<Column> &columns)
{
    return std::string("INSERT INTO ") + table + " (" + names(columns) + ") SELECT * FROM "
        + unnested(columns);
}

} // namespace gatehouse::store
