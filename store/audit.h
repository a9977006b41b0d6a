// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The audit log: who changed what, hash-chained, its head signed each minute by the gateway.

#include "store/records.h"
#include "store/store.h"

#include <functional>

namespace gatehouse::store {

// Newest first; `before` continues below that seq (0: from the newest).
[[nodiscard]] Result<std::vector<AuditEntry>> listAudit(
    Store &store, std::size_t limit, std::int64_t before = 0);
// Recomputes the chain from the first entry and checks every signed head. `expectHead` proves nothing was cut
// off since that hash was noted.
[[nodiscard]] Result<AuditVerification> verifyAudit(Store &store, const std::string &expectHead = {});
// Signs the present head with the store's signing key (Ed25519, beside the store).
[[nodiscard]] Status signAuditHead(Store &store, const std::string &gatewayId);
[[nodiscard]] Status exportAudit(Store &store, const std::function<bool(std::string_view)> &write);
[[nodiscard]] std::string toJson(const AuditEntry &entry);
[[nodiscard]] std::string toJson(const AuditVerification &verification);

} // namespace gatehouse::store
