// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Audit entries as they are read.

#include "store/audit.h"
#include "store/sql/query.h"

#include <string>
#include <vector>

namespace gatehouse::store {

// What readAudit() expects, in its order.
inline const std::string auditColumns = "seq, at, actor, action, object, before, after, reason, hash";
[[nodiscard]] std::vector<AuditEntry> readAudit(Query &query); // all that is left of it

} // namespace gatehouse::store
