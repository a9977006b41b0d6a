// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Many rows in one statement: each column is one array, which the server takes apart with unnest().

#include "store/sql/query.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace gatehouse::store {

// The numbers are the server's own of these types (its pg_type.dat).
enum class ArrayOf : std::uint32_t { Bytes = 17, Integers = 20, Texts = 25 };

// In the form of array_send() of the server.
class ArrayParameter {
public:
    explicit ArrayParameter(ArrayOf of);

    void add(std::int64_t value);
    // Of texts and bytes. PostgreSQL keeps no NUL in text: U+FFFD stands for it.
    void add(std::string_view value);
    void addNull();
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] Blob finished() const;

private:
    ArrayOf m_of;
    std::size_t m_size = 0;
    bool m_hasNull = false;
    std::string m_elements;
};

struct Column {
    const char *name;
    ArrayOf of;
};

// Rows of these columns.
class Columns {
public:
    explicit Columns(const std::vector<Column> &columns);

    // The values of one row, in the order of the columns.
    template <class... Values>
    void add(const Values &...values)
    {
        std::size_t column = 0;
        (put(m_arrays[column++], values), ...);
    }
    [[nodiscard]] bool isEmpty() const { return m_arrays.front().size() == 0; }
    // As the parameters of unnested().
    void bindTo(Query &query) const;
    // Runs a statement that has unnested() of these columns; nothing when there are no rows.
    void run(Connection &connection, const std::string &sql) const;

    // "id, …"
    [[nodiscard]] static std::string names(const std::vector<Column> &columns);
    // "unnest(?::bytea[], …) u (id, …)"
    [[nodiscard]] static std::string unnested(const std::vector<Column> &columns);
    // "INSERT INTO table (id, …) SELECT * FROM unnest(…) u (id, …)"
    [[nodiscard]] static std::string insertInto(const char *table, const std::vector<Column> &columns);

private:
    static void put(ArrayParameter &array, const Blob &value) { array.add(value.bytes); }
    static void put(ArrayParameter &array, std::string_view value) { array.add(value); }
    static void put(ArrayParameter &array, Timestamp value) { array.add(toMicros(value)); }
    template <class Value>
    requires(std::integral<Value> || std::is_enum_v<Value>) static void put(
        ArrayParameter &array, Value value)
    {
        array.add(static_cast<std::int64_t>(value));
    }
    static void put(ArrayParameter &array, const std::optional<std::int64_t> &value)
    {
        value ? array.add(*value) : array.addNull();
    }

    std::vector<ArrayParameter> m_arrays;
};

} // namespace gatehouse::store
