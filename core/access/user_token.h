// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whom an application acts for: a signed token (JWT, RFC 7519) of an issuer the gateway knows.

#include "core/access/verification_keys.h"
#include "core/base/time.h"

#include <map>
#include <string>
#include <string_view>

namespace gatehouse {

struct TokenRules {
    VerificationKeys keys;
    std::string issuer; // "iss" is this very text
    std::string audience; // "aud" is it, or holds it
};

struct EndUser {
    std::string subject; // "sub"; never empty
    // Texts, numbers and booleans in their JSON spelling; lists of texts with commas between them.
    std::map<std::string, std::string> claims;
};

// Signed with RS256, ES256 or EdDSA by a key of the issuer, for this audience, begun and not expired (60 s of
// disagreement between clocks are forgiven). The error says which of these fails and never repeats the token.
[[nodiscard]] Result<EndUser> verifyUserToken(std::string_view token, const TokenRules &rules, Timestamp now);

// Whether it is signed by a key that is not among these: the issuer may have a new one.
[[nodiscard]] bool needsAnotherKey(std::string_view token, const VerificationKeys &keys);

} // namespace gatehouse
