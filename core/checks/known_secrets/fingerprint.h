// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Fingerprints of an organisation's own secrets: enough to recognise one, not enough to learn it.
//
// Written "kf1:<key id>:<length>[s]:<gate>:<proof>". The proof is HMAC-SHA-256 of the secret. The gate is 16
// bits of a keyed rolling hash: it tells nearly all other texts of that length apart without an HMAC each.
// Key id, gate and proof use keys derived from the fingerprint key, so without that key neither tells
// anything about the secret but its length and whether it has white space ("s"); with it, short or guessable
// secrets can be tried out, so the key stays outside the store.

#include "core/base/digest.h"
#include "core/base/error.h"
#include "core/base/secret_string.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gatehouse {

struct SecretFingerprint {
    std::string keyId; // 8 hex digits
    std::size_t length = 0; // in bytes
    bool spaced = false; // has white space
    std::uint16_t gate = 0;
    Sha256 proof{};

    // Shorter ones would turn up by chance and are guessed by trying; longer ones are files.
    static constexpr std::size_t shortest = 8, longest = 8192;
};

// Reads the written form. InvalidInput says what is wrong with it.
[[nodiscard]] Result<SecretFingerprint> parseFingerprint(std::string_view written);

// The keys derived from one fingerprint key.
class FingerprintKeys {
public:
    static constexpr std::size_t shortestKey = 16;

    explicit FingerprintKeys(const SecretString &fingerprintKey);

    [[nodiscard]] const std::string &id() const { return m_id; }
    // Base of the rolling hash: hash(s) = s[0] * base^(n-1) + … + s[n-1], modulo 2^64, each byte by mix().
    [[nodiscard]] std::uint64_t base() const { return m_base; }
    [[nodiscard]] std::uint64_t mix(unsigned char byte) const { return (byte + 1ULL) * m_factor; }
    [[nodiscard]] static std::uint16_t gateOf(std::uint64_t hash)
    {
        return static_cast<std::uint16_t>(hash >> 48U);
    }
    [[nodiscard]] Sha256 proofOf(std::string_view secret) const;

private:
    std::string m_id;
    SecretString m_proofKey;
    std::uint64_t m_base = 0, m_factor = 0;
};

// The written fingerprint of a secret, for a policy's "fingerprint". InvalidInput for a secret or key that is
// too short or too long.
[[nodiscard]] Result<std::string> fingerprintOf(const SecretString &fingerprintKey, std::string_view secret);

[[nodiscard]] bool isWhiteSpace(char c);

} // namespace gatehouse
