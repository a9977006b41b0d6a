// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Records of calls into SQLite: row by row, since a statement costs no round trip there.

#include "store/sql/exception_uses.h"
#include "store/sql/record_rows.h"
#include "store/sql/record_writer.h"
#include "store/sql/usage_rows.h"
#include "store/sqlite/connection.h"

namespace gatehouse::store {

class RowWriter final : public RecordWriter {
public:
    // `connection` outlives the writer.
    explicit RowWriter(SqliteConnection &connection)
        : m_connection(connection)
    {
    }

    void write(const RequestRecord &record, Status &status) override;
    void write(const VerdictRecord &record, Status &status) override;
    void write(const RequestRecord &request, const VerdictRecord &verdict, Status &status) override;
    void finish() override;

private:
    // False when a call with this id is there already.
    [[nodiscard]] bool insert(const NewCall &call);

    SqliteConnection &m_connection;
    UsageSheet m_usage;
    RollupSheet m_rollups;
    ExceptionUses m_exceptions;
};

} // namespace gatehouse::store
