// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/leases.h"
#include "store/maintenance.h"

#include "store/sql/query.h"
#include "store/sql/record_changes.h"

namespace gatehouse::store {

Result<int> settleDeadGateways(Store &store)
{
    Connection &connection = store.connection();
    const std::string &which = connection.dialect().callsOfOthersGone;
    if (which.empty())
        return 0;
    return attempt(connection, [&]() -> Result<int> {
        int settled = 0;
        // Nearly always there is nothing, and nobody who changes something has to wait.
        if (Query(connection, which).step()) {
            WriteTransaction transaction(connection);
            settled = interruptPending(connection, which);
            transaction.commit();
        }
        const auto takenBack = takeBackLeases(store);
        if (!takenBack)
            return tl::unexpected(takenBack.error());
        return settled;
    });
}

} // namespace gatehouse::store
