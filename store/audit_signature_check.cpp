// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/audit_signature.h"
#include "store/openssl_handles.h"

namespace gatehouse::store {

namespace {

using ContextHandle = std::unique_ptr<EVP_MD_CTX, FreedBy<&EVP_MD_CTX_free>>;

constexpr std::size_t publicKeyBytes = 32;

const unsigned char *bytes(const std::string &text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

} // namespace

bool isSignatureGood(const AuditHead &head)
{
    if (head.publicKey.size() != publicKeyBytes)
        return false;
    const KeyHandle key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(head.publicKey), head.publicKey.size()));
    const ContextHandle context(EVP_MD_CTX_new());
    const std::string text = signedText(head);
    return key && context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestVerify(
               context.get(), bytes(head.signature), head.signature.size(), bytes(text), text.size())
        == 1;
}

} // namespace gatehouse::store
