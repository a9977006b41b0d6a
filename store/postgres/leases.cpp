// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/leases.h"

#include "core/access/limit_window.h"
#include "store/limits.h"
#include "store/sql/query.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace gatehouse::store {

namespace {

// What the store remembers of use is as fine as this (store/sql/limits.cpp).
constexpr Micros storedStep = std::chrono::minutes(1);

const std::string key = "tier = ?1 AND name = ?2 AND counts = ?3";

// Whose row of shared_limit is locked for the rest of the transaction.
struct Locked {
    LimitTier tier;
    std::string name, counts;
};

void addUse(Connection &connection, const Locked &limit, Timestamp start, std::int64_t amount)
{
    static const std::string sql
        = "INSERT INTO limit_use (tier, name, counts, start, amount) VALUES (?, ?, ?, ?, ?) "
          "ON CONFLICT (tier, name, counts, start) DO UPDATE SET amount = limit_use.amount + excluded.amount";
    if (amount != 0)
        Query(connection, sql, limit.tier, limit.name, limit.counts, start, amount).run();
}

bool lock(Connection &connection, const Locked &limit)
{
    static const std::string sql = "SELECT 1 FROM shared_limit WHERE " + key + " FOR UPDATE";
    return Query(connection, sql, limit.tier, limit.name, limit.counts).step();
}

// The first who shares a limit tells what was used before, as the store remembers it.
void begin(Store &store, const Locked &limit, const Limit &of)
{
    const Timestamp now = store.clock().now();
    const LimitWindow window(of.period);
    const auto before = usageOf(store, limit.tier, limit.name, window.at(now).countsFrom);
    if (!before)
        throw SqlFailure(before.error());
    for (const UsageStep &step : *before) {
        const Timestamp at = std::min(step.start + storedStep - Micros(1), now);
        addUse(store.connection(), limit, window.at(at).span.start, amountOf(of.unit, step.charge));
    }
}

void lockOrBegin(Store &store, const Locked &limit, const Limit &of)
{
    static const std::string sql
        = "INSERT INTO shared_limit (tier, name, counts) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    Connection &connection = store.connection();
    while (!lock(connection, limit)) {
        if (Query(connection, sql, limit.tier, limit.name, limit.counts).run() == 1)
            return begin(store, limit, of);
    }
}

// The serial it told last under; nothing when it has no lease (any more).
std::optional<std::int64_t> lastSerial(
    Connection &connection, const Locked &limit, const std::string &gateway)
{
    static const std::string sql = "SELECT serial FROM limit_lease WHERE " + key + " AND gateway = ?4";
    Query query(connection, sql, limit.tier, limit.name, limit.counts, gateway);
    return query.step() ? std::optional(query.integer(0)) : std::nullopt;
}

void readUse(Connection &connection, const Locked &limit, Timestamp from, LeaseGrant &grant)
{
    static const std::string sql = "WITH gone AS (DELETE FROM limit_use WHERE " + key
        + " AND start < ?4) SELECT start, amount FROM limit_use WHERE " + key
        + " AND start >= ?4 ORDER BY start";
    Query query(connection, sql, limit.tier, limit.name, limit.counts, from);
    while (query.step())
        grant.used.push_back({query.time(0), query.integer(1)});
}

void readOthers(Connection &connection, const Locked &limit, const std::string &gateway, LeaseGrant &grant)
{
    static const std::string sql
        = "SELECT coalesce(sum(amount), 0), count(*) FROM limit_lease WHERE " + key + " AND gateway <> ?4";
    Query query(connection, sql, limit.tier, limit.name, limit.counts, gateway);
    query.step();
    grant.elsewhere = query.integer(0);
    grant.others = static_cast<int>(query.integer(1));
}

// Of what is free calls that wait get what they need. Those to come get a part that leaves as much for every
// other gateway, so that little is left over at one when all is spent at another.
std::int64_t more(const LeaseAsk &ask, std::int64_t free, int others)
{
    if (free >= ask.needed)
        return std::max(ask.needed, std::min(ask.needed + ask.wished, free / (2 * (others + 1))));
    return ask.smallest > 0 && free >= ask.smallest ? free : 0;
}

std::int64_t sumOf(const std::vector<LeaseUse> &used)
{
    return std::accumulate(used.begin(), used.end(), std::int64_t{0},
        [](std::int64_t sum, const LeaseUse &use) { return sum + use.amount; });
}

void writeLease(Store &store, const Locked &limit, const std::string &gateway, std::int64_t held, Micros life,
    std::int64_t serial)
{
    static const std::string sql
        = "INSERT INTO limit_lease (tier, name, counts, gateway, amount, expires, told_at, serial) VALUES "
          "(?1, ?2, ?3, ?4, ?5, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint + ?6, ?7, ?8) "
          "ON CONFLICT (tier, name, counts, gateway) DO UPDATE SET amount = excluded.amount, "
          "expires = excluded.expires, told_at = excluded.told_at, serial = excluded.serial";
    Query(store.connection(), sql, limit.tier, limit.name, limit.counts, gateway, held, life.count(),
        store.clock().now(), serial)
        .run();
}

LeaseGrant renew(Store &store, const std::string &gateway, Micros life, const LeaseAsk &ask)
{
    Connection &connection = store.connection();
    const Locked limit{ask.tier, ask.name, countedBy(ask.limit)};
    lockOrBegin(store, limit, ask.limit);
    const auto serial = lastSerial(connection, limit, gateway);
    if (serial != ask.serial) {
        for (const LeaseUse &use : ask.spent)
            addUse(connection, limit, use.start, use.amount);
    }
    const Timestamp now = store.clock().now();
    LeaseGrant grant;
    readUse(connection, limit, LimitWindow(ask.limit.period).at(now).countsFrom, grant);
    readOthers(connection, limit, gateway, grant);
    const std::int64_t kept = serial ? ask.kept : 0;
    const std::int64_t free = ask.limit.amountAt(now) - sumOf(grant.used) - grant.elsewhere - kept;
    grant.held = free < 0 ? std::max<std::int64_t>(0, kept + free) : kept + more(ask, free, grant.others);
    writeLease(store, limit, gateway, grant.held, life, ask.serial);
    return grant;
}

// Whoever locks several does so in the same order.
std::vector<std::size_t> inOrder(const std::vector<LeaseAsk> &asks)
{
    std::vector<std::size_t> order(asks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto placeOf = [](const LeaseAsk &ask) {
            return std::tuple(ask.tier, std::cref(ask.name).get(), countedBy(ask.limit));
        };
        return placeOf(asks[a]) < placeOf(asks[b]);
    });
    return order;
}

} // namespace

std::string countedBy(const Limit &limit)
{
    Limit one = limit;
    one.amount = 1;
    one.raise.reset();
    return limitText(one);
}

Result<std::vector<LeaseGrant>> renewLeases(
    Store &store, const std::string &gateway, Micros life, const std::vector<LeaseAsk> &asks)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<std::vector<LeaseGrant>> {
        std::vector<LeaseGrant> grants(asks.size());
        WriteTransaction transaction(connection, Writing::Records);
        for (const std::size_t i : inOrder(asks))
            grants[i] = renew(store, gateway, life, asks[i]);
        transaction.commit();
        return grants;
    });
}

} // namespace gatehouse::store
