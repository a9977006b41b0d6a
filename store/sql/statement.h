// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One prepared statement of an engine; used through Query.

#include "core/base/error.h"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

namespace gatehouse::store {

// A database refused or failed at something; holds what a person is told.
class SqlFailure : public std::runtime_error {
public:
    explicit SqlFailure(Error error)
        : std::runtime_error(error.what)
        , m_error(std::move(error))
    {
    }
    [[nodiscard]] const Error &error() const { return m_error; }

private:
    Error m_error;
};

// Parameters count from 1, columns from 0. What may throw throws SqlFailure.
class Statement {
public:
    explicit Statement(std::string sql)
        : m_sql(std::move(sql))
    {
    }
    virtual ~Statement() = default;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    [[nodiscard]] const std::string &sql() const { return m_sql; }

    virtual void bindInteger(int parameter, std::int64_t value) = 0;
    virtual void bindReal(int parameter, double value) = 0;
    virtual void bindText(int parameter, const std::string &value) = 0; // copied
    virtual void bindBytes(int parameter, const std::string &value) = 0; // copied
    virtual void bindNull(int parameter) = 0;

    // Moves to the next row; false when there is none.
    virtual bool step() = 0;
    // Rows the statement inserted, changed or deleted.
    [[nodiscard]] virtual int changes() = 0;
    // Ready to be run again, with the values it has.
    virtual void again() = 0;
    // As fresh, without values.
    virtual void clear() noexcept = 0;
    // False once the connection it was prepared on is gone.
    [[nodiscard]] virtual bool isReusable() const { return true; }

    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    [[nodiscard]] virtual std::string text(int column) const = 0;
    [[nodiscard]] virtual std::string bytes(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;

private:
    std::string m_sql;
};

} // namespace gatehouse::store
