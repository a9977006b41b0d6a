// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The audit log: who changed what, hash-chained, its head signed each minute by the gateway.
//
// hash = lower-case hex of SHA-256 over: the hash of the entry before (64 hex digits; 64 zeros for the first
// entry), one line feed, and the entry as RFC 8785 JSON without its hash:
// {"action":…,"actor":…,"after":…,"at":…,"before":…, "object":…,"reason":…,"seq":…}. `after` and `before`
// stand in it as the JSON values they are (members sorted) or null, `at` is RFC 3339 in UTC with six
// decimals, `seq` a whole number counting from 1 without gaps. A line of exportAudit() holds the same members
// and `hash`, so the chain can be checked from an export alone.
//
// A signature of a head is Ed25519 over "gatehouse-audit-head/1\n" SEQ "\n" HASH "\n" TIME "\n" GATEWAY,
// times and numbers spelt as above.

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
// A line of JSON a call, with its line feed, newest first, until `write` returns false.
[[nodiscard]] Status exportAudit(Store &store, const std::function<bool(std::string_view)> &write);
[[nodiscard]] std::string toJson(const AuditEntry &entry);
[[nodiscard]] std::string toJson(const AuditVerification &verification);

} // namespace gatehouse::store
