// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/audit_signature.h"

#include "store/key_folder.h"
#include "store/openssl_handles.h"

#include <openssl/pem.h>

namespace gatehouse::store {

namespace {

using ContextHandle = std::unique_ptr<EVP_MD_CTX, FreedBy<&EVP_MD_CTX_free>>;

const char *const signingFile = "audit-signing.pem";
constexpr std::size_t publicKeyBytes = 32;
constexpr std::size_t signatureBytes = 64;

const unsigned char *bytes(const std::string &text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}
unsigned char *bytes(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

Result<SecretString> newSigningKey()
{
    const KeyHandle key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    const BioHandle out = writingBio();
    if (!key || !out
        || PEM_write_bio_PKCS8PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return fail(ErrorKind::Internal, "the key that signs the audit log can't be made", "OpenSSL",
            "see whether the system's OpenSSL provides Ed25519");
    return SecretString(bytesOf(out.get()));
}

Result<KeyHandle> parseSigningKey(const SecretString &pem)
{
    const BioHandle in = readingBio(pem.reveal());
    KeyHandle key(in ? PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519)
        return fail(ErrorKind::Corrupt, "the key that signs the audit log is damaged", signingFile,
            "restore it from a backup");
    return key;
}

std::string publicKeyOf(EVP_PKEY *key)
{
    std::string raw(publicKeyBytes, '\0');
    std::size_t size = raw.size();
    return EVP_PKEY_get_raw_public_key(key, bytes(raw), &size) == 1 && size == publicKeyBytes ? raw
                                                                                              : std::string();
}

std::string signatureOf(EVP_PKEY *key, const std::string &text)
{
    std::string raw(signatureBytes, '\0');
    std::size_t size = raw.size();
    const ContextHandle context(EVP_MD_CTX_new());
    const bool made = context && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key) == 1
        && EVP_DigestSign(context.get(), bytes(raw), &size, bytes(text), text.size()) == 1
        && size == signatureBytes;
    return made ? raw : std::string();
}

} // namespace

Status signHead(const std::string &storeLocation, AuditHead &head)
{
    const auto pem = ensureKeyFile(storeLocation, signingFile, newSigningKey);
    if (!pem)
        return tl::unexpected(pem.error());
    const auto key = parseSigningKey(*pem);
    if (!key)
        return tl::unexpected(key.error());
    head.publicKey = publicKeyOf(key->get());
    head.signature = signatureOf(key->get(), signedText(head));
    if (head.publicKey.empty() || head.signature.empty())
        return fail(ErrorKind::Internal, "the head of the audit log can't be signed", "OpenSSL");
    return {};
}

Result<std::optional<std::string>> ownPublicKey(const std::string &storeLocation)
{
    const auto pem = readKeyFile(storeLocation, signingFile);
    if (!pem && pem.error().kind == ErrorKind::NotFound)
        return std::optional<std::string>();
    if (!pem)
        return tl::unexpected(pem.error());
    const auto key = parseSigningKey(*pem);
    if (!key)
        return tl::unexpected(key.error());
    return std::optional<std::string>(publicKeyOf(key->get()));
}

} // namespace gatehouse::store
