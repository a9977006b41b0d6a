// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Checks tokens whose format ends in a checksum of its own.

#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// GitHub (ghp_, gho_, ghu_, ghs_, ghr_) and npm tokens: the last six base62 digits are the CRC-32 of the 30
// characters between prefix and checksum. A wrong one lowers the confidence: it may be a typed or older
// token, or an invented one.
[[nodiscard]] double judgeCrcToken(const SecretCandidate &candidate, double confidence);
// age keys end in six characters of Bech32 checksum (BIP 173); a wrong one lowers the confidence.
[[nodiscard]] double judgeBech32(const SecretCandidate &candidate, double confidence);
// Bitcoin keys end in four bytes of a double SHA-256 (Base58Check); a wrong one lowers the confidence.
[[nodiscard]] double judgeBase58Check(const SecretCandidate &candidate, double confidence);
// Gatehouse's own virtual keys; a wrong checksum is no key.
[[nodiscard]] double judgeVirtualKey(const SecretCandidate &candidate, double confidence);
// The sample token on the JWT format's home page is in every tutorial and is no credential.
[[nodiscard]] double judgeJwt(const SecretCandidate &candidate, double confidence);

} // namespace gatehouse
