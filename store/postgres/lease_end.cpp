// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Leases whose gateway did not renew them.
#include "store/leases.h"

#include "core/access/limit_window.h"
#include "store/limits.h"
#include "store/sql/query.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace gatehouse::store {

namespace {

// A call is recorded as of its beginning and takes from the lease once its body is there.
constexpr Micros bodyTime = std::chrono::minutes(1);

struct Ended {
    LimitTier tier = LimitTier::Key;
    std::string name, counts, gateway;
    std::int64_t amount = 0;
    Timestamp toldAt{};
};

// What calls under way take is known once they are settled, be it by others (settleDeadGateways()).
const std::string ended
    = "FROM limit_lease l WHERE expires < (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AND "
      "(amount = 0 OR NOT EXISTS (SELECT 1 FROM interaction i WHERE i.outcome = 0 AND i.gateway = 'gateway:' "
      "|| l.gateway))";

std::vector<Ended> endedLeases(Connection &connection)
{
    static const std::string sql
        = "SELECT tier, name, counts, gateway, amount, told_at " + ended + " ORDER BY tier, name, counts";
    Query query(connection, sql);
    std::vector<Ended> all;
    while (query.step())
        all.push_back({static_cast<LimitTier>(query.integer(0)), query.text(1), query.text(2), query.text(3),
            query.integer(4), query.time(5)});
    return all;
}

// True while it is this gateway's and has not been renewed meanwhile.
bool lockEnded(Connection &connection, const Ended &lease)
{
    static const std::string limit
        = "SELECT 1 FROM shared_limit WHERE tier = ? AND name = ? AND counts = ? FOR UPDATE";
    static const std::string still = "SELECT 1 " + ended
        + " AND tier = ? AND name = ? AND counts = ? AND gateway = ? AND amount = ? AND told_at = ?";
    (void)Query(connection, limit, lease.tier, lease.name, lease.counts).step();
    return Query(
        connection, still, lease.tier, lease.name, lease.counts, lease.gateway, lease.amount, lease.toldAt)
        .step();
}

const std::string &recordedSql(LimitTier tier)
{
    static const std::string head
        = "SELECT count(*), coalesce(sum(tokens_in + tokens_out), 0), coalesce(sum(cost_uusd), 0) "
          "FROM interaction WHERE gateway = 'gateway:' || ? AND at >= ? AND ";
    static const std::string byTier[]
        = {head + "key = ?", head + "use_case = ?", head + "environment = ?", head + "team = ?"};
    return byTier[static_cast<std::size_t>(tier)];
}

Charge recordedBy(Connection &connection, const Ended &lease)
{
    Query query(connection, recordedSql(lease.tier), lease.gateway, lease.toldAt - bodyTime, lease.name);
    query.step();
    return {query.integer(0), query.integer(1), query.integer(2)};
}

void takeBack(Store &store, const Ended &lease)
{
    static const std::string use
        = "INSERT INTO limit_use (tier, name, counts, start, amount) VALUES (?, ?, ?, ?, ?) "
          "ON CONFLICT (tier, name, counts, start) DO UPDATE SET amount = limit_use.amount + excluded.amount";
    static const std::string gone
        = "DELETE FROM limit_lease WHERE tier = ? AND name = ? AND counts = ? AND gateway = ?";
    Connection &connection = store.connection();
    const auto limit = parseLimit(lease.counts);
    if (limit && lease.amount > 0) {
        const std::int64_t spent
            = std::min(lease.amount, amountOf(limit->unit, recordedBy(connection, lease)));
        const Timestamp step = LimitWindow(limit->period).at(store.clock().now()).span.start;
        Query(connection, use, lease.tier, lease.name, lease.counts, step, spent).run();
    }
    Query(connection, gone, lease.tier, lease.name, lease.counts, lease.gateway).run();
}

using Place = std::tuple<LimitTier, std::string, std::string>;

std::set<Place> sharedLimits(Connection &connection)
{
    Query query(connection, "SELECT tier, name, counts FROM shared_limit");
    std::set<Place> all;
    while (query.step())
        all.emplace(static_cast<LimitTier>(query.integer(0)), query.text(1), query.text(2));
    return all;
}

// What is shared was there when it was first shared; what is not there now, after that was read, was removed.
void forgetRemoved(Store &store)
{
    Connection &connection = store.connection();
    std::set<Place> gone = sharedLimits(connection);
    const auto limits = listLimits(store);
    if (!limits)
        throw SqlFailure(limits.error());
    for (const SubjectLimits &subject : *limits) {
        for (const Limit &limit : subject.limits)
            gone.erase({subject.tier, subject.name, countedBy(limit)});
    }
    for (const auto &[tier, name, counts] : gone)
        Query(connection, "DELETE FROM shared_limit WHERE tier = ? AND name = ? AND counts = ?", tier, name,
            counts)
            .run();
}

} // namespace

Result<int> takeBackLeases(Store &store)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<int> {
        forgetRemoved(store);
        int taken = 0;
        for (const Ended &lease : endedLeases(connection)) {
            WriteTransaction transaction(connection, Writing::Records);
            if (!lockEnded(connection, lease))
                continue;
            takeBack(store, lease);
            transaction.commit();
            ++taken;
        }
        return taken;
    });
}

Status endLeases(Store &store, const std::string &gateway)
{
    Connection &connection = store.connection();
    const auto found = attempt(connection, [&]() -> Result<int> {
        return Query(connection, "UPDATE limit_lease SET expires = 0 WHERE gateway = ?", gateway).run();
    });
    const auto taken = found ? takeBackLeases(store) : found;
    return taken ? Status() : tl::unexpected(taken.error());
}

} // namespace gatehouse::store
