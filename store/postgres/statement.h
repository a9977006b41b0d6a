// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A prepared statement of PostgreSQL. Values travel as text, bytes in binary; all rows of an answer are
// fetched at once.

#include "store/postgres/session.h"
#include "store/sql/statement.h"

#include <optional>
#include <string>
#include <vector>

namespace gatehouse::store {

// With $1, $2, … for ?, ?, … or ?1, ?2, …; what is quoted stays.
[[nodiscard]] std::string withNumberedParameters(const std::string &sql);

class PostgresStatement final : public Statement {
public:
    // `session` outlives the statement.
    PostgresStatement(PostgresSession &session, const std::string &sql, std::string name);

    void bindInteger(int parameter, std::int64_t value) override;
    void bindReal(int parameter, double value) override;
    // PostgreSQL keeps no NUL in text: U+FFFD stands for it.
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
    struct Value {
        std::optional<std::string> held;
        bool binary = false;
    };
    void put(int parameter, Value value);
    void run();

    PostgresSession &m_session;
    std::string m_numbered; // SQL as sent
    std::string m_name;
    std::vector<Value> m_values;
    PostgresResult m_result;
    int m_row = -1;
};

} // namespace gatehouse::store
