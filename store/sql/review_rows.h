// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What reviews and permits read and write alike, inside a transaction of theirs.

#include "store/earlier_decision.h"
#include "store/reviews.h"
#include "store/sql/query.h"
#include "store/store.h"

#include <optional>
#include <string>
#include <vector>

namespace gatehouse::store {

struct Reviewed {
    std::int64_t n = 0;
    Blob id;
    InteractionRow row;
    std::string decidedBy; // who changed state, disposition or assignee last, "" when nobody did
    std::optional<Timestamp> decidedAt;
};
// In the order of `ids`; NotFound when one is missing. May throw SqlFailure.
[[nodiscard]] Result<std::vector<Reviewed>> readReviewed(
    Connection &connection, const std::vector<InteractionId> &ids);
enum class Held { Never, Waiting, Released, Denied }; // as in interaction_detail.held
[[nodiscard]] Held readHeld(Connection &connection, std::int64_t n); // may throw SqlFailure
// Writes state, disposition and assignee of `row`, whose call was read as `seen`. Conflict when it is not so
// any more, whoever wrote it.
[[nodiscard]] Status writeDecision(Store &store, const SeenCall &seen, const InteractionRow &row);
// The Conflict of whoever decides by `seen`.
[[nodiscard]] tl::unexpected<Error> decidedBefore(Store &store, const Reviewed &now, const SeenCall &seen);
[[nodiscard]] tl::unexpected<Error> decidedBefore(Store &store, const Reviewed &now, EarlierDeed deed);
void insertNote(Store &store, std::int64_t n, const std::string &text);
// "interaction:ID", or "interactions:COUNT"; the entry's states name each.
[[nodiscard]] std::string reviewObject(const std::vector<InteractionId> &ids);

} // namespace gatehouse::store
