// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/key_rows.h"

#include "store/json_text.h"
#include "store/sql/ids.h"

#include <algorithm>
#include <boost/json.hpp>

namespace gatehouse::store {

namespace {

// Of a key that is issued: it was never rotated.
const std::string writtenColumns
    = "id, secret_hash, team, environment, use_case, metadata, models, providers, routes, tools, state, "
      "created_at, created_by, expires_at, last_used_at, addresses, required_metadata, max_input_bytes, "
      "max_output_tokens, requires_user";

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

std::optional<std::int64_t> optionalNumber(const Query &query, int column)
{
    return query.isNull(column) ? std::nullopt : std::optional(query.integer(column));
}

} // namespace

Blob toBlob(const Sha256 &hash)
{
    return {std::string(hash.begin(), hash.end())};
}

const std::string &keyColumns()
{
    static const std::string columns = writtenColumns + ", previous_secret_hash, previous_until";
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
        splitLines(query.text(9)), splitLines(query.text(15)), splitLines(query.text(16)),
        optionalNumber(query, 17), optionalNumber(query, 18), query.integer(19) != 0};
    key.state = static_cast<KeyState>(query.integer(10));
    key.createdAt = query.time(11);
    row.createdBy = query.text(12);
    key.expiresAt = query.optionalTime(13);
    row.lastUsedAt = query.optionalTime(14);
    if (!query.isNull(20))
        key.previous = {digestOf(query.blob(20)), query.time(21)};
    return row;
}

void insertKey(Connection &connection, const KeyRow &row)
{
    const KeyRecord &key = row.record;
    const Entitlement &may = key.entitlement;
    const std::string sql = "INSERT INTO virtual_key (" + writtenColumns
        + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    Query(connection, sql, key.id.value, toBlob(key.secretHash), key.identity.team, key.identity.environment,
        key.identity.useCase, metadataToJson(key.identity.keyMetadata), joinLines(may.models),
        joinLines(may.providers), joinLines(may.routes), joinLines(may.tools), key.state, key.createdAt,
        row.createdBy, key.expiresAt, row.lastUsedAt, joinLines(may.addresses),
        joinLines(may.requiredMetadata), may.maxInputBytes, may.maxOutputTokens, may.requiresUser)
        .run();
}

void updateEntitlement(Connection &connection, const KeyId &id, const Entitlement &may)
{
    static const std::string sql
        = "UPDATE virtual_key SET models = ?2, providers = ?3, routes = ?4, tools = ?5, addresses = ?6, "
          "required_metadata = ?7, max_input_bytes = ?8, max_output_tokens = ?9, requires_user = ?10 "
          "WHERE id = ?1";
    Query(connection, sql, id.value, joinLines(may.models), joinLines(may.providers), joinLines(may.routes),
        joinLines(may.tools), joinLines(may.addresses), joinLines(may.requiredMetadata), may.maxInputBytes,
        may.maxOutputTokens, may.requiresUser)
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
