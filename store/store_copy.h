// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Moving a store to another place or engine, key material included.

#include "store/store.h"

#include <cstdint>
#include <functional>
#include <string>

namespace gatehouse::store {

struct StoreCopy {
    std::int64_t interactions = 0; // in the copy
    std::int64_t copied = 0; // of them by this run: fewer when an earlier one was broken off
    std::int64_t rows = 0; // of every table, counted in both
    std::int64_t auditEntries = 0;
    std::string auditHead; // hash of the newest entry, "" when there is none
};

// Everything `from` holds but what its gateways say of themselves and the people of a server, into `to`,
// which is new or the beginning of such a copy: what is there is kept, and it goes on after it. Counts of
// every table and the audit chain are compared at the end. `progress` hears of interactions done and to be
// done; it breaks the copy off by false, after which it can be gone on with. The keys of `from` go along into
// the key folder of `to`.
//
// Conflict when a gateway uses either store, when `to` holds anything else, or when `from` was changed since
// the copy began; NotPermitted when the keys of `from` cannot be read; Corrupt when the copy is not whole.
[[nodiscard]] Result<StoreCopy> copyStore(
    Store &from, Store &to, const std::function<bool(std::int64_t done, std::int64_t total)> &progress);

} // namespace gatehouse::store
