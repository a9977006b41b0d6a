// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/exception_uses.h"

#include "core/policy/exceptions.h"

#include <algorithm>
#include <set>

namespace gatehouse::store {

void ExceptionUses::add(Timestamp at, const std::vector<CheckResult> &checks, std::optional<Stage> stage)
{
    std::set<ExceptionId> named;
    for (const CheckResult &check : checks) {
        if (!stage || check.stage == *stage) {
            for (ExceptionId &id : liftedBy(check))
                named.insert(std::move(id));
        }
    }
    for (const ExceptionId &id : named) {
        Use &use = m_uses[id.value];
        ++use.calls;
        use.last = std::max(use.last, at);
    }
}

void ExceptionUses::write(Connection &connection) const
{
    static const std::string count = "UPDATE policy_exception SET uses = uses + ? WHERE id = ?";
    static const std::string last
        = "UPDATE policy_exception SET last_used_at = ?1 WHERE id = ?2 AND coalesce(last_used_at, 0) < ?1";
    for (const auto &[id, use] : m_uses) {
        Query(connection, count, use.calls, id).run();
        Query(connection, last, use.last, id).run();
    }
}

} // namespace gatehouse::store
