// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What keys used, minute by minute, between database and values.

#include "core/access/meter.h"
#include "store/sql/query.h"

#include <map>
#include <string>
#include <utility>

namespace gatehouse::store {

// Gathers what the records of one transaction add or correct, so that each row is written once.
class UsageSheet {
public:
    void add(const std::string &key, Timestamp at, const Charge &charge);
    // Inside the transaction of the records. May throw SqlFailure.
    void write(Connection &connection) const;

    using Rows = std::map<std::pair<std::string, std::int64_t>, Charge>; // by key and start
    [[nodiscard]] const Rows &rows() const { return m_rows; }

private:
    Rows m_rows;
};

// Joins minutes of more than two days ago into quarters of an hour, and forgets what is older than any
// limit's window. A transaction of its own for each slice; may throw SqlFailure.
void compactUsage(Connection &connection, Timestamp now);

} // namespace gatehouse::store
