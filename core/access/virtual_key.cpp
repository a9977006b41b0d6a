// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/virtual_key.h"

#include <algorithm>
#include <array>
#include <boost/crc.hpp>
#include <cstdint>
#include <openssl/crypto.h>
#include <optional>

namespace gatehouse {

namespace {

constexpr std::string_view base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::string_view prefix = "gthk_";
constexpr std::size_t idSize = 12, secretSize = 43, checkSize = 6;
constexpr std::size_t idAt = prefix.size(), secretAt = idAt + idSize + 1, checkAt = secretAt + secretSize;
constexpr std::size_t keySize = checkAt + checkSize;

bool isBase62(std::string_view text)
{
    return text.find_first_not_of(base62) == std::string_view::npos;
}

std::string checksumOf(std::string_view text)
{
    boost::crc_32_type crc;
    crc.process_bytes(text.data(), text.size());
    std::uint32_t value = crc.checksum();
    std::string out(checkSize, '0');
    for (auto digit = out.rbegin(); digit != out.rend(); ++digit, value /= 62)
        *digit = base62[value % 62];
    return out;
}

// Random bytes as base62 digits, most significant first: 32 bytes fill 43 digits (62^43 > 2^256).
template <std::size_t Bytes>
std::string randomBase62(std::size_t size)
{
    std::array<std::uint8_t, Bytes> number{};
    fillRandom(number);
    std::string out(size, '0');
    std::for_each(out.rbegin(), out.rend(), [&](char &digit) {
        unsigned remainder = 0;
        for (std::uint8_t &byte : number) {
            const unsigned value = remainder * 256 + byte;
            byte = static_cast<std::uint8_t>(value / 62);
            remainder = value % 62;
        }
        digit = base62[remainder];
    });
    OPENSSL_cleanse(number.data(), number.size());
    return out;
}

std::optional<KeyId> wellFormed(std::string_view text)
{
    if (text.size() != keySize || !text.starts_with(prefix) || text[secretAt - 1] != '_')
        return {};
    const std::string_view id = text.substr(idAt, idSize);
    if (!isBase62(id) || !isBase62(text.substr(secretAt))
        || checksumOf(text.substr(0, checkAt)) != text.substr(checkAt))
        return {};
    return KeyId{std::string(id)};
}

} // namespace

NewVirtualKey newVirtualKey()
{
    // 62^12 ids need 72 bits; 16 bytes reduced modulo 62^12 leave no bias worth speaking of.
    return newSecretOf(KeyId{randomBase62<16>(idSize)});
}

NewVirtualKey newSecretOf(const KeyId &id)
{
    std::string secret = randomBase62<32>(secretSize);
    std::string text = std::string(prefix) + id.value + "_" + secret;
    text += checksumOf(text);
    NewVirtualKey key{id, SecretString(text), sha256(secret)};
    OPENSSL_cleanse(secret.data(), secret.size());
    OPENSSL_cleanse(text.data(), text.size());
    return key;
}

Result<ParsedVirtualKey> parseVirtualKey(std::string_view text)
{
    const auto id = wellFormed(text);
    if (!id)
        return fail(
            ErrorKind::InvalidInput, "not a virtual key", {}, "keys begin with gthk_ and carry a checksum");
    return ParsedVirtualKey{*id, sha256(text.substr(secretAt, secretSize))};
}

std::vector<FoundVirtualKey> findVirtualKeys(std::string_view bytes)
{
    std::vector<FoundVirtualKey> found;
    for (std::size_t at = bytes.find(prefix); at != std::string_view::npos; at = bytes.find(prefix, at + 1)) {
        if (const auto id = wellFormed(bytes.substr(at, keySize)))
            found.push_back({*id, {at, at + keySize}});
    }
    return found;
}

} // namespace gatehouse
