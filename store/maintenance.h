// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Keeping a store in shape: status, settings, retention, vacuum, the gateways that use it.

#include "store/records.h"
#include "store/store.h"

namespace gatehouse::store {

[[nodiscard]] Result<StoreStatus> storeStatus(Store &store);
[[nodiscard]] Result<StoreSettings> storeSettings(Store &store);
[[nodiscard]] Status setStoreSettings(Store &store, const StoreSettings &settings); // audited
// Gateways with a heartbeat in the last 10 s.
[[nodiscard]] Result<std::vector<Heartbeat>> liveGateways(Store &store);

// Calls that other gateways left pending, which have not been heard of for 30 s, become `interrupted` and are
// settled at their estimates; each once, whoever else looks for them. What is left of their leases is taken
// back. How many calls they were; always none where a store has one gateway.
[[nodiscard]] Result<int> settleDeadGateways(Store &store);

struct RetentionResult {
    std::int64_t deleted = 0; // calls
    std::int64_t bodies = 0; // calls that are kept without what was said
};
// Deletes resolved and allowed interactions past the retention days, then the oldest of them over the size
// limit, in short transactions. Open reviews, calls under a legal hold and the audit log are never deleted.
// PostgreSQL drops whole weeks, so that a call may stay up to a week longer there. Audited when it deleted
// anything.
[[nodiscard]] Result<RetentionResult> applyRetention(Store &store);
[[nodiscard]] Status vacuum(Store &store);

constexpr int longestRetentionDays = 3650;
// How long bodies and their words in the text index are kept where that is shorter than the calls; 0: as long
// as they. Setting it is audited.
[[nodiscard]] Result<int> bodyDays(Store &store);
[[nodiscard]] Status setBodyDays(Store &store, int days);

[[nodiscard]] std::string toJson(const StoreStatus &status);

} // namespace gatehouse::store
