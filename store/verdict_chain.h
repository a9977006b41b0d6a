// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What gateways recorded, hash-chained: what a gateway commits at once is a batch, and each batch holds the
// hash of that gateway's batch before. The newest one is signed each minute.
//
// A batch's `leaves` are 49 bytes a record: what it says (1: the call, 2: its verdict, 3: both), the call's
// id (16 bytes), and the SHA-256 of its text, in which a line feed stands between the two where it says both:
//   {"at":…,"environment":…,"id":…,"key":…,"model":…,"policy":…,"route":…,"team":…,"use_case":…}
//   {"checks":…,"cost_uusd":…,"coverage":…,"id":…,"outcome":…,"severity":…,"tokens_in":…,"tokens_out":…,
//    "verdict":…}
// `checks` and `coverage` stand in it as interaction_detail holds them, `at` is RFC 3339 in UTC with six
// decimals. What people decide, and words that may be erased, are in none of them.
//
// hash = SHA-256 of: the hash before in hexadecimal (64 zeros at first), the gateway, the number, the time,
// and the SHA-256 of `leaves` in hexadecimal, with a line feed between them. A signature is Ed25519 over
// "gatehouse-verdict-head/1\n" NUMBER "\n" HASH "\n" TIME "\n" GATEWAY.
//
// Batches that are older than every call are deleted with the calls they were of: the chain then begins
// later.

#include "core/base/digest.h"
#include "store/records.h"
#include "store/store.h"

#include <functional>
#include <string>

namespace gatehouse::store {

struct VerdictBatch {
    std::string gateway;
    std::int64_t number = 0; // from 1, without gaps
    Timestamp at{};
    std::string previous; // bytes
    std::string leaves; // bytes
};
[[nodiscard]] Sha256 hashOf(const VerdictBatch &batch);
// As the store keeps a hash, and as a signature and the next hash name it.
[[nodiscard]] std::string bytesOf(const Sha256 &hash);
[[nodiscard]] std::string hexOf(const std::string &bytes);

enum class LeafKind : char { Call = 1, Verdict = 2, Both = 3 };
inline constexpr std::size_t leafBytes = 49, idBytes = 16;

// The two texts, of a record as it is written. `checks` and `coverage` as the store holds them.
struct RecordedCall {
    std::string id, at, key, team, environment, useCase, route, model, policy;
};
struct RecordedVerdict {
    std::string id, verdict, severity, outcome, checks, coverage;
    std::int64_t tokensIn = 0, tokensOut = 0, costUusd = 0;
};
[[nodiscard]] std::string textOf(const RecordedCall &call);
[[nodiscard]] std::string textOf(const RecordedVerdict &verdict);

struct VerdictVerification {
    bool ok = false;
    std::int64_t gateways = 0, batches = 0, records = 0;
    std::int64_t gone
        = 0; // records of calls that are not there any more: by retention, or by somebody's hand
    std::string problem; // "" when ok; of which gateway, batch and call
};
// Checks each chain, its signature, and each recorded call against what is there now. Reads all of them:
// minutes for millions. `progress` is told how many records were checked, and ends it by returning false.
[[nodiscard]] Result<VerdictVerification> verifyVerdicts(
    Store &store, const std::function<bool(std::int64_t records)> &progress = {});
// Signs a gateway's newest batch in place of what was signed before; nothing when it has none.
[[nodiscard]] Status signVerdictHead(Store &store, const std::string &gatewayId);
[[nodiscard]] std::string toJson(const VerdictVerification &verification);

} // namespace gatehouse::store
