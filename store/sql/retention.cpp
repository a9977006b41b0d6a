// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/json_text.h"
#include "store/maintenance.h"
#include "store/review_jobs.h"
#include "store/sql/audit_log.h"
#include "store/sql/hold_condition.h"
#include "store/sql/query.h"
#include "store/sql/rollup_changes.h"
#include "store/sql/rollup_sheet.h"
#include "store/sql/usage_rows.h"
#include "store/sql/verdict_batches.h"

#include <charconv>
#include <limits>

namespace gatehouse::store {

namespace {

// A slice of either must not keep a gateway's group waiting for more than about 20 ms.
constexpr std::size_t rowsPerSlice = 100;
// Calls of a gateway whose clock is ahead, or whose store was out of reach for a while, find their place.
constexpr auto roomAhead = std::chrono::days(14), roomBehind = std::chrono::days(7);
constexpr const char *bodyDaysSetting = "body_days";

// Walks what may go, oldest first, and deletes it slice by slice.
class Sweep {
public:
    Sweep(Connection &connection, Dropping what)
        : m_connection(connection)
        , m_what(what)
    {
    }

    // False when there is nothing left before `cutoff`.
    bool deleteSlice(std::int64_t cutoff)
    {
        WriteTransaction transaction(m_connection);
        const std::vector<std::int64_t> slice = nextSlice(cutoff);
        if (m_what == Dropping::Calls) {
            takeFromRollups(m_connection, slice);
            m_connection.deleteCalls(slice);
        } else
            m_connection.deleteBodies(slice);
        transaction.commit();
        m_deleted += static_cast<std::int64_t>(slice.size());
        return !slice.empty();
    }

    [[nodiscard]] std::int64_t deleted() const { return m_deleted; }

private:
    std::vector<std::int64_t> nextSlice(std::int64_t cutoff)
    {
        static const std::string mayGo
            = std::string(" AND i.state IN (0, 4) AND i.outcome <> 0 AND ") + notHeld;
        static const std::string calls
            = "SELECT i.n, i.at FROM interaction i WHERE i.at < ? AND (i.at, i.n) > (?, ?)" + mayGo
            + " ORDER BY i.at, i.n LIMIT ?";
        // By number, which grows with time: the newest call that is old enough ends the walk.
        static const std::string bodies
            = "SELECT b.n, i.at FROM request_body b JOIN interaction i ON i.n = b.n WHERE i.at < ?1 "
              "AND b.n > ?2 AND b.n <= (SELECT o.n FROM interaction o WHERE o.at < ?1 ORDER BY o.at DESC "
              "LIMIT 1)"
            + mayGo + " ORDER BY b.n LIMIT ?3";
        if (m_what == Dropping::Calls)
            return take(Query(m_connection, calls, cutoff, m_at, m_n, rowsPerSlice));
        return take(Query(m_connection, bodies, cutoff, m_n, rowsPerSlice));
    }

    std::vector<std::int64_t> take(Query &&query)
    {
        std::vector<std::int64_t> slice;
        while (query.step()) {
            slice.push_back(query.integer(0));
            m_n = query.integer(0);
            m_at = query.integer(1);
        }
        return slice;
    }

    Connection &m_connection;
    Dropping m_what;
    std::int64_t m_at = std::numeric_limits<std::int64_t>::min();
    std::int64_t m_n = 0;
    std::int64_t m_deleted = 0;
};

// What is over at once where that is possible, then one by one what is left of it. Returns of how many calls.
std::int64_t deleteBefore(Connection &connection, Timestamp cutoff, Dropping what)
{
    const std::int64_t dropped = connection.dropBefore(cutoff, what);
    Sweep sweep(connection, what);
    while (sweep.deleteSlice(toMicros(connection.rowsBefore(cutoff)))) { }
    return dropped + sweep.deleted();
}

// The oldest go until the rest fits. To weigh a store takes long when it is large, so it is asked for nearly
// as many calls at once as are too many.
std::int64_t deleteToSize(Connection &connection, std::int64_t maximumBytes)
{
    Sweep sweep(connection, Dropping::Calls);
    for (std::int64_t bytes = connection.bytesInUse(); bytes > maximumBytes;
         bytes = connection.bytesInUse()) {
        Query count(connection, "SELECT count(*) FROM interaction");
        const double calls = count.step() ? static_cast<double>(count.integer(0)) : 0;
        const double excess = static_cast<double>(bytes - maximumBytes) / static_cast<double>(bytes);
        const std::int64_t enough = sweep.deleted() + static_cast<std::int64_t>(calls * excess * 0.9);
        do {
            if (!sweep.deleteSlice(std::numeric_limits<std::int64_t>::max()))
                return sweep.deleted();
        } while (sweep.deleted() < enough);
    }
    return sweep.deleted();
}

// Measures are of calls that may be gone; they stay as long as calls may.
void tidyRollups(Connection &connection, Timestamp now, Timestamp cutoff)
{
    WriteTransaction transaction(connection, Writing::Records);
    forgetMeasures(connection, cutoff);
    // What is counted at this moment is left to those who count it.
    connection.tidyRollups(hourOf(now) - 1);
    transaction.commit();
}

int readBodyDays(Connection &connection)
{
    Query query(connection, "SELECT value FROM setting WHERE name = ?", bodyDaysSetting);
    const std::string text = query.step() ? query.text(0) : std::string();
    int days = 0;
    std::from_chars(text.data(), text.data() + text.size(), days);
    return days;
}

void auditRetention(Store &store, const RetentionResult &result)
{
    WriteTransaction transaction(store.connection());
    JsonObject after;
    if (result.bodies > 0)
        after.add("bodies", result.bodies);
    appendAudit(store, {"retention.apply", "store", "", after.add("deleted", result.deleted).text()});
    transaction.commit();
}

} // namespace

Result<RetentionResult> applyRetention(Store &store)
{
    const auto settings = storeSettings(store);
    if (!settings)
        return tl::unexpected(settings.error());
    if (Status tidied = tidyReviewJobs(store); !tidied)
        return tl::unexpected(tidied.error());
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<RetentionResult> {
        const Timestamp now = store.clock().now();
        connection.makeRoom(now - roomBehind, now + roomAhead);
        RetentionResult result;
        result.deleted
            = deleteBefore(connection, now - std::chrono::days(settings->retentionDays), Dropping::Calls);
        if (const int days = readBodyDays(connection); days > 0 && days < settings->retentionDays)
            result.bodies = deleteBefore(connection, now - std::chrono::days(days), Dropping::Bodies);
        result.deleted += deleteToSize(connection, settings->maximumBytes);
        tidyRollups(connection, now, now - std::chrono::days(settings->retentionDays));
        forgetVerdictBatches(connection);
        compactUsage(connection, now);
        if (result.deleted > 0 || result.bodies > 0) {
            auditRetention(store, result);
            connection.giveBackSpace();
        }
        return result;
    });
}

Result<int> bodyDays(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<int> { return readBodyDays(store.connection()); });
}

Status setBodyDays(Store &store, int days)
{
    if (days < 0 || days > longestRetentionDays)
        return fail(ErrorKind::InvalidInput, "not a number of days to keep what calls said", bodyDaysSetting,
            "1 to 3650, or 0 for as long as the calls");
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection);
        const int before = readBodyDays(connection);
        if (before == days)
            return {};
        Query(connection,
            "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = "
            "excluded.value",
            bodyDaysSetting, std::to_string(days))
            .run();
        const auto json
            = [](int value) { return JsonObject().add(bodyDaysSetting, std::int64_t{value}).text(); };
        appendAudit(store, {"settings.change", "store", json(before), json(days)});
        transaction.commit();
        return {};
    });
}

Status vacuum(Store &store)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        connection.makeRoom(store.clock().now() - roomBehind, store.clock().now() + roomAhead);
        connection.tidy();
        return {};
    });
}

} // namespace gatehouse::store
