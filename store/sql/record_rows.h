// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the rows of a call say, whichever engine writes them.

#include "core/access/meter.h"
#include "store/records.h"
#include "store/sql/query.h"
#include "store/sql/rollup_sheet.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

// A call as it is first written: its request, and its verdict where that is there already. Refers to both.
struct NewCall {
    const RequestRecord *request = nullptr;
    const VerdictRecord *verdict = nullptr; // may be null
    Blob id;
    InteractionRow row;
    ReviewState state = ReviewState::None;
    std::optional<std::uint64_t> fingerprint = {}; // of a call to review
    std::optional<std::int64_t> payload = {}; // of its hash, the first 64 bits

    [[nodiscard]] const std::vector<CheckResult> &checks() const;
    [[nodiscard]] const Coverage &coverage() const;
    [[nodiscard]] bool isHeld() const;
    [[nodiscard]] std::optional<std::int64_t> receivedBytes() const;
    [[nodiscard]] std::string answer() const;
    // What it takes of its key's limits: what is reserved for it until it is over.
    [[nodiscard]] Charge charge() const;
};
// Of a payload's hash; nothing when it is none in hex digits.
[[nodiscard]] std::optional<std::int64_t> payloadNumber(std::string_view hash);
// InvalidInput when its id is none.
[[nodiscard]] Result<NewCall> newCall(const RequestRecord &request, const VerdictRecord *verdict);

// A call the store has, when its verdict comes.
struct KnownCall {
    std::int64_t n = 0;
    std::string key, team;
    Timestamp at{};
    Charge charged; // in the usage of its key so far
    VerdictKind verdict = VerdictKind::Allowed;
    Outcome outcome = Outcome::Pending;
    bool hasGroup = false;
    // What else the rollups count of it.
    std::string model = {};
    std::int64_t costUusd = 0;
    ReviewState state = ReviewState::None;
    Disposition disposition = Disposition::None;
    std::optional<Timestamp> decidedAt = {};
};
// The columns readKnown() expects of `interaction i` and `interaction_detail d`, in its order.
[[nodiscard]] const std::string &knownColumns();
[[nodiscard]] KnownCall readKnown(const Query &query, int firstColumn = 0);
// What its verdict adds to or takes from the usage.
[[nodiscard]] Charge correction(const KnownCall &known, const VerdictRecord &record);

// What the rollups count, and what they count once its verdict is written; refers to the call.
[[nodiscard]] CountedCall counted(const NewCall &call);
[[nodiscard]] CountedCall counted(const KnownCall &known);
[[nodiscard]] CountedCall counted(const KnownCall &known, const VerdictRecord &record);
// In the rollups: a new call with its measures; a verdict in the place of what was found before.
void countNew(RollupSheet &rollups, const NewCall &call);
void countVerdict(RollupSheet &rollups, const KnownCall &known, const std::vector<FoundBy> &before,
    const VerdictRecord &record);

[[nodiscard]] Error notAnId(const InteractionId &id);
[[nodiscard]] Error strangeVerdict(const InteractionId &id);
// Whether a call stands in the text index; the view `searchable` says the same.
[[nodiscard]] bool isSearchable(VerdictKind verdict, Outcome outcome);
[[nodiscard]] bool isFinding(const CheckResult &check);
// One bit each zone its evidence stands in.
[[nodiscard]] std::int64_t zonesOf(const CheckResult &check);
// In millionths; -1: the check gives none.
[[nodiscard]] std::int64_t storedScore(const CheckResult &check);

} // namespace gatehouse::store
