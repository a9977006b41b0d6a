// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/json_text.h"
#include "store/maintenance.h"
#include "store/sql/audit_log.h"
#include "store/sql/query.h"
#include "store/sql/usage_rows.h"

#include <limits>

namespace gatehouse::store {

namespace {

// A slice of either must not keep a gateway's group waiting for more than about 20 ms.
constexpr std::size_t rowsPerSlice = 100;

// Walks the calls that may go, oldest first, and deletes them slice by slice.
class Sweep {
public:
    explicit Sweep(Connection &connection)
        : m_connection(connection)
    {
    }

    // False when there is nothing left before `cutoff`.
    bool deleteSlice(std::int64_t cutoff)
    {
        WriteTransaction transaction(m_connection);
        const std::vector<std::int64_t> slice = nextSlice(cutoff);
        for (const std::int64_t n : slice) {
            m_connection.removeFromSearch(n);
            Query(m_connection, "DELETE FROM interaction WHERE n = ?", n).run();
        }
        transaction.commit();
        m_deleted += static_cast<std::int64_t>(slice.size());
        return !slice.empty();
    }

    [[nodiscard]] std::int64_t deleted() const { return m_deleted; }

private:
    std::vector<std::int64_t> nextSlice(std::int64_t cutoff)
    {
        static const std::string sql = "SELECT n, at FROM interaction WHERE at < ?1 AND (at, n) > (?2, ?3) "
                                       "AND state IN (0, 4) AND outcome <> 0 ORDER BY at, n LIMIT ?4";
        Query query(m_connection, sql, cutoff, m_at, m_n, rowsPerSlice);
        std::vector<std::int64_t> slice;
        while (query.step()) {
            slice.push_back(query.integer(0));
            m_n = query.integer(0);
            m_at = query.integer(1);
        }
        return slice;
    }

    Connection &m_connection;
    std::int64_t m_at = std::numeric_limits<std::int64_t>::min();
    std::int64_t m_n = 0;
    std::int64_t m_deleted = 0;
};

void auditRetention(Store &store, std::int64_t deleted)
{
    WriteTransaction transaction(store.connection());
    appendAudit(store, {"retention.apply", "store", "", JsonObject().add("deleted", deleted).text()});
    transaction.commit();
}

} // namespace

Result<RetentionResult> applyRetention(Store &store)
{
    const auto settings = storeSettings(store);
    if (!settings)
        return tl::unexpected(settings.error());
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<RetentionResult> {
        const Timestamp cutoff = store.clock().now() - std::chrono::days(settings->retentionDays);
        Sweep sweep(connection);
        while (sweep.deleteSlice(toMicros(cutoff))) { }
        Sweep bySize(connection);
        while (connection.bytesInUse() > settings->maximumBytes
            && bySize.deleteSlice(std::numeric_limits<std::int64_t>::max())) { }
        compactUsage(connection, store.clock().now());
        const RetentionResult result{sweep.deleted() + bySize.deleted()};
        if (result.deleted > 0) {
            auditRetention(store, result.deleted);
            connection.giveBackSpace();
        }
        return result;
    });
}

Status vacuum(Store &store)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        connection.tidy();
        return {};
    });
}

} // namespace gatehouse::store
