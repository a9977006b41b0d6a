// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Teams, environments and use cases inside a transaction of somebody else.

#include "store/access.h"
#include "store/sql/connection.h"

#include <optional>

namespace gatehouse::store {

// "team", "environment", "use_case".
[[nodiscard]] std::string_view wordFor(NameKind kind);
// Both may throw SqlFailure. Inserting is audited.
void insertName(Store &store, NameKind kind, const std::string &name);
[[nodiscard]] std::optional<NamedRow> findName(
    Connection &connection, NameKind kind, const std::string &name);

} // namespace gatehouse::store
