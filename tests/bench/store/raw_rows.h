// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The rows of a store's calls, put into another by plain inserts: what the server takes at most.

#include <libpq-fe.h>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse::bench {

using Session = std::unique_ptr<PGconn, decltype(&PQfinish)>;
[[nodiscard]] Session connectTo(const std::string &location);

// Rows of the calls in order of their time, in batches of so many calls.
class RawRows {
public:
    // Fetches what `from` holds beyond the calls that were fetched before.
    void fetch(PGconn *from, int callsPerBatch);
    // Each batch is a transaction, each table one prepared statement of arrays in binary form.
    void insertInto(PGconn *to) const;

private:
    using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;
    struct TableRows {
        std::size_t table;
        Result columns; // one row: an array a column
    };
    std::vector<std::vector<TableRows>> m_batches;
    std::string m_fetchedTo = "-1";
};

} // namespace gatehouse::bench
