// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/maintenance.h"

#include "store/json_text.h"
#include "store/sql/audit_log.h"
#include "store/sql/query.h"

#include <charconv>

namespace gatehouse::store {

namespace {

constexpr auto heartbeatLife = std::chrono::seconds(10);
constexpr std::int64_t smallestLimit = 1048576;

std::int64_t number(Connection &connection, const std::string &sql)
{
    Query query(connection, sql);
    return query.step() ? query.integer(0) : 0;
}

std::int64_t numberFrom(const std::string &text, std::int64_t otherwise)
{
    std::int64_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

StoreSettings readSettings(Connection &connection)
{
    StoreSettings settings;
    Query query(connection, "SELECT name, value FROM setting");
    while (query.step()) {
        const std::string field = query.text(0);
        if (field == "capture")
            settings.capture = fromName<Capture>(query.text(1)).value_or(Capture::Masked);
        else if (field == "retention_days")
            settings.retentionDays = static_cast<int>(numberFrom(query.text(1), settings.retentionDays));
        else if (field == "maximum_bytes")
            settings.maximumBytes = numberFrom(query.text(1), settings.maximumBytes);
    }
    return settings;
}

void writeSetting(Connection &connection, const std::string &field, const std::string &value)
{
    Query(connection,
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = "
        "excluded.value",
        field, value)
        .run();
}

std::string auditJson(const StoreSettings &settings)
{
    return JsonObject()
        .add("capture", name(settings.capture))
        .add("maximum_bytes", settings.maximumBytes)
        .add("retention_days", settings.retentionDays)
        .text();
}

Heartbeat readHeartbeat(const Query &query)
{
    Heartbeat beat;
    beat.gateway = query.text(0);
    beat.at = query.time(1);
    beat.address = query.text(2);
    beat.version = query.text(3);
    beat.policyName = query.text(4);
    beat.policy.value = query.text(5);
    beat.policyOrdinal = static_cast<int>(query.integer(6));
    beat.journalDepth = query.integer(7);
    beat.requestsPerSecond = query.real(8);
    beat.streams = query.integer(9);
    beat.degraded = query.text(10);
    return beat;
}

} // namespace

Result<StoreStatus> storeStatus(Store &store)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<StoreStatus> {
        StoreStatus status;
        status.engine = connection.engine();
        status.schema = static_cast<int>(connection.schema());
        status.interactions = number(connection, "SELECT count(*) FROM interaction");
        status.bytes = connection.bytesOnDisk();
        const auto gateways = liveGateways(store);
        status.gateways = gateways ? static_cast<int>(gateways->size()) : 0;
        return status;
    });
}

Result<StoreSettings> storeSettings(Store &store)
{
    return attempt(
        store.connection(), [&]() -> Result<StoreSettings> { return readSettings(store.connection()); });
}

Status setStoreSettings(Store &store, const StoreSettings &settings)
{
    if (settings.retentionDays < 1 || settings.retentionDays > longestRetentionDays)
        return fail(
            ErrorKind::InvalidInput, "not a number of days to keep calls", "retention_days", "1 to 3650");
    if (settings.maximumBytes < smallestLimit)
        return fail(
            ErrorKind::InvalidInput, "the size limit is too small", "maximum_bytes", "at least 1 MiB");
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection);
        const std::string before = auditJson(readSettings(connection));
        const std::string after = auditJson(settings);
        if (before == after)
            return {};
        writeSetting(connection, "capture", std::string(name(settings.capture)));
        writeSetting(connection, "retention_days", std::to_string(settings.retentionDays));
        writeSetting(connection, "maximum_bytes", std::to_string(settings.maximumBytes));
        appendAudit(store, {"settings.change", "store", before, after});
        transaction.commit();
        return {};
    });
}

Result<std::vector<Heartbeat>> liveGateways(Store &store)
{
    static const std::string sql
        = "SELECT gateway, at, address, version, policy_name, policy_version, policy_ordinal, journal_depth, "
          "requests_per_second, streams, degraded FROM heartbeat WHERE at > ? ORDER BY gateway";
    return attempt(store.connection(), [&]() -> Result<std::vector<Heartbeat>> {
        Query query(store.connection(), sql, store.clock().now() - heartbeatLife);
        std::vector<Heartbeat> beats;
        while (query.step())
            beats.push_back(readHeartbeat(query));
        return beats;
    });
}

} // namespace gatehouse::store
