// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Any bytes as a token, as a set of keys, and as the claims of a token that is well signed.
#include "core/access/user_token.h"
#include "tests/fuzz/input.h"

#include <array>

using namespace gatehouse;

namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string encoded(std::string_view bytes)
{
    std::string out;
    unsigned held = 0, bits = 0;
    for (const char c : bytes) {
        held = (held << 8 | static_cast<unsigned char>(c)) & 0xFFFF;
        for (bits += 8; bits >= 6; bits -= 6)
            out += letters[held >> (bits - 6) & 63];
    }
    if (bits > 0)
        out += letters[held << (6 - bits) & 63];
    return out;
}

// An issuer with a fresh key.
struct Issuer {
    Issuer()
    {
        std::array<unsigned char, 32> raw{};
        std::size_t size = raw.size();
        EVP_PKEY_get_raw_public_key(key, raw.data(), &size);
        const std::string point = encoded({reinterpret_cast<char *>(raw.data()), size});
        const std::string jwks = R"({"keys":[{"kty":"OKP","crv":"Ed25519","x":")" + point + R"("}]})";
        rules = {*VerificationKeys::fromJson(jwks), "i", "a"};
    }

    std::string sign(std::string_view claims) const
    {
        const std::string text = encoded(R"({"alg":"EdDSA"})") + "." + encoded(claims);
        std::array<unsigned char, 64> made{};
        std::size_t size = made.size();
        EVP_MD_CTX *context = EVP_MD_CTX_new();
        fuzz::require(EVP_DigestSignInit(context, nullptr, nullptr, nullptr, key) == 1);
        fuzz::require(EVP_DigestSign(context, made.data(), &size,
                          reinterpret_cast<const unsigned char *>(text.data()), text.size())
            == 1);
        EVP_MD_CTX_free(context);
        return text + "." + encoded({reinterpret_cast<char *>(made.data()), size});
    }

    EVP_PKEY *key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    TokenRules rules;
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Issuer issuer;
    const std::string_view bytes = fuzz::textOf(data, size);
    fuzz::require(!verifyUserToken(bytes, issuer.rules, fromMicros(0)));
    (void)VerificationKeys::fromJson(bytes);
    (void)needsAnotherKey(bytes, issuer.rules.keys);
    if (const auto decoded = decodeBase64Url(bytes))
        fuzz::require(encoded(*decoded) == bytes);
    if (const auto user = verifyUserToken(issuer.sign(bytes), issuer.rules, fromMicros(0)))
        fuzz::require(!user->subject.empty());
    return 0;
}
