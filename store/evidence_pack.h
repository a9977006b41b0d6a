// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Everything known of one call in one document that can be checked without the store.
//
// {"format":"gatehouse-evidence-pack/1","made_at","made_by","program","interaction":{…as in `interaction
// show`},
//  "verdict":TEXT,"verdict_hash":HEX,
//  "policy":{"version","ordinal","name","state","published_at","author","reason","document":TEXT}|null,
//  "audit":{"entries":[{"seq","previous_hash","entry":TEXT,"hash"}],"head":{"seq","hash"}|null,
//           "signed_head":{"seq","hash","at","gateway","public_key","signature"}|null}}
//
// TEXT is JSON text as a string, because its exact bytes are hashed: verdict_hash is the SHA-256 of `verdict`
// ({"id","at","policy","verdict","severity","outcome","checks","coverage"}), a policy's version that of its
// document in RFC 8785 form, an entry's hash that of previous_hash, a line feed, and `entry` (store/audit.h).
// Entries are those about the call and about the publication of its policy, and where they are not too many
// all those after the first about the call, up to a signed head: then hash after hash leads to the signature.
// Keys and signatures are hexadecimal. A person who may not see all of the log gets what they see.

#include "store/audit_chain.h"
#include "store/policies.h"
#include "store/records.h"
#include "store/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

struct ChainedEntry {
    std::string previousHash;
    AuditEntry entry;
};

struct EvidencePack {
    Timestamp madeAt{};
    std::string madeBy;
    InteractionDetail detail;
    std::string verdict, verdictHash; // JSON text; hex
    std::optional<StoredPolicy> policy; // nothing when the store does not hold the version
    std::vector<ChainedEntry> entries; // oldest first
    std::int64_t headSeq = 0; // 0: the log is empty, or not shown
    std::string headHash;
    std::optional<AuditHead> signedHead; // the first that covers all entries, else the newest
};

[[nodiscard]] Result<EvidencePack> packEvidence(Store &store, const InteractionId &id);
[[nodiscard]] std::string toJson(const EvidencePack &pack);

struct PackVerification {
    std::string problem; // "" when all holds together
    std::string interaction; // id
    std::size_t entries = 0;
    bool isSigned = false; // hashes lead from the last entry about the call to a head with a good signature
    std::string head; // hash of the newest entry when it was made: `audit verify --expect-head`
};
// InvalidInput for what is no pack. A pack at odds with itself is an answer with a problem.
[[nodiscard]] Result<PackVerification> verifyPack(std::string_view json);
[[nodiscard]] std::string toJson(const PackVerification &verification);

} // namespace gatehouse::store
