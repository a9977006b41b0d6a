// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Records of calls into PostgreSQL: gathered and written table by table, since there every statement is a
// round trip.

#include "store/sql/call_groups.h"
#include "store/sql/connection.h"
#include "store/sql/exception_uses.h"
#include "store/sql/record_rows.h"
#include "store/sql/record_writer.h"
#include "store/sql/usage_rows.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gatehouse::store {

class RecordBatch final : public RecordWriter {
public:
    // `connection` outlives the batch.
    explicit RecordBatch(Connection &connection)
        : m_connection(connection)
    {
    }

    void write(const RequestRecord &record, Status &status) override { addCall(record, nullptr, status); }
    void write(const VerdictRecord &record, Status &status) override;
    void write(const RequestRecord &request, const VerdictRecord &verdict, Status &status) override
    {
        addCall(request, &verdict, status);
    }
    void finish() override;

private:
    struct Waiting {
        NewCall call;
        Status *status;
        std::int64_t n = 0;
        std::optional<Placement> place = {};
    };
    struct Judged {
        Blob id;
        const VerdictRecord *record;
        Status *status;
    };

    void addCall(const RequestRecord &request, const VerdictRecord *verdict, Status &status);
    void grow(std::size_t bytes);
    // Writes what has gathered.
    void flush();
    void makeRoom();
    void findKnown();
    void placeCalls();
    void insertCalls();
    void insertParts();
    void judge();
    void updateJudged();
    void placeJudged();
    void noteChanges();
    void writeUsage();
    [[nodiscard]] std::unordered_map<std::int64_t, std::vector<FoundBy>> takeFindings(
        const std::vector<std::int64_t> &numbers);

    Connection &m_connection;
    UsageSheet m_usage;
    RollupSheet m_rollups;
    ExceptionUses m_exceptions;
    std::vector<Waiting> m_calls;
    std::vector<Judged> m_judged;
    // Who is in the batch: its call, its verdict.
    std::unordered_set<std::string> m_callIds, m_judgedIds;
    std::unordered_map<std::string, KnownCall> m_known; // those the store has
    std::vector<Blob> m_changed;
    std::size_t m_bytes = 0; // of texts that wait
};

} // namespace gatehouse::store
