// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/digest.h"

#include <cstdlib>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

namespace gatehouse {

Sha256 sha256(std::string_view bytes)
{
    Sha256 out;
    unsigned int size = 0;
    EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, EVP_sha256(), nullptr);
    return out;
}

Sha256 hmacSha256(std::string_view key, std::string_view bytes)
{
    Sha256 out;
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
        reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(), out.data(), &size);
    return out;
}

std::string toHex(std::span<const std::uint8_t> bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string sha256Hex(std::string_view bytes)
{
    return toHex(sha256(bytes));
}

bool equalInConstantTime(const Sha256 &a, const Sha256 &b)
{
    return CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

void fillRandom(std::span<std::uint8_t> out)
{
    // Without randomness every key issued would be guessable: there is nothing sensible left to do.
    if (RAND_bytes(out.data(), static_cast<int>(out.size())) != 1)
        std::abort();
}

} // namespace gatehouse
