// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The gateway's ledger, kept in step with the limits the store says.

#include "core/access/ledger.h"
#include "store/store.h"

namespace gatehouse::gateway {

class SharedLimits;

// New limits start with what the store remembers of them; the others keep what the ledger knows. Asked for on
// the thread that watches the store. `shared` is null where one gateway has the store to itself.
[[nodiscard]] Status refreshLimits(Ledger &ledger, SharedLimits *shared, store::Store &store);

} // namespace gatehouse::gateway
