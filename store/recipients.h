// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whom credentials are sealed for: the gateways of a store. To seal takes their certificates alone, which
// stand in the store; to open takes a private key, which never does.

#include "store/recipient_key.h"
#include "store/store.h"

#include <string>
#include <vector>

namespace gatehouse::store {

struct RecipientRow {
    std::string fingerprint; // SHA-256 of the certificate, hex
    std::string name; // what a person calls the gateway
    std::string certificate; // PEM
    Timestamp addedAt{};
    std::string addedBy;
    bool own = false; // its private key is in this store's key folder
    bool pinned = false; // this machine seals for it
};

[[nodiscard]] Result<std::vector<RecipientRow>> listRecipients(Store &store); // by name

// Makes this machine the first recipient of a store that has none; its key pair too, unless something was
// sealed already (then a missing key is an error, not a new key).
[[nodiscard]] Status ensureFirstRecipient(Store &store);
// The certificate of this machine's own key pair, made when there is none: what another gateway adds.
[[nodiscard]] Result<RecipientCertificate> ownCertificate(const std::string &storeLocation);

// Seals everything anew so that one more can open it, and pins that one. Only who can open it can do so
// (NotFound, Corrupt otherwise). Conflict when it is one already. Audited.
[[nodiscard]] Status addRecipient(
    Store &store, const std::string &name, const RecipientCertificate &certificate);
// Seals everything anew without that one. Conflict for one's own. Audited. What it could open before it still
// knows: the credentials themselves want changing at their providers.
[[nodiscard]] Status removeRecipient(Store &store, const std::string &fingerprint);
// Pins a recipient that stands in the store, on this machine.
[[nodiscard]] Status pinRecipient(Store &store, const std::string &fingerprint);

// For all recipients of the store. The first time, they are pinned; afterwards one that is not pinned is
// refused (NotPermitted), so nobody adds himself by writing to the store.
[[nodiscard]] Result<std::string> sealCredential(Store &store, const SecretString &credential);

} // namespace gatehouse::store
