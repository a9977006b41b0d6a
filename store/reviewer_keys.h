// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whom originals are sealed for: reviewers. Their certificates stand in the store, their private keys in
// files of their own, never here.

#include "store/recipient_key.h"
#include "store/store.h"

#include <string>
#include <vector>

namespace gatehouse::store {

struct ReviewerKeyRow {
    std::string fingerprint; // SHA-256 of the certificate, hex
    std::string name; // what a person calls it
    std::string certificate; // PEM
    Timestamp addedAt{};
    std::string addedBy;
    bool pinned = false; // this machine seals for it
};

[[nodiscard]] Result<std::vector<ReviewerKeyRow>> listReviewerKeys(Store &store); // by name
// What is sealed from now on can be opened with it too; what was sealed before can't. Pins it on this
// machine. Conflict when it is there already. Audited.
[[nodiscard]] Status addReviewerKey(
    Store &store, const std::string &name, const RecipientCertificate &certificate);
// Nothing is sealed for it any more; what was sealed before it still opens. NotFound; audited.
[[nodiscard]] Status removeReviewerKey(Store &store, const std::string &fingerprint);
// Has this machine seal for a key that stands in the store. NotFound when none does.
[[nodiscard]] Status pinReviewerKey(Store &store, const std::string &fingerprint);

// For whom a gateway seals. One that stands in the store and is not pinned gets nothing, so nobody adds
// himself by writing to the store.
struct Reviewers {
    std::vector<RecipientCertificate> trusted;
    std::string problem; // why not for all that stand in the store; "" when for all
};
// The first time, those that are there are pinned.
[[nodiscard]] Result<Reviewers> loadReviewers(Store &store);

[[nodiscard]] std::string toJson(const ReviewerKeyRow &row);

} // namespace gatehouse::store
