// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/digest.h"

#include <cstdlib>
#include <memory>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>

namespace gatehouse {

namespace {

// Looked up once: OpenSSL searches its providers at every use of an algorithm that is only named.
const EVP_MD *sha256Method()
{
    static const EVP_MD *const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return method;
}

// An HMAC of SHA-256 still without a key, to be copied.
const EVP_MAC_CTX *keylessHmac()
{
    static const EVP_MAC_CTX *const keyless = [] {
        EVP_MAC *method = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
        EVP_MAC_CTX *context = EVP_MAC_CTX_new(method);
        EVP_MAC_free(method); // the context holds it
        std::array<char, 7> digest{"SHA256"};
        const std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
            OSSL_PARAM_construct_end()};
        if (context == nullptr || EVP_MAC_CTX_set_params(context, parameters.data()) != 1)
            std::abort();
        return context;
    }();
    return keyless;
}

} // namespace

Sha256 sha256(std::string_view bytes)
{
    Sha256 out;
    // A digest that is not one would let the wrong secret match: better no program than that.
    if (EVP_Digest(bytes.data(), bytes.size(), out.data(), nullptr, sha256Method(), nullptr) != 1)
        std::abort();
    return out;
}

Sha256 hmacSha256(std::string_view key, std::string_view bytes)
{
    Sha256 out;
    std::size_t size = 0;
    const std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)> context(
        EVP_MAC_CTX_dup(keylessHmac()), &EVP_MAC_CTX_free);
    // No key at all would mean "keep the one before" to OpenSSL, and there is none.
    const auto *keyBytes = reinterpret_cast<const unsigned char *>(key.empty() ? "" : key.data());
    const auto *text = reinterpret_cast<const unsigned char *>(bytes.data());
    if (context == nullptr || EVP_MAC_init(context.get(), keyBytes, key.size(), nullptr) != 1
        || EVP_MAC_update(context.get(), text, bytes.size()) != 1
        || EVP_MAC_final(context.get(), out.data(), &size, out.size()) != 1)
        std::abort();
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
