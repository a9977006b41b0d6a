// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/verification_keys.h"

#include "core/message/strict_json.h"

#include <algorithm>
#include <boost/json.hpp>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/param_build.h>

namespace gatehouse {

namespace {

namespace json = boost::json;

constexpr int leastRsaBits = 2048;
constexpr std::size_t coordinateBytes = 32; // of P-256; r and s of its signatures too
constexpr std::size_t mostKeys = 64;

template <auto Free>
struct FreedBy {
    template <class Object>
    void operator()(Object *object) const
    {
        Free(object);
    }
};
using Number = std::unique_ptr<BIGNUM, FreedBy<&BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, FreedBy<&OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, FreedBy<&OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, FreedBy<&EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreedBy<&EVP_MD_CTX_free>>;
using PublicKey = std::shared_ptr<EVP_PKEY>;

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string_view textOf(const json::object &key, std::string_view member)
{
    const json::value *value = key.if_contains(member);
    const json::string *text = value ? value->if_string() : nullptr;
    return text ? std::string_view(text->data(), text->size()) : std::string_view();
}

std::string decoded(const json::object &key, std::string_view member)
{
    return decodeBase64Url(textOf(key, member)).value_or(std::string());
}

PublicKey keyFrom(const char *type, OSSL_PARAM_BLD *builder)
{
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return {};
    return {key, EVP_PKEY_free};
}

PublicKey rsaKey(const json::object &jwk)
{
    const std::string modulus = decoded(jwk, "n"), exponent = decoded(jwk, "e");
    const Number n(BN_bin2bn(bytesOf(modulus), static_cast<int>(modulus.size()), nullptr));
    const Number e(BN_bin2bn(bytesOf(exponent), static_cast<int>(exponent.size()), nullptr));
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!n || !e || !builder || BN_num_bits(n.get()) < leastRsaBits || BN_num_bits(n.get()) > 16384
        || !BN_is_odd(e.get()) || BN_num_bits(e.get()) > 64
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return {};
    return keyFrom("RSA", builder.get());
}

PublicKey ecKey(const json::object &jwk)
{
    const std::string x = decoded(jwk, "x"), y = decoded(jwk, "y");
    if (x.size() != coordinateBytes || y.size() != coordinateBytes)
        return {};
    const std::string point = "\x04" + x + y; // uncompressed, SEC 1
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!builder
        || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) != 1
        || OSSL_PARAM_BLD_push_octet_string(
               builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size())
            != 1)
        return {};
    return keyFrom("EC", builder.get());
}

PublicKey edKey(const json::object &jwk)
{
    const std::string x = decoded(jwk, "x");
    return {EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(x), x.size()),
        [](EVP_PKEY *key) { EVP_PKEY_free(key); }};
}

// The kind of key this program verifies with; nothing for others.
std::optional<TokenAlgorithm> algorithmOf(const json::object &jwk)
{
    const std::string_view type = textOf(jwk, "kty"), curve = textOf(jwk, "crv"), use = textOf(jwk, "use");
    if (!use.empty() && use != "sig")
        return {};
    std::optional<TokenAlgorithm> algorithm;
    if (type == "RSA")
        algorithm = TokenAlgorithm::Rs256;
    else if (type == "EC" && curve == "P-256")
        algorithm = TokenAlgorithm::Es256;
    else if (type == "OKP" && curve == "Ed25519")
        algorithm = TokenAlgorithm::EdDsa;
    const std::string_view said = textOf(jwk, "alg");
    return said.empty() || tokenAlgorithmFromName(said) == algorithm ? algorithm : std::nullopt;
}

PublicKey publicKey(TokenAlgorithm algorithm, const json::object &jwk)
{
    switch (algorithm) {
    case TokenAlgorithm::Rs256:
        return rsaKey(jwk);
    case TokenAlgorithm::Es256:
        return ecKey(jwk);
    case TokenAlgorithm::EdDsa:
        break;
    }
    return edKey(jwk);
}

// OpenSSL wants an ECDSA signature in DER; a token has r and s side by side.
std::string derOf(std::string_view signature)
{
    const auto half = static_cast<int>(coordinateBytes);
    Number r(BN_bin2bn(bytesOf(signature), half, nullptr));
    Number s(BN_bin2bn(bytesOf(signature) + coordinateBytes, half, nullptr));
    const std::unique_ptr<ECDSA_SIG, FreedBy<&ECDSA_SIG_free>> both(ECDSA_SIG_new());
    if (!r || !s || !both || ECDSA_SIG_set0(both.get(), r.get(), s.get()) != 1)
        return {};
    (void)r.release();
    (void)s.release();
    unsigned char *out = nullptr;
    const int size = i2d_ECDSA_SIG(both.get(), &out);
    const std::string der(
        size > 0 ? reinterpret_cast<char *>(out) : "", size > 0 ? static_cast<std::size_t>(size) : 0);
    OPENSSL_free(out);
    return der;
}

} // namespace

std::optional<TokenAlgorithm> tokenAlgorithmFromName(std::string_view word)
{
    if (word == "RS256")
        return TokenAlgorithm::Rs256;
    if (word == "ES256")
        return TokenAlgorithm::Es256;
    if (word == "EdDSA")
        return TokenAlgorithm::EdDsa;
    return {};
}

std::optional<std::string> decodeBase64Url(std::string_view text)
{
    std::string plain(text);
    for (char &c : plain) {
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!alphanumeric && c != '-' && c != '_')
            return {};
        c = c == '-' ? '+' : c == '_' ? '/' : c;
    }
    const std::size_t rest = plain.size() % 4;
    if (rest == 1)
        return {};
    const std::size_t padding = (4 - rest) % 4;
    plain.append(padding, '=');
    std::string out(plain.size() / 4 * 3, '\0');
    const int size = EVP_DecodeBlock(
        reinterpret_cast<unsigned char *>(out.data()), bytesOf(plain), static_cast<int>(plain.size()));
    if (size < 0)
        return {};
    out.resize(static_cast<std::size_t>(size) - padding);
    // Bits that are left over must be zero: a token is spelt in one way only.
    std::string back(plain.size() + 1, '\0');
    EVP_EncodeBlock(
        reinterpret_cast<unsigned char *>(back.data()), bytesOf(out), static_cast<int>(out.size()));
    back.resize(plain.size());
    if (back != plain)
        return {};
    return out;
}

Result<VerificationKeys> VerificationKeys::fromJson(std::string_view json)
{
    if (const Status strict = checkStrictJson(json); !strict)
        return tl::unexpected(strict.error());
    boost::system::error_code error;
    const json::value document = json::parse({json.data(), json.size()}, error);
    const json::value *list
        = !error && document.is_object() ? document.get_object().if_contains("keys") : nullptr;
    if (!list || !list->is_array() || list->get_array().size() > mostKeys)
        return fail(
            ErrorKind::InvalidInput, "not a JWK set", "keys", "an object with a list of at most 64 keys");
    VerificationKeys keys;
    std::size_t index = 0;
    for (const json::value &entry : list->get_array()) {
        const std::string where = "keys/" + std::to_string(index++);
        if (!entry.is_object())
            return fail(ErrorKind::InvalidInput, "a key is an object", where);
        const json::object &jwk = entry.get_object();
        const auto algorithm = algorithmOf(jwk);
        if (!algorithm)
            continue;
        PublicKey key = publicKey(*algorithm, jwk);
        if (!key) {
            ERR_clear_error();
            return fail(
                ErrorKind::InvalidInput, "the key cannot be used", where, "RSA keys have 2048 bits or more");
        }
        keys.m_keys.push_back({std::string(textOf(jwk, "kid")), *algorithm, std::move(key)});
    }
    if (keys.m_keys.empty())
        return fail(ErrorKind::InvalidInput, "the JWK set has no key to verify with", "keys",
            "RSA, EC on P-256 or Ed25519 for signatures");
    return keys;
}

const VerificationKeys::Key *VerificationKeys::find(TokenAlgorithm algorithm, std::string_view id) const
{
    const Key *found = nullptr;
    for (const Key &key : m_keys) {
        if (key.algorithm != algorithm || (!id.empty() && key.id != id))
            continue;
        if (found)
            return nullptr; // two could be meant
        found = &key;
    }
    return found;
}

bool VerificationKeys::verify(TokenAlgorithm algorithm, std::string_view id, std::string_view signedText,
    std::string_view signature) const
{
    const Key *key = find(algorithm, id);
    std::string made(signature);
    if (algorithm == TokenAlgorithm::Es256)
        made = signature.size() == 2 * coordinateBytes ? derOf(signature) : std::string();
    const DigestContext context(EVP_MD_CTX_new());
    const EVP_MD *digest = algorithm == TokenAlgorithm::EdDsa ? nullptr : EVP_sha256();
    const bool good = key && context && !made.empty()
        && EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key->key.get()) == 1
        && EVP_DigestVerify(context.get(), bytesOf(made), made.size(), bytesOf(signedText), signedText.size())
            == 1;
    ERR_clear_error();
    return good;
}

} // namespace gatehouse
