// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A prepared statement in use: bound by position, read by column, given back when it goes.

#include "core/base/time.h"
#include "store/sql/connection.h"

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace gatehouse::store {

// Bytes bound as a BLOB.
struct Blob {
    std::string bytes;
    friend bool operator==(const Blob &, const Blob &) = default;
};
// A value of a query whose shape is known at run time only.
using SqlValue = std::variant<std::int64_t, std::string, Blob>;

// All members but the destructor may throw SqlFailure; see attempt().
class Query {
public:
    // Binds `values` to the parameters ?, ?, … or ?1, ?2, …
    template <class... Values>
    Query(Connection &connection, const std::string &sql, const Values &...values)
        : m_connection(connection)
        , m_statement(connection.take(sql))
    {
        (bind(values), ...);
    }
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    // The next parameter; copied.
    void bind(std::string_view text) { m_statement->bindText(++m_bound, std::string(text)); }
    void bind(const std::string &text) { m_statement->bindText(++m_bound, text); }
    void bind(const char *text) { m_statement->bindText(++m_bound, text); }
    void bind(const Blob &blob) { m_statement->bindBytes(++m_bound, blob.bytes); }
    void bind(double value) { m_statement->bindReal(++m_bound, value); }
    void bind(const SqlValue &value);
    void bind(Timestamp value) { bind(toMicros(value)); }
    template <class Value>
    requires(std::integral<Value> || std::is_enum_v<Value>) void bind(Value value)
    {
        m_statement->bindInteger(++m_bound, static_cast<std::int64_t>(value));
    }
    template <class Value>
    void bind(const std::optional<Value> &value)
    {
        if (value)
            bind(*value);
        else
            m_statement->bindNull(++m_bound);
    }
    void bind(const std::vector<SqlValue> &values);
    template <std::size_t Count>
    void bind(const std::array<std::int64_t, Count> &values)
    {
        for (const std::int64_t value : values)
            bind(value);
    }

    // Moves to the next row; false when there is none.
    bool step() { return m_statement->step(); }
    // To the end; the number of rows changed.
    int run();
    // Ready for the next set of values.
    void again();

    [[nodiscard]] std::int64_t integer(int column) const { return m_statement->integer(column); }
    [[nodiscard]] double real(int column) const { return m_statement->real(column); }
    [[nodiscard]] std::string text(int column) const { return m_statement->text(column); }
    [[nodiscard]] Blob blob(int column) const { return {m_statement->bytes(column)}; }
    [[nodiscard]] bool isNull(int column) const { return m_statement->isNull(column); }
    [[nodiscard]] Timestamp time(int column) const { return fromMicros(integer(column)); }
    [[nodiscard]] std::optional<Timestamp> optionalTime(int column) const;

private:
    Connection &m_connection;
    std::unique_ptr<Statement> m_statement;
    int m_bound = 0;
};

} // namespace gatehouse::store
