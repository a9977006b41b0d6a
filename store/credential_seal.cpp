// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/key_folder.h"
#include "store/key_material.h"
#include "store/openssl_handles.h"

// cms.h declares its PEM functions only when pem.h came before it.
#include <openssl/pem.h>

#include <openssl/cms.h>

namespace gatehouse::store {

namespace {

using CmsHandle = std::unique_ptr<CMS_ContentInfo, FreedBy<&CMS_ContentInfo_free>>;

const char *const recipientFile = "recipient.pem";

struct Recipient {
    KeyHandle key;
    CertificateHandle certificate;
};

tl::unexpected<Error> opensslFailed(const char *what)
{
    return fail(
        ErrorKind::Internal, what, "OpenSSL", "see whether the system's OpenSSL provides P-256 and AES-256");
}

// Self-signed: nobody but this store has to trust it. The date is RFC 5280's for "no expiry".
CertificateHandle newCertificate(EVP_PKEY *key)
{
    static constexpr unsigned char commonName[] = "Gatehouse store";
    CertificateHandle certificate(X509_new());
    X509 *x = certificate.get();
    if (!x || X509_set_version(x, X509_VERSION_3) != 1 || ASN1_INTEGER_set(X509_get_serialNumber(x), 1) != 1
        || !X509_gmtime_adj(X509_getm_notBefore(x), 0)
        || ASN1_TIME_set_string_X509(X509_getm_notAfter(x), "99991231235959Z") != 1)
        return {};
    X509_NAME *subject = X509_get_subject_name(x);
    const bool made = X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, commonName, -1, -1, 0) == 1
        && X509_set_issuer_name(x, subject) == 1 && X509_set_pubkey(x, key) == 1
        && X509_sign(x, key, EVP_sha256()) > 0;
    return made ? std::move(certificate) : CertificateHandle();
}

Result<SecretString> newRecipient()
{
    const KeyHandle key(EVP_EC_gen("P-256"));
    const CertificateHandle certificate = key ? newCertificate(key.get()) : CertificateHandle();
    const BioHandle out = writingBio();
    if (!certificate || !out
        || PEM_write_bio_PKCS8PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1
        || PEM_write_bio_X509(out.get(), certificate.get()) != 1)
        return opensslFailed("the store's key for credentials can't be made");
    return SecretString(bytesOf(out.get()));
}

Result<Recipient> parseRecipient(const SecretString &pem)
{
    const BioHandle keyPart = readingBio(pem.reveal());
    const BioHandle certificatePart = readingBio(pem.reveal());
    Recipient recipient;
    if (keyPart && certificatePart) {
        recipient.key.reset(PEM_read_bio_PrivateKey(keyPart.get(), nullptr, nullptr, nullptr));
        recipient.certificate.reset(PEM_read_bio_X509(certificatePart.get(), nullptr, nullptr, nullptr));
    }
    if (!recipient.key || !recipient.certificate)
        return fail(ErrorKind::Corrupt, "the store's key for credentials is damaged", recipientFile,
            "restore it from a backup");
    return recipient;
}

std::string sealFor(const Recipient &recipient, std::string_view secret)
{
    STACK_OF(X509) *recipients = sk_X509_new_null();
    if (!recipients || sk_X509_push(recipients, recipient.certificate.get()) <= 0)
        return {};
    const BioHandle in = readingBio(secret);
    const CmsHandle envelope(CMS_encrypt(recipients, in.get(), EVP_aes_256_gcm(), CMS_BINARY));
    sk_X509_free(recipients);
    const BioHandle out = writingBio();
    if (!envelope || !out || PEM_write_bio_CMS(out.get(), envelope.get()) != 1)
        return {};
    return std::string(bytesOf(out.get()));
}

} // namespace

Result<std::string> sealCredential(const std::string &storeLocation, const SecretString &credential)
{
    const auto pem = ensureKeyFile(storeLocation, recipientFile, newRecipient);
    if (!pem)
        return tl::unexpected(pem.error());
    const auto recipient = parseRecipient(*pem);
    if (!recipient)
        return tl::unexpected(recipient.error());
    std::string envelope = sealFor(*recipient, credential.reveal());
    if (envelope.empty())
        return opensslFailed("a credential can't be sealed");
    return envelope;
}

Result<SecretString> openCredential(const std::string &storeLocation, std::string_view envelope)
{
    const auto pem = readKeyFile(storeLocation, recipientFile);
    if (!pem)
        return tl::unexpected(pem.error());
    const auto recipient = parseRecipient(*pem);
    if (!recipient)
        return tl::unexpected(recipient.error());
    const BioHandle in = readingBio(envelope);
    const CmsHandle sealed(in ? PEM_read_bio_CMS(in.get(), nullptr, nullptr, nullptr) : nullptr);
    const BioHandle out = writingBio();
    if (!sealed || !out
        || CMS_decrypt(sealed.get(), recipient->key.get(), recipient->certificate.get(), nullptr, out.get(),
               CMS_BINARY)
            != 1)
        return fail(ErrorKind::Corrupt, "a sealed credential can't be opened", recipientFile,
            "it was sealed for another store or damaged; add the provider again");
    return SecretString(bytesOf(out.get()));
}

} // namespace gatehouse::store
