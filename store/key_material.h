// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Key material that belongs to a store and lives beside it, never inside: readable by its owner only.

#include "core/base/error.h"
#include "core/base/names.h"
#include "core/base/secret_string.h"

#include <string>
#include <string_view>

namespace gatehouse::store {

// Computes payload hashes; safe to share between threads.
// What keys are derived for.
constexpr std::string_view fingerprintPurpose = "known-secrets";
constexpr std::string_view maskPurpose = "masks";

class PayloadHasher {
public:
    // Makes the key (32 random bytes, mode 0600) on first use.
    [[nodiscard]] static Result<PayloadHasher> open(const std::string &storeLocation);
    // HMAC-SHA-256 (hex) over key id and body.
    [[nodiscard]] std::string hash(const KeyId &key, std::string_view body) const;
    // A key of its own for each purpose, from the same file: masks of style hash, known secrets.
    [[nodiscard]] SecretString deriveKey(std::string_view purpose) const;

private:
    explicit PayloadHasher(SecretString key);
    SecretString m_key;
};

} // namespace gatehouse::store
