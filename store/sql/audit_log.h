// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Appends to the audit log inside the transaction of the change it tells of.

#include "store/records.h"
#include "store/store.h"

#include <string>

namespace gatehouse::store {

// `before` and `after`: JSON with sorted members, "" when there is none; never a secret.
struct AuditDraft {
    std::string action;
    std::string object;
    std::string before = {}, after = {};
    std::string reason = {};
};
// Throws SqlFailure; call it inside a WriteTransaction.
void appendAudit(Store &store, const AuditDraft &draft);

// NotPermitted where the store shows its user a part of the log and of the calls only.
[[nodiscard]] Status checkSeesAll(Store &store);

} // namespace gatehouse::store
