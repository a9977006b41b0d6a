// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/call_limits.h"

#include "gateway/state/shared_limits.h"
#include "store/limits.h"

namespace gatehouse::gateway {

Status refreshLimits(Ledger &ledger, SharedLimits *shared, store::Store &store)
{
    const auto limits = store::listLimits(store);
    if (!limits)
        return tl::unexpected(limits.error());
    const Timestamp now = store.clock().now();
    const auto history = store::usageFor(store, ledger.unknownOf(*limits, now));
    if (!history)
        return tl::unexpected(history.error());
    ledger.configure(*limits, *history, now);
    if (shared)
        shared->configure(*limits);
    return {};
}

} // namespace gatehouse::gateway
