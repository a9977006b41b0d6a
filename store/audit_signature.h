// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Ed25519 signatures of the audit chain's head, with the store's own key.

#include "core/base/error.h"
#include "store/audit_chain.h"

#include <optional>
#include <string>

namespace gatehouse::store {

// Fills in public key and signature. Makes the store's signing key on first use.
[[nodiscard]] Status signHead(const std::string &storeLocation, AuditHead &head);
// Whether the signature fits the head and the public key it carries.
[[nodiscard]] bool isSignatureGood(const AuditHead &head);
// The store's own public key (32 bytes); nothing when its key folder is not here.
[[nodiscard]] Result<std::optional<std::string>> ownPublicKey(const std::string &storeLocation);

} // namespace gatehouse::store
