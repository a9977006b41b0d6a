// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// An issuer of tokens with a fresh key, made when asked for.

#include <memory>
#include <openssl/evp.h>
#include <string>

namespace gatehouse::test {

class TokenIssuer {
public:
    // "RS256", "ES256", "EdDSA".
    explicit TokenIssuer(const std::string &algorithm);

    // Its public key, named "k1", as a JWK set.
    [[nodiscard]] std::string jwks() const;
    // A token of these claims; with a header of one's own it is still signed by this key.
    [[nodiscard]] std::string sign(const std::string &claims, const std::string &header = {}) const;

private:
    [[nodiscard]] std::string signature(const std::string &text) const;
    std::string m_algorithm;
    std::shared_ptr<EVP_PKEY> m_key;
};

} // namespace gatehouse::test
