// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/key_rows.h"

#include "store/json_text.h"
#include "store/sqlite/ids.h"

#include <algorithm>
#include <boost/json.hpp>

namespace gatehouse::store {

namespace {

std::map<std::string, std::string> metadataFromJson(const std::string &json)
{
    std::map<std::string, std::string> metadata;
    boost::system::error_code error;
    const auto value = boost::json::parse(json, error);
    if (error || !value.is_object())
        return metadata;
    for (const auto &member : value.get_object()) {
        if (const auto *text = member.value().if_string())
            metadata[std::string(member.key())] = std::string(text->data(), text->size());
    }
    return metadata;
}

Sha256 digestOf(const Blob &blob)
{
    // Of a wrong length: a hash no secret has.
    Sha256 digest{};
    if (blob.bytes.size() == digest.size())
        std::copy(blob.bytes.begin(), blob.bytes.end(), digest.begin());
    return digest;
}

} // namespace

const std::string &keyColumns()
{
    static const std::string columns
        = "id, secret_hash, team, environment, use_case, metadata, models, providers, routes, "
          "tools, state, created_at, created_by, expires_at, last_used_at";
    return columns;
}

KeyRow readKey(const Query &query)
{
    KeyRow row;
    KeyRecord &key = row.record;
    key.id.value = query.text(0);
    key.secretHash = digestOf(query.blob(1));
    key.identity
        = {query.text(2), query.text(3), query.text(4), key.id.value, metadataFromJson(query.text(5))};
    key.entitlement = {splitLines(query.text(6)), splitLines(query.text(7)), splitLines(query.text(8)),
        splitLines(query.text(9))};
    key.state = static_cast<KeyState>(query.integer(10));
    key.createdAt = query.time(11);
    row.createdBy = query.text(12);
    key.expiresAt = query.optionalTime(13);
    row.lastUsedAt = query.optionalTime(14);
    return row;
}

void insertKey(Connection &connection, const KeyRow &row)
{
    const KeyRecord &key = row.record;
    const Blob hash{std::string(key.secretHash.begin(), key.secretHash.end())};
    const std::string sql = "INSERT INTO virtual_key (" + keyColumns()
        + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    Query(connection, sql, key.id.value, hash, key.identity.team, key.identity.environment,
        key.identity.useCase, metadataToJson(key.identity.keyMetadata), joinLines(key.entitlement.models),
        joinLines(key.entitlement.providers), joinLines(key.entitlement.routes),
        joinLines(key.entitlement.tools), key.state, key.createdAt, row.createdBy, key.expiresAt,
        row.lastUsedAt)
        .run();
}

std::string metadataToJson(const std::map<std::string, std::string> &metadata)
{
    JsonObject object;
    for (const auto &[member, value] : metadata)
        object.add(member, value);
    return object.text();
}

} // namespace gatehouse::store
