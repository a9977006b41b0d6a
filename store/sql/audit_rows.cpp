// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/audit_rows.h"

namespace gatehouse::store {

std::vector<AuditEntry> readAudit(Query &query)
{
    std::vector<AuditEntry> entries;
    while (query.step())
        entries.push_back({query.integer(0), query.time(1), query.text(2), query.text(3), query.text(4),
            query.text(5), query.text(6), query.text(7), query.text(8)});
    return entries;
}

} // namespace gatehouse::store
