// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The bytes an audit entry's hash and a head's signature cover; see store/audit.h.

#include "store/records.h"

#include <string>

namespace gatehouse::store {

// What the first entry chains to.
[[nodiscard]] const std::string &chainStart();
// The entry as RFC 8785 JSON without its hash.
[[nodiscard]] std::string chainedText(const AuditEntry &entry);
[[nodiscard]] std::string chainHash(const std::string &previousHash, const AuditEntry &entry);

enum class SignedChain { Audit, Verdicts };
// A signed head of a chain: of the audit log, or of what one gateway recorded (store/verdict_chain.h).
struct AuditHead {
    std::int64_t seq = 0;
    std::string hash;
    Timestamp at{};
    std::string gateway;
    std::string publicKey, signature; // raw bytes
    SignedChain of = SignedChain::Audit;
};
[[nodiscard]] std::string signedText(const AuditHead &head);

} // namespace gatehouse::store
