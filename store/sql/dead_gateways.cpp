// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
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
        // Nearly always there is nothing, and nobody who changes something has to wait.
        if (!Query(connection, which).step())
            return 0;
        WriteTransaction transaction(connection);
        const int settled = interruptPending(connection, which);
        transaction.commit();
        return settled;
    });
}

} // namespace gatehouse::store
