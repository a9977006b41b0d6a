// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A prepared statement of SQLite.

#include "store/sql/statement.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <string>

namespace gatehouse::store {

// What a failure of the database means to a person.
[[nodiscard]] SqlFailure toFailure(const SQLite::Exception &exception, const std::string &place);

class SqliteStatement final : public Statement {
public:
    // `place` outlives the statement.
    SqliteStatement(SQLite::Database &database, const std::string &sql, const std::string &place);

    void bindInteger(int parameter, std::int64_t value) override;
    void bindReal(int parameter, double value) override;
    void bindText(int parameter, const std::string &value) override;
    void bindBytes(int parameter, const std::string &value) override;
    void bindNull(int parameter) override;
    bool step() override;
    [[nodiscard]] int changes() override;
    void again() override;
    void clear() noexcept override;
    [[nodiscard]] std::int64_t integer(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] std::string text(int column) const override;
    [[nodiscard]] std::string bytes(int column) const override;
    [[nodiscard]] bool isNull(int column) const override;

private:
    const std::string &m_place;
    mutable SQLite::Statement m_statement; // reading a column is no const member there
};

} // namespace gatehouse::store
