// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Everything in a store that is sealed for its gateways, wherever it stands.

#include "store/recipient_key.h"
#include "store/sql/connection.h"

#include <span>

namespace gatehouse::store {

// Both may throw SqlFailure; inside a transaction.
[[nodiscard]] bool anythingSealed(Connection &connection);
// Opens each envelope with `key` and seals its content for `recipients`.
[[nodiscard]] Status sealAnew(
    Connection &connection, const RecipientKey &key, std::span<const RecipientCertificate> recipients);

} // namespace gatehouse::store
