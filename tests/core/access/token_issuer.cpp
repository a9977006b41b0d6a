// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/core/access/token_issuer.h"

#include <QByteArray>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/rsa.h>
#include <vector>

namespace gatehouse::test {
namespace {

std::string encoded(const std::string &bytes)
{
    return QByteArray::fromStdString(bytes)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

std::string number(EVP_PKEY *key, const char *name, int size = 0)
{
    BIGNUM *value = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &value) != 1)
        qFatal("no %s", name);
    std::vector<unsigned char> bytes(static_cast<std::size_t>(size > 0 ? size : BN_num_bytes(value)));
    BN_bn2binpad(value, bytes.data(), static_cast<int>(bytes.size()));
    BN_free(value);
    return encoded({bytes.begin(), bytes.end()});
}

std::string rawKey(EVP_PKEY *key)
{
    std::size_t size = 32;
    std::string bytes(size, '\0');
    EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char *>(bytes.data()), &size);
    return encoded(bytes);
}

// r and s side by side, as tokens have them.
std::string sideBySide(const std::string &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.data());
    ECDSA_SIG *both = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size()));
    std::vector<unsigned char> bytes(64);
    BN_bn2binpad(ECDSA_SIG_get0_r(both), bytes.data(), 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(both), bytes.data() + 32, 32);
    ECDSA_SIG_free(both);
    return {bytes.begin(), bytes.end()};
}

} // namespace

TokenIssuer::TokenIssuer(const std::string &algorithm)
    : m_algorithm(algorithm)
{
    EVP_PKEY *key = algorithm == "RS256" ? EVP_RSA_gen(2048)
        : algorithm == "ES256"           ? EVP_EC_gen("P-256")
                                         : EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    m_key = {key, EVP_PKEY_free};
}

std::string TokenIssuer::jwks() const
{
    EVP_PKEY *key = m_key.get();
    std::string parts;
    if (m_algorithm == "RS256")
        parts = "\"kty\":\"RSA\",\"n\":\"" + number(key, OSSL_PKEY_PARAM_RSA_N) + "\",\"e\":\""
            + number(key, OSSL_PKEY_PARAM_RSA_E) + "\"";
    else if (m_algorithm == "ES256")
        parts = "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + number(key, OSSL_PKEY_PARAM_EC_PUB_X, 32)
            + "\",\"y\":\"" + number(key, OSSL_PKEY_PARAM_EC_PUB_Y, 32) + "\"";
    else
        parts = "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + rawKey(key) + "\"";
    return "{\"keys\":[{\"kid\":\"k1\",\"use\":\"sig\"," + parts + "}]}";
}

std::string TokenIssuer::signature(const std::string &text) const
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    const EVP_MD *digest = m_algorithm == "EdDSA" ? nullptr : EVP_sha256();
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.data());
    std::size_t size = 0;
    if (EVP_DigestSignInit(context, nullptr, digest, nullptr, m_key.get()) != 1
        || EVP_DigestSign(context, nullptr, &size, bytes, text.size()) != 1)
        qFatal("cannot sign");
    std::string out(size, '\0');
    EVP_DigestSign(context, reinterpret_cast<unsigned char *>(out.data()), &size, bytes, text.size());
    EVP_MD_CTX_free(context);
    out.resize(size);
    return m_algorithm == "ES256" ? sideBySide(out) : out;
}

std::string TokenIssuer::sign(const std::string &claims, const std::string &header) const
{
    const std::string usual = "{\"alg\":\"" + m_algorithm + "\",\"kid\":\"k1\",\"typ\":\"JWT\"}";
    const std::string text = encoded(header.empty() ? usual : header) + "." + encoded(claims);
    return text + "." + encoded(signature(text));
}

} // namespace gatehouse::test
