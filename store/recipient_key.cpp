// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/recipient_key.h"

#include "core/base/digest.h"
#include "store/key_folder.h"
#include "store/openssl_handles.h"

// cms.h declares its PEM functions only when pem.h came before it.
#include <openssl/pem.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <openssl/cms.h>
#include <openssl/pkcs12.h>
#include <vector>

namespace gatehouse::store {

namespace {

using PlainKeyHandle = std::unique_ptr<PKCS8_PRIV_KEY_INFO, FreedBy<&PKCS8_PRIV_KEY_INFO_free>>;
using EncryptedKeyHandle = std::unique_ptr<X509_SIG, FreedBy<&X509_SIG_free>>;
using AlgorithmHandle = std::unique_ptr<X509_ALGOR, FreedBy<&X509_ALGOR_free>>;
using CmsHandle = std::unique_ptr<CMS_ContentInfo, FreedBy<&CMS_ContentInfo_free>>;

struct StackFreed {
    void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); }
};
using CertificateStack = std::unique_ptr<STACK_OF(X509), StackFreed>;

const char *const recipientFile = "recipient.pem";

tl::unexpected<Error> opensslFailed(const char *what)
{
    return fail(
        ErrorKind::Internal, what, "OpenSSL", "see whether the system's OpenSSL provides P-256 and AES-256");
}

tl::unexpected<Error> damagedKey()
{
    return fail(ErrorKind::Corrupt, "the store's key for credentials is damaged", recipientFile,
        "restore it from a backup");
}

// An envelope names its recipients by issuer and serial number: those of two gateways must differ.
std::uint64_t newSerialNumber()
{
    std::array<std::uint8_t, 8> random{};
    fillRandom(random);
    std::uint64_t number = 0;
    for (const std::uint8_t byte : random)
        number = (number << 8) | byte;
    return (number >> 1) + 1;
}

// Self-signed: nobody has to trust it but those who pin its fingerprint. The date is RFC 5280's for "no
// expiry".
CertificateHandle newCertificate(EVP_PKEY *key, const std::string &commonName)
{
    CertificateHandle certificate(X509_new());
    X509 *x = certificate.get();
    if (!x || X509_set_version(x, X509_VERSION_3) != 1
        || ASN1_INTEGER_set_uint64(X509_get_serialNumber(x), newSerialNumber()) != 1
        || !X509_gmtime_adj(X509_getm_notBefore(x), 0)
        || ASN1_TIME_set_string_X509(X509_getm_notAfter(x), "99991231235959Z") != 1)
        return {};
    X509_NAME *subject = X509_get_subject_name(x);
    const bool made = X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                          reinterpret_cast<const unsigned char *>(commonName.c_str()), -1, -1, 0)
            == 1
        && X509_set_issuer_name(x, subject) == 1 && X509_set_pubkey(x, key) == 1
        && X509_sign(x, key, EVP_sha256()) > 0;
    return made ? std::move(certificate) : CertificateHandle();
}

Result<SecretString> newRecipient(const std::string &commonName)
{
    const KeyHandle key(EVP_EC_gen("P-256"));
    const CertificateHandle certificate = key ? newCertificate(key.get(), commonName) : CertificateHandle();
    const BioHandle out = writingBio();
    if (!certificate || !out
        || PEM_write_bio_PKCS8PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1
        || PEM_write_bio_X509(out.get(), certificate.get()) != 1)
        return opensslFailed("a key can't be made");
    return SecretString(bytesOf(out.get()));
}

// In place of OpenSSL's own, which would ask the terminal.
int noPassphrase(char *, int, int, void *)
{
    return -1;
}

// `secret` is the SecretString to be given.
int givenPassphrase(char *buffer, int size, int, void *secret)
{
    const std::string_view passphrase = static_cast<const SecretString *>(secret)->reveal();
    if (passphrase.size() > static_cast<std::size_t>(size))
        return -1;
    std::memcpy(buffer, passphrase.data(), passphrase.size());
    return static_cast<int>(passphrase.size());
}

CertificateHandle certificateIn(std::string_view pem)
{
    const BioHandle in = readingBio(pem);
    return CertificateHandle(in ? PEM_read_bio_X509(in.get(), nullptr, noPassphrase, nullptr) : nullptr);
}

KeyHandle keyIn(std::string_view pem)
{
    const BioHandle in = readingBio(pem);
    return KeyHandle(in ? PEM_read_bio_PrivateKey(in.get(), nullptr, noPassphrase, nullptr) : nullptr);
}

std::string nameOf(X509 *certificate)
{
    const BioHandle text = writingBio();
    if (!text || X509_NAME_print_ex(text.get(), X509_get_issuer_name(certificate), 0, XN_FLAG_RFC2253) < 0
        || BIO_puts(text.get(), " ") <= 0
        || i2a_ASN1_INTEGER(text.get(), X509_get0_serialNumber(certificate)) <= 0)
        return {};
    return std::string(bytesOf(text.get()));
}

// As OpenSSL writes it, whatever stood around it.
Result<RecipientCertificate> described(X509 *certificate)
{
    const BioHandle pem = writingBio();
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    if (size <= 0 || !pem || PEM_write_bio_X509(pem.get(), certificate) != 1) {
        OPENSSL_free(der);
        return opensslFailed("a certificate can't be written");
    }
    RecipientCertificate made;
    made.pem = std::string(bytesOf(pem.get()));
    made.issuerAndSerial = nameOf(certificate);
    made.fingerprint
        = sha256Hex(std::string_view(reinterpret_cast<const char *>(der), static_cast<std::size_t>(size)));
    OPENSSL_free(der);
    return made;
}

// Of the keys CMS could use, those an envelope is worth something with (NIST SP 800-57: 112 bits and more).
bool isStrong(EVP_PKEY *key)
{
    constexpr int leastBits = 112;
    return key != nullptr && (EVP_PKEY_is_a(key, "EC") != 0 || EVP_PKEY_is_a(key, "RSA") != 0)
        && EVP_PKEY_get_security_bits(key) >= leastBits;
}

} // namespace

Result<RecipientCertificate> readCertificate(std::string_view pem)
{
    const auto wrong = [](const char *what) {
        return fail(ErrorKind::InvalidInput, what, "certificate",
            "take what was printed by: gatehouse recipient show, or gatehouse reviewer-key create");
    };
    constexpr std::string_view begin = "-----BEGIN ";
    const std::size_t first = pem.find(begin);
    if (first != std::string_view::npos && pem.find(begin, first + 1) != std::string_view::npos)
        return wrong("more than one thing stands in the file");
    const CertificateHandle certificate = certificateIn(pem);
    if (!certificate)
        return wrong("not a certificate in PEM");
    if (!isStrong(X509_get0_pubkey(certificate.get())))
        return wrong("the certificate's key is too weak or of a kind nothing can be sealed for");
    return described(certificate.get());
}

RecipientKey::RecipientKey(SecretString pem, RecipientCertificate certificate)
    : m_pem(std::move(pem))
    , m_certificate(std::move(certificate))
{
}

Result<RecipientKey> RecipientKey::parse(SecretString pem)
{
    const KeyHandle key = keyIn(pem.reveal());
    const CertificateHandle certificate = certificateIn(pem.reveal());
    if (!key || !certificate || X509_check_private_key(certificate.get(), key.get()) != 1)
        return damagedKey();
    auto description = described(certificate.get());
    if (!description)
        return tl::unexpected(description.error());
    return RecipientKey(std::move(pem), std::move(*description));
}

Result<RecipientKey> RecipientKey::open(const std::string &storeLocation)
{
    auto pem = readKeyFile(storeLocation, recipientFile);
    if (!pem)
        return tl::unexpected(pem.error());
    return parse(std::move(*pem));
}

Result<RecipientKey> RecipientKey::ensure(const std::string &storeLocation)
{
    auto pem = ensureKeyFile(storeLocation, recipientFile, [] { return newRecipient("Gatehouse store"); });
    if (!pem)
        return tl::unexpected(pem.error());
    return parse(std::move(*pem));
}

Result<RecipientKey> RecipientKey::make()
{
    auto pem = newRecipient("Gatehouse reviewer");
    if (!pem)
        return tl::unexpected(pem.error());
    return parse(std::move(*pem));
}

Result<RecipientKey> RecipientKey::read(const SecretString &file, const SecretString &passphrase)
{
    const BioHandle in = readingBio(file.reveal());
    SecretString given = passphrase;
    const KeyHandle key(in ? PEM_read_bio_PrivateKey(in.get(), nullptr, givenPassphrase, &given) : nullptr);
    if (!key)
        return fail(ErrorKind::InvalidInput, "the key can't be read: another passphrase, or no key", "key",
            "take the file that was made with: gatehouse reviewer-key create");
    const CertificateHandle certificate = certificateIn(file.reveal());
    if (!certificate || X509_check_private_key(certificate.get(), key.get()) != 1)
        return fail(ErrorKind::InvalidInput, "the certificate of the key is not with it", "key",
            "take the whole file that was made with: gatehouse reviewer-key create");
    const BioHandle out = writingBio();
    if (!out
        || PEM_write_bio_PKCS8PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1
        || PEM_write_bio_X509(out.get(), certificate.get()) != 1)
        return opensslFailed("a key can't be kept in memory");
    return parse(SecretString(bytesOf(out.get())));
}

Result<SecretString> RecipientKey::encrypted(const SecretString &passphrase) const
{
    constexpr int rounds = 600'000; // what OWASP's password storage guide asks of PBKDF2 with SHA-256
    const KeyHandle key = keyIn(m_pem.reveal());
    const PlainKeyHandle plain(key ? EVP_PKEY2PKCS8(key.get()) : nullptr);
    AlgorithmHandle algorithm(
        PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), rounds, nullptr, 0, nullptr, NID_hmacWithSHA256));
    const EncryptedKeyHandle sealed(plain && algorithm
            ? PKCS8_set0_pbe(passphrase.reveal().data(), static_cast<int>(passphrase.reveal().size()),
                plain.get(), algorithm.get())
            : nullptr);
    if (sealed)
        (void)algorithm.release(); // it belongs to what was made with it
    const BioHandle out = writingBio();
    if (!sealed || !out || PEM_write_bio_PKCS8(out.get(), sealed.get()) != 1
        || BIO_write(out.get(), m_certificate.pem.data(), static_cast<int>(m_certificate.pem.size())) <= 0)
        return opensslFailed("a key can't be put under a passphrase");
    return SecretString(bytesOf(out.get()));
}

Result<SecretString> RecipientKey::unseal(std::string_view envelope) const
{
    const KeyHandle key = keyIn(m_pem.reveal());
    const CertificateHandle certificate = certificateIn(m_pem.reveal());
    if (!key || !certificate)
        return damagedKey();
    const BioHandle in = readingBio(envelope);
    const CmsHandle sealed(in ? PEM_read_bio_CMS(in.get(), nullptr, nullptr, nullptr) : nullptr);
    const BioHandle out = writingBio();
    if (!sealed || !out
        || CMS_decrypt(sealed.get(), key.get(), certificate.get(), nullptr, out.get(), CMS_BINARY) != 1)
        return fail(ErrorKind::Corrupt, "a sealed credential can't be opened", recipientFile,
            "it was sealed for another gateway or damaged; have a gateway that can open it add this one "
            "(gatehouse recipient add), or store the credential again");
    return SecretString(bytesOf(out.get()));
}

Result<std::string> sealFor(std::span<const RecipientCertificate> recipients, const SecretString &secret)
{
    const CertificateStack stack(sk_X509_new_null());
    std::vector<CertificateHandle> certificates; // the stack does not own them
    for (const RecipientCertificate &recipient : recipients) {
        certificates.push_back(certificateIn(recipient.pem));
        if (!stack || !certificates.back() || sk_X509_push(stack.get(), certificates.back().get()) <= 0)
            return opensslFailed("a recipient's certificate can't be read");
    }
    if (certificates.empty())
        return fail(ErrorKind::Internal, "a credential would be sealed for nobody", "recipient");
    const BioHandle in = readingBio(secret.reveal());
    const CmsHandle envelope(CMS_encrypt(stack.get(), in.get(), EVP_aes_256_gcm(), CMS_BINARY));
    const BioHandle out = writingBio();
    if (!envelope || !out || PEM_write_bio_CMS(out.get(), envelope.get()) != 1)
        return opensslFailed("a credential can't be sealed");
    return std::string(bytesOf(out.get()));
}

} // namespace gatehouse::store
