// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/key_material.h"

#include "core/base/digest.h"
#include "store/key_folder.h"

#include <array>
#include <openssl/crypto.h>

namespace gatehouse::store {

namespace {

constexpr std::size_t keyBytes = 32;
const char *const keyFile = "payload.key";

Result<SecretString> newPayloadKey()
{
    std::array<std::uint8_t, keyBytes> random{};
    fillRandom(random);
    SecretString key(std::string_view(reinterpret_cast<const char *>(random.data()), random.size()));
    OPENSSL_cleanse(random.data(), random.size());
    return key;
}

} // namespace

PayloadHasher::PayloadHasher(SecretString key)
    : m_key(std::move(key))
{
}

Result<PayloadHasher> PayloadHasher::open(const std::string &storeLocation)
{
    auto key = ensureKeyFile(storeLocation, keyFile, newPayloadKey);
    if (!key)
        return tl::unexpected(key.error());
    if (key->reveal().size() != keyBytes)
        return fail(
            ErrorKind::Corrupt, "the store's payload key is damaged", keyFile, "restore it from a backup");
    return PayloadHasher(std::move(*key));
}

std::string PayloadHasher::hash(const KeyId &key, std::string_view body) const
{
    // The id has no line feed, so no other pair of id and body gives the same text.
    std::string text = key.value + "\n";
    text += body;
    return toHex(hmacSha256(m_key.reveal(), text));
}

SecretString PayloadHasher::deriveKey(std::string_view purpose) const
{
    // Payload texts begin with a key id; no purpose looks like one.
    const Sha256 derived = hmacSha256(m_key.reveal(), "derive:" + std::string(purpose));
    return SecretString(std::string_view(reinterpret_cast<const char *>(derived.data()), derived.size()));
}

} // namespace gatehouse::store
