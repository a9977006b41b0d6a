// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Public keys of a token issuer, read from a JWK set (RFC 7517), and signatures checked with them by OpenSSL.

#include "core/base/error.h"

#include <memory>
#include <openssl/evp.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// RFC 7518 and RFC 8037. There is no "none", and none with a shared secret.
enum class TokenAlgorithm { Rs256, Es256, EdDsa };
[[nodiscard]] std::optional<TokenAlgorithm> tokenAlgorithmFromName(std::string_view word);

// Base64url without padding (RFC 7515); nothing for anything else.
[[nodiscard]] std::optional<std::string> decodeBase64Url(std::string_view text);

class VerificationKeys {
public:
    // RSA of at least 2048 bits, EC on P-256 and Ed25519. Keys of other kinds, and keys for encryption, are
    // passed over; a set without a usable key is an error, and so is a malformed key.
    [[nodiscard]] static Result<VerificationKeys> fromJson(std::string_view json);

    // Whether the key `id` made this signature with this algorithm; without an id, the only key of its kind.
    [[nodiscard]] bool verify(TokenAlgorithm algorithm, std::string_view id, std::string_view signedText,
        std::string_view signature) const;
    // Whether there is a key that could have made it.
    [[nodiscard]] bool has(TokenAlgorithm algorithm, std::string_view id) const
    {
        return find(algorithm, id) != nullptr;
    }
    [[nodiscard]] std::size_t size() const { return m_keys.size(); }

private:
    struct Key {
        std::string id;
        TokenAlgorithm algorithm = TokenAlgorithm::Rs256;
        std::shared_ptr<EVP_PKEY> key;
    };
    [[nodiscard]] const Key *find(TokenAlgorithm algorithm, std::string_view id) const;
    std::vector<Key> m_keys;
};

} // namespace gatehouse
