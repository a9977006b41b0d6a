// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/audit_log.h"

#include "store/audit.h"
#include "store/audit_chain.h"
#include "store/sql/audit_rows.h"
#include "store/sql/query.h"

#include <limits>

namespace gatehouse::store {

namespace {

constexpr std::size_t exportPage = 500;

} // namespace

void appendAudit(Store &store, const AuditDraft &draft)
{
    Connection &connection = store.connection();
    if (const std::string &byItself = connection.dialect().auditEntry; !byItself.empty()) {
        Query(connection, byItself, store.clock().now(), store.actor(), draft.action, draft.object,
            draft.before, draft.after, draft.reason)
            .run();
        return;
    }
    std::string previous = chainStart();
    AuditEntry entry{1, store.clock().now(), store.actor(), draft.action, draft.object, draft.before,
        draft.after, draft.reason, {}};
    {
        Query last(connection, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
        if (last.step()) {
            entry.seq = last.integer(0) + 1;
            previous = last.text(1);
        }
    }
    entry.hash = chainHash(previous, entry);
    static const std::string sql
        = "INSERT INTO audit (seq, at, actor, action, object, before, after, reason, hash) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    Query(connection, sql, entry.seq, entry.at, entry.actor, entry.action, entry.object, entry.before,
        entry.after, entry.reason, entry.hash)
        .run();
}

Result<std::vector<AuditEntry>> listAudit(Store &store, std::size_t limit, std::int64_t before)
{
    static const std::string sql
        = "SELECT " + auditColumns + " FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?";
    const std::int64_t below = before > 0 ? before : std::numeric_limits<std::int64_t>::max();
    return attempt(store.connection(), [&]() -> Result<std::vector<AuditEntry>> {
        Query query(store.connection(), sql, below, limit);
        return readAudit(query);
    });
}

Status exportAudit(Store &store, const std::function<bool(std::string_view)> &write)
{
    std::int64_t before = 0;
    while (true) {
        const auto page = listAudit(store, exportPage, before);
        if (!page)
            return tl::unexpected(page.error());
        for (const AuditEntry &entry : *page) {
            if (!write(toJson(entry) + "\n"))
                return {};
        }
        if (page->size() < exportPage)
            return {};
        before = page->back().seq;
    }
}

} // namespace gatehouse::store
