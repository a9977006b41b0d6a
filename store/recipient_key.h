// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The key pair of a gateway that credentials are sealed for, or of a reviewer that originals are sealed for,
// and the CMS envelopes (RFC 5652, RFC 5083) made with it.

#include "core/base/error.h"
#include "core/base/secret_string.h"

#include <span>
#include <string>
#include <string_view>

namespace gatehouse::store {

// The public half: enough to seal, not to open.
struct RecipientCertificate {
    std::string pem;
    std::string fingerprint; // SHA-256 of the DER form, hex
    std::string issuerAndSerial; // by which an envelope knows it
};

// One certificate in PEM, whose key can take part in an envelope. InvalidInput otherwise, also when more than
// one stands there.
[[nodiscard]] Result<RecipientCertificate> readCertificate(std::string_view pem);

// The private half with its certificate. A gateway's never leaves the key folder, a reviewer's stands in a
// file of his own under a passphrase.
class RecipientKey {
public:
    // From the key folder of this store. NotFound when it has none.
    [[nodiscard]] static Result<RecipientKey> open(const std::string &storeLocation);
    // The same, made on first use (P-256).
    [[nodiscard]] static Result<RecipientKey> ensure(const std::string &storeLocation);

    // A new one for a reviewer (P-256).
    [[nodiscard]] static Result<RecipientKey> make();
    // From a file that holds what encrypted() gives. InvalidInput when it does not, or when the passphrase is
    // not its.
    [[nodiscard]] static Result<RecipientKey> read(const SecretString &file, const SecretString &passphrase);
    // PEM: the private key under a passphrase (PKCS #8, PBKDF2 and AES-256), then its certificate.
    [[nodiscard]] Result<SecretString> encrypted(const SecretString &passphrase) const;

    [[nodiscard]] const RecipientCertificate &certificate() const { return m_certificate; }
    // Corrupt when the envelope is damaged or sealed for others only.
    [[nodiscard]] Result<SecretString> unseal(std::string_view envelope) const;

private:
    RecipientKey(SecretString pem, RecipientCertificate certificate);
    [[nodiscard]] static Result<RecipientKey> parse(SecretString pem);

    SecretString m_pem;
    RecipientCertificate m_certificate;
};

// An envelope (PEM, AES-256-GCM) that each of the recipients can open. At least one must be named.
[[nodiscard]] Result<std::string> sealFor(
    std::span<const RecipientCertificate> recipients, const SecretString &secret);

} // namespace gatehouse::store
