// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Virtual keys between database and values.

#include "store/records.h"
#include "store/sql/query.h"

#include <map>
#include <string>

namespace gatehouse::store {

// The columns readKey() expects.
[[nodiscard]] const std::string &keyColumns();
// May throw SqlFailure.
[[nodiscard]] KeyRow readKey(const Query &query);
void insertKey(Connection &connection, const KeyRow &row);
void updateEntitlement(Connection &connection, const KeyId &id, const Entitlement &may);

[[nodiscard]] Blob toBlob(const Sha256 &hash);

// {"purpose":"rotation"}, members sorted.
[[nodiscard]] std::string metadataToJson(const std::map<std::string, std::string> &metadata);

} // namespace gatehouse::store
